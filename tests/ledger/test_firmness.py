"""The nearest change, and what becomes of a word without a source or without unverified rows."""

import dataclasses
import importlib

import pytest
from helpers.judging import DAYS, judged_with, put

from three_pillars import ledger
from three_pillars.data import Reader
from three_pillars.ledger import judge_with, rule, word
from three_pillars.ledger.finding import Finding
from three_pillars.ledger.firmness import distance, nearest_change
from three_pillars.ledger.rule import MET, NOT_MET, state_of

CLAIMS = ("C01", "C04", "C08", "C09", "C10", "C15", "C53", "C55")
STEP = 1e-6


@pytest.fixture(scope="module")
def found():
    load = Reader(DAYS["today"])
    return {claim: judge_with(claim, load) for claim in CLAIMS}


def test_a_claim_is_flipped_by_exactly_the_change_that_is_named(found):
    """One official visit more makes two, and nothing else has to change."""
    one = found["C09"]
    change = nearest_change(one)
    assert (one.word, change.criterion_id, change.by, change.word) == (
        "partly", "C09a", 1, "supported",
    )  # fmt: skip
    other = judged_with(
        "C09", "today", "argument/leader_meetings",
        put("meeting_id", "jpru_41", format="official_visit"),
    )  # fmt: skip
    before, after = (judged.tests[0].finding.low for judged in (one, other))
    assert after - before == change.by
    assert other.word == change.word


def moved(one, change, by):
    """Return the state of the named criterion if its finding moves, and the claim's word then."""
    states, named = [], ""
    for test in one.tests:
        now = test.state
        if test.criterion.criterion_id == change.criterion_id:
            up = (test.criterion.comparison == "at least") == (change.state == MET)
            low, high = (end + (by if up else -by) for end in (test.finding.low, test.finding.high))
            finding = Finding(low, high, test.finding.unit, "Moved.", grows=True)
            now = named = state_of(finding, test.criterion, one.day)
        states.append((test.criterion.role, now))
    return named, word(states)


def test_the_change_named_is_neither_too_large_nor_too_small(found):
    tried = []
    for claim, one in found.items():
        change = nearest_change(one)
        if change is None:
            continue
        test = next(t for t in one.tests if t.criterion.criterion_id == change.criterion_id)
        if test.criterion.comparison in ("is", "exactly"):
            continue
        tried.append(claim)
        assert change.word != one.word, claim
        assert moved(one, change, change.by + STEP) == (change.state, change.word), claim
        less = change.by - (1 if test.finding.grows else STEP)
        if less > 0:
            assert moved(one, change, less)[0] != change.state, claim
    assert len(tried) > 3, tried


def criterion(comparison, threshold):
    own = ledger.window_of("C08a")
    return dataclasses.replace(
        own, comparison=comparison, threshold=threshold, lenient=threshold, strict=threshold
    )


@pytest.mark.parametrize(
    ("comparison", "threshold", "low", "high", "turned", "expected"),
    [
        ("at least", 5, 3, 3, MET, 2), ("at least", 5, 7, 7, NOT_MET, 3),
        ("at least", 2.5, 1.5, 1.5, MET, 1.0), ("at least", 2.5, 4.5, 4.5, NOT_MET, 2.0),
        ("at most", 2, 5, 5, MET, 3), ("at most", 2, 1, 1, NOT_MET, 2),
        ("exactly", 2, 1, 1, MET, 1), ("exactly", 2, 2, 2, NOT_MET, 1),
        ("is", 1, 0, 0, MET, 1), ("at least", 5, 7, float("inf"), NOT_MET, float("inf")),
        ("at most", 0, 0, float("inf"), MET, float("inf")),
    ],
)  # fmt: skip
def test_distances_by_hand(comparison, threshold, low, high, turned, expected):
    finding = Finding(float(low), float(high), "meetings", "A sentence.")
    test = rule.Test(criterion(comparison, threshold), finding, "open")
    assert distance(test, turned) == expected


def test_without_the_source_of_its_one_row_a_word_is_lost():
    """The votes of both houses lie in one scope; Kishida's trip of 2015 rests on two sources."""
    one = judge_with("C55", Reader(DAYS["today"], without="jt_20150718"))
    assert [test.state for test in one.tests] == ["open", "open"]
    assert one.word == "untestable"
    two = judge_with("C05", Reader(DAYS["today"], without="tass_20150921"))
    assert two.word == "supported", "the other source of the row stays"


def test_a_scope_that_lost_a_row_is_a_selection():
    load = Reader(DAYS["today"], without="mofa_20141109")
    assert not load.whole("argument/leader_meetings", "Abe and Putin")
    assert load.whole("argument/leader_meetings", "official visits to Russia")
    one = judge_with("C09", load)
    assert one.tests[0].state == "open", "nobody counted all"
    assert one.word == "partly"


def test_without_unverified_rows(found):
    load = Reader(DAYS["today"], verified_only=True)
    words = {claim: judge_with(claim, load).word for claim in ("C01", "C08", "C10", "C15", "C53")}
    assert words == {claim: found[claim].word for claim in words}


def test_firmness_says_all_of_it(found, monkeypatch):
    module = importlib.import_module("three_pillars.ledger.firmness")
    monkeypatch.setattr(module, "judged", lambda when: {"C55": found["C55"]})
    module._firmness.cache_clear()
    one = ledger.firmness("today")["C55"]
    module._firmness.cache_clear()  # what was kept is of one claim only
    assert one.word == one.lenient == one.strict == one.verified_only == "supported"
    assert one.without == {"jt_20150718": "untestable", "vov_20150919": "partly"}
    assert one.tried == 2
    assert not one.never_changes
    assert one.nearest.word == "partly"
