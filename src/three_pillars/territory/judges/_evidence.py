"""What several judges of this part read: events, rounds of talks and polls."""

from __future__ import annotations

import pandas as pd

from ...data import load
from ...day import COMMENTARY, dated
from ...meetings import MINISTERS, TERMS, term

YEAR_BEFORE = f"{COMMENTARY - pd.DateOffset(years=1):%Y-%m-%d}"
DAY_AFTER = f"{COMMENTARY + pd.DateOffset(days=1):%Y-%m-%d}"
YEAR_AFTER = f"{COMMENTARY + pd.DateOffset(years=1):%Y-%m-%d}"


def term_of_abe() -> tuple[str, str]:
    """Read the first and the last day of Abe's later cabinets."""
    mine = term(load(TERMS), "Abe", "prime_minister", "2012")
    return f"{mine['date_start']:%Y-%m-%d}", f"{mine['date_end']:%Y-%m-%d}"


def events_between(first: str, last: str) -> pd.DataFrame:
    """Load the verified events from one day to another; those of a month or year count whole."""
    rows = dated(load("territory/events", verified_only=True))
    return rows[(rows["first_day"] >= first) & (rows["last_day"] <= last)]


def events_after(day: str) -> pd.DataFrame:
    """Load the verified events that surely came after a day."""
    rows = dated(load("territory/events", verified_only=True))
    return rows[rows["first_day"] > day]


def event(title: str) -> pd.Series:
    """Find the one event with a title."""
    rows = load("territory/events", verified_only=True)
    return rows[rows["title"] == title].iloc[0]


def formal_rounds() -> pd.DataFrame:
    """Load the formal rounds of the vice-ministers on a peace treaty, in order."""
    meetings = load(MINISTERS, verified_only=True)
    formal = meetings["running_number"].str.startswith("round").fillna(False).astype(bool)
    return meetings[formal].sort_values("date")


def poll(pollster: str, year: str, answer: str) -> float:
    """Read what share of those asked gave an answer in a pollster's first poll of a year, in %."""
    polls = load("territory/opinion", verified_only=True)
    mine = polls[(polls["pollster"] == pollster) & (polls["answer"] == answer)]
    return float(mine[mine["date"].str.startswith(year)]["share_pct"].iloc[0])


def count_of(rows: pd.DataFrame, kind: str) -> int:
    """Count the events of one kind."""
    return int((rows["kind"] == kind).sum())
