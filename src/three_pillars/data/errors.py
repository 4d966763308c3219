"""What is said when a table cannot be read."""

from __future__ import annotations

from ..words import counted


class DataError(ValueError):
    """A table is missing or damaged; the message says where and why in one sentence."""

    def _render_traceback_(self) -> list[str]:
        """Show a notebook the sentence alone: the fault is in the table, not in a line of code."""
        return [f"DataError: {self}"]


RESTORE = "or restore the file with git"
"""How every remedy ends."""

KINDS = {
    "number": "a number",
    "integer": "a whole number",
    "year": "a year",
    "boolean": "true or false",
    "date": "a date such as 2015-07-21",
}
"""The types of fields as a sentence has them."""


def no_value(value: str, kind: str) -> str:
    """Say that a cell is not of its field's type: "'abc' is not a number".

    Args:
        value: what stands in the cell.
        kind: the type of its field in the schema.
    """
    return f"'{value}' is not {KINDS.get(kind, 'a ' + kind)}"


def more(count: int) -> str:
    """Say how many problems there are besides the one that is named; nothing if it is the only one.

    Args:
        count: all problems of the file.
    """
    return f" (and {counted(count - 1, 'more problem')} in this file)" if count > 1 else ""
