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
    partners = rows[rows["actor"] != "Japan"]
    length = pd.Timedelta(days=within)
    surely, maybe = [], []
    for move in own.itertuples():
        same = partners[partners["direction"] == move.direction]
        sure = (same["first_day"] >= move.last_day - length) & (same["last_day"] <= move.first_day)
        may = (same["last_day"] >= move.first_day - length) & (same["first_day"] <= move.last_day)
        surely.append(bool(sure.any()))
        maybe.append(bool(may.any()) and not sure.any())
    own["together"] = pd.Series(surely, index=own.index, dtype=bool)
    own["perhaps"] = pd.Series(maybe, index=own.index, dtype=bool)
    return own
