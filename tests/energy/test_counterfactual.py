"""One supplier's share changes, the others share the rest."""

import math

import pytest
from helpers.markets import MARKET, fraction, markets
from helpers.refusals import refuses
from hypothesis import given, settings
from hypothesis import strategies as st

from three_pillars import energy


def test_counterfactual_by_hand():
    actual = {"Russia": 0.1, "A": 0.6, "B": 0.3}
    found = energy.counterfactual_shares(actual, "Russia", 0.4)
    assert found.round(12).to_dict() == {"Russia": 0.4, "A": 0.4, "B": 0.2}
    assert math.isclose(energy.counterfactual_herfindahl(actual, "Russia", 0.4), 3600)


@settings(deadline=None)
@given(markets(low=2), st.integers(0, 7), fraction)
def test_counterfactual_keeps_the_sum_and_the_proportions(volumes, place, new_share):
    actual = energy.shares(volumes)
    supplier = actual.index[place % len(actual)]
    found = energy.counterfactual_shares(actual, supplier, new_share)
    assert math.isclose(found.sum(), 1)
    assert found[supplier] == new_share
    assert list(found.index) == list(actual.index)
    others, were = found.drop(supplier), actual.drop(supplier)
    assert (others * were.sum() - were * (1 - new_share)).abs().max() < 1e-9
    same = energy.counterfactual_shares(actual, supplier, float(actual[supplier]))
    assert (same - actual).abs().max() < 1e-9


@settings(deadline=None)
@given(markets(low=2), st.integers(0, 7), fraction)
def test_the_index_is_lowest_at_the_minimising_share(volumes, place, new_share):
    actual = energy.shares(volumes)
    supplier = actual.index[place % len(actual)]
    best = energy.hhi_minimising_share(actual, supplier)
    assert 0 < best <= 0.5
    lowest = energy.counterfactual_herfindahl(actual, supplier, best)
    found = energy.counterfactual_herfindahl(actual, supplier, new_share)
    assert lowest <= found + 1e-6
    among = energy.herfindahl(actual.drop(supplier)) / 10_000
    assert math.isclose(found, 10_000 * (new_share**2 + (1 - new_share) ** 2 * among), rel_tol=1e-6)
    assert math.isclose(lowest, 10_000 * among / (1 + among), rel_tol=1e-6)


def test_edges_of_the_counterfactual():
    actual = {"Russia": 0.25, "A": 0.75}
    assert energy.counterfactual_shares(actual, "Russia", 1).to_dict() == {"Russia": 1, "A": 0}
    assert energy.counterfactual_shares(actual, "Russia", 0).to_dict() == {"Russia": 0, "A": 1}
    assert energy.counterfactual_shares({"Russia": 1.0}, "Russia", 1).to_dict() == {"Russia": 1}
    newcomer = energy.counterfactual_shares(actual, "Chad", 0.2, newcomer=True)
    assert newcomer.round(12).to_dict() == {"Russia": 0.2, "A": 0.6, "Chad": 0.2}
    assert math.isclose(energy.hhi_minimising_share(actual, "Russia"), 0.5)


def test_counterfactual_curve(lng):
    actual = energy.shares(energy.lng_year(lng, 2014))
    curve = energy.counterfactual_curve(actual, "Russia", [0.0, float(actual["Russia"]), 0.5])
    assert curve["new_share"].tolist()[0] == 0
    assert abs(curve["change"][1]) < 1e-6
    assert curve["change"][2] > 0
    assert len(energy.counterfactual_curve(actual, "Russia")) == 51


LIES = [
    (lambda: energy.counterfactual_shares(MARKET, "Rusia", 0.2), "did you mean 'Russia'?"),
    (lambda: energy.counterfactual_shares(MARKET, "qatar", 0.2), "did you mean 'Qatar'?"),
    (lambda: energy.counterfactual_shares(MARKET, "Peru", 0.2), "there are Qatar and Russia"),
    (
        lambda: energy.counterfactual_shares(MARKET, "Russia", 20),
        "new_share is 20; give a fraction from 0 to 1; did you mean 0.2?",
    ),
    (lambda: energy.counterfactual_shares(MARKET, "Russia", -0.1), "from 0 to 1"),
    (lambda: energy.counterfactual_shares(MARKET, "Russia", float("nan")), "from 0 to 1"),
    (
        lambda: energy.counterfactual_shares({"A": 0.4, "B": 0.4}, "A", 0.2),
        "add up to 0.8, not to 1",
    ),
    (lambda: energy.counterfactual_shares({"A": 30, "B": 70}, "A", 0.2), "add up to 100, not to 1"),
    (lambda: energy.counterfactual_shares({"A": 1.0}, "A", 0.2), "nobody can take the other 80%"),
    (lambda: energy.hhi_minimising_share({"A": 1.0}, "A"), "is the only supplier"),
    (lambda: energy.hhi_minimising_share(MARKET, "Rusia"), "did you mean 'Russia'?"),
    (lambda: energy.counterfactual_curve(MARKET, "Russia", [0.5, 1.5]), "new_share is 1.5"),
]


@pytest.mark.parametrize(("call", "message"), LIES, ids=[message[:40] for _, message in LIES])
def test_a_wrong_input_says_what_is_wrong(call, message):
    refuses(call, energy.MeasureError, message)
