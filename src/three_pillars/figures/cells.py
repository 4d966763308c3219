"""Values of a table's cells as a reader should see them."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd

from ..day import in_words

GAP = "–"
"""What stands where there is no value."""

_CODE = re.compile(r"[a-z0-9]+(_[a-z0-9]+)+")
_DAY = re.compile(r"\d{4}-(0[1-9]|1[0-2])(-\d{2})?")


def is_number(column: pd.Series) -> bool:
    """Tell whether a column holds numbers; yes and no are none."""
    kinds = pd.api.types
    return kinds.is_numeric_dtype(column) and not kinds.is_bool_dtype(column)


def cell_writer(
    column: pd.Series, places: int | None, words: Mapping[Any, str] | None
) -> Callable[[Any], str]:
    """Return a function that writes one value of a column as HTML text.

    Args:
        column: all its values. A column called ``year``, or whose name ends so, holds years, which
            have no comma.
        places: digits after the point; as many as the numbers need, two at most, if None.
        words: what to write for a value.
    """
    words = words or {}
    year = is_number(column) and str(column.name).lower().split("_")[-1] == "year"
    digits = _needed(column) if places is None and is_number(column) else places or 0

    def write(value: Any) -> str:
        if not pd.api.types.is_scalar(value):
            return html.escape(str(value))
        if pd.isna(value):
            return GAP
        if value in words:
            return html.escape(words[value])
        if pd.api.types.is_bool(value):
            return "yes" if value else "no"
        if year:
            return f"{value:.0f}"
        if pd.api.types.is_number(value):
            return number_in_words(value, digits)
        if isinstance(value, pd.Timestamp) or _DAY.fullmatch(str(value)):
            return in_words(value)
        return html.escape(code_in_words(str(value)))

    return write


def code_in_words(text: str) -> str:
    """Return a code as words, "official_visit" as "official visit"; any other text as it is."""
    return text.replace("_", " ") if _CODE.fullmatch(text) else text


def number_in_words(value: float, digits: int) -> str:
    """Return a number with its thousands parted and a true minus: "−1,299.0".

    Args:
        value: the number.
        digits: digits after the point.
    """
    # What rounds to nothing has no sign.
    return f"{round(value, digits) + 0:,.{digits}f}".replace("-", "−")


def _needed(column: pd.Series) -> int:
    numbers = column.dropna().astype(float)
    for digits in (0, 1):
        if (numbers - numbers.round(digits)).abs().max() < 1e-9 or numbers.empty:
            return digits
    return 2
