"""What the judges of this part ask the tables more than once: whose words, and how many in time."""

from __future__ import annotations

import math

import pandas as pd

from ...data import Reader, once
from ...day import dated, in_words
from ...ledger import Finding
from ...ledger.criteria import Criterion
from ...ledger.finding import rests_on
from ...meetings import MINISTERS, SECURITY
from ...words import listed

JOINT = "balance/joint_activity"
STATEMENTS = "balance/statements"
TOPICS = "argument/meeting_topics"

OWN_WORDS = (
    "readout",
    "announcement",
    "statement",
    "official_text",
    "official_text_as_quoted",
    "report_of_official_text",
)
"""Kinds of statement in which a government speaks for itself."""

READINGS = ("analysis", "press_reading")
"""Kinds in which somebody else says what a government had in mind."""


@once
def statements(load: Reader, kinds: tuple[str, ...] = (), **wanted: object) -> pd.DataFrame:
    """Load the verified statements of these kinds, and with these values, in order of date.

    Args:
        load: the reader.
        kinds: ``OWN_WORDS``, ``READINGS`` or others; all where it is empty.
        wanted: values by column, such as ``claim_id="C45", bearing="for"``.
    """
    rows = load(STATEMENTS)
    kept = rows["verified"].to_numpy(bool)
    if kinds:
        kept = kept & rows["kind"].isin(kinds).to_numpy(bool)
    for column, value in wanted.items():
        kept = kept & (rows[column] == value).fillna(False).to_numpy(bool)
    return dated(rows[kept]).sort_values("first_day", kind="stable")


@once
def topics(load: Reader, side: str, topic: str) -> pd.DataFrame:
    """Load what one side's readouts of the meetings say of one topic, a row a meeting."""
    rows = load(TOPICS, verified_only=True)
    rows = rows[(rows["side"] == side) & (rows["topic"] == topic)]
    rows = dated(rows.assign(date_precision="day"))
    return rows.sort_values("first_day", kind="stable")


@once
def two_plus_two(load: Reader) -> pd.DataFrame:
    """Load the sessions of foreign and defence ministers, in order of date."""
    rows = load(MINISTERS, verified_only=True)
    return dated(rows[rows["kind"] == "two_plus_two"]).sort_values("first_day", kind="stable")


@once
def security(load: Reader, status: str, verified_only: bool = True) -> pd.DataFrame:
    """Load the undisputed security contacts of one status (held, agreed, announced), by date."""
    rows = load(SECURITY, verified_only=verified_only)
    rows = rows[(rows["status"] == status) & ~rows["disputed"]]
    return dated(rows).sort_values("first_day", kind="stable")


def in_window(
    criterion: Criterion,
    day: pd.Timestamp,
    what: str,
    *frames: pd.DataFrame,
    name: str = "setting",
    whole: bool = False,
    more: str = "",
    also: tuple[pd.DataFrame, ...] = (),
) -> Finding:
    """Count dated rows in a criterion's window, and name them.

    Args:
        criterion: whose window and unit.
        day: the day on which is judged.
        what: what is counted, as the sentence begins: "Japan's own words that name China".
        frames: rows from `three_pillars.day.dated()`, not yet cut to the window.
        name: the column that names a row in the sentence.
        whole: whether the tables are complete for what is counted.
        more: a second sentence, ending in a full stop.
        also: other rows that the sentence rests on.
    """
    inside = [criterion.inside(rows, day) for rows in frames]
    found = sum(len(rows) for rows in inside)
    maybe = sum(criterion.perhaps(rows, day) for rows in frames)
    rests, later = rests_on(*inside, *also)
    said = [one for rows in inside for one in names(rows, name)]
    listing = f"{found} in the table: {listed(said)}" if found else "none in the table"
    if maybe:
        listing += f", and {maybe} more that may lie outside the time asked"
    if not found and not whole:
        listing += ", which is a selection"
    says = f"{what}: {listing}." + (f" {more}" if more else "")
    high = found + maybe if whole else math.inf
    return Finding(float(found), float(high), criterion.unit, says, rests, True, later)


def names(rows: pd.DataFrame, column: str = "setting") -> list[str]:
    """Name rows with their dates: "Diplomatic Bluebook 2014 (2014)"; a title in quotation marks."""
    said = "“{}” ({})" if column == "title" else "{} ({})"
    return [
        said.format(name, in_words(date))
        for name, date in zip(rows[column], rows["date"], strict=True)
    ]


def more_than_before(
    criterion: Criterion, what: str, rows: pd.DataFrame, *, whole: bool
) -> Finding:
    """Compare the second half of a window with the first: how many more events of one kind.

    Args:
        criterion: whose window, an even number of months, and unit.
        what: what is counted, as the sentence begins.
        rows: events from `three_pillars.day.dated()`.
        whole: whether the table is complete for them; without that the difference is open.
    """
    start, end = criterion.start(), criterion.end(pd.NaT)
    months = (end.year - start.year) * 12 + end.month - start.month
    middle = end - pd.DateOffset(months=months // 2)
    early, early_maybe = _between(rows, start, middle)
    late, late_maybe = _between(rows, middle, end)
    change = len(late) - len(early)
    says = (
        f"{what}: {len(late)} in the {months // 2} months to {in_words(end)}"
        f"{_dates(late)}, {len(early)} in the {months // 2} months before{_dates(early)}."
    )
    low, high = change - early_maybe, change + late_maybe
    rests, later = rests_on(early, late)
    if not whole:
        low, high = -math.inf, math.inf
    figure = f"{len(early)} → {len(late)} {criterion.unit}"
    return Finding(float(low), float(high), criterion.unit, says, rests, False, later, figure)


def _between(
    rows: pd.DataFrame, after: pd.Timestamp, until: pd.Timestamp
) -> tuple[pd.DataFrame, int]:
    """Keep the events surely after one day and up to another, and count those on an edge."""
    sure = rows[(rows["first_day"] > after) & (rows["last_day"] <= until)]
    touch = (rows["last_day"] > after) & (rows["first_day"] <= until)
    return sure, int(touch.sum()) - len(sure)


def _dates(rows: pd.DataFrame) -> str:
    return f" ({listed(in_words(date) for date in rows['date'])})" if len(rows) else ""
