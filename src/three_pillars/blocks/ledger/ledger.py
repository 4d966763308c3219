"""The whole ledger: a grid of parts and kinds, filters, and every claim with its evidence.

The payload holds ``claims``, as in `verdicts` and with ``part`` and ``chapter``; and, in the order
in which they show, ``parts``, ``kinds`` and ``verdicts``.
"""

from ..core import Kind, declare

KIND = declare(Kind("ledger", needs=("marks", "words")))
