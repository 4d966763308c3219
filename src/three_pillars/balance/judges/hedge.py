"""Judges of balance/hedge: ties of security between Japan and Russia."""

from __future__ import annotations

import pandas as pd

from ...data import Reader
from ...day import in_words, month_in_words
from ...ledger import Finding, found_answer, judge, window_of
from ...meetings import MINISTERS
from ...words import counted as how_many
from ...words import listed
from ._evidence import OWN_WORDS, READINGS, in_window, names, security, statements, two_plus_two
from ._measured import first_agreements, items_agreed_and_done


@judge("C06")
def border_drill(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
    """Was a drill due near Sakhalin in July 2015, and did contacts go on after Crimea?"""
    asked = window_of("C06a")
    planned = security(load, "announced", verified_only=False)
    planned = planned[planned["category"] == "coast_guard_drill"]
    planned = planned[
        (planned["first_day"] >= asked.start()) & (planned["last_day"] <= asked.end(day))
    ]
    return {
        "drill_announced_near_sakhalin": in_window(
            asked,
            day,
            "Drills near Sakhalin announced for that month",
            statements(load, ("announcement",), claim_id="C06", bearing="for"),
            more=" ".join(
                f"Of {name} no report after the event was found."
                for name in names(planned, "title")
            ),
            also=(planned,),
        ),
        "security_contacts_held_since_crimea": in_window(
            window_of("C06b"),
            day,
            "Drills and visits of forces held from Crimea to the commentary",
            security(load, "held"),
            name="title",
        ),
    }


@judge("C37")
def spill_over(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
    """Did momentum carry over from the economy? The effect, the order, and the rival cause."""
    agreed = security(load, "agreed")
    return {
        "new_security_agreements": in_window(
            window_of("C37a"),
            day,
            "New agreements on security from Abe's visit to Crimea",
            agreed,
            name="title",
        ),
        "days_from_economy_to_security": first_agreements(load, agreed),
        "security_contacts_before": in_window(
            window_of("C37c"),
            day,
            "Contacts of the forces before that visit",
            security(load, "held"),
            name="title",
        ),
    }


@judge("C38")
def terror_promise(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
    """Did Abe promise support for Russia's concerns about terrorism in the year of the claim?"""
    promised, named = window_of("C38a"), window_of("C38b")
    return {
        "promises_on_terrorism": in_window(
            promised,
            day,
            f"Japanese promises of {promised.start().year} on Russia's own concerns",
            statements(load, OWN_WORDS, claim_id="C38", speaker_iso3="JPN", bearing="for"),
        ),
        "terrorism_named": in_window(
            named,
            day,
            f"Readouts of {named.start().year} that name terrorism",
            statements(load, ("readout",), claim_id="C38"),
        ),
    }


@judge("C39")
def reform_understanding(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
    """Did Abe explain Japan's defence reforms to Russia, and in which year?"""
    rows = statements(load, claim_id="C39", speaker_iso3="JPN")
    rows = rows[~rows["kind"].isin(READINGS)]
    return {
        f"reforms_explained_in_{asked.start().year}": in_window(
            asked,
            day,
            f"Reports of {asked.start().year} that Japan explained its defence reforms to Russia",
            rows,
        )
        for asked in map(window_of, ("C39a", "C39b"))
    }


@judge("C40")
def agreed_before_crimea(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
    """Were regular 2+2 talks agreed before Crimea?"""
    agreed = security(load, "agreed")
    asked = window_of("C40b")
    regular = asked.inside(statements(load, claim_id="C40", bearing="for"), day)
    return {
        "agreements_on_two_plus_two": in_window(
            window_of("C40a"),
            day,
            "Agreements before Crimea that set up the 2+2",
            agreed[agreed["description"].str.contains("2+2", regex=False)],
            name="title",
        ),
        "agreed_as_regular": found_answer(
            len(regular) > 0,
            f"The talks were agreed as regular on {listed(map(in_words, regular['date']))}."
            if len(regular)
            else "No word that the talks were to be regular stands in the table, a selection.",
            rows=[regular],
            whole=False,
        ),
    }


@judge("C41")
def first_in_tokyo(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
    """Were the first 2+2 talks held in Tokyo in November 2013?"""
    sessions = two_plus_two(load)
    whole = load.whole(MINISTERS, "2+2")
    return {
        "two_plus_two_in_tokyo": in_window(
            window_of("C41a"),
            day,
            "2+2 talks in Tokyo in that month",
            sessions[sessions["place"] == "Tokyo"],
            name="place",
            whole=whole,
        ),
        "two_plus_two_before": in_window(
            window_of("C41b"), day, "2+2 talks before", sessions, name="place", whole=whole
        ),
    }


@judge("C42")
def strategic_fields(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
    """On how many fields did the first 2+2 agree, and on which did something follow?"""
    return items_agreed_and_done(load, day)


@judge("C43")
def clear_improvement(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
    """Was the level of talks new, and was it followed up within two years?"""
    sessions = two_plus_two(load)
    whole = load.whole(MINISTERS, "2+2")
    first, asked = window_of("C43a"), window_of("C43b")
    early, until = first.inside(sessions, day), month_in_words(first.end(day))
    later = sessions[sessions["first_day"] >= asked.start()]
    following = (
        f"The next session stands on {in_words(later['date'].iloc[0])}."
        if len(later)
        else "No later session is known yet."
    )
    return {
        "first_of_its_kind": found_answer(
            len(early) == 1 if len(early) else None,
            f"To {until} the list has {how_many(len(early), 'session')} of foreign and "
            f"defence ministers: {listed(map(in_words, early['date'])) or 'none'}.",
            rows=[early],
            whole=whole,
            figure=f"{how_many(len(early), 'session')} by {until}",
        ),
        "next_within_two_years": in_window(
            asked,
            day,
            "2+2 talks in the two years after the first",
            sessions,
            name="place",
            whole=whole,
            more=following,
            also=(later.head(1),),
        ),
    }
