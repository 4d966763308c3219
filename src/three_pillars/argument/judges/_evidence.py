"""What the judges of this part ask the tables more than once."""

from __future__ import annotations

import math
from collections.abc import Iterable

import pandas as pd

from ...data import Reader, once
from ...day import COMMENTARY_WORDS, dated, in_words
from ...ledger import Finding, found_value, missing
from ...ledger.criteria import Criterion
from ...ledger.finding import rests_on
from ...meetings import LEADERS, MINISTERS, pair, presidents
from ...words import counted as how_many
from ...words import listed

MILESTONES = "argument/milestones"
POLLS = "argument/approval"
CONTACTS = "argument/contacts"

ABE_PUTIN = "Abe and Putin"
KISHIDA_LAVROV = "Kishida and Lavrov"

VISIT = r"Putin's (?:official )?visit"
"""How the notes of contacts speak of a visit of the president."""


@once
def summits(load: Reader) -> pd.DataFrame:
    """Return Japan's meetings with Russia's president, with the columns of ``dated()``."""
    return dated(presidents(pair(load(LEADERS), "JPN-RUS"))).sort_values("first_day", kind="stable")


@once
def ministers(load: Reader, *kinds: str) -> pd.DataFrame:
    """Return the meetings in person below the leaders, of all kinds or of some."""
    met = load(MINISTERS)
    met = met[met["in_person"] & (met["kind"].isin(kinds) if kinds else True)]
    return dated(met).sort_values("first_day", kind="stable")


@once
def contacts(load: Reader, *states: str) -> pd.DataFrame:
    """Return the other contacts that have one of these states, such as ``"announced"``."""
    table = load(CONTACTS)
    return dated(table[table["status"].isin(states)]).sort_values("first_day", kind="stable")


@once
def milestone(load: Reader, name: str) -> pd.DataFrame:
    """Return the row of a milestone with the columns of ``dated()``; no row if it is not known."""
    table = load(MILESTONES)
    return dated(table[table["milestone_id"] == name])


def complete(load: Reader) -> bool:
    """Tell whether the meetings of Abe and Putin and those of their ministers are complete."""
    return load.whole(LEADERS, ABE_PUTIN) and load.whole(MINISTERS, KISHIDA_LAVROV)


def tally(
    number: int,
    unit: str,
    says: str,
    rows: Iterable[pd.DataFrame],
    *,
    whole: bool = False,
    perhaps: int = 0,
    figure: str = "",
) -> Finding:
    """Count what is no row of one table: kinds, reasons, rows of several tables together.

    Args:
        number: how many there are.
        unit: what they are, in the plural.
        says: the sentence.
        rows: the rows that the count rests on.
        whole: whether the tables are complete for it.
        perhaps: how many more there may be.
        figure: the finding in a few words.
    """
    rests, later = rests_on(*rows)
    high = number + perhaps if whole else math.inf
    return Finding(float(number), float(high), unit, says, rests, True, later, figure)


def days(rows: pd.DataFrame) -> str:
    """List the dates of rows as prose has them, each once."""
    return listed(dict.fromkeys(in_words(date) for date in rows["date"]))


def in_brackets(rows: pd.DataFrame) -> str:
    """Return the dates of rows in brackets with a space before, or nothing without rows."""
    return f" ({days(rows)})" if len(rows) else ""


def around_crimea(load: Reader, day: pd.Timestamp, asked: Criterion) -> Finding:
    """Compare meetings of leaders and foreign ministers after Crimea with those before.

    Returns:
        The ratio of both counts. Its low is nought where the window begins before the lists are
        complete: more meetings then could only lower it.
    """
    unit = "ratio"
    turn, back = milestone(load, "crimea"), milestone(load, "abe_returns")
    if turn.empty or back.empty:
        return missing(unit, "No day of Japan's first measures over Crimea is in the table.")
    crimea = turn["first_day"].iloc[0]
    tops, below = summits(load), ministers(load, "foreign_ministers")
    tops, below = asked.inside(tops, day), asked.inside(below, day)
    before = sum(int((rows["last_day"] < crimea).sum()) for rows in (tops, below))
    after = sum(int((rows["first_day"] >= crimea).sum()) for rows in (tops, below))
    says = (
        f"Leaders and foreign ministers had {how_many(before, 'meeting')} from "
        f"{in_words(asked.start())} to the eve of {in_words(crimea)}, and "
        f"{how_many(after, 'meeting')} from then to {COMMENTARY_WORDS}."
    )
    if not before:
        return missing(unit, says)
    early = asked.start() < back["first_day"].iloc[0]
    return found_value(
        after / before,
        unit,
        says,
        rows=[tops, below, turn],
        low=0.0 if early else None,
        whole=complete(load),
        figure=f"{before} → {after} meetings",
    )


def rate(
    load: Reader, day: pd.Timestamp, asked: Criterion, since: pd.Timestamp, whom: str
) -> Finding:
    """Set Abe's meetings a year with the president since his return beside those before.

    The list before his return is a selection: a meeting that it lacks could only lower the ratio,
    so that verified rows alone give its high.

    Args:
        load: the reader.
        day: the day on which is judged.
        asked: the criterion; Abe's time begins with his return and ends with its window.
        since: first day of the time before.
        whom: who governed then, for the sentence.
    """
    unit = "ratio"
    back = milestone(load, "abe_returns")
    if back.empty:
        return missing(unit, "The day of Abe's return is not in the table.")
    start, end = back["first_day"].iloc[0], min(asked.end(day), day)
    tops = summits(load)
    own = tops[(tops["first_day"] >= start) & (tops["last_day"] <= end)]
    earlier = tops[(tops["last_day"] >= since) & (tops["last_day"] < start)]
    sure = earlier[earlier["verified"] & (earlier["first_day"] >= since)]
    pace = len(own) / ((end - start).days / 365.25)
    years = (start - since).days / 365.25
    unsure = len(earlier) - len(sure)
    says = (
        f"From {in_words(start)} to {in_words(end)} Abe had {how_many(len(own), 'meeting')} with "
        f"Russia's president, {pace:.1f} a year; {whom} had {len(earlier)}, "
        f"{len(earlier) / years:.1f} a year"
        + (f", {unsure} of them uncertain or known to the month only." if unsure else ".")
    )
    if sure.empty:
        return missing(unit, says)
    return found_value(
        pace / (len(earlier) / years),
        unit,
        says,
        rows=[own, earlier, back],
        low=0.0,
        high=pace / (len(sure) / years),
        whole=load.whole(LEADERS, ABE_PUTIN),
        figure=f"{pace:.1f} meetings a year, {len(earlier) / years:.1f} before",
    )


def visits_spoken_of(load: Reader, day: pd.Timestamp, asked: Criterion) -> pd.DataFrame:
    """Return the contacts in a window that speak of a visit of the president to come."""
    table = asked.inside(contacts(load, "announced", "held", "held_phone"), day)
    return table[table["content"].str.contains(VISIT, na=False)]


def spoken(rows: pd.DataFrame) -> str:
    """Say what contacts spoke of: "24 June 2015 (NHK: to prepare Putin's visit)"."""
    pairs = zip(rows["date"], rows["content"], strict=True)
    return listed(f"{in_words(date)} ({content})" for date, content in pairs)


def times(number: int) -> str:
    """Say how often: "never", "once", "3 times"."""
    return {0: "never", 1: "once"}.get(number, f"{number} times")
