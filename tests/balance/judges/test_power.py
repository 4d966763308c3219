"""Judgements of the claims of balance/power."""

import pytest

from three_pillars import ledger
from three_pillars.data import load

EXPECTED = {
    "C19": ("partly", "partly"),
    "C45": ("untestable", "untestable"),
}


@pytest.fixture(scope="module")
def found():
    return ledger.judgements("balance/power")


def test_every_claim_of_the_chapter_has_its_judge(found):
    declared = ledger.claims()
    assert set(found) == set(EXPECTED)
    assert set(declared.loc[declared["chapter"] == "balance/power", "claim_id"]) == set(EXPECTED)


@pytest.mark.parametrize("claim", EXPECTED)
def test_verdicts_today_and_then(claim, found):
    assert (found[claim].verdict, found[claim].then) == EXPECTED[claim]


def test_untestable_claims_say_why(found):
    assert any(word in found["C45"].evidence for word in ("belief", "motive"))


def test_figures_are_computed(found):
    assert "4.9" in found["C19"].figure


def test_sentences_and_tables_are_there(found):
    for judgement in found.values():
        text = f"{judgement.figure} {judgement.evidence} {judgement.hindsight}"
        assert "nan" not in text.lower().split()
        for name in judgement.tables:
            assert not load(name).empty
