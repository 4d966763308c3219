"""What several judges of this part share: events by what they say, rounds of talks, readouts.

Each takes frames as a judge has loaded them, events with `three_pillars.day.dated()`, and a
criterion, whose window says what counts.
"""

from __future__ import annotations

import pandas as pd

from ...data import Reader, describe, once
from ...day import dated, in_words, last_day
from ...ledger import Criterion, Finding, found_count, found_value
from ...words import counted as number
from ...words import listed

EVENTS = "territory/events"
TOPICS = "argument/meeting_topics"
CONTACTS = "argument/contacts"

STEPS = ("treaty", "agreement", "declaration", "offer")
"""Kinds of events that bring a settlement nearer: something signed, declared or offered."""

NAMED = ("yes", "indirect")
"""What a readout that names a topic is filed as."""


@once
def events(load: Reader) -> pd.DataFrame:
    """Load the events as a reader may see them, dated."""
    return dated(load(EVENTS))


def says(rows: pd.DataFrame, content: str) -> pd.DataFrame:
    """Keep the events with one of the codes of the column ``content``."""
    codes = rows["content"].fillna("").str.split()
    return rows[codes.map(lambda own: content in own).astype(bool)]


def spoken_by(rows: pd.DataFrame, person: str) -> pd.DataFrame:
    """Keep the events that report words of one person."""
    persons = rows["speaker"].fillna("").str.split("; ")
    return rows[persons.map(lambda names: person in names).astype(bool)]


def treaties(rows: pd.DataFrame) -> pd.DataFrame:
    """Keep the treaties between the two states."""
    return rows[(rows["kind"] == "treaty") & (rows["side"] == "both")]


def titles(rows: pd.DataFrame) -> str:
    """List events by title, in quotes."""
    return listed(f"“{title}”" for title in rows["title"])


def on_days(rows: pd.DataFrame) -> str:
    """Say when: "on 10 January 2013 and in May 2015"."""
    dates = rows.sort_values("first_day", kind="stable")["date"].drop_duplicates()
    return listed(("on " if len(date) == 10 else "in ") + in_words(date) for date in dates)


def times(many: int) -> str:
    """Say how often: "once", "twice", "3 times"."""
    return {1: "once", 2: "twice"}.get(many, f"{many} times")


def found(rows: pd.DataFrame, unit: str) -> str:
    """Head of a card for what a selection has: "1 statement found", "0 steps found"."""
    return f"{len(rows)} {unit.removesuffix('s') if len(rows) == 1 else unit} found"


def span(one: Criterion, day: pd.Timestamp) -> str:
    """Say the window of a criterion, as far as it has run: "from 21 July 2014 to 21 July 2015"."""
    return f"from {in_words(one.start())} to {in_words(min(one.end(day), day))}"


def statements(
    rows: pd.DataFrame,
    did: str,
    sought: str,
    unit: str = "statements",
    also: tuple[pd.DataFrame, ...] = (),
) -> Finding:
    """Count what persons said or did; the events are a selection, so there may be more.

    Args:
        rows: the events.
        did: who did what, for the sentence where there are some: "Abe spoke of a treaty".
        sought: what was looked for, where there are none: "words of Abe on a treaty".
        unit: what one is.
        also: other rows that the count rests on.
    """
    sentence = (
        f"{did} {times(len(rows))}: {on_days(rows)}."
        if len(rows)
        else f"No {sought} are among the events of this book, which are a selection."
    )
    return found_count(rows, unit, sentence, whole=False, also=also, figure=found(rows, unit))


def numbered(ministers: pd.DataFrame) -> pd.DataFrame:
    """Keep the numbered rounds of the vice-ministers on a peace treaty, dated and in order."""
    formal = ministers["running_number"].str.startswith("round").fillna(False).astype(bool)
    return dated(ministers[formal]).sort_values("first_day", kind="stable")


def rounds_in(rounds: pd.DataFrame, one: Criterion, day: pd.Timestamp, whole: bool) -> Finding:
    """Count the numbered rounds in a window."""
    rows = one.inside(rounds, day)
    if one.start() >= day:
        sentence = f"The time for new rounds begins after {in_words(one.start())}."
    elif rows.empty:
        before = rounds[rounds["last_day"] < one.start()]
        last = f"; the last before that was {on_days(before.tail(1))}" if len(before) else ""
        sentence = f"No numbered round on a peace treaty was held {span(one, day)}{last}."
    else:
        sentence = (
            f"{number(len(rows), 'numbered round').capitalize()} on a peace treaty "
            f"{'was' if len(rows) == 1 else 'were'} held {span(one, day)}: {on_days(rows)}."
        )
    return found_count(rows, "rounds", sentence, whole=whole, perhaps=one.perhaps(rounds, day))


def on_islands(topics: pd.DataFrame) -> pd.DataFrame:
    """Keep what the readouts say on the islands or a treaty, dated."""
    rows = topics[topics["topic"] == "islands_treaty"]
    days = rows["date"].dt.strftime("%Y-%m-%d")
    return dated(rows.assign(date=days, date_precision="day"))


def share_on_islands(
    topics: pd.DataFrame, one: Criterion, day: pd.Timestamp, whole: bool
) -> Finding:
    """Measure the share of the meetings in a window whose readouts name the islands or a treaty.

    A meeting counts as silent only where both sides' readouts were read to their end; one of which
    a part was not read may have named them, and stands between the bounds.
    """
    rows = one.inside(on_islands(topics), day)
    by_meeting = rows.groupby("meeting_id", sort=False)["named"].agg(list)
    total = len(by_meeting)
    if not total:
        sentence = "No readout of a meeting of Abe and Putin in this time is in the tables."
        return found_value(0, "%", sentence, rows=[rows], whole=False)
    sure = sum(bool(set(both) & set(NAMED)) for both in by_meeting)
    unread = total - sure - sum(both == ["no", "no"] for both in by_meeting)
    sentence = (
        f"Of {number(total, 'meeting')} of Abe and Putin {sure} "
        f"{'has' if sure == 1 else 'have'} a readout that names the islands or a peace treaty"
        + (f"; of {unread} more not every readout was found or read to its end." if unread else ".")
    )
    low, high = 100 * sure / total, 100 * (sure + unread) / total
    figure = f"{sure} of {number(total, 'meeting')}"
    return found_value(
        low, "%", sentence, rows=[rows], low=low, high=high, whole=whole, figure=figure
    )


def treaties_counted(load: Reader, one: Criterion, day: pd.Timestamp) -> tuple[bool, str]:
    """Tell whether treaties are counted to the end of a window, and say so where they are not.

    Returns:
        Whether they are, and a sentence with a space before it, or ``""``.
    """
    end = min(one.end(day), day)
    scope = next(each for each in describe(EVENTS)["complete"] if each["name"] == "treaties")
    counted_to = last_day(scope["to"])
    late = f" Treaties are counted up to {in_words(counted_to)}." if counted_to < end else ""
    return load.whole(EVENTS, "treaties", until=end), late


def bargains(dated_events: pd.DataFrame, one: Criterion, day: pd.Timestamp, whole: bool) -> Finding:
    """Count the treaties in a window: a transfer or a division of land takes one as well."""
    rows = treaties(one.inside(dated_events, day))
    if one.start() >= day:
        sentence = f"Whether a bargain is signed shows after {in_words(day)}."
    elif rows.empty:
        sentence = (
            f"The two states signed no treaty {span(one, day)}, and a transfer or a division takes "
            "one as well."
        )
    else:
        many = number(len(rows), "treaty", "treaties")
        sentence = f"The two states signed {many} {span(one, day)}: {titles(rows)}."
    return found_count(rows, "bargains", sentence, whole=whole)


def offers(dated_events: pd.DataFrame, one: Criterion, day: pd.Timestamp) -> Finding:
    """Count the offers of either side in a window."""
    rows = one.inside(dated_events, day)
    rows = rows[rows["kind"] == "offer"]
    if one.start() >= day:
        sentence = f"Whether offers are made shows after {in_words(day)}."
    elif rows.empty:
        sentence = f"No offer of either side {span(one, day)} is on record."
    else:
        sides = listed(rows["side"].drop_duplicates())
        sentence = (
            f"{number(len(rows), 'offer').capitalize()} {span(one, day)} "
            f"{'is' if len(rows) == 1 else 'are'} on record, from {sides}: {titles(rows)}."
        )
    return found_count(rows, "offers", sentence, whole=False, figure=found(rows, "offers"))


def steps(dated_events: pd.DataFrame, one: Criterion, day: pd.Timestamp) -> Finding:
    """Count what was signed, declared or offered in a window."""
    within = one.inside(dated_events, day)
    rows = within[within["kind"].isin(STEPS)]
    if rows.empty:
        others = number(len(within), "other entry", "other entries")
        last = within.sort_values("first_day", kind="stable").tail(1)
        sentence = (
            f"Among the events of this book, a selection, nothing was signed, declared or offered "
            f"{span(one, day)}; there {'is' if len(within) < 2 else 'are'} {others}"
            + (f", the last {on_days(last)}: {titles(last)}." if len(last) else ".")
        )
    else:
        sentence = (
            f"{number(len(rows), 'step').capitalize()} towards a settlement {span(one, day)} "
            f"{'is' if len(rows) == 1 else 'are'} on record: {titles(rows)}."
        )
    return found_count(
        rows, "steps", sentence, whole=False, also=[within], figure=found(rows, "steps")
    )
