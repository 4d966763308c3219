"""The way of one claim from the commentary to its verdict, link by link.

The payload holds ``steps``: pairs of a name and a text.
"""

from ..core import Kind, declare

KIND = declare(Kind("chain"))
