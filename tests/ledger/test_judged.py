"""A judge that does not fit its criteria is named in one sentence."""

import dataclasses
import importlib

import pytest

from three_pillars.data import Reader
from three_pillars.day import COMMENTARY
from three_pillars.ledger import LedgerError, criteria, judge, judge_with
from three_pillars.ledger.finding import Finding

GOOD = {
    "days_since_the_lower_house": Finding(5, 5, "days", "Five days.", grows=False),
    "passed_by_the_upper_house": Finding(0, 0, "votes", "No vote.", grows=True),
}


def judged(findings):
    judge("C55")(lambda load, day: findings)
    return judge_with("C55", Reader(COMMENTARY))


def test_findings_that_fit_give_a_word(register):
    found = judged(GOOD)
    assert found.word == "supported"
    assert [test.state for test in found.tests] == ["met", "met"]


def refused(findings):
    with pytest.raises(LedgerError) as raised:
        judged(findings)
    message = str(raised.value)
    assert "\n" not in message
    assert message.endswith(".")
    assert "C55" in message
    return message


def test_a_finding_that_nobody_computes_is_named(register):
    message = refused({"days_since_the_lower_house": GOOD["days_since_the_lower_house"]})
    assert "C55b" in message
    assert "'passed_by_the_upper_house'" in message
    assert "it computes days_since_the_lower_house" in message


def test_no_finding_at_all_is_said(register):
    assert "it computes nothing" in refused({})


def test_what_is_no_finding_counts_as_none(register):
    assert "does not compute" in refused(GOOD | {"passed_by_the_upper_house": 0})


def test_another_unit_is_named(register):
    other = dataclasses.replace(GOOD["days_since_the_lower_house"], unit="weeks")
    message = refused(GOOD | {"days_since_the_lower_house": other})
    assert "threshold in days" in message
    assert "comes in weeks" in message


def test_a_finding_outside_the_criteria_is_named(register):
    stray = Finding(1, 1, "protests", "One protest.")
    assert "'protests_in_tokyo'" in refused(GOOD | {"protests_in_tokyo": stray})


def test_a_claim_without_a_judge_or_without_criteria_is_named(register, monkeypatch):
    with pytest.raises(LedgerError, match="claim C55 has no judge"):
        judge_with("C55", Reader(COMMENTARY))
    module = importlib.import_module("three_pillars.ledger.judged")
    monkeypatch.setattr(module, "criteria", lambda claim_id: [])
    with pytest.raises(LedgerError, match="claim C55 has no criterion"):
        judged(GOOD)


def test_a_claim_without_a_needed_criterion_is_named(register, monkeypatch):
    helps = [dataclasses.replace(one, role="helps") for one in criteria("C55")]
    module = importlib.import_module("three_pillars.ledger.judged")
    monkeypatch.setattr(module, "criteria", lambda claim_id: helps)
    assert "no criterion that is needed" in refused(GOOD)


@pytest.mark.parametrize(
    ("low", "high", "says", "said"),
    [(2, 1, "A sentence.", "between 2 and 1"), (1, 1, " ", "needs its sentence|needs a sentence"),
     (float("nan"), 1, "A sentence.", "give low and high")],
)  # fmt: skip
def test_a_finding_without_bounds_or_sentence_is_refused(low, high, says, said):
    with pytest.raises(ValueError, match=said):
        Finding(low, high, "days", says)
