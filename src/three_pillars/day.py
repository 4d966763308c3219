"""Days: the day of the commentary, dates in words, and events dated as exactly as they are known.

A date may be known to the day, the month or the year only. `dated()` turns it into the first and
the last day on which the thing can have happened; whoever asks "before or after?" compares those.
"""

from __future__ import annotations

import calendar
import functools
from typing import Any

import pandas as pd

from .commentary import DATE


class DateError(ValueError):
    """An event has no usable date; the message says which and why in one sentence."""


def in_words(date: Any) -> str:
    """Return a date as prose has it: "21 July 2015", "July 2015" or "2015".

    Args:
        date: An ISO date as exact as it is known ("2015-07-21", "2015-07", "2015"), or a timestamp.
    """
    text = date if isinstance(date, str) else f"{pd.Timestamp(date):%Y-%m-%d}"
    year, *rest = text.split("-")
    if not rest:
        return year
    month = calendar.month_name[int(rest[0])]
    day = f"{int(rest[1])} " if len(rest) > 1 else ""
    return f"{day}{month} {year}"


def month_in_words(date: Any) -> str:
    """Return the month of a date: "July 2015"."""
    return f"{pd.Timestamp(date):%B %Y}"


COMMENTARY = pd.Timestamp(DATE)
"""The day on which the commentary appeared; what came later is hindsight."""

COMMENTARY_WORDS = in_words(DATE)
"""The same day as prose has it."""

LENGTHS = {"day": 10, "month": 7, "year": 4}
"""How many characters of an ISO date are known at each precision."""


# The judges read the same few hundred dates again and again.
@functools.lru_cache(maxsize=4096)
def first_day(date: str) -> pd.Timestamp:
    """Return the first day of a date that may be known to the month or the year only."""
    return pd.Timestamp(f"{date}-01-01"[:10] if len(date) < 10 else date)


@functools.lru_cache(maxsize=4096)
def last_day(date: str) -> pd.Timestamp:
    """Return the last day of a date that may be known to the month or the year only."""
    first = first_day(date)
    if len(date) >= 10:
        return first
    return first + (pd.offsets.MonthEnd(0) if len(date) == 7 else pd.offsets.YearEnd(0))


def dated(events: pd.DataFrame) -> pd.DataFrame:
    """Add the first and the last day on which each event can have happened.

    Args:
        events: rows with ``date`` and ``date_precision`` (day, month or year).

    Returns:
        A copy with ``first_day``, ``last_day`` and ``day``, the middle, for drawing only.

    Raises:
        DateError: an event has no precision, or a date that does not fit it.
    """
    for column in ("date", "date_precision"):
        if column not in events:
            raise DateError(f"events need a column '{column}'.")
    if pd.api.types.is_datetime64_any_dtype(events["date"]):  # a table whose dates are all days
        events = events.assign(date=events["date"].dt.strftime("%Y-%m-%d"))
    dates = events["date"].tolist()
    for place, (date, precision) in enumerate(
        zip(dates, events["date_precision"].tolist(), strict=True)
    ):
        if precision not in LENGTHS:
            name = _name(events, place)
            raise DateError(f"{name} has no date_precision; say day, month or year.")
        if pd.isna(date) or len(date) != LENGTHS[precision]:
            raise DateError(
                f"{_name(events, place)} has the date {date!r}, which is no {precision}."
            )
    first = pd.DatetimeIndex([first_day(date) for date in dates])
    last = pd.DatetimeIndex([last_day(date) for date in dates])
    return events.assign(first_day=first, last_day=last, day=first + (last - first) / 2)


def _name(events: pd.DataFrame, place: int) -> str:
    for column in ("event_id", "meeting_id", "milestone_id"):
        if column in events:
            return f"event '{events[column].iloc[place]}'"
    return f"the event in row {place}"


def until(events: pd.DataFrame, day: str | pd.Timestamp) -> pd.DataFrame:
    """Keep what had surely happened by the end of a day: imprecise dates only if wholly before."""
    frame = dated(events)
    return frame[frame["last_day"] <= pd.Timestamp(day)].reset_index(drop=True)


def days_between(first: str | pd.Timestamp, last: str | pd.Timestamp) -> int:
    """Count the days from one day to another; below zero if the second comes first."""
    return (pd.Timestamp(last) - pd.Timestamp(first)).days
