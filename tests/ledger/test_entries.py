"""Claims with their verdicts: judged once for each day and each state of the tables."""

import importlib

from three_pillars import ledger
from three_pillars.data import today
from three_pillars.day import COMMENTARY
from three_pillars.ledger import NOT_YET, entries, judge, judgements


def test_a_claim_without_a_judge_has_empty_fields(register, judge_of_c34):
    judge("C34")(judge_of_c34)
    rows = {row["id"]: row for row in entries("energy/dependence")}
    assert len(rows) == 6
    assert (rows["C34"]["verdict"], rows["C34"]["then"]) == ("supported", "supported")
    assert rows["C34"]["tables"] == ["energy/lng_imports"]
    assert rows["C31"]["verdict"] == NOT_YET
    assert rows["C31"]["then"] == rows["C31"]["figure"] == rows["C31"]["evidence"] == ""


def test_judgements_come_in_the_order_of_the_claims():
    declared = ledger.claims()
    assert list(judgements()) == list(declared["claim_id"])
    own = declared.loc[declared["chapter"] == "constraint/sanctions", "claim_id"]
    assert list(judgements("constraint/sanctions")) == list(own)


def test_a_judge_is_asked_once_a_day_for_each_state_of_the_tables(
    register, judge_of_c34, monkeypatch
):
    judge("C34")(judge_of_c34)
    judgements()
    judgements("energy/dependence")
    assert judge_of_c34.asked == [COMMENTARY, today()]
    module = importlib.import_module("three_pillars.ledger.judged")
    monkeypatch.setattr(module, "tables_state", lambda: "another state")
    judgements()
    assert len(judge_of_c34.asked) == 4
