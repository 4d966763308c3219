"""A judgement says all that it must."""

import dataclasses
import math

import pytest

from three_pillars.ledger import LedgerError
from three_pillars.ledger.finding import Finding, amount


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"verdict": "maybe"}, "verdict is one of supported, partly"),
        ({"then": ""}, "then is one of"),
        ({"figure": ""}, "needs its figure"),
        ({"evidence": ""}, "needs its evidence"),
        ({"tables": []}, "needs its tables"),
    ],
)
def test_an_incomplete_judgement_is_refused(good, change, said):
    with pytest.raises(LedgerError, match=said):
        dataclasses.replace(good, **change)


@pytest.mark.parametrize(
    ("low", "high", "unit", "said"),
    [
        (3, 3, "meetings", "3 meetings"),
        (1, math.inf, "meetings", "at least 1 meeting"),
        (0, math.inf, "meetings", "0 meetings found"),
        (0, math.inf, "%", "at least 0%"),
        (-math.inf, 2, "meetings", "at most 2 meetings"),
        (0, 1, "yes or no", "open"),
    ],
)
def test_the_head_of_a_card_says_a_finding_in_a_few_words(low, high, unit, said):
    assert amount(Finding(low, high, unit, "It was.")) == said
