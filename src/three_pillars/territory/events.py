"""Dated events on the islands, by kind."""

from __future__ import annotations

import pandas as pd

from ..data import load
from ..day import dated
from .errors import TerritoryError

KINDS = {
    "Treaties, agreements, declarations": ("treaty", "agreement", "declaration"),
    "Summits and envoys": ("summit", "envoy"),
    "Offers": ("offer",),
    "Statements": ("statement",),
    "One-sided acts and war": ("unilateral", "war"),
}
"""Kinds of events as a reader may choose them."""


def events_of(kind: str, events: pd.DataFrame | None = None) -> pd.DataFrame:
    """List the events of one kind from the first to the last, ready to be drawn as a list.

    Args:
        kind: one of `KINDS`.
        events: rows of ``territory/events``; the verified ones by default.

    Returns:
        ``date``, ``title``, ``side``, ``known_to``, ``first_day``, ``last_day``, both as years with
        decimals (``from_year``, ``to_year``), and ``height``: where the event stands in the list,
        from 0 (first) to 1 (last).

    Raises:
        TerritoryError: the kind is unknown.
    """
    if kind not in KINDS:
        raise TerritoryError(f"there is no kind '{kind}'; choose from {', '.join(KINDS)}.")
    events = load("territory/events", verified_only=True) if events is None else events
    rows = dated(events[events["kind"].isin(KINDS[kind])]).sort_values("first_day", kind="stable")
    rows = rows.rename(columns={"date_precision": "known_to"}).reset_index(drop=True)
    rows["height"] = ((rows.index + 0.5) / len(rows)).round(4)
    for day, year in (("first_day", "from_year"), ("last_day", "to_year")):
        at = rows[day].dt
        rows[year] = (at.year + (at.day_of_year - 1) / 365.25).round(2)
        rows[day] = at.strftime("%Y-%m-%d")
    days = ["first_day", "last_day", "from_year", "to_year"]
    return rows[["date", "title", "side", "known_to", *days, "height"]]
