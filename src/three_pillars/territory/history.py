"""Who held what: the holder of each group of islands and the line in force, by year."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from ..data import load
from .errors import TerritoryError
from .names import NAMES

FIRST_YEAR = 1855
"""The first border between the two states."""


def held_by(year: int, control: pd.DataFrame | None = None) -> pd.DataFrame:
    """Say who held each group of islands on the last day of a year.

    Args:
        year: from 1855 on; the current year stands for the last day that the table knows.
        control: rows of ``territory/control``; the whole table by default.

    Returns:
        One row for each group: ``island_group``, ``holder``, ``basis``, ``since``, the state whose
        colour the map uses (``colour_state``), and ``claimed_by_japan``.

    Raises:
        TerritoryError: the year is no whole number, before 1855, or after the table ends.
    """
    day = f"{_checked_year(year)}-12-31"
    control = load("territory/control") if control is None else control
    now = control[(control["from_date"].astype(str) <= day)]
    now = now[now["to_date"].isna() | (now["to_date"].astype(str) > day)]
    now = now.rename(columns={"from_date": "since"})
    order = {group: i for i, group in enumerate(NAMES)}
    now = now.sort_values("island_group", key=lambda column: column.map(order), kind="stable")
    columns = ["island_group", "holder", "basis", "since", "colour_state", "claimed_by_japan"]
    return now[columns].reset_index(drop=True)


def _checked_year(year: Any) -> int:
    if isinstance(year, bool) or not isinstance(year, int | np.integer):
        raise TerritoryError(f"the year is {year!r}; give a whole number such as 1945.")
    if year < FIRST_YEAR:
        raise TerritoryError(
            f"in {year} there was no agreed line: the first border is of {FIRST_YEAR}; "
            f"give a year from {FIRST_YEAR} on."
        )
    if year > (last := last_year()):
        raise TerritoryError(f"the table of who held what ends in {last}; give a year up to that.")
    return int(year)


def last_year() -> int:
    """Return the year of the latest dated event, up to which the table of control was checked."""
    return int(load("territory/events")["date"].max()[:4])


def line_of(year: int, lines: pd.DataFrame | None = None) -> str:
    """Name the line between the two states' islands that was in force at the end of a year.

    Args:
        year: from 1855 on.
        lines: rows of ``territory/lines``; the whole table by default.

    Raises:
        TerritoryError: as for `held_by()`.
    """
    year = _checked_year(year)
    lines = load("territory/lines") if lines is None else lines
    return str(
        lines[lines["from_year"] <= year]
        .sort_values("from_year", kind="stable")["line_id"]
        .iloc[-1]
    )
