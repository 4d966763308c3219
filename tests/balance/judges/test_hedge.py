"""The findings of the chapter on the hedge, counted by hand in the tables."""

import math

import pytest

MANY = math.inf
THEN = {
    "C06": {"drill_announced_near_sakhalin": (1, MANY),
            "security_contacts_held_since_crimea": (1, MANY)},
    "C37": {"new_security_agreements": (2, MANY), "days_from_economy_to_security": (-MANY, MANY),
            "security_contacts_before": (1, MANY)},
    "C38": {"promises_on_terrorism": (0, MANY), "terrorism_named": (2, MANY)},
    "C39": {"reforms_explained_in_2014": (0, MANY), "reforms_explained_in_2013": (1, MANY)},
    "C40": {"agreements_on_two_plus_two": (1, MANY), "agreed_as_regular": (1, 1)},
    "C41": {"two_plus_two_in_tokyo": (1, 1), "two_plus_two_before": (0, 0)},
    "C42": {"items_agreed": (4, MANY), "items_done": (1, MANY)},
    "C43": {"first_of_its_kind": (1, 1), "next_within_two_years": (0, 0)},
    "C47": {"change_of_joint_exercises": (0, 0),
            "rise_of_china_in_russian_trade": (11.25 - 9.38, 11.25 - 9.38),
            "large_contracts": (2, MANY)},
    "C48": {"own_words_on_urgency": (0, MANY), "japanese_moves_after_the_gas_contract": (1, MANY),
            "readings_by_others": (0, MANY)},
    "C49": {"russian_words_on_balance": (0, MANY), "readings_by_others": (0, MANY)},
    "C50": {"russian_words_on_asia": (1, MANY), "readings_by_others": (0, MANY)},
    "C57": {"change_of_meetings_with_xi": (2, 2), "talks_announced": (1, MANY)},
    "C58": {"plans_reported": (2, MANY), "visits_to_china": (0, 0)},
}  # fmt: skip


@pytest.mark.parametrize("claim", THEN)
def test_findings_of_then(found, claim):
    tests = found["then"][claim].tests
    assert {test.criterion.finding for test in tests} == set(THEN[claim])
    for test in tests:
        low, high = THEN[claim][test.criterion.finding]
        assert test.finding.low == pytest.approx(low), test.criterion.finding
        assert test.finding.high == pytest.approx(high), test.criterion.finding


def test_what_today_adds(found):
    today = {claim: one.tests for claim, one in found["today"].items()}
    assert today["C42"][1].finding.low == 2
    assert "10 November 2018" in today["C42"][1].finding.says
    assert "20 March 2017" in today["C43"][1].finding.says
    assert today["C43"][1].state == "not met"
    assert "24 August 2015" in today["C58"][1].finding.says
    assert "5 September 2016" in today["C58"][1].finding.says
    assert "no report after the event" in today["C06"][0].finding.says
    assert today["C50"][1].finding.low == 1


def test_evidence_names_what_decides(found):
    then = {claim: one.tests for claim, one in found["then"].items()}
    assert "22 April 2012 and 5 July 2013" in then["C47"][0].finding.says
    assert then["C47"][1].finding.says == (
        "China's share of Russia's trade rose by 1.9 percentage points, "
        "from 9.4% in 2010 to 11.2% in 2014."
    )
    assert "S-400 contract with China" in then["C47"][2].finding.says
    assert "“13th exercise” (September 2012)" in then["C37"][2].finding.says
    assert "Mori" in then["C48"][1].finding.says
