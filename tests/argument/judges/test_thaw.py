"""Judgements of the claims of argument/thaw."""

from three_pillars import ledger

CHAPTER = "argument/thaw"


def test_every_claim_of_the_chapter_is_judged():
    declared = ledger.claims()
    ids = set(declared.loc[declared["chapter"] == CHAPTER, "claim_id"])
    assert ids == set(ledger.judgements(CHAPTER))
    assert ids == {f"C{n:02d}" for n in (1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 15, 53, 54, 55, 56)}


def test_a_forecast_could_not_be_tested_on_its_own_day():
    kinds = ledger.claims().set_index("claim_id")["kind"]
    for claim, judgement in ledger.judgements(CHAPTER).items():
        if kinds[claim] == "forecast" and claim != "C04":  # C04 reports a plan that existed
            assert judgement.then == "untestable", claim


def test_the_figures_of_the_judges():
    found = ledger.judgements(CHAPTER)
    figures = {claim: judgement.figure for claim, judgement in found.items()}
    assert figures["C08"] == "10 meetings, 7 since 2012"
    assert figures["C09"] == "1 official visit in 3 trips"
    assert figures["C11"] == "2009: 4, 2013: 4"
    assert figures["C10"].startswith("10.3 years")
    assert "254 days" in found["C15"].evidence
