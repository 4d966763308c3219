"""What the judges of this part share: rows in a window, dates in sentences, meetings that count."""

from __future__ import annotations

import pandas as pd

from ...data import Reader
from ...day import dated, in_words
from ...ledger.criteria import Criterion
from ...meetings import LEADERS
from ...words import listed

MEASURES = "constraint/measures"
LISTINGS = "constraint/listings"
RESULTS = "constraint/results"
STATEMENTS = "balance/statements"
TOPICS = "argument/meeting_topics"

JAPAN = "Japan"
ANSWERS = "Russia's answers to Japan"
"""Scopes in which the table of measures is complete."""

PAIR = "Japan and Russia"
"""The scope in which the table of leaders' meetings is complete."""


def span(criterion: Criterion, day: pd.Timestamp) -> str:
    """Say the window as far as it has run: "from 18 March 2014 to 21 July 2015".

    On its first day, which the ledger names before the sentence, it is "on the day itself".
    """
    start, end = criterion.start(), min(criterion.end(day), day)
    if start >= end:
        return "on the day itself"
    return f"from {in_words(start)} to {in_words(end)}"


def at_first(criterion: Criterion, day: pd.Timestamp) -> str:
    """Say the window at the beginning of a sentence."""
    words = span(criterion, day)
    return words[0].upper() + words[1:]


def on_dates(rows: pd.DataFrame) -> str:
    """List the dates of rows in brackets, in order; "" without rows."""
    return f" ({listed(in_words(date) for date in sorted(rows['date']))})" if len(rows) else ""


def inside(rows: pd.DataFrame, criterion: Criterion, day: pd.Timestamp) -> tuple[pd.DataFrame, int]:
    """Keep the rows that surely happened in a window, and count those that perhaps did.

    Perhaps stands for two doubts: the date is known to the month and touches the edge of the
    window, or the row is not verified.

    Args:
        rows: events with ``date``, ``date_precision`` and ``verified``.
        criterion: the criterion whose window counts.
        day: the day on which is judged.
    """
    events = rows if "first_day" in rows else dated(rows)
    start, end = criterion.start(), min(criterion.end(day), day)
    whole = (events["first_day"] >= start) & (events["last_day"] <= end)
    touch = (events["last_day"] >= start) & (events["first_day"] <= end)
    kept = events[whole & events["verified"]]
    return kept, int(touch.sum()) - len(kept)


def taken(load: Reader, *kinds: str) -> pd.DataFrame:
    """Return Japan's rows of some kinds, measures by default."""
    table = load(MEASURES)
    return table[(table["actor"] == JAPAN) & table["kind"].isin(kinds or ("measure",))]


def leaders_met(load: Reader) -> pd.DataFrame:
    """Return the meetings of Japan's prime minister with Russia's president."""
    table = load(LEADERS)
    return table[(table["pair"] == "JPN-RUS") & (table["counterpart_role"] != "prime minister")]


def statements(load: Reader, claim_id: str) -> pd.DataFrame:
    """Return what is on record of words about a claim, a selection."""
    table = load(STATEMENTS)
    return table[table["claim_id"] == claim_id]


def whole_years(criterion: Criterion, day: pd.Timestamp) -> list[int]:
    """Return the calendar years that lie wholly in a window, as far as it has run."""
    start, end = criterion.start(), min(criterion.end(day), day)
    first = start.year if (start.month, start.day) == (1, 1) else start.year + 1
    last = end.year if (end.month, end.day) == (12, 31) else end.year - 1
    return list(range(first, last + 1))
