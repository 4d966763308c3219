"""The time between one event and the next."""

from __future__ import annotations

import pandas as pd

from ..day import dated
from .errors import ArgumentError


def gaps(events: pd.DataFrame) -> pd.DataFrame:
    """Measure the time between one event and the next.

    Unverified events do not end a gap, but a gap that holds one may be no gap at all, so their
    number is given. If a date is imprecise the gap has a range: ``days_min`` from the last possible
    day of the one to the first of the next, ``days_max`` from first to last.

    Args:
        events: rows with ``verified``, ``date`` and ``date_precision``.

    Returns:
        One row for each gap, the longest first: ``start``, ``end``, ``days_min``, ``days_max``,
        ``unverified_inside``.

    Raises:
        ArgumentError: fewer than two verified events.
    """
    every = dated(events)
    sure = every["verified"].astype(bool)
    frame = every[sure].sort_values("first_day", ignore_index=True, kind="stable")
    if len(frame) < 2:
        raise ArgumentError(f"a gap needs two verified events, and there are {len(frame)}.")
    doubtful = every.loc[~sure, "day"]
    before, after = frame.iloc[:-1].reset_index(), frame.iloc[1:].reset_index()
    table = pd.DataFrame(
        {
            "start": before["date"],
            "end": after["date"],
            "days_min": (after["first_day"] - before["last_day"]).dt.days.clip(lower=0),
            "days_max": (after["last_day"] - before["first_day"]).dt.days,
            "unverified_inside": [
                int(doubtful.between(start, end).sum())
                for start, end in zip(before["last_day"], after["first_day"], strict=True)
            ],
        }
    )
    return table.sort_values("days_min", ascending=False, kind="stable", ignore_index=True)
