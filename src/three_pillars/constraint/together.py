"""Did Japan move on sanctions alone, or after a partner?"""

from __future__ import annotations

import pandas as pd

from ..day import dated
from .steps import ACTORS

DIRECTIONS = {"measure": "tightening", "easing": "easing", "lifting": "easing"}
"""Which way a row of each kind goes; announcements and counter-measures are no moves."""


def moves(measures: pd.DataFrame, within: int = 60) -> pd.DataFrame:
    """Tell for each of Japan's moves whether a partner moved the same way shortly before.

    Args:
        measures: the table ``constraint/measures``.
        within: how many days before Japan's move, its own day included.

    Returns:
        Japan's measures, easings and liftings with ``first_day``, ``last_day``, ``direction``
        (tightening, easing), ``together`` (a partner's move surely lies within the days) and
        ``perhaps`` (it may, since a date is known to the month only).
    """
    rows = dated(measures[measures["actor"].isin(ACTORS) & measures["kind"].isin(DIRECTIONS)])
    rows["direction"] = rows["kind"].map(DIRECTIONS)
    own = rows[rows["actor"] == "Japan"].copy()
    partners = rows.loc[rows["actor"] != "Japan", ["direction", "first_day", "last_day"]]
    others = list(partners.itertuples(index=False, name=None))
    length = pd.Timedelta(days=within)
    surely, maybe = [], []
    for way, first, last in own[["direction", "first_day", "last_day"]].itertuples(index=False):
        same = [(start, end) for other, start, end in others if other == way]
        surely.append(any(start >= last - length and end <= first for start, end in same))
        touches = any(end >= first - length and start <= last for start, end in same)
        maybe.append(touches and not surely[-1])
    own["together"] = pd.Series(surely, index=own.index, dtype=bool)
    own["perhaps"] = pd.Series(maybe, index=own.index, dtype=bool)
    return own
