"""The findings of the chapter on power, counted by hand in the tables."""

import math

import pytest

MANY = math.inf
THEN = {
    "C19": {"japanese_words_on_china": (0, MANY), "russian_words_on_china": (0, MANY),
            "readings_by_others": (1, MANY)},
    "C45": {"own_words_on_strategy": (2, MANY), "own_words_on_china": (0, MANY),
            "readings_by_others": (1, MANY)},
}  # fmt: skip


@pytest.mark.parametrize("claim", THEN)
@pytest.mark.parametrize("when", ["then", "today"])
def test_findings(found, when, claim):
    tests = found[when][claim].tests
    assert {test.criterion.finding for test in tests} == set(THEN[claim])
    for test in tests:
        assert (test.finding.low, test.finding.high) == THEN[claim][test.criterion.finding]


def test_own_texts_and_readings_are_told_apart(found):
    own, china, read = (test.finding.says for test in found["then"]["C45"].tests)
    assert "National Security Strategy (17 December 2013)" in own
    assert "Diplomatic Bluebook 2014" in own
    assert "Bluebook 2015" not in own, "its day in 2015 is not known"
    assert "none in the table, which is a selection" in china
    assert "28 April 2013" in read


def test_the_search_that_found_nothing_says_where_it_looked(found):
    assert "accounts of 7 meetings" in found["then"]["C19"].tests[0].finding.says
