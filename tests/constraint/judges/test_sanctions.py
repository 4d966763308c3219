"""The judges of the chapter on sanctions: values by hand, on both days."""

import math

import pytest
from helpers.edits.constraint import LISTINGS
from helpers.judging import claims_of, judged_with

from three_pillars import constraint, describe, ledger
from three_pillars.data import Reader
from three_pillars.day import COMMENTARY
from three_pillars.ledger import judge_with
from three_pillars.ledger.rule import MET, OPEN

CLAIMS = claims_of("constraint/sanctions")


BY_HAND = {  # criterion: low and high, on the day of the commentary and today
    "C12a": ((5, 5), (5, 5)),
    "C12b": ((2, 2), (2, 2)),  # Milan and Beijing
    "C12c": ((3, math.inf), (3, math.inf)),
    "C13a": ((100, 100), (100, 100)),
    "C13b": ((100 * 82 / 188, 100 * 82 / 188),) * 2,  # 66 + 16 to 151 + 37
    "C13c": ((2, 2), (2, 2)),
    "C14a": ((2, 2), (2, 2)),
    "C14b": ((19, 19), (19, 19)),  # 17 July to 5 August
    "C14c": ((1, 1), (1, 1)),
    "C14d": ((1, 1), (1, 1)),
    "C44a": ((626 * 12 / 365.25, math.inf), (1234 * 12 / 365.25,) * 2),
    "C44b": ((1, math.inf), (1, math.inf)),
    "C44c": ((0, 0), (3, 3)),
    "C51a": ((0, math.inf), (1, math.inf)),
    "C51b": ((3, math.inf), (3, math.inf)),
    "C59a": ((0, 0), (3, 3)),
    "C59b": ((0, 1), (1, 1)),
    "C60a": ((0, 0), (0, 0)),
    "C61a": ((0, 0), (1, math.inf)),
    "C61b": ((0, math.inf), (18, math.inf)),
    "C62a": ((0, 0), (4, 4)),
    "C62b": ((0, 0), (4, 4)),
    "C63a": ((0, math.inf), (1, math.inf)),
    "C63b": ((0, math.inf), (0, math.inf)),
}


def test_the_findings_by_hand(found):
    for column, when in enumerate(("then", "today")):
        for judged in found[when].values():
            for test in judged.tests:
                if test.criterion.criterion_id not in BY_HAND:
                    continue  # of a claim that was added
                expected = BY_HAND[test.criterion.criterion_id][column]
                given = (test.finding.low, test.finding.high)
                assert given == pytest.approx(expected), (when, test.criterion.criterion_id)


def test_a_forecast_is_open_on_its_own_day(found):
    kinds = ledger.claims().set_index("claim_id")["kind"]
    for claim, judged in found["then"].items():
        if kinds[claim] == "forecast":
            needed = [t.state for t in judged.tests if t.criterion.role == "needed"]
            assert set(needed) == {OPEN}, claim


def test_a_source_or_a_row_less_leaves_a_word():
    """Whatever is left out, each claim still has findings and a word."""
    sources = {"seed"}
    for claim in CLAIMS:
        sources |= set().union(*judge_with(claim, Reader(COMMENTARY)).rests().values())
    some = sorted(sources)[:: max(1, len(sources) // 12)]
    readers = [Reader(COMMENTARY, without=source) for source in some]
    for reader in [*readers, Reader(COMMENTARY, verified_only=True)]:
        for claim in CLAIMS:
            assert judge_with(claim, reader).word in ledger.WORDS


def test_absence_counts_only_in_a_list_that_lost_no_row_of_its_years(found):
    def doubt(measure_id):
        def change(frame):
            frame.loc[frame["measure_id"] == measure_id, "verified"] = False
            return frame

        return change

    def states(measure_id):
        judged = judged_with(
            "C60", "today", "constraint/measures", doubt(measure_id), verified_only=True
        )
        return [test.state for test in judged.tests]

    assert [test.state for test in found["today"]["C60"].tests] == [MET]
    assert states("jpn_2014_12_09") == [OPEN]  # a row of the scope is gone
    assert states("jpn_2023_08_09") == [MET]  # a row of later years is not asked for


def test_the_scope_ends_where_the_rounds_do():
    scopes = {one["name"]: one for one in describe("constraint/measures")["complete"]}
    assert scopes["Japan"]["to"] == f"{constraint.LAST_COMPLETE:%Y-%m-%d}"


def test_without_a_european_total_names_are_not_compared():
    other = judged_with("C13", "then", LISTINGS, lambda frame: frame[frame["actor"] == "Japan"])
    names = next(t for t in other.tests if t.criterion.criterion_id == "C13b")
    assert names.state == "open"
    assert names.finding.says.startswith("Names cannot be compared: no total")
