"""A judgement says all that it must."""

import dataclasses

import pytest

from three_pillars.ledger import LedgerError


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
