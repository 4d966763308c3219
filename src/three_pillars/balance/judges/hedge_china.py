"""Judges of balance/hedge: Russia and China, and Japan and China."""

from __future__ import annotations

import pandas as pd

from ...data import Reader
from ...day import dated, in_words
from ...ledger import Finding, judge, window_of
from ...meetings import LEADERS, MINISTERS
from ._evidence import JOINT, OWN_WORDS, READINGS, in_window, more_than_before, statements
from ._measured import china_in_russian_trade, with_xi


@judge("C47")
def moscow_and_beijing(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
    """Were Moscow and Beijing drawing closer? Exercises, trade and contracts."""
    drills = load(JOINT, verified_only=True)
    drills = dated(drills[drills["kind"] == "naval_exercise"]).sort_values(
        "first_day", kind="stable"
    )
    contracts = statements(load, claim_id="C47", bearing="for")
    contracts = contracts[contracts["setting"].str.contains("ontract with China", regex=False)]
    return {
        "change_of_joint_exercises": more_than_before(
            window_of("C47a"),
            "Naval exercises of Russia and China",
            drills,
            whole=load.whole(JOINT, "naval exercises"),
        ),
        "rise_of_china_in_russian_trade": china_in_russian_trade(load),
        "large_contracts": in_window(
            window_of("C47c"),
            day,
            "Contracts on gas or arms in the two years to the commentary",
            contracts.drop_duplicates("setting"),
        ),
    }


@judge("C48")
def urgency(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
    """Did Russia's turn to China make Tokyo hurry? Own words, journeys, and readings by others."""
    sent = load("argument/contacts", verified_only=True)
    sent = dated(sent[(sent["kind"] == "special_envoy") & (sent["status"] == "held")])
    went = load(MINISTERS, verified_only=True)
    went = dated(went[went["host_iso3"] == "RUS"])
    went = went.assign(title=went["japan_side"] + " to " + went["place"])
    return {
        "own_words_on_urgency": in_window(
            window_of("C48a"),
            day,
            "Japan's own words that Russia's ties with China call for haste",
            statements(load, OWN_WORDS, claim_id="C48", speaker_iso3="JPN", bearing="for"),
        ),
        "japanese_moves_after_the_gas_contract": in_window(
            window_of("C48b"),
            day,
            "Envoys, ministers and advisers of Japan who went to Russia in the half-year after "
            "the gas contract",
            sent,
            went,
            name="title",
        ),
        "readings_by_others": in_window(
            window_of("C48c"),
            day,
            "Readings by others that Tokyo was in a hurry for that reason",
            statements(load, READINGS, claim_id="C48", bearing="for"),
        ),
    }


@judge("C49")
def russia_too(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
    """Did Russia want Japan as a balance to China? Its own words, and readings by others."""
    return {
        "russian_words_on_balance": in_window(
            window_of("C49a"),
            day,
            "Russia's own words that Japan should balance China",
            statements(load, OWN_WORDS, claim_id="C49", speaker_iso3="RUS", bearing="for"),
        ),
        "readings_by_others": in_window(
            window_of("C49b"),
            day,
            "Readings of that wish by others",
            statements(load, READINGS, claim_id="C49", bearing="for"),
        ),
    }


@judge("C50")
def turn_to_asia(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
    """Had Russia declared a turn to Asia? Its own texts, and studies that date the turn."""
    return {
        "russian_words_on_asia": in_window(
            window_of("C50a"),
            day,
            "Russia's own texts that turn to Asia",
            statements(load, OWN_WORDS, claim_id="C50", speaker_iso3="RUS", bearing="for"),
        ),
        "readings_by_others": in_window(
            window_of("C50b"),
            day,
            "Events to which a later study dates the turn",
            statements(load, READINGS, claim_id="C50", bearing="for"),
        ),
    }


@judge("C57")
def mending_with_china(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
    """Was Abe mending ties with China? Meetings with Xi, and talks announced."""
    return {
        "change_of_meetings_with_xi": more_than_before(
            window_of("C57a"),
            "Meetings of Abe and Xi",
            with_xi(load),
            whole=load.whole(LEADERS, "Abe and Xi"),
        ),
        "talks_announced": in_window(
            window_of("C57b"),
            day,
            "Talks with China announced in the month to the commentary",
            statements(load, ("announcement",), claim_id="C58", bearing="for"),
        ),
    }


@judge("C58")
def trip_to_china(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
    """Was a visit to China planned, and did it take place that autumn?"""
    meetings = with_xi(load)
    there = meetings[meetings["host_iso3"] == "CHN"]
    asked = window_of("C58b")
    later = there[there["first_day"] > asked.end(day)]
    dropped = statements(load, claim_id="C58", bearing="against")
    more = [f"It was ruled out on {in_words(date)}." for date in dropped["date"]]
    more += [f"Abe next met Xi in China on {in_words(date)}." for date in later["date"].head(1)]
    return {
        "plans_reported": in_window(
            window_of("C58a"),
            day,
            "Reports in the two months to the commentary that a visit was planned",
            statements(load, claim_id="C58", bearing="for"),
        ),
        "visits_to_china": in_window(
            asked,
            day,
            "Meetings of Abe and Xi in China in that autumn",
            there,
            name="place",
            whole=load.whole(LEADERS, "Abe and Xi"),
            more=" ".join(more),
            also=(dropped, later.head(1)),
        ),
    }
