"""Dates of listings, which may be known to the month only."""

from __future__ import annotations

import pandas as pd

from ..day import first_day


def first_days(dates: pd.Series) -> pd.Series:
    """Read dates of any precision; a month or a year counts from its first day."""
    return pd.to_datetime(dates.map(first_day))


def on_or_before(table: pd.DataFrame, day: str | pd.Timestamp) -> pd.DataFrame:
    """Keep the rows whose ``date`` is not after a day."""
    return table[first_days(table["date"]) <= pd.Timestamp(day)]
