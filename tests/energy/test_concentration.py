"""Shares, the index of concentration, and its bounds."""

import math

import pandas as pd
import pytest
from helpers.markets import amount, markets
from helpers.refusals import refuses
from hypothesis import given, settings
from hypothesis import strategies as st

from three_pillars import energy, load


def test_shares_by_hand():
    assert energy.shares({"A": 1, "B": 3}).to_dict() == {"A": 0.25, "B": 0.75}


@settings(deadline=None)
@given(markets())
def test_shares_add_up_and_keep_proportions(volumes):
    found = energy.shares(volumes)
    assert math.isclose(found.sum(), 1)
    assert (found >= 0).all()
    assert list(found.index) == list(volumes.index)
    assert math.isclose(found.iloc[0] * volumes.sum(), volumes.iloc[0])


@pytest.mark.parametrize(
    ("volumes", "expected"),
    [
        ({"A": 50, "B": 30, "C": 20}, 3800),  # 2500 + 900 + 400
        ({"A": 7}, 10_000),
        ({"A": 1, "B": 1, "C": 1, "D": 1}, 2500),
    ],
)
def test_herfindahl_by_hand(volumes, expected):
    assert math.isclose(energy.herfindahl(volumes), expected)


@settings(deadline=None)
@given(markets(), st.floats(0.01, 100))
def test_herfindahl_is_bounded_and_free_of_units(volumes, factor):
    found = energy.herfindahl(volumes)
    assert 10_000 / len(volumes) - 1e-6 <= found <= 10_000 + 1e-6
    assert math.isclose(found, energy.herfindahl(volumes * factor), rel_tol=1e-9)
    assert math.isclose(found, energy.herfindahl(energy.shares(volumes)), rel_tol=1e-9)


@settings(deadline=None)
@given(markets(low=2), st.integers(0, 7))
def test_a_merger_concentrates(volumes, place):
    place %= len(volumes) - 1
    merged = volumes.copy()
    merged.iloc[place] += merged.iloc[-1]
    assert energy.herfindahl(merged.iloc[:-1]) > energy.herfindahl(volumes) - 1e-9


def test_bounds_by_hand():
    low, high = energy.herfindahl_bounds({"A": 50, "B": 30}, {"Other Europe": 20})
    assert math.isclose(low, 3400)
    assert math.isclose(high, 3800)


@settings(deadline=None)
@given(markets(), st.lists(amount, max_size=3))
def test_bounds_are_ordered(volumes, groups):
    residual = pd.Series(groups, index=[f"Other {n}" for n in range(len(groups))], dtype=float)
    low, high = energy.herfindahl_bounds(volumes, residual)
    assert low <= high
    assert (low == high) == (not groups) or residual.sum() < 1e-6 * volumes.sum()
    whole = energy.herfindahl(pd.concat([volumes, residual]))
    assert math.isclose(high, whole, rel_tol=1e-9)
    assert high <= 10_000 + 1e-6


def test_equivalent_suppliers():
    assert energy.equivalent_suppliers(2500) == 4
    assert energy.equivalent_suppliers(10_000) == 1


def test_russia_and_concentration_as_printed_for_2014_and_2013(lng):
    russia = energy.share_by_year(lng, "Russia").set_index("year")["share"]
    assert round(russia[2014] * 100, 2) == 9.53
    assert round(russia[2013] * 100, 2) == 9.79
    found = energy.concentration_by_year(lng).set_index("year")
    assert round(found.loc[2014, "hhi_lower"]) == 1298
    assert round(found.loc[2014, "hhi_upper"]) == 1299
    assert round(found.loc[2013, "hhi_lower"]) == 1316
    assert found.loc[2014, "largest"] == "Australia"
    assert round(found.loc[2014, "largest_share"] * 100, 2) == 20.76
    assert found.loc[2014, "suppliers"] == 19
    assert math.isclose(found.loc[2014, "equivalent_suppliers"], 10_000 / 1298.9, rel_tol=1e-4)
    assert math.isclose(found.loc[2014, "hhi"], energy.herfindahl(energy.lng_year(lng, 2014)))


def test_concentration_agrees_with_the_derived_table(lng):
    found = energy.concentration_by_year(lng, weights=True).set_index("year")
    table = load("energy/lng_concentration")
    table = table[table["preferred"]].set_index("year")
    assert list(found.index) == list(table.index) == list(range(2009, 2025))
    assert list(energy.concentration_by_year(lng)["year"]) == list(range(2013, 2025))
    for column in ("hhi_lower", "hhi_upper"):
        assert ((found[column] - table[column]).abs() < 0.51).all()
    russia = energy.share_by_year(lng, "Russia", weights=True).set_index("year")["share"] * 100
    assert ((russia - table["russia_share_pct"]).abs() < 0.006).all()
    places = energy.rank_by_year(lng, "Russia", weights=True).set_index("year")["rank"]
    assert (places == table["russia_rank"]).all()


LIES = [
    (lambda: energy.shares({"Qatar": -1, "Oman": 2}), "volume 'Qatar' is -1, below zero"),
    (lambda: energy.shares({"Qatar": float("nan")}), "volume 'Qatar' is nan, not a number"),
    (lambda: energy.shares({"Qatar": float("inf")}), "not a number"),
    (lambda: energy.shares({"Qatar": "much"}), "'much', not a number"),
    (lambda: energy.shares({}), "there is no volume at all"),
    (lambda: energy.shares({"Qatar": 0, "Oman": 0}), "all volumes are zero"),
    (lambda: energy.shares(pd.Series([1, 2], index=["Qatar"] * 2)), "'Qatar' appears twice"),
    (lambda: energy.herfindahl({"Qatar": -1}), "below zero"),
    (lambda: energy.herfindahl_bounds({"Qatar": 1}, {"Other": -1}), "of a group 'Other' is -1"),
    (lambda: energy.herfindahl_bounds({"Qatar": 1}, {"Qatar": 1}), "among the named suppliers"),
    (lambda: energy.equivalent_suppliers(0.13), "scale from 0 to 1; multiply it by 10,000"),
    (lambda: energy.equivalent_suppliers(0), "outside the scale"),
    (lambda: energy.equivalent_suppliers(10_001), "outside the scale"),
]


@pytest.mark.parametrize(("call", "message"), LIES, ids=[message[:40] for _, message in LIES])
def test_a_wrong_input_says_what_is_wrong(call, message):
    refuses(call, energy.MeasureError, message)
