"""The rule: one word for every combination, never lowered by better evidence, as worked by hand."""

import itertools
import math

import pandas as pd
import pytest

from three_pillars.day import COMMENTARY
from three_pillars.ledger.criteria import Criterion
from three_pillars.ledger.finding import Finding
from three_pillars.ledger.rule import MET, NOT_MET, OPEN, STATES, WORDS, state_of, word

ROLES = ("needed", "helps", "against")
TODAY = pd.Timestamp("2026-11-28")


def combinations():
    """Every set of one to four criteria, at least one of them needed, in every state."""
    for size in range(1, 5):
        for roles in itertools.combinations_with_replacement(ROLES, size):
            if "needed" in roles:
                for states in itertools.product(STATES, repeat=size):
                    yield list(zip(roles, states, strict=True))


def test_every_combination_gives_one_word():
    found = list(combinations())
    assert len(found) > 600
    assert {word(states) for states in found} == set(WORDS)


def test_no_better_evidence_lowers_a_word():
    for states in combinations():
        before = WORDS.index(word(states))
        for place, (role, now) in enumerate(states):
            order = STATES if role != "against" else STATES[::-1]
            if order.index(now) < 2:
                better = [*states]
                better[place] = (role, order[order.index(now) + 1])
                assert WORDS.index(word(better)) >= before, (states, better)


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        # The table of the design, row by row.
        ("needed met", "supported"),
        ("needed met, helps met", "supported"),
        ("needed met, against met", "partly"),
        ("needed met, against open", "supported"),
        ("needed met, needed not met", "partly"),
        ("needed met, needed open, against met", "partly"),
        ("needed not met", "contradicted"),
        ("needed not met, helps met", "partly"),
        ("needed not met, helps met, against met", "partly"),
        ("needed not met, needed open", "untestable"),
        ("needed open", "untestable"),
        ("needed open, helps met", "partly"),
        ("needed open, against met", "contradicted"),
        ("needed open, helps open, against open", "untestable"),
        ("needed open, helps not met", "untestable"),
    ],
)
def test_words_worked_by_hand(states, expected):
    assert word([tuple(one.split(" ", 1)) for one in states.split(", ")]) == expected


def test_a_claim_without_a_needed_criterion_has_no_word():
    with pytest.raises(ValueError, match="needed"):
        word([("helps", MET)])


def criterion(comparison, threshold, end="", lenient=None, strict=None):
    lenient = threshold if lenient is None else lenient
    strict = threshold if strict is None else strict
    return Criterion("C01", "C01a", "finding", comparison, threshold, "meetings",
                     lenient, strict, "needed", "", end, "because")  # fmt: skip


def finding(low, high, grows=False):
    return Finding(low, high, "meetings", "A sentence.", grows=grows)


@pytest.mark.parametrize(
    ("comparison", "threshold", "low", "high", "expected"),
    [
        ("at least", 5, 5, 5, MET), ("at least", 5, 4, 4, NOT_MET), ("at least", 5, 4, 5, OPEN),
        ("at least", 5, 5, math.inf, MET), ("at least", 5, 4, math.inf, OPEN),
        ("at most", 0, 0, 0, MET), ("at most", 0, 0, math.inf, OPEN),
        ("at most", 0, 1, math.inf, NOT_MET),
        ("exactly", 2, 2, 2, MET), ("exactly", 2, 1, 1, NOT_MET), ("exactly", 2, 1, math.inf, OPEN),
        ("exactly", 2, 3, math.inf, NOT_MET),
        ("is", 1, 1, 1, MET), ("is", 1, 0, 0, NOT_MET), ("is", 1, 0, 1, OPEN), ("is", 0, 0, 0, MET),
    ],
)  # fmt: skip
def test_a_criterion_looks_at_the_whole_interval(comparison, threshold, low, high, expected):
    assert state_of(finding(low, high), criterion(comparison, threshold), TODAY) == expected


def test_a_forecast_is_open_until_its_window_ends_unless_it_is_met():
    year_end = "2015-12-31"
    visits = criterion("at least", 1, year_end)
    assert state_of(finding(0, 0, grows=True), visits, COMMENTARY) == OPEN
    assert state_of(finding(1, 1, grows=True), visits, COMMENTARY) == MET
    assert state_of(finding(0, 0, grows=True), visits, TODAY) == NOT_MET
    none = criterion("at most", 0, year_end)
    assert state_of(finding(0, 0, grows=True), none, COMMENTARY) == OPEN
    assert state_of(finding(1, 1, grows=True), none, COMMENTARY) == NOT_MET
    # A ratio can still go either way.
    assert state_of(finding(9, 9), criterion("at least", 2, year_end), COMMENTARY) == OPEN


def test_lenient_is_kinder_and_strict_is_harder():
    many = criterion("at least", 5, lenient=4, strict=10)
    assert state_of(finding(4, 4), many, TODAY, "lenient") == MET
    assert state_of(finding(4, 4), many, TODAY) == NOT_MET
    assert state_of(finding(9, 9), many, TODAY, "strict") == NOT_MET
