"""What the judges of this part ask the tables more than once."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from ...data import load
from ...day import COMMENTARY, dated, until
from ...meetings import LEADERS, pair, presidents
from ..contacts import all_contacts
from ..windows import window

MILESTONES = "argument/milestones"
POLLS = "argument/approval"


def summits() -> pd.DataFrame:
    """Return Japan's meetings with Russia's president, with the columns of ``dated()``."""
    return dated(presidents(pair(load(LEADERS), "JPN-RUS")))


def abe_putin(second_term: bool = False) -> pd.DataFrame:
    """Return the meetings of Abe and Putin up to the commentary, or those since Abe's return."""
    held = until(load(LEADERS), COMMENTARY)
    held = held[held["abe_putin_number"].notna()]
    return held[held["year"] >= 2012] if second_term else held


def milestone(name: str) -> pd.Timestamp:
    """Return the day of a milestone, such as ``"crimea"``."""
    table = load(MILESTONES).set_index("milestone_id")
    return pd.Timestamp(table.loc[name, "date"])


def sides(at: pd.Timestamp, months: int, kinds: Sequence[str] | None = None) -> dict[str, int]:
    """Count the sure contacts ``before`` and ``after`` a day, of all kinds or of some."""
    events = all_contacts()
    if kinds:
        events = events[events["kind"].isin(kinds)]
    table = window(events, at, months)
    return table.groupby("side")["contacts"].sum().to_dict()
