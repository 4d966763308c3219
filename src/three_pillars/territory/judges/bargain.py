"""Judges of the claims of chapter territory/bargain: can the islands be split?"""

from __future__ import annotations

import pandas as pd

from ...data import Reader
from ...day import dated, days_between, in_words
from ...ledger import Finding, found_answer, found_count, found_value, judge, window_of
from ...meetings import MINISTERS
from ...words import counted as number
from ...words import listed
from ..names import GROUPS, NAMES
from ._evidence import (
    EVENTS,
    NAMED,
    TOPICS,
    bargains,
    events,
    found,
    numbered,
    offers,
    on_days,
    on_islands,
    rounds_in,
    says,
    share_on_islands,
    span,
    spoken_by,
    statements,
    steps,
    titles,
    treaties,
    treaties_counted,
)

Findings = dict[str, Finding]

CONTACTS = "argument/contacts"


@judge("C17")
def wanted_to_settle(load: Reader, day: pd.Timestamp) -> Findings:
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
def momentum(load: Reader, day: pd.Timestamp) -> Findings:
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
def a_priority(load: Reader, day: pd.Timestamp) -> Findings:
    """Did Abe make a return of the islands a priority? His words, his meetings, his envoys."""
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
def hinted_at_less(load: Reader, day: pd.Timestamp) -> Findings:
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
        denied = f"{circle.says} It denied what he had said {on_days(disowned)}."
        denied = denied.replace(" It denied", " The government denied")
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
def envoy(load: Reader, day: pd.Timestamp) -> Findings:
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
def floated_a_split(load: Reader, day: pd.Timestamp) -> Findings:
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
def government_kept_its_distance(load: Reader, day: pd.Timestamp) -> Findings:
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


@judge("C26")
def never_one_sided(load: Reader, day: pd.Timestamp) -> Findings:
    """Would Russia never accept a one-sided handover, and did Abe know? Words, polls, treaties."""
    every = events(load)
    draw = says(every, "no_loser")
    refused = window_of("C26a").inside(draw[draw["side"].isin(["Russia", "both"])], day)
    signed = treaties(window_of("C26d").inside(every, day))
    whole, late = treaties_counted(load, window_of("C26d"), day)
    return {
        "russian_words_of_refusal": statements(
            refused,
            "Moscow spoke of an outcome without a loser, a draw,",
            "words of Moscow that refuse an outcome with a loser",
        ),
        "own_words_that_he_knew": statements(
            spoken_by(window_of("C26b").inside(draw, day), "Abe"),
            "Abe spoke of an outcome without a loser",
            "words of Abe himself that show that he knew it",
        ),
        "russians_against_a_transfer": _against(load("territory/opinion"), day),
        "handovers_signed": found_count(
            signed,
            "treaties",
            f"The two states signed {number(len(signed), 'treaty', 'treaties')} "
            f"{span(window_of('C26d'), day)}"
            + (f": {titles(signed)}." if len(signed) else ", so no handover.")
            + late,
            whole=whole,
        ),
    }


def _against(opinion: pd.DataFrame, day: pd.Timestamp) -> Finding:
    """Measure the share of Russians against a transfer: from the lowest to the highest poll."""
    own = (opinion["respondents"] == "Russia") & (opinion["stance"] == "against")
    polls = window_of("C26c").inside(dated(opinion[own]), day).sort_values("last_day")
    if polls.empty:
        none = "No poll in Russia that bears on a transfer is on record."
        return found_value(0, "%", none, rows=[polls], whole=False)
    low, high = float(polls["share_pct"].min()), float(polls["share_pct"].max())
    last = polls.iloc[-1]
    many = number(len(polls), "poll")
    sentence = (
        f"In {many} in Russia {low:g} % were against a transfer"
        if low == high
        else f"In {many} in Russia {low:g} to {high:g} % were against a transfer"
    )
    sentence += (
        f", by questions that differ; in the last, of {in_words(last['date'])}, "
        f"{last['share_pct']:g} % chose “{last['answer']}” ({last['pollster']})."
        if len(polls) > 1
        else f": in {in_words(last['date'])} they chose “{last['answer']}” ({last['pollster']})."
    )
    return found_value(float(last["share_pct"]), "%", sentence, rows=[polls], low=low, high=high)


@judge("C27")
def quiet_talks(load: Reader, day: pd.Timestamp) -> Findings:
    """Did the two sides keep up talks? Rounds, and meetings whose readouts name the treaty."""
    one = window_of("C27a")
    topics = one.inside(on_islands(load(TOPICS)), day)
    named = topics[topics["named"].isin(NAMED)].drop_duplicates("meeting_id")
    rounds = numbered(load(MINISTERS))
    held = one.inside(rounds, day)
    contacts = one.inside(dated(load(CONTACTS)), day)
    put_off = contacts["status"].isin(["postponed", "cancelled", "not_held"])
    off = contacts[put_off & (contacts["kind"] == "vice_ministers")]
    columns = ["date", "first_day"]
    both = pd.concat([named[columns], held[columns]])
    sentence = (
        f"The record has {number(len(held), 'numbered round')} and "
        f"{number(len(named), 'meeting')} of the leaders with a readout that names the islands or "
        f"a peace treaty {span(one, day)}"
        + (f": {on_days(both)}." if len(both) else ".")
        + (f" Vice-ministers' talks were put off {on_days(off)}." if len(off) else "")
    )
    return {
        "contacts_on_a_treaty_in_a_year": found_count(
            both,
            "contacts",
            sentence,
            whole=False,
            also=[named, held, off],
            figure=found(both, "contacts"),
        ),
        "rounds_resumed": rounds_in(
            rounds, window_of("C27b"), day, load.whole(MINISTERS, "formal rounds")
        ),
    }


@judge("C28")
def why_no_treaty(load: Reader, day: pd.Timestamp) -> Findings:
    """Is the dispute why no treaty closed the war? Effect, tie, order in time, and a rival."""
    every = events(load)
    signed = treaties(window_of("C28a").inside(every, day))
    ties = says(window_of("C28b").inside(every, day), "ties")
    older = says(window_of("C28c").inside(every, day), "disputed")
    rival = says(window_of("C28d").inside(every, day), "alliance")
    first_put_off = in_words(window_of("C28c").end(day))
    whole, late = treaties_counted(load, window_of("C28a"), day)
    return {
        "peace_treaties": found_count(
            signed,
            "treaties",
            f"The two states signed {number(len(signed), 'peace treaty', 'peace treaties')} "
            f"{span(window_of('C28a'), day)}"
            + (f": {titles(signed)}." if len(signed) else ".")
            + late,
            whole=whole,
        ),
        "documents_that_tie_treaty_to_islands": found_count(
            ties,
            "documents",
            f"{number(len(ties), 'document').capitalize()} of both "
            f"{'make' if len(ties) > 1 else 'makes'} the islands a matter of the treaty"
            + (f": {titles(ties)}." if len(ties) else ", as far as the events of this book go."),
            whole=False,
            figure=found(ties, "documents"),
        ),
        "dispute_is_older": found_answer(
            True if len(older) else None,
            f"The islands were in dispute {on_days(older)}, before the treaty was put off on "
            f"{first_put_off}."
            if len(older)
            else f"No quarrel over the islands before {first_put_off} is on record.",
            rows=[older],
        ),
        "other_conditions_on_record": found_count(
            rival,
            "conditions",
            f"On record {'is' if len(rival) < 2 else 'are'} "
            f"{number(len(rival), 'condition or warning', 'conditions or warnings')} over Japan's "
            "alliance" + (f": {titles(rival)}." if len(rival) else "."),
            whole=False,
            figure=found(rival, "conditions"),
        ),
    }


@judge("C29")
def grand_bargain_in_reach(load: Reader, day: pd.Timestamp) -> Findings:
    """Was a large bargain within reach while Abe was in office? By his last day, was there one?"""
    every = events(load)
    whole = load.whole(EVENTS, "treaties")
    return {
        "bargains_signed": bargains(every, window_of("C29a"), day, whole),
        "offers_from_both_sides": offers(every, window_of("C29b"), day),
    }


@judge("C30")
def riper_than_ever(load: Reader, day: pd.Timestamp) -> Findings:
    """Did both sides say that the time was better than ever? Read the statements of that year."""
    every = events(load)
    return {
        "russian_words_better_than_ever": _riper(every, day, "C30a", "Russia", "Moscow"),
        "japanese_words_better_than_ever": _riper(every, day, "C30b", "Japan", "Tokyo"),
    }


def _riper(events: pd.DataFrame, day: pd.Timestamp, criterion: str, side: str, who: str) -> Finding:
    heard = window_of(criterion).inside(events[events["side"] == side], day)
    riper = says(heard, "best_time")
    finding = statements(
        riper,
        f"{who} said that the time was better than ever",
        f"words of {who} that the time was better than ever",
    )
    if len(riper):
        return finding
    others = number(len(heard), "other entry", "other entries")
    searched = (
        f"{finding.says} For that year they have {others} of {side}'s"
        + (f": {titles(heard)}." if len(heard) else ".")
    )  # fmt: skip
    return found_count(
        riper, "statements", searched, whole=False, also=[heard], figure=found(riper, "statements")
    )


@judge("C52")
def a_new_chance(load: Reader, day: pd.Timestamp) -> Findings:
    """Had a chance for a large bargain newly opened? Was it taken, and what went before?"""
    every = events(load)
    whole = load.whole(EVENTS, "treaties")
    return {
        "bargains_signed": bargains(every, window_of("C52a"), day, whole),
        "new_steps_before": steps(every, window_of("C52b"), day),
        "offers_from_both_sides": offers(every, window_of("C52c"), day),
    }
