"""The judges of the chapter on sanctions."""

from three_pillars import ledger

CHAPTER = "constraint/sanctions"


def test_every_claim_of_the_chapter_is_judged():
    declared = ledger.claims()
    ids = set(declared.loc[declared["chapter"] == CHAPTER, "claim_id"])
    assert ids == set(ledger.judgements(CHAPTER))
    assert ids == {f"C{n}" for n in (12, 13, 14, 44, 51, 59, 60, 61, 62, 63)}


def test_a_forecast_could_not_be_tested_on_its_own_day():
    kinds = ledger.claims().set_index("claim_id")["kind"]
    for claim, judgement in ledger.judgements(CHAPTER).items():
        assert (judgement.then == "untestable") == (kinds[claim] == "forecast"), claim


def test_the_figures_of_the_judges():
    figures = {claim: found.figure for claim, found in ledger.judgements(CHAPTER).items()}
    assert figures["C13"] == "66 persons, 16 bodies, 5 banks"
    assert figures["C44"] == "1234 days between the first two 2+2 talks"
    assert figures["C60"] == "82 names in 2014, 82 in 2022"
