"""What all judges of energy share: their place, their sentences, and no year after the day."""

import re

from three_pillars import ledger, load

ENERGY_CLAIMS = {
    "energy/dependence": ["C18", "C31", "C32", "C33", "C34", "C36"],
    "energy/interdependence": ["C35", "C46"],
}


def test_the_chapters_claims_are_all_judged_and_no_other(found):
    assert sorted(found) == sorted(one for claims in ENERGY_CLAIMS.values() for one in claims)
    declared = ledger.claims().set_index("claim_id")["chapter"]
    for chapter, claims in ENERGY_CLAIMS.items():
        assert sorted(declared[declared == chapter].index) == claims


def test_a_judge_stands_in_the_file_of_its_chapter(judges):
    for chapter, claims in ENERGY_CLAIMS.items():
        part, name = chapter.split("/")
        for claim in claims:
            assert judges[claim].__module__ == f"three_pillars.{part}.judges.{name}", claim


def test_judgements_are_complete(found):
    known = load("sources")  # the package loads; tables below must exist too
    assert len(known)
    for claim, judgement in found.items():
        assert judgement.verdict in ledger.VERDICTS, claim
        assert judgement.then in ledger.VERDICTS, claim
        for text in (judgement.figure, judgement.evidence, judgement.hindsight):
            assert text, claim
            assert "nan" not in text.lower().split(), claim
            assert not re.search(r"\.\.|  | 1 [a-z]+s\b", text), (claim, text)
        assert judgement.evidence.endswith("."), claim
        for table in judgement.tables:
            assert len(load(table)), claim


def test_evidence_knows_nothing_after_the_commentary(found):
    """Years after 2015 belong into hindsight."""
    for claim, judgement in found.items():
        years = {int(year) for year in re.findall(r"\b(?:19|20)\d\d\b", judgement.evidence)}
        assert all(year <= 2015 for year in years), claim
