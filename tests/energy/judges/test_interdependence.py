"""The findings of the chapter on interdependence, recomputed from the tables by hand."""

import math

import pandas as pd
import pytest

from three_pillars.energy.judges._shared import rank_bounds

THEN = {
    "C35": {
        "rank_in_liquefied_gas": (4, 4),
        "rank_in_crude_oil": (1, math.inf),
        # 9.5285 less 2.7724 of 64.5523 Mt
        "rise_of_share_since_2009": (5.2337 - 0.15, 5.2337 + 0.15),
    },
    "C46": {
        "own_words_on_the_economy": (1, math.inf),
        # 33,932.9 million dollars at 105.74 yen over 33,400.2 at 79.82
        "growth_of_trade": (34.589, 34.589),
    },
}


@pytest.mark.parametrize("claim", THEN)
@pytest.mark.parametrize("when", ["then", "today"])
def test_findings(found, claim, when):
    for test in found[when][claim].tests:
        low, high = THEN[claim][test.criterion.finding]
        assert test.finding.low == pytest.approx(low, abs=5e-3), test.criterion.finding
        assert test.finding.high == pytest.approx(high, abs=5e-3), test.criterion.finding


def test_evidence_holds_the_numbers_that_decide(found):
    gas, crude, _ = (test.finding for test in found["then"]["C35"].tests)
    assert gas.says == (
        "In 2014 Russia was number 4 of 19 named suppliers of Japan's LNG, with 9.5%; its share "
        "fell by 0.3 percentage points from 2013."
    )
    assert "In 2012 it was number 6 by weight, with 4.6%" in crude.says
    assert "35% in yen; in dollars it rose by 2%" in found["then"]["C46"].tests[1].finding.says


@pytest.mark.parametrize(
    ("groups", "bounds"),
    [
        ({}, (2, 2)),
        ({"Other": 3.0}, (2, 2)),  # a group no larger hides nobody larger
        ({"Other": 6.1}, (2, 4)),  # two of just over 3
        ({"Other": 9.0}, (2, 4)),  # three of exactly 3 are not larger
    ],
)
def test_a_group_may_hide_larger_suppliers(groups, bounds):
    named = pd.Series({"Qatar": 5.0, "Russia": 3.0, "Oman": 1.0})
    assert rank_bounds(named, pd.Series(groups, dtype=float)) == bounds
