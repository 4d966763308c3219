"""Judges of the claims that chapter ``balance/power`` weighs."""

from __future__ import annotations

import pandas as pd

from ...data import Reader
from ...ledger import Finding, judge, window_of
from ...words import counted
from ._evidence import OWN_WORDS, READINGS, in_window, statements, topics


@judge("C19")
def hedge_on_both_sides(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
    """Did both sides see a hedge against China? Own words of each, and readings by others."""
    return {
        "japanese_words_on_china": _words_on_china(load, day, "JPN", "Japan", "C19a"),
        "russian_words_on_china": _words_on_china(load, day, "RUS", "Russia", "C19b"),
        "readings_by_others": in_window(
            window_of("C19c"),
            day,
            "Analysts or papers who read China into the ties of Japan and Russia",
            statements(load, READINGS, names_china=True),
        ),
    }


def _words_on_china(
    load: Reader, day: pd.Timestamp, side: str, state: str, criterion_id: str
) -> Finding:
    asked = window_of(criterion_id)
    readouts = topics(load, side, "china")
    looked = asked.inside(readouts, day)
    return in_window(
        asked,
        day,
        f"{state}'s own words that name China as a reason for these ties",
        statements(load, OWN_WORDS, speaker_iso3=side, names_china=True),
        readouts[readouts["named"] == "yes"].assign(setting="readout of a meeting"),
        more=(
            f"Its accounts of {counted(len(looked), 'meeting')} with the other were searched, "
            "mostly in part."
        ),
        also=(looked,),
    )


@judge("C45")
def belief_in_a_guard(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
    """Did Abe believe that Russia would help against China? His texts, and readings of them."""
    own = statements(load, OWN_WORDS, speaker_iso3="JPN")
    on_strategy = own[(own["claim_id"] == "C45") & (own["bearing"] == "for")]
    return {
        "own_words_on_strategy": in_window(
            window_of("C45a"),
            day,
            "Japan's own texts that tie Russia to security in the region",
            on_strategy,
        ),
        "own_words_on_china": in_window(
            window_of("C45b"),
            day,
            "Such texts that name China there, in the parts read",
            own[own["names_china"].fillna(False)],
            also=(on_strategy,),
        ),
        "readings_by_others": in_window(
            window_of("C45c"),
            day,
            "Readings of the motive by others",
            statements(load, READINGS, claim_id="C45", bearing="for"),
        ),
    }
