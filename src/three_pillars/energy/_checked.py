"""Checks of inputs that the measures of energy share; each raises one sentence on what to do."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

import pandas as pd

from ..words import unknown
from .errors import MeasureError


def amounts(values: pd.Series | Mapping[str, float], what: str) -> pd.Series:
    """Return values as a float Series, or say which of them is no amount."""
    series = pd.Series(values) if not isinstance(values, pd.Series) else values
    if series.empty:
        raise MeasureError(
            f"there is no {what.removesuffix(' of').removesuffix(' in')} at all; "
            "check the filter that made the list."
        )
    if not series.index.is_unique:
        name = series.index[series.index.duplicated()][0]
        raise MeasureError(
            f"'{name}' appears twice; keep one source a year, or add its rows up first."
        )
    numbers = pd.to_numeric(series, errors="coerce").astype(float)
    for name, number in numbers.items():
        if not math.isfinite(number):
            raise MeasureError(
                f"the {what} '{name}' is {series.to_dict()[name]!r}, not a number; "
                "fill it in or leave it out."
            )
        if number < 0:
            raise MeasureError(
                f"the {what} '{name}' is {number:g}, below zero; check the sign and the source."
            )
    return numbers


def known(name: str, names: Iterable[str], what: str) -> None:
    """Say which names come near, or which there are, if a name is unknown."""
    every = sorted({str(one) for one in names})
    if name not in every:
        raise MeasureError(unknown(name, every, what))


def with_data(year: int, years: Iterable[int], what: str) -> int:
    """Return the year, or say which years have data."""
    have = sorted({int(one) for one in years})
    if year in have:
        return year
    if not have:
        raise MeasureError(f"there is no year with data ({what}); check the table.")
    span = (
        f"{have[0]} to {have[-1]}"
        if have == list(range(have[0], have[-1] + 1)) and len(have) > 1
        else ", ".join(str(one) for one in have)
    )
    raise MeasureError(f"{year} has no data ({what}); available: {span}.")


def columns(table: pd.DataFrame, names: Iterable[str], what: str) -> None:
    """Say which column a table lacks."""
    missing = [name for name in names if name not in table.columns]
    if missing:
        raise MeasureError(
            f"the table of {what} has no column '{missing[0]}'; load it with three_pillars.load()."
        )
