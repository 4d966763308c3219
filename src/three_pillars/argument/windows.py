"""Contacts before and after an event, and by half-year."""

from __future__ import annotations

import pandas as pd

from ..day import dated, in_words
from ..words import counted
from .errors import ArgumentError


def window(events: pd.DataFrame, at: str | pd.Timestamp, months: int) -> pd.DataFrame:
    """Count contacts before and after an event, by kind.

    The window before runs from ``months`` earlier up to the eve, the window after from the day
    itself to the eve of the same day ``months`` later. A verified event whose date, as far as it is
    known, lies wholly inside is sure. If it only may lie inside (its month straddles an edge) it is
    set apart as ``perhaps``, on both sides where both are possible. Unverified events are set apart
    too.

    Args:
        events: rows with ``kind``, ``verified``, ``date`` and ``date_precision``.
        at: the day of the event.
        months: length of each window, one or more.

    Returns:
        Two rows for each kind: ``kind``, ``side``, ``contacts`` (the sure ones), ``perhaps``,
        ``unverified``.

    Raises:
        ArgumentError: the window has no length, or no contact falls into it.
    """
    if months < 1:
        raise ArgumentError(f"a window needs one month or more, not {months}.")
    day = pd.Timestamp(at)
    step = pd.DateOffset(months=months)
    eve = pd.Timedelta(days=1)
    sides = {"before": (day - step, day - eve), "after": (day, day + step - eve)}
    frame = dated(events)
    rows = []
    for kind, group in frame.groupby("kind", sort=False):
        for side, (start, end) in sides.items():
            touches = (group["last_day"] >= start) & (group["first_day"] <= end)
            inside = (group["first_day"] >= start) & (group["last_day"] <= end)
            rows.append(
                {
                    "kind": kind,
                    "side": side,
                    "contacts": int((inside & group["verified"]).sum()),
                    "perhaps": int((touches & ~inside & group["verified"]).sum()),
                    "unverified": int((touches & ~group["verified"]).sum()),
                }
            )
    table = pd.DataFrame(rows, columns=["kind", "side", "contacts", "perhaps", "unverified"])
    if not table[["contacts", "perhaps", "unverified"]].to_numpy().sum():
        raise ArgumentError(
            f"no contact is on record in the {counted(months, 'month')} before or after "
            f"{in_words(day)}; take a longer window or another event."
        )
    return table


def half_years(events: pd.DataFrame, start: int, end: int) -> pd.DataFrame:
    """Count verified contacts by kind and half-year; what may fall into two halves is left out.

    Args:
        events: rows with ``kind``, ``verified``, ``date`` and ``date_precision``.
        start: first year.
        end: last year, included.

    Returns:
        One row for each kind and half-year, such as ``"2013 I"``: ``kind``, ``half``, ``contacts``.
    """
    frame = dated(events[events["verified"]])
    label = frame["first_day"].map(_half)
    sure = frame[(label == frame["last_day"].map(_half))].assign(half=label)
    halves = [f"{year} {half}" for year in range(start, end + 1) for half in ("I", "II")]
    table = sure.groupby(["kind", "half"]).size().rename("contacts")
    full = pd.MultiIndex.from_product(
        [list(dict.fromkeys(frame["kind"])), halves], names=["kind", "half"]
    )
    return table.reindex(full, fill_value=0).reset_index()


def _half(day: pd.Timestamp) -> str:
    return f"{day.year} {'I' if day.month <= 6 else 'II'}"
