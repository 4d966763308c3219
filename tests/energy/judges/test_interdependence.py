"""The judges of the chapter on interdependence."""

import pytest

FIGURES = {
    # recomputed from the tables by hand, apart from the measures
    "C35": ["number 4", "9.5%"],
    "C46": ["2.0%", "2.3%"],  # 33,400 of 1,684,651 and 33,933 of 1,502,402 million dollars
}


@pytest.mark.parametrize("claim", FIGURES)
def test_figures_hold_the_computed_numbers(found, claim):
    for number in FIGURES[claim]:
        assert number in found[claim].figure


def test_evidence_holds_the_numbers_that_decide(found):
    assert "of 19 named" in found["C35"].evidence
    assert "39% in dollars" in found["C46"].hindsight
    assert "30% in yen" in found["C46"].hindsight
    assert "China 20.5%" in found["C46"].evidence


def test_verdicts(found):
    verdicts = {claim: (one.verdict, one.then) for claim, one in found.items()}
    assert verdicts["C35"] == ("partly", "supported"), "a plateau shows only with hindsight"
    assert verdicts["C46"] == ("untestable", "untestable")
