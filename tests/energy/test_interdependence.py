"""Two dependences compared, and the index over channels."""

import math

import pandas as pd
import pytest
from helpers.refusals import refuses
from hypothesis import given, settings
from hypothesis import strategies as st

from three_pillars import energy


def test_asymmetry_by_hand():
    assert energy.asymmetry(3, 1) == 0.5
    assert energy.asymmetry(1, 3) == -0.5
    assert energy.asymmetry(2, 2) == 0
    assert energy.asymmetry(0, 0) == 0
    assert energy.asymmetry(0, 5) == -1


def test_index_by_hand():
    ours, theirs = {"gas": 3, "trade": 1}, {"gas": 1, "trade": 1}
    assert math.isclose(energy.interdependence_index(ours, theirs), 0.25)
    assert math.isclose(energy.interdependence_index(ours, theirs, {"gas": 3, "trade": 1}), 0.375)
    assert math.isclose(energy.interdependence_index(ours, theirs, {"gas": 1, "trade": 0}), 0.5)


channels = st.lists(
    st.tuples(st.floats(0, 1), st.floats(0, 1), st.floats(0.01, 10)), min_size=1, max_size=4
)


@settings(deadline=None)
@given(channels, st.floats(0.1, 10))
def test_index_is_antisymmetric_and_bounded(drawn, factor):
    names = [f"channel {n}" for n in range(len(drawn))]
    ours, theirs, weights = (pd.Series(values, index=names) for values in zip(*drawn, strict=True))
    found = energy.interdependence_index(ours, theirs, weights)
    assert -1 - 1e-9 <= found <= 1 + 1e-9
    assert math.isclose(found, -energy.interdependence_index(theirs, ours, weights), abs_tol=1e-9)
    assert energy.interdependence_index(ours, ours, weights) == 0
    scaled = energy.interdependence_index(ours, theirs, weights * factor)
    assert math.isclose(found, scaled, abs_tol=1e-9)
    shuffled = energy.interdependence_index(ours, theirs.iloc[::-1], weights.iloc[::-1])
    assert math.isclose(found, shuffled, abs_tol=1e-9)
    singles = [energy.asymmetry(a, b) for a, b, _ in drawn]
    assert min(singles) - 1e-9 <= found <= max(singles) + 1e-9


def test_unverified_years_stay_marked(weights):
    marked = weights[~weights["verified"]]
    assert set(marked["channel"]) == {"goods trade"}
    assert {2017, 2018, 2024} <= set(marked["year"])
    found = energy.index_by_year(weights, {"goods trade": 1}).set_index("year")["verified"]
    assert not found[2017]
    assert found[2014]


def test_index_by_year(weights):
    found = energy.index_by_year(weights).set_index("year")["index"]
    assert list(found.index) == list(range(2013, 2025))
    lng = energy.index_by_year(weights, {"LNG": 1}).set_index("year")["index"]
    a, b = 11.4913 / 120.5988, 0.794
    assert math.isclose(lng[2014], (a - b) / (a + b), rel_tol=1e-4)
    gas = energy.index_by_year(weights, {"all gas": 1}).set_index("year")["index"]
    trade = energy.index_by_year(weights, {"goods trade": 1}).set_index("year")["index"]
    assert lng[2014] < trade[2014] < 0 < gas[2014], "the channel chosen decides the sign"
    assert math.isclose(found[2014], (lng[2014] + trade[2014]) / 2), "LNG and trade, alike"
    other = energy.index_by_year(weights, {"all gas": 1, "goods trade": 1}).set_index("year")
    assert math.isclose(other["index"][2014], (gas[2014] + trade[2014]) / 2)
    assert trade.index.min() == 1996, "a single channel keeps all its years"
    off = energy.index_by_year(weights, {"LNG": 5, "goods trade": 0}).set_index("year")["index"]
    pd.testing.assert_series_equal(off, lng)
    alone = energy.index_by_year(weights, {"LNG": 0, "goods trade": 2}).set_index("year")["index"]
    pd.testing.assert_series_equal(alone, trade)


LIES = [
    (lambda: energy.asymmetry(-0.1, 0.2), "dependence of 'A on B' is -0.1"),
    (lambda: energy.interdependence_index({"gas": 1}, {"gas": -1}), "dependence in 'gas' is -1"),
    (lambda: energy.interdependence_index({"gas": 1}, {"oil": 1}), "not on both lists"),
    (lambda: energy.interdependence_index({"gas": 1}, {"gas": 1}, {"gas": 0}), "a weight of zero"),
    (lambda: energy.interdependence_index({"gas": 1}, {"gas": 1}, {"gas": -1}), "below zero"),
    (
        lambda: energy.interdependence_index({"gas": 1}, {"gas": 1}, {"oil": 1}),
        "the weights differ",
    ),
    (lambda: energy.interdependence_index({}, {}), "there is no dependence at all"),
]


@pytest.mark.parametrize(("call", "message"), LIES, ids=[message[:40] for _, message in LIES])
def test_a_wrong_input_says_what_is_wrong(call, message):
    refuses(call, energy.MeasureError, message)


def test_unknown_channels_and_weights_that_are_none(weights):
    with pytest.raises(energy.MeasureError, match="did you mean 'LNG'"):
        energy.index_by_year(weights, {"lng": 1})
    with pytest.raises(energy.MeasureError, match="weight of zero"):
        energy.index_by_year(weights, {"LNG": 0})
    with pytest.raises(energy.MeasureError, match="same Japanese share, so it would count twice"):
        energy.index_by_year(weights, {"LNG": 1, "all gas": 1})
    with pytest.raises(energy.MeasureError, match="weight of 'LNG' is -1"):
        energy.index_by_year(weights, {"LNG": -1})
