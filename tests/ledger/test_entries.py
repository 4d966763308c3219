"""Claims with their verdicts: judged once for each state of the tables."""

import importlib

from three_pillars import ledger
from three_pillars.ledger import NOT_YET, entries, judge, judgements


def test_a_claim_without_a_judge_has_empty_fields(register, good):
    judge("C34")(lambda: good)
    rows = {row["id"]: row for row in entries("energy/dependence")}
    assert len(rows) == 6
    assert (rows["C34"]["verdict"], rows["C34"]["then"]) == ("partly", "supported")
    assert rows["C34"]["tables"] == ["energy/lng_imports"]
    assert rows["C31"]["verdict"] == NOT_YET
    assert rows["C31"]["then"] == rows["C31"]["figure"] == rows["C31"]["evidence"] == ""


def test_judgements_come_in_the_order_of_the_claims():
    declared = ledger.claims()
    assert list(judgements()) == list(declared["claim_id"])
    own = declared.loc[declared["chapter"] == "constraint/sanctions", "claim_id"]
    assert list(judgements("constraint/sanctions")) == list(own)


def test_a_judge_is_asked_once_for_each_state_of_the_tables(register, good, monkeypatch):
    asked = []

    def found():
        asked.append(1)
        return good

    judge("C34")(found)
    judgements()
    judgements("energy/dependence")
    assert len(asked) == 1
    module = importlib.import_module("three_pillars.ledger.entries")
    monkeypatch.setattr(module, "state", lambda: "another state")
    judgements()
    assert len(asked) == 2
