"""Yearly series around an event: changes, windows, and the summits that trade is set beside."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from ..meetings import pair, presidents
from ..words import counted
from .errors import ConstraintError


def change(series: pd.Series, start: int, end: int) -> float:
    """Return the change of a series by year as a fraction of its start; −0.39 is a fall by 39 %.

    Raises:
        ConstraintError: a year has no value, or the series is nought at its start.
    """
    for year in (start, end):
        if year not in series.index or pd.isna(series[year]):
            raise ConstraintError(f"the series has no value for {year}.")
    if series[start] == 0:
        raise ConstraintError(f"the series is nought in {start}, so its change has no percentage.")
    return float(series[end] / series[start] - 1)


def event_window(series: pd.Series, at: int, width: int) -> pd.DataFrame:
    """Cut the years around an event out of a yearly series.

    The year of the event belongs to neither side, since it holds both days before and days after.

    Args:
        series: values by year.
        at: the year of the event.
        width: years on each side, one or more.

    Returns:
        One row a year: ``year``, ``value``, ``side`` (before, event, after) and ``mean``, the mean
        of its side; missing for the event's own year.

    Raises:
        ConstraintError: the window has no length, or one side has no year in the series.
    """
    if width < 1:
        raise ConstraintError(f"a window needs one year or more, not {width}.")
    known = series.dropna().sort_index()
    table = known[(known.index >= at - width) & (known.index <= at + width)].rename("value")
    frame = table.rename_axis("year").reset_index()
    frame["side"] = ["before" if y < at else "after" if y > at else "event" for y in frame["year"]]
    for side in ("before", "after"):
        if not (frame["side"] == side).any():
            raise ConstraintError(
                f"the series has no year in the {counted(width, 'year')} {side} {at}; "
                "take a longer window or another event."
            )
    means = frame[frame["side"] != "event"].groupby("side")["value"].mean()
    frame["mean"] = frame["side"].map(means)
    return frame


def summits(meetings: pd.DataFrame, years: Sequence[int]) -> pd.Series:
    """Count the verified meetings of Japan's prime minister and Russia's president by year.

    Args:
        meetings: the table ``argument/leader_meetings``.
        years: the years to count; one without a meeting counts 0.

    Returns:
        The number of meetings, indexed by year.

    Raises:
        MeetingError: the table has no meeting of the two states at all.
    """
    rows = presidents(pair(meetings, "JPN-RUS"))
    by_year = rows[rows["verified"]].groupby("year").size()
    return by_year.reindex(list(years), fill_value=0).rename("meetings")
