"""Judges of territory/bargain: what Abe wanted, and what he and those near him said."""

from __future__ import annotations

import pandas as pd

from ...data import Reader
from ...day import dated, days_between, in_words
from ...ledger import Finding, found_answer, found_count, judge, window_of
from ...meetings import MINISTERS
from ...words import counted as number
from ...words import listed
from ..names import GROUPS, NAMES
from ._evidence import (
    CONTACTS,
    TOPICS,
    events,
    numbered,
    on_days,
    rounds_in,
    says,
    share_on_islands,
    span,
    spoken_by,
    statements,
    steps,
    titles,
)


@judge("C17")
def wanted_to_settle(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
    """Was Abe convinced that the dispute must be settled? His own words, then his meetings."""
    said = window_of("C17a").inside(events(load), day)
    return {
        "own_words_on_settling": statements(
            spoken_by(says(said, "settle"), "Abe"),
            "Abe called for a settlement, or for the treaty that is lacking,",
            "words of Abe on a settlement or a treaty",
        ),
        "meetings_on_islands_or_treaty": share_on_islands(
            load(TOPICS), window_of("C17b"), day, load.whole(TOPICS, "meetings")
        ),
    }


@judge("C20")
def momentum(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
    """Was there momentum? Steps, rounds, and a visit in preparation, in the time before."""
    one = window_of("C20c")
    contacts = one.inside(dated(load(CONTACTS)), day)
    contacts = contacts[contacts["status"].isin(["held", "announced"])]
    visit = contacts["content"].fillna("").str.contains(r"Putin's (?:official )?visit")
    prepared = contacts[visit.astype(bool)]
    return {
        "steps_in_a_year": steps(events(load), window_of("C20a"), day),
        "formal_rounds_in_a_year": rounds_in(
            numbered(load(MINISTERS)),
            window_of("C20b"),
            day,
            load.whole(MINISTERS, "formal rounds"),
        ),
        "visit_being_prepared": found_answer(
            True if len(prepared) else None,
            f"A visit of Putin was being prepared: {titles(prepared)}, known {on_days(prepared)}."
            if len(prepared)
            else f"No contact that prepared a visit of Putin {span(one, day)} is on record.",
            rows=[prepared if len(prepared) else contacts],
        ),
    }


@judge("C21")
def a_priority(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
    """Did Abe make a handover of the islands a priority? His words, his meetings, his envoys."""
    every = says(events(load), "islands")
    sent = window_of("C21c").inside(every[every["kind"] == "envoy"], day)
    return {
        "own_words_on_the_islands": statements(
            spoken_by(window_of("C21a").inside(every, day), "Abe"),
            "Abe spoke of the ownership of the islands",
            "words of Abe on the ownership of the islands",
        ),
        "meetings_on_islands_or_treaty": share_on_islands(
            load(TOPICS), window_of("C21b"), day, load.whole(TOPICS, "meetings")
        ),
        "envoys_sent": statements(
            sent, "Abe sent an envoy over the islands", "envoys of Abe over the islands", "envoys"
        ),
    }


@judge("C22")
def hinted_at_less(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
    """Had Abe hinted at giving up the demand for all four? His own words, then those near him."""
    every = events(load)
    below = says(every, "below_four")
    near = spoken_by(window_of("C22b").inside(below, day), "Mori")
    answers = every.dropna(subset=["answers"])
    answered_by_tokyo = near["event_id"].isin(answers["answers"])
    kept, disowned = near[~answered_by_tokyo], near[answered_by_tokyo]
    circle = statements(
        kept,
        "Mori spoke of less than all four groups, and no denial is on record,",
        "words of Mori on less than all four groups that the government let stand",
    )
    if len(disowned):
        denied = f"{circle.says} The government denied what he had said {on_days(disowned)}."
        circle = found_count(
            kept, "statements", denied, whole=False, also=[disowned, answers], figure=circle.figure
        )
    return {
        "own_words_below_four": statements(
            spoken_by(window_of("C22a").inside(below, day), "Abe"),
            "Abe spoke of less than all four groups",
            "words of Abe himself on less than all four groups",
        ),
        "words_of_his_circle_below_four": circle,
    }


@judge("C23")
def envoy(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
    """Did Mori go to Moscow as Abe's envoy in early 2013? The record has the day and the letter."""
    every = events(load)
    sent = every[(every["kind"] == "envoy")]
    trips = window_of("C23a").inside(sent, day)
    letters = says(window_of("C23b").inside(sent, day), "letter")
    return {
        "envoy_in_moscow": found_count(
            trips,
            "trips",
            f"{titles(trips)}: {on_days(trips)}."
            if len(trips)
            else f"No trip of an envoy {span(window_of('C23a'), day)} is on record.",
            whole=False,
            figure=in_words(trips["date"].iloc[0]) if len(trips) else "",
        ),
        "carried_a_letter": found_answer(
            True if len(letters) else None,
            f"The envoy carried a letter from Abe {on_days(letters)}."
            if len(letters)
            else "No letter from Abe is on record.",
            rows=[letters],
        ),
    }


@judge("C24")
def floated_a_split(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
    """Did Mori float a split before leaving? He drew a line; what lay on each side is on record."""
    said = window_of("C24a").inside(spoken_by(says(events(load), "split"), "Mori"), day)
    finding = statements(
        said, "Mori spoke of a division of the islands", "words of Mori on a division"
    )
    options = load("territory/options")
    own = options["date"].isin(said["date"]) & options["floated_by"].str.startswith("Mori")
    drawn = options[own].dropna(subset=[f"{group}_share_to_japan" for group in GROUPS])
    if len(drawn):
        line = drawn.iloc[0]
        given = [NAMES[group] for group in GROUPS if line[f"{group}_share_to_japan"] == 1]
        finding = found_count(
            said,
            "statements",
            f"{finding.says} His line left {listed(given)} to Japan.",
            whole=False,
            also=[drawn],
            figure=f"{len(given)} of {len(GROUPS)} groups, {in_words(said['date'].iloc[0])}",
        )
    return {"words_of_mori_on_a_split": finding}


@judge("C25")
def government_kept_its_distance(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
    """Did the government keep its distance and its claim to all four? Look for its answer."""
    every = events(load)
    split = says(every, "split")
    reply = every["answers"].isin(split["event_id"]) & (every["side"] == "Japan")
    replies = window_of("C25a").inside(every[reply], day)
    firm = says(window_of("C25b").inside(every[reply], day), "all_four")
    sentence, figure = "No answer of the government to talk of a division is on record.", ""
    if len(replies):
        first = replies.iloc[0]
        asked = split.set_index("event_id").loc[first["answers"]]
        later = number(days_between(asked["first_day"], first["first_day"]), "day")
        sentence = (
            f"The government answered {asked['speaker']}'s talk of a division {on_days(replies)}, "
            f"{later} after it."
        )
        figure = f"answer after {later}"
    return {
        "replies_of_the_government": found_count(
            replies, "replies", sentence, whole=False, also=[split], figure=figure
        ),
        "reply_claims_all_islands": found_answer(
            bool(len(firm)) if len(replies) else None,
            "The answer holds to the claim to all four groups."
            if len(firm)
            else "No answer that holds to the claim to all four groups is on record.",
            rows=[replies],
        ),
    }
