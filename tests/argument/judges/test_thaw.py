"""The findings of argument/thaw, worked out by hand, and small changes that turn a word."""

import math

import pytest
from helpers.edits.argument import CONTACTS, LEADERS, MILESTONES, POLLS, SECURITY
from helpers.judging import claims_of, judged_on_both_days, judged_with, keep, put, says

CLAIMS = claims_of("argument/thaw")


@pytest.fixture(scope="module")
def found():
    """Each claim on each day."""
    return judged_on_both_days(CLAIMS)


# Low and high of each criterion's finding on both days, from the tables by hand.
YEARS = 937 / 365.25  # 26 December 2012 to 21 July 2015
EARLIER = 4743 / 365.25  # 1 January 2000 to 26 December 2012
CABINETS = 1197 / 365.25  # 16 September 2009 to 26 December 2012
VALUES = {
    "C01a": (0, 2 / 8), "C01b": (0, 0), "C01c": (1, 1),
    "C02a": (0, 2 / 8), "C02b": (0, 0), "C02c": (1, 1),
    "C03b": (1, 1),
    "C04a": (5, math.inf), "C04b": (0, 0),
    "C05b": (1, math.inf),
    "C07a": (0, (7 / YEARS) / (29 / EARLIER)), "C07b": (6, math.inf),
    "C08a": (10, 10),
    "C09a": (1, 1), "C09b": (3, 3),
    "C10a": (1, 1), "C10b": (0, 0), "C10c": (3762 / 365.25, 3762 / 365.25),
    "C11a": (0, (7 / YEARS) / (8 / CABINETS)), "C11b": (1, math.inf),
    "C15a": (2, math.inf), "C15c": (1, 1),
    "C53a": ((-9.7 - 7 - 5.7) / 3,) * 2, "C53b": (0, 0),
    "C54b": (-math.inf, math.inf), "C54c": (2, math.inf),
    "C55a": (5, 5), "C55b": (0, 0),
    "C56c": (-math.inf, math.inf),
}  # fmt: skip
ONE_DAY = {
    "then": {
        "C03a": (0, math.inf), "C05a": (0, 0), "C15b": (-2, -2), "C54a": (-4.5, -4.5),
        "C56a": (0, math.inf), "C56b": (0, math.inf),
    },
    "today": {
        "C03a": (1, math.inf), "C05a": (1, 1), "C15b": (3, 3), "C54a": (-5, -5),
        "C56a": (4, math.inf), "C56b": (0, 0),
    },
}  # fmt: skip


@pytest.mark.parametrize("when", ["then", "today"])
def test_findings_by_hand(found, when):
    wanted = VALUES | ONE_DAY[when]
    tests = [test for claim in CLAIMS for test in found[when][claim].tests]
    found_ = {test.criterion.criterion_id: test for test in tests}
    assert set(wanted) <= set(found_)
    for test in (found_[criterion_id] for criterion_id in wanted):
        bounds = wanted[test.criterion.criterion_id]
        assert (test.finding.low, test.finding.high) == pytest.approx(bounds, abs=1e-9), (
            test.criterion.criterion_id
        )


def test_evidence_holds_the_numbers_that_decide(found):
    now = {claim: says(judged) for claim, judged in found["today"].items()}
    assert "8 meetings from 18 November 2012" in now["C01"]
    assert "10 times, 7 of them since Abe's return" in now["C08"]
    assert "1 was called an official visit (29 April 2013)" in now["C09"]
    assert "62 days after the commentary" in now["C05"]
    assert "the next was on 15 December 2016" in now["C04"]
    assert "Jiji −5.7, Kyodo −9.7, NHK −7.0" in now["C53"]
    assert "it did on 19 September 2015" in now["C55"]
    assert "September" not in says(found["then"]["C55"])


MISSING = {
    "C01": (MILESTONES, keep("milestone_id", "bills_lower")),
    "C02": (SECURITY, keep("category", "naval_sarex")),
    "C03": (CONTACTS, keep("status", "cancelled")),
    "C07": (MILESTONES, keep("milestone_id", "bills_lower")),
    "C08": (MILESTONES, keep("milestone_id", "crimea")),
    "C10": (LEADERS, put("format", "official_visit", format="working_visit")),
    "C11": (MILESTONES, keep("milestone_id", "crimea")),
    "C15": ("constraint/measures", keep("actor", "Russia")),
    "C53": (POLLS, keep("pollster", "Asahi")),
    "C54": (POLLS, keep("pollster", "Jiji")),
    "C55": (MILESTONES, keep("milestone_id", "crimea")),
    "C56": ("verdict/outcomes", keep("forecast_id", "F01")),
}


@pytest.mark.parametrize("claim", MISSING)
@pytest.mark.parametrize("when", ["then", "today"])
def test_without_its_rows_a_finding_says_so(claim, when):
    """No judge stumbles where rows are gone, and no sentence holds an empty place."""
    text = says(judged_with(claim, when, *MISSING[claim]))
    assert "nan" not in text.split()
    assert "()" not in text
    assert "  " not in text
