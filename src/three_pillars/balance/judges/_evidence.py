"""What the judges of this part ask the tables more than once."""

from __future__ import annotations

import pandas as pd

from ...commentary import DATE
from ...data import load
from ...meetings import LEADERS, MINISTERS, SECURITY
from ..ties import ABE_RETURNS, meeting_count

JOINT = "balance/joint_activity"
STATEMENTS = "balance/statements"
VOTES = "balance/un_voting"


def statements(claim: str) -> pd.DataFrame:
    """Return the verified statements that bear on a claim."""
    rows = load(STATEMENTS, verified_only=True)
    return rows[rows["claim_id"] == claim]


def votes() -> pd.DataFrame:
    """Return the verified votes and ideal points of the General Assembly."""
    return load(VOTES, verified_only=True)


def to_commentary(leader: str, verified_only: bool = False) -> int:
    """Count a leader's meetings with Putin from Abe's return to the day of the commentary."""
    return meeting_count(
        load(LEADERS), leader, "Putin", ABE_RETURNS, DATE, verified_only=verified_only
    )


def near_japan(kind: str | None = None, since: str = "", until: str = "2100") -> int:
    """Count Russia's and China's joint activities near Japan after one day and up to another."""
    rows = load(JOINT, verified_only=True)
    rows = rows[rows["near_japan"] & (rows["date"] > since) & (rows["date"] <= until)]
    return len(rows if kind is None else rows[rows["kind"] == kind])


def two_plus_two() -> pd.DataFrame:
    """Return the verified sessions of foreign and defence ministers, in order of date."""
    rows = load(MINISTERS)
    return rows[(rows["kind"] == "two_plus_two") & rows["verified"]].sort_values("date")


def two_plus_two_agreed() -> pd.Series:
    """Return the row of the agreement that set up those sessions."""
    rows = load(SECURITY)
    return rows[(rows["status"] == "agreed") & (rows["date"] >= "2013")].iloc[0]


def held(since: str, until: str) -> pd.DataFrame:
    """Return the security contacts held after one day and up to another, as the table has them."""
    rows = load(SECURITY)
    return rows[
        (rows["status"] == "held")
        & rows["verified"]
        & ~rows["disputed"]
        & (rows["date"] > since)
        & (rows["date"] <= until)
    ]
