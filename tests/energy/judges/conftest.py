"""The judgements of the energy part."""

import pytest

from three_pillars import ledger


@pytest.fixture(scope="session")
def judges():
    """The judges of the part by claim."""
    return {
        claim: energy_judge
        for claim, energy_judge in ledger.judges().items()
        if energy_judge.__module__.startswith("three_pillars.energy.")
    }


@pytest.fixture(scope="session")
def found(judges):
    """Their judgements by claim."""
    return {claim: energy_judge() for claim, energy_judge in judges.items()}
