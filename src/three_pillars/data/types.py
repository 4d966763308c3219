"""From text to the types of a schema."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd

from .errors import RESTORE, DataError, no_value
from .folder import shown


def typed(
    path: Path, rows: list[list[str]], lines: list[int], fields: list[dict[str, Any]]
) -> pd.DataFrame:
    """Give each column the type of its schema.

    Args:
        path: The file, for the message.
        rows: Its cells as text, the header first.
        lines: The line of the file on which each row begins.
        fields: The fields of the schema, in the order of the columns.

    Raises:
        DataError: A cell has no value of its field's type.
    """
    text = pd.DataFrame(rows[1:], columns=rows[0], dtype="str")
    columns = {}
    for field in fields:
        cells = text[field["name"]].where(text[field["name"]] != "")
        try:
            columns[field["name"]] = _convert(cells, field)
        except (ValueError, TypeError, OverflowError) as error:
            # Frictionless accepts a few spellings, such as "NaN", that are no values here.
            at = next(i for i in range(len(cells)) if not _converts(cells.iloc[[i]], field))
            raise DataError(
                f"{shown(path)}, row {lines[at + 1]}, column '{field['name']}': "
                f"{no_value(cells.iloc[at], field['type'])}; correct the cell, {RESTORE}."
            ) from error
    return pd.DataFrame(columns)


def _converts(cells: pd.Series, field: dict[str, Any]) -> bool:
    try:
        _convert(cells, field)
    except (ValueError, TypeError, OverflowError):
        return False
    return True


def _convert(cells: pd.Series, field: dict[str, Any]) -> pd.Series:
    """Convert one column of text."""
    required = field.get("constraints", {}).get("required", False)
    kind = field["type"]
    if kind in ("integer", "year"):
        return pd.to_numeric(cells).astype("int64" if required else "Int64")
    if kind == "number":
        numbers = pd.to_numeric(cells).astype("float64")
        if (numbers.isna() & cells.notna()).any() or numbers.abs().eq(float("inf")).any():
            raise ValueError("not a finite number")
        return numbers
    if kind == "boolean":
        true = field.get("trueValues", ["true", "True", "TRUE", "1"])
        flags = cells.isin(true).astype("boolean").where(cells.notna())
        return flags.astype("bool") if required else flags
    if kind == "date":
        return pd.to_datetime(cells, format="%Y-%m-%d")
    return cells
