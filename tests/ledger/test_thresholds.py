"""For every criterion: a finding on either side of its threshold takes another state."""

import math

import pandas as pd
import pytest

from three_pillars.ledger import criteria, state_of
from three_pillars.ledger.finding import Finding
from three_pillars.ledger.rule import MET, NOT_MET, OPEN, READINGS

LATER = pd.Timestamp("2030-01-01")
STEP = 1e-6
ALL = criteria()


def at(low, high, one):
    return Finding(low, high, one.unit, "A sentence.", grows=True)


@pytest.mark.parametrize("one", ALL, ids=[one.criterion_id for one in ALL])
def test_just_on_either_side(one):
    for reading in READINGS:
        met = one.value(reading)
        if one.comparison == "is":
            others = [1 - met]
        elif one.comparison == "exactly":
            others = [met - STEP, met + STEP]
        else:
            others = [met - STEP if one.comparison == "at least" else met + STEP]
        assert state_of(at(met, met, one), one, LATER, reading) == MET
        for other in others:
            assert state_of(at(other, other, one), one, LATER, reading) == NOT_MET
            low, high = sorted((met, other))
            assert state_of(at(low, high, one), one, LATER, reading) == OPEN


@pytest.mark.parametrize("one", ALL, ids=[one.criterion_id for one in ALL])
def test_what_nobody_found_is_open(one):
    low, high = (0, 1) if one.comparison == "is" else (-math.inf, math.inf)
    assert state_of(at(low, high, one), one, LATER) == OPEN
