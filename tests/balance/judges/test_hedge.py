"""Judgements of the claims of balance/hedge."""

import pytest

from three_pillars import ledger
from three_pillars.data import load

EXPECTED = {
    "C06": ("supported", "supported"),
    "C37": ("partly", "partly"),
    "C38": ("partly", "partly"),
    "C39": ("partly", "partly"),
    "C40": ("supported", "supported"),
    "C41": ("supported", "supported"),
    "C42": ("supported", "supported"),
    "C43": ("partly", "partly"),
    "C47": ("supported", "partly"),
    "C48": ("untestable", "untestable"),
    "C49": ("partly", "partly"),
    "C50": ("supported", "partly"),
    "C57": ("supported", "supported"),
    "C58": ("partly", "untestable"),
}


@pytest.fixture(scope="module")
def found():
    return ledger.judgements("balance/hedge")


def test_every_claim_of_the_chapter_has_its_judge(found):
    declared = ledger.claims()
    assert set(found) == set(EXPECTED)
    assert set(declared.loc[declared["chapter"] == "balance/hedge", "claim_id"]) == set(EXPECTED)


@pytest.mark.parametrize("claim", EXPECTED)
def test_verdicts_today_and_then(claim, found):
    assert (found[claim].verdict, found[claim].then) == EXPECTED[claim]


def test_untestable_claims_say_why(found):
    assert any(word in found["C48"].evidence for word in ("belief", "motive", "Urgency"))


def test_figures_are_computed(found):
    assert found["C47"].figure.startswith("12 Xi–Putin")
    assert "473" in found["C49"].figure
    assert found["C41"].figure == "Tokyo, 2 November 2013"


def test_sentences_and_tables_are_there(found):
    for judgement in found.values():
        text = f"{judgement.figure} {judgement.evidence} {judgement.hindsight}"
        assert "nan" not in text.lower().split()
        for name in judgement.tables:
            assert not load(name).empty
