"""The judge of the chapter ``verdict/synthesis``: did engagement rest on three pillars?"""

from __future__ import annotations

import pandas as pd

from ...data import Reader, once
from ...day import dated, in_words
from ...ledger import Finding, found_count, found_value, judge, missing, window_of
from ...words import counted as how_many
from ..named_topics import named_topics

TOPICS = "argument/meeting_topics"
STATEMENTS = "balance/statements"


@judge("C16")
def three_pillars(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
    """Look for each pillar among the topics named after meetings, and in official texts."""
    return {
        "meetings_on_islands_or_treaty": _share(
            load, day, "C16a", "islands_treaty", "the islands or the treaty"
        ),
        "meetings_on_energy": _share(load, day, "C16b", "energy", "energy"),
        "meetings_on_china": _share(load, day, "C16c", "china", "China"),
        "strategy_in_official_texts": _texts(load, day),
    }


def _share(load: Reader, day: pd.Timestamp, criterion_id: str, topic: str, name: str) -> Finding:
    """Give the share of meetings after which at least one side named a topic."""
    asked = window_of(criterion_id)
    window = asked.start(), min(asked.end(day), day)
    table = _between(load, *window)
    if table.empty:
        return missing("%", "No meeting with its readouts is in the table.")
    one = _named(load, *window).loc[topic]
    meetings, named, perhaps = int(one["meetings"]), int(one["named"]), int(one["perhaps"])
    return found_value(
        100 * named / meetings,
        "%",
        f"At least one side named {name} after {named or 'none'} of "
        f"{how_many(meetings, 'meeting')} up to {in_words(min(asked.end(day), day))}"
        + (
            f"; after {perhaps} more it may have, since a readout was not read whole."
            if perhaps
            else "."
        ),
        rows=[table[table["topic"] == topic]],
        high=100 * (named + perhaps) / meetings,
        whole=load.whole(TOPICS, "meetings"),
        figure=f"{name} after {named} of {meetings} meetings",
    )


@once
def _between(load: Reader, start: pd.Timestamp, end: pd.Timestamp) -> pd.DataFrame:
    table = load(TOPICS)
    dates = pd.to_datetime(table["date"])
    return table[(dates >= start) & (dates <= end)]


@once
def _named(load: Reader, start: pd.Timestamp, end: pd.Timestamp) -> pd.DataFrame:
    return named_topics(_between(load, start, end)).set_index("topic")


def _texts(load: Reader, day: pd.Timestamp) -> Finding:
    """Count Japan's official texts that speak for better ties as a guard in Asia."""
    asked = window_of("C16d")
    table = load(STATEMENTS)
    texts = table[
        (table["speaker_iso3"] == "JPN")
        & table["kind"].astype(str).str.startswith("official_text")
        & (table["claim_id"] == "C45")
        & (table["bearing"] == "for")
    ]
    texts = asked.inside(dated(texts), day)
    listed = "; ".join(f"{in_words(row.date)}, {row.summary}" for row in texts.itertuples())
    return found_count(
        texts,
        "texts",
        f"{how_many(len(texts), 'official text').capitalize()} of Japan "
        f"{'gives' if len(texts) < 2 else 'give'} the strategic environment as a reason for "
        f"closer ties{': ' + listed if listed else ''}.",
        whole=False,
    )
