"""The judges of chapter territory/bargain."""

import pytest

from three_pillars import ledger
from three_pillars.territory.judges import bargain

CHAPTER = "territory/bargain"
CLAIMS = {"C17", *(f"C{n}" for n in range(20, 31)), "C52"}


def test_this_file_judges_every_claim_of_the_chapter_and_no_other():
    own = {
        claim for claim, judge in ledger.judges().items() if judge.__module__ == bargain.__name__
    }
    assert own == CLAIMS


def test_every_claim_of_the_chapter_has_its_judge():
    declared = ledger.claims().query("chapter == @CHAPTER")["claim_id"]
    assert set(declared) == CLAIMS == set(ledger.judgements(CHAPTER))


@pytest.mark.parametrize(
    ("claim", "verdict", "then", "figure"),
    [
        ("C20", "contradicted", "contradicted", "no round for 536 days"),
        ("C23", "supported", "supported", "21 February 2013"),
        ("C24", "supported", "supported", "36.7% of the land"),
        ("C25", "supported", "supported", "after 1 day"),
        ("C28", "partly", "partly", "59 years"),
        ("C29", "contradicted", "untestable", "nothing signed by 16 September 2020"),
        ("C52", "contradicted", "untestable", "21 March 2022"),
    ],
)
def test_verdicts(claim, verdict, then, figure):
    found = ledger.judgements(CHAPTER)[claim]
    assert (found.verdict, found.then) == (verdict, then)
    assert figure in found.figure


def test_evidence_of_the_day_knows_nothing_of_later_years():
    for claim, found in ledger.judgements(CHAPTER).items():
        if claim in ("C26", "C29"):  # their evidence names what decides them, and when
            continue
        assert not any(str(year) in found.evidence for year in range(2016, 2027)), claim
