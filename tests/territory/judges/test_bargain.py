"""The judges of chapter territory/bargain: findings by hand, and edits of tables."""

import math

import pytest
from helpers.edits.territory import beijing_is_silent, put, treaty
from helpers.judging import DAYS, claims_of, judged_with

from three_pillars.data import Reader, today
from three_pillars.day import COMMENTARY
from three_pillars.ledger import judge_with

CLAIMS = claims_of("territory/bargain")


def finding(judged, name):
    return next(test.finding for test in judged.tests if test.criterion.finding == name)


# Findings, by hand


@pytest.mark.parametrize(
    ("claim", "name", "low", "high", "part"),
    [
        # 29 April 2013 (signed with Putin), 23 April 2013, 8 February 2014.
        ("C17", "own_words_on_settling", 3, math.inf, "23 April 2013"),
        # Of seven meetings only Milan is not known to have named them; one of its readouts is lost.
        ("C17", "meetings_on_islands_or_treaty", 600 / 7, 100, "Of 7 meetings"),
        ("C20", "formal_rounds_in_a_year", 0, 0, "31 January 2014"),
        ("C20", "steps_in_a_year", 0, math.inf, "3 other entries"),
        ("C21", "own_words_on_the_islands", 1, math.inf, "8 February 2014"),
        ("C21", "envoys_sent", 1, math.inf, "21 February 2013"),
        # Two lists of Mori's; the government denied the first.
        ("C22", "words_of_his_circle_below_four", 1, math.inf, "had said on 9 January"),
        ("C25", "replies_of_the_government", 1, math.inf, "on 10 January 2013, 1 day after"),
        ("C26", "russian_words_of_refusal", 4, math.inf, "March 2012"),
        ("C26", "handovers_signed", 0, 0, "no treaty"),
        ("C27", "contacts_on_a_treaty_in_a_year", 1, math.inf, "9 November 2014"),
        ("C28", "peace_treaties", 0, 0, "no peace treaty"),
        # 1956, 1991, 1993 and 2001; Dulles in 1956 and the memorandum of 1960.
        ("C28", "documents_that_tie_treaty_to_islands", 4, math.inf, "Irkutsk"),
        ("C28", "other_conditions_on_record", 2, math.inf, "Dulles"),
    ],
)  # fmt: skip
def test_findings_of_the_day_by_hand(claim, name, low, high, part):
    found = finding(judge_with(claim, Reader(COMMENTARY)), name)
    assert (found.low, found.high) == pytest.approx((low, high))
    assert part in found.says


def test_polls_of_today_lie_between_the_lowest_and_the_highest():
    """By hand: MOFA 2016 53, 56 and 71 of 2016, VTsIOM 63 and 77, Levada 78 and 74."""
    found = finding(judge_with("C26", Reader(today())), "russians_against_a_transfer")
    assert (found.low, found.high) == (53, 78)
    assert "77% chose “against a transfer” (VTsIOM)" in found.says


# Sentences stay true


def test_the_days_to_the_answer_follow_its_date():
    judged = judged_with("C25", "then", "territory/events", put("ev_66", date="2013-01-12"))
    found = finding(judged, "replies_of_the_government")
    assert "on 12 January 2013, 3 days after" in found.says
    assert found.figure == "answer after 3 days"


def test_a_treaty_that_was_signed_is_named():
    judged = judged_with("C29", "today", "territory/events", treaty("2018-12-01"))
    found = finding(judged, "bargains_signed").says
    assert "signed 1 treaty" in found
    assert "“Peace treaty”" in found
    assert "no treaty" not in found


def test_the_meetings_that_name_the_islands_are_counted():
    judged = judged_with("C17", "then", "argument/meeting_topics", beijing_is_silent)
    found = finding(judged, "meetings_on_islands_or_treaty")
    assert (found.low, found.high) == pytest.approx((500 / 7, 100))
    assert "Of 7 meetings of Abe and Putin 5 have a readout" in found.says
    assert "of 2 more" in found.says
    assert found.figure == "5 of 7 meetings"


def test_a_round_that_was_held_is_no_longer_missing():
    judged = judged_with(
        "C20", "then", "argument/ministerial_meetings", put("vm_02", date="2014-08-31")
    )
    found = finding(judged, "formal_rounds_in_a_year")
    assert (found.low, found.high) == (1, 1)
    assert "1 numbered round on a peace treaty was held" in found.says
    assert "31 August 2014" in found.says


def test_a_line_that_leaves_less_is_told_so():
    less = put("three_mori", kunashiri_share_to_japan=0)
    found = finding(
        judged_with("C24", "then", "territory/options", less), "words_of_mori_on_a_split"
    )
    assert "left Habomai/Khabomai and Shikotan to Japan" in found.says
    assert found.figure.startswith("2 of 4 groups")


def test_an_absence_refutes_only_where_somebody_counted():
    """No *not met* of these claims rests on a zero from a selection."""
    for day in DAYS.values():
        for claim in CLAIMS:
            for test in judge_with(claim, Reader(day)).tests:
                if test.state == "not met" and test.finding.low == 0:
                    assert test.criterion.criterion_id in {"C20b", "C26d", "C29a", "C52a"}
