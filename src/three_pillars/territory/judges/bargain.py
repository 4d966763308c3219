"""Judges of territory/bargain: talks, treaties, and whether a bargain was within reach."""

from __future__ import annotations

import pandas as pd

from ...data import Reader
from ...day import dated, in_words
from ...ledger import Finding, found_answer, found_count, found_value, judge, window_of
from ...meetings import MINISTERS
from ...words import counted as number
from ._evidence import (
    CONTACTS,
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
    span,
    spoken_by,
    statements,
    steps,
    titles,
    treaties,
    treaties_counted,
)


@judge("C26")
def never_one_sided(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
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
    polls = (
        window_of("C26c").inside(dated(opinion[own]), day).sort_values("last_day", kind="stable")
    )
    if polls.empty:
        none = "No poll in Russia that bears on a transfer is on record."
        return found_value(0, "%", none, rows=[polls], whole=False)
    low, high = float(polls["share_pct"].min()), float(polls["share_pct"].max())
    last = polls.iloc[-1]
    many = number(len(polls), "poll")
    sentence = (
        f"In {many} in Russia {low:g}% were against a transfer"
        if low == high
        else f"In {many} in Russia {low:g} to {high:g}% were against a transfer"
    )
    sentence += (
        f", by questions that differ; in the last, of {in_words(last['date'])}, "
        f"{last['share_pct']:g}% chose “{last['answer']}” ({last['pollster']})."
        if len(polls) > 1
        else f": in {in_words(last['date'])} they chose “{last['answer']}” ({last['pollster']})."
    )
    return found_value(float(last["share_pct"]), "%", sentence, rows=[polls], low=low, high=high)


@judge("C27")
def quiet_talks(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
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
def why_no_treaty(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
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
def grand_bargain_in_reach(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
    """Was a large bargain within reach while Abe was in office? By his last day, was there one?"""
    every = events(load)
    whole = load.whole(EVENTS, "treaties")
    return {
        "bargains_signed": bargains(every, window_of("C29a"), day, whole),
        "offers_from_both_sides": offers(every, window_of("C29b"), day),
    }


@judge("C30")
def riper_than_ever(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
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
def a_new_chance(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
    """Had a chance for a large bargain newly opened? Was it taken, and what went before?"""
    every = events(load)
    whole = load.whole(EVENTS, "treaties")
    return {
        "bargains_signed": bargains(every, window_of("C52a"), day, whole),
        "new_steps_before": steps(every, window_of("C52b"), day),
        "offers_from_both_sides": offers(every, window_of("C52c"), day),
    }
