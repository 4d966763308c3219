"""The claims of a chapter with their verdicts, a card each.

The payload holds ``claims``: for each ``id``, ``claim``, ``kind``, ``test``, ``verdict``, ``then``
(the verdict of the day of the commentary, or ""), ``figure``, ``evidence``, ``hindsight``,
``change`` and ``tables``, names of tables that the page links to. Text may be "" where nothing is
known yet.
"""

from ..core import Kind, declare

KIND = declare(Kind("verdicts", needs=("marks",)))
