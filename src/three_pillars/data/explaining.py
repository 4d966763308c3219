"""What Frictionless found wrong with a row, in the words of the book."""

from __future__ import annotations

import difflib
import re
from typing import Any

from ..words import quoted
from .descriptors import descriptor
from .errors import no_value
from .folder import root


def explain(
    error: Any, resource: dict[str, Any], rows: list[list[str]], lines: list[int]
) -> tuple[str, str, str]:
    """Turn an error of Frictionless into place, reason and remedy.

    Args:
        error: One error of a row, as Frictionless reports it.
        resource: The table's descriptor.
        rows: The cells of the file as text, the header first.
        lines: The line of the file on which each row begins.

    Returns:
        Three pieces of a sentence: ", column 'year'", "'x' is not a year", "correct the cell".
    """
    schema = resource["schema"]
    names = [field["name"] for field in schema["fields"]]
    cells = dict(zip(names, rows[error.row_number - 1], strict=False))
    if error.type == "blank-row":
        return "", "the row is empty", "delete the row"
    if error.type == "primary-key":
        key = schema["primaryKey"]
        key = [key] if isinstance(key, str) else key
        value = ", ".join(cells.get(name, "") for name in key)
        if "None" in error.note:
            reason = f"the key '{value}' is empty"
        else:
            twin = lines[int(error.note.rsplit(" ", 1)[1]) - 1]
            reason = f"the key '{value}' already stands in row {twin}"
        return f", column{'s' * (len(key) > 1)} {quoted(key)}", reason, "delete or correct one row"
    if error.type == "foreign-key":
        value = ", ".join(cells.get(name, "") for name in error.field_names)
        target = error.reference_name
        kind = "source" if target == "sources" else "entry"
        return (
            f", column {quoted(error.field_names)}",
            f"there is no {kind} '{value}' in {root().name}/{descriptor(target)['path']}",
            f"correct the cell, add the {kind}",
        )
    where = f", column '{error.field_name}'"
    if error.type == "missing-cell":
        return where, "the row ends before this cell", "complete the row"
    if error.type == "extra-cell":
        value = rows[error.row_number - 1][len(names)]
        return "", f"the row has a cell too many ('{value}')", "shorten the row"
    field = next(field for field in schema["fields"] if field["name"] == error.field_name)
    value = cells.get(field["name"], "")
    return where, _reason(error, field, value, lines), "correct the cell"


def _reason(error: Any, field: dict[str, Any], value: str, lines: list[int]) -> str:
    """Say why one cell cannot stand."""
    odd = field["type"] == "number" and not re.fullmatch(r"\s*[-+]?[\d.]+([eE][-+]?\d+)?\s*", value)
    if error.type == "type-error" or (odd and value):
        return no_value(value, field["type"])
    if error.type == "unique-error":
        return f"'{value}' already stands in row {lines[int(error.note.rsplit(' ', 1)[1]) - 1]}"
    rules = field.get("constraints", {})
    rule = next((rule for rule in rules if f'"{rule}"' in error.note), "")
    bound = rules.get(rule)
    if rule == "required":
        return "the cell is empty, and a value is required"
    if rule == "enum":
        allowed = [str(item) for item in bound]
        near = difflib.get_close_matches(value, allowed, n=1)
        hint = f", perhaps '{near[0]}'" if near else f", which are {quoted(allowed)}"
        return f"'{value}' is not one of the allowed values{hint}"
    if rule == "pattern":
        return f"'{value}' does not have the form {bound}"
    words = {
        "minimum": "is below the minimum",
        "maximum": "is above the maximum",
        "minLength": "is shorter than the minimum length",
        "maxLength": "is longer than the maximum length",
    }
    return f"'{value}' {words[rule]} {bound}" if rule in words else f"'{value}': {error.note}"
