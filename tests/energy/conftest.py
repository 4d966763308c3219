"""The tables that the measures of energy share."""

import pytest

from three_pillars import energy, load


@pytest.fixture(scope="module")
def lng():
    return load("energy/lng_imports")


@pytest.fixture(scope="module")
def weights(lng):
    return energy.mutual_weights(lng, load("energy/gas_weights"), load("energy/trade_shares"))
