"""The measures, inputs and judges of the energy part."""

import inspect
import math
import re

import pandas as pd
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from three_pillars import energy, ledger, load
from three_pillars.energy import MeasureError

NAMES = ["Australia", "Qatar", "Malaysia", "Russia", "Oman", "Brunei", "Peru", "Yemen"]
ENERGY_CLAIMS = {
    "energy/dependence": ["C18", "C31", "C32", "C33", "C34", "C36"],
    "energy/interdependence": ["C35", "C46"],
}

amount = st.floats(0.001, 1e6, allow_nan=False, allow_infinity=False)
fraction = st.floats(0, 1, allow_nan=False)


def markets(low=1, high=8):
    """Draw a market: volumes above zero by supplier."""
    return st.lists(amount, min_size=low, max_size=high).map(
        lambda values: pd.Series(values, index=NAMES[: len(values)])
    )


@pytest.fixture(scope="module")
def lng():
    return load("energy/lng_imports")


@pytest.fixture(scope="module")
def weights(lng):
    return energy.mutual_weights(lng, load("energy/gas_weights"), load("energy/trade_shares"))


@pytest.fixture(scope="module")
def trade():
    return energy.trade_by_year(load("energy/bilateral_trade"), load("energy/exchange_rates"))


def rows(*volumes, year=2020, kind="exporter"):
    """Build a small table of imports in the shape of energy/lng_imports."""
    return pd.DataFrame(
        [
            {
                "year": year,
                "period_type": "calendar_year",
                "exporter": name,
                "row_type": kind,
                "volume_bcm": volume,
                "share_pct": None,
                "share_basis": None,
                "source_id": "made_up",
            }
            for name, volume in volumes
        ]
    )


# Shares and concentration ------------------------------------------------------------------------


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


def test_measures_leave_their_input_alone():
    volumes = pd.Series({"A": 1.0, "B": 3.0}, name="mine")
    before = volumes.copy()
    energy.shares(volumes)
    energy.counterfactual_shares(energy.shares(volumes), "A", 0.5)
    pd.testing.assert_series_equal(volumes, before)


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


# One supplier over the years ---------------------------------------------------------------------


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
    assert math.isclose(found.loc[2014, "equivalent_suppliers"], 10_000 / 1298.3, rel_tol=1e-3)


def test_concentration_agrees_with_the_derived_table(lng):
    found = energy.concentration_by_year(lng).set_index("year")
    table = load("energy/lng_concentration")
    table = table[table["basis"] == "bcm"].set_index("year")
    assert list(found.index) == list(table.index) == list(range(2013, 2025))
    for column in ("hhi_lower", "hhi_upper"):
        assert ((found[column] - table[column]).abs() < 0.51).all()
    russia = energy.share_by_year(lng, "Russia").set_index("year")["share"] * 100
    assert ((russia - table["russia_share_pct"]).abs() < 0.006).all()
    places = energy.rank_by_year(lng, "Russia").set_index("year")["rank"]
    assert (places == table["russia_rank"]).all()


def test_a_year_adds_up_to_its_printed_total(lng):
    printed = lng[(lng["row_type"] == "total") & lng["volume_bcm"].notna()].set_index("year")
    for year in range(2013, 2025):
        assert abs(energy.lng_year(lng, year).sum() - printed["volume_bcm"][year]) < 0.002
    assert energy.lng_year(lng, 2014).is_monotonic_decreasing


def test_a_year_splits_into_named_and_groups(lng):
    named, groups = energy.lng_parts(lng, 2014)
    assert list(groups.index) == ["Other Europe"]
    assert "Other Europe" not in named.index
    assert "Total" not in named.index
    assert len(named) + len(groups) == len(energy.lng_year(lng, 2014)) == 20


def test_figures_by_weight_and_fiscal_years_stay_out(lng):
    """2015 also has customs figures in tonnes, 2023 fiscal-year shares; neither may be counted."""
    assert math.isclose(energy.lng_year(lng, 2015)["Russia"], 10.4616)
    assert energy.share_by_year(lng, "Russia", published=True)["year"].is_unique
    fiscal = rows(("Russia", 5.0)).assign(period_type="fiscal_year_apr_mar")
    mixed = pd.concat([rows(("Russia", 1.0), ("Qatar", 3.0)), fiscal])
    assert energy.lng_year(mixed, 2020).to_dict() == {"Qatar": 3.0, "Russia": 1.0}


def test_share_of_a_year_without_the_supplier_is_zero():
    table = pd.concat(
        [rows(("Peru", 1.0), ("Qatar", 3.0)), rows(("Qatar", 4.0), year=2021)], ignore_index=True
    )
    found = energy.share_by_year(table, "Peru").set_index("year")
    assert found["share"].to_dict() == {2020: 0.25, 2021: 0.0}
    assert found["volume_bcm"].to_dict() == {2020: 1.0, 2021: 0.0}


def test_published_shares_fill_years_without_a_breakdown(lng):
    found = energy.share_by_year(lng, "Russia", published=True).set_index("year")
    assert found.loc[2010, ["share", "basis"]].tolist() == [0.08, "published"]
    assert found.loc[2012, ["share", "basis"]].tolist() == [0.09, "published"]
    assert found.loc[2014, "basis"] == "computed"
    assert list(found.index) == [2010, 2012, *range(2013, 2025)]
    assert 2010 not in energy.share_by_year(lng, "Russia")["year"].tolist()


def test_ranks(lng):
    found = energy.rank_by_year(lng, "Russia").set_index("year")
    assert found["rank"].to_dict()[2014] == 4
    assert found["rank"].to_dict()[2021] == 5
    assert found["rank"].to_dict()[2022] == 3
    table = pd.concat(
        [rows(("A", 3.0), ("B", 2.0), ("C", 2.0)), rows(("Other", 9.0), kind="residual_group")]
    )
    equal = energy.rank_by_year(table, "C")
    assert equal.to_dict("records") == [{"year": 2020, "rank": 2, "suppliers": 3}]


# Who supplied the growth? ------------------------------------------------------------------------


def test_contributions_by_hand():
    table = pd.concat(
        [rows(("A", 10.0), ("B", 5.0)), rows(("A", 8.0), ("B", 9.0), ("C", 3.0), year=2021)]
    )
    found = energy.contribution_to_growth(table, 2020, 2021).set_index("exporter")
    assert found["change_bcm"].to_dict() == {"B": 4.0, "C": 3.0, "A": -2.0}
    assert found["part_of_growth"].to_dict() == {"B": 0.8, "C": 0.6, "A": -0.4}
    assert math.isclose(found.loc["B", "growth_points"], 4 / 15)
    assert found.loc["C", "start_bcm"] == 0


@pytest.mark.parametrize(("start", "end"), [(2013, 2014), (2014, 2015), (2013, 2024)])
def test_contributions_add_up(lng, start, end):
    found = energy.contribution_to_growth(lng, start, end)
    total = energy.lng_year(lng, end).sum() - energy.lng_year(lng, start).sum()
    assert math.isclose(found["change_bcm"].sum(), total)
    assert math.isclose(found["part_of_growth"].sum(), 1)
    assert math.isclose(
        found["growth_points"].sum(), total / energy.lng_year(lng, start).sum(), abs_tol=1e-9
    )
    assert found["change_bcm"].is_monotonic_decreasing


@settings(deadline=None)
@given(markets(low=2), markets(low=2))
def test_contributions_of_any_two_years_add_up(first, last):
    assume(abs(last.sum() - first.sum()) > 1e-3 * last.sum())
    table = pd.concat([rows(*first.items()), rows(*last.items(), year=2021)])
    found = energy.contribution_to_growth(table, 2020, 2021)
    assert math.isclose(found["part_of_growth"].sum(), 1, rel_tol=1e-6)
    assert math.isclose(found["change_bcm"].sum(), last.sum() - first.sum(), rel_tol=1e-6)


def test_growth_from_a_published_share_by_hand():
    """8% of 96.4 bcm is 7.7; of 25.4 bcm of growth Russia brought 3.8."""
    found = energy.growth_from_published_share(96.4, 0.08, 121.8, 11.5, rounding=0.005)
    assert round(found.total_change, 1) == 25.4
    assert round(found.supplier_start, 2) == 7.71
    assert round(found.supplier_change, 2) == 3.79
    assert round(found.part, 3) == 0.149
    assert round(found.part_low, 3) == 0.130  # (11.5 - 0.085 * 96.4) / 25.4
    assert round(found.part_high, 3) == 0.168  # (11.5 - 0.075 * 96.4) / 25.4


def test_growth_since_2010(lng):
    found = energy.growth_since(lng)
    assert round(found.total_change) == 25
    assert round(found.supplier_change) == 4
    assert found.part_low < found.part < found.part_high
    assert round(found.part, 2) == 0.15


@settings(deadline=None)
@given(amount, fraction, amount, fraction, st.floats(0, 0.1))
def test_growth_range_holds_its_middle(total_start, share, total_end, share_end, rounding):
    assume(abs(total_end - total_start) > 1e-3)
    found = energy.growth_from_published_share(
        total_start, share, total_end, share_end * total_end, rounding=rounding
    )
    slack = 1e-9 * max(1, abs(found.part_low), abs(found.part_high))
    assert found.part_low - slack <= found.part <= found.part_high + slack
    others = total_end * (1 - share_end) - total_start * (1 - share)
    assert math.isclose(
        found.supplier_change + others, found.total_change, abs_tol=1e-6 * (total_start + total_end)
    )


# What if? ----------------------------------------------------------------------------------------


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


# Who needs whom? ---------------------------------------------------------------------------------


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


def test_mutual_weights_as_printed(weights):
    table = weights.set_index(["channel", "year"])
    assert round(table.loc[("LNG", 2013), "russia_on_japan"], 2) == 0.82
    assert math.isclose(table.loc[("LNG", 2024), "russia_on_japan"], 0.175)
    assert round(table.loc[("LNG", 2014), "japan_on_russia"], 4) == 0.0953
    assert math.isclose(table.loc[("all gas", 2014), "russia_on_japan"], 0.057)
    assert (
        table.loc[("all gas", 2014), "japan_on_russia"]
        == table.loc[("LNG", 2014), "japan_on_russia"]
    )
    assert math.isclose(table.loc[("goods trade", 2014), "japan_on_russia"], 0.0226)
    assert math.isclose(table.loc[("goods trade", 2014), "russia_on_japan"], 0.0392)
    assert set(weights["channel"]) == set(energy.CHANNELS)
    assert not weights.duplicated(["year", "channel"]).any()
    assert not weights.isna().any().any()


def test_japan_s_weight_agrees_with_the_table_of_russian_exports(lng):
    """Japan's weight in Russian LNG, from the volumes themselves."""
    exports = load("energy/gas_exports")
    matrix = exports[(exports["series"] == "bilateral_matrix") & (exports["mode"] == "lng")]
    japan = matrix[matrix["destination_iso3"] == "JPN"].set_index("year")["volume_bcm"]
    total = matrix[matrix["destination_level"] == "total"].set_index("year")["volume_bcm"]
    assert round(japan[2013] / total[2013], 2) == 0.82
    assert round(japan[2024] / total[2024], 3) == 0.175


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
    assert math.isclose(found[2014], (lng[2014] + gas[2014] + trade[2014]) / 3)
    assert trade.index.min() == 1996, "a single channel keeps all its years"
    off = energy.index_by_year(weights, {"LNG": 5, "goods trade": 0}).set_index("year")["index"]
    pd.testing.assert_series_equal(off, lng)
    alone = energy.index_by_year(weights, {"LNG": 0, "goods trade": 2}).set_index("year")["index"]
    pd.testing.assert_series_equal(alone, trade)


# Trade -------------------------------------------------------------------------------------------


def test_the_fall_of_2015_in_two_currencies(trade):
    found = trade.set_index("year")
    assert round(energy.percent_change(found["total_usd_mn"], 2014, 2015), 2) == -0.39
    assert round(energy.percent_change(found["total_jpy_bn"], 2014, 2015), 2) == -0.30
    assert round(found["total_usd_mn"].loc[2013]) == 34610
    assert found["total_usd_mn"].idxmax() == 2013
    assert found["total_jpy_bn"].idxmax() == 2014
    assert round(found["total_jpy_bn"].loc[2014]) == 3588


def test_trade_keeps_one_row_a_year_and_its_marks(trade):
    assert trade["year"].is_unique
    assert trade["year"].min() == 1992
    marks = trade.set_index("year")["verified"]
    assert marks[2014]
    assert not marks[2017]
    sums = trade["export_usd_mn"] + trade["import_usd_mn"]
    assert (sums - trade["total_usd_mn"]).abs().max() < 1e-6


def test_trade_with_one_flow_unverified_stays_marked():
    bilateral = pd.DataFrame(
        {
            "year": [2000, 2000, 2001],
            "period_type": "calendar_year",
            "reporter_iso3": "JPN",
            "partner_iso3": "RUS",
            "flow": ["export", "import", "export"],
            "value_usd_mn": [1000.0, 3000.0, 9.0],
            "preferred": True,
            "verified": [True, False, True],
        }
    )
    rates = pd.DataFrame(
        {"year": [2000], "currency": "JPY", "units_per_usd": [110.0], "preferred": True}
    )
    found = energy.trade_by_year(bilateral, rates)
    assert found.to_dict("records") == [
        {
            "year": 2000,
            "export_usd_mn": 1000.0,
            "import_usd_mn": 3000.0,
            "total_usd_mn": 4000.0,
            "total_jpy_bn": 440.0,
            "verified": False,
        }
    ], "a year with one flow only is left out"
    with pytest.raises(MeasureError, match="2000 has no data"):
        energy.trade_by_year(bilateral, rates.assign(year=1999))


def test_conversion_by_hand():
    assert energy.usd_mn_to_jpy_bn(2000, 100) == 200


def test_percent_change_by_hand():
    series = pd.Series({2000: 80.0, 2001: 100.0})
    assert energy.percent_change(series, 2000, 2001) == 0.25
    assert energy.percent_change(series, 2001, 2000) == pytest.approx(-0.2)


# Bad input ---------------------------------------------------------------------------------------

MARKET = {"Russia": 0.1, "Qatar": 0.9}
YEAR = rows(("Russia", 1.0), ("Qatar", 3.0))
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
    (lambda: energy.counterfactual_shares(MARKET, "Rusia", 0.2), "did you mean 'Russia'?"),
    (lambda: energy.counterfactual_shares(MARKET, "qatar", 0.2), "did you mean 'Qatar'?"),
    (lambda: energy.counterfactual_shares(MARKET, "Peru", 0.2), "there are Qatar, Russia"),
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
    (
        lambda: energy.lng_year(YEAR, 2012),
        "2012 has no data (LNG imports by supplier in bcm); available: 2020.",
    ),
    (lambda: energy.lng_year(YEAR.drop(columns="row_type"), 2020), "no column 'row_type'"),
    (lambda: energy.lng_year(YEAR.assign(volume_bcm=-1.0), 2020), "below zero"),
    (lambda: energy.lng_year(YEAR.iloc[:0], 2020), "no supplier with a volume in bcm"),
    (lambda: energy.lng_year(pd.concat([YEAR, YEAR]), 2020), "'Russia' appears twice in 2020"),
    (lambda: energy.share_by_year(YEAR, "Russian Federation"), "did you mean 'Russia'?"),
    (lambda: energy.rank_by_year(YEAR, "Katar"), "did you mean 'Qatar'?"),
    (lambda: energy.contribution_to_growth(YEAR, 2021, 2020), "put the earlier year first"),
    (lambda: energy.contribution_to_growth(YEAR, 2020, 2021), "2021 has no data"),
    (
        lambda: energy.contribution_to_growth(
            pd.concat([YEAR, YEAR.assign(year=2021)]), 2020, 2021
        ),
        "the total is the same in 2020 and 2021",
    ),
    (lambda: energy.growth_from_published_share(96, 8, 121, 11), "did you mean 0.08?"),
    (lambda: energy.growth_from_published_share(-1, 0.1, 121, 11), "total_start is -1"),
    (lambda: energy.growth_from_published_share(96, 0.1, 121, 122), "more than the total of 121"),
    (lambda: energy.growth_from_published_share(96, 0.1, 96, 11), "the total did not change"),
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
    (lambda: energy.usd_mn_to_jpy_bn(1, 0), "a rate of 0 yen a dollar"),
    (lambda: energy.percent_change(pd.Series({2000: 0.0, 2001: 1.0}), 2000, 2001), "above 0"),
    (
        lambda: energy.percent_change(pd.Series({2000: 1.0, 2001: 1.0}), 2000, 2005),
        "2005 has no data (the series); available: 2000 to 2001.",
    ),
]


@pytest.mark.parametrize(("call", "message"), LIES, ids=[message[:40] for _, message in LIES])
def test_a_wrong_input_says_what_is_wrong(call, message):
    with pytest.raises(MeasureError, match=re.escape(message)) as caught:
        call()
    text = str(caught.value)
    assert "\n" not in text, "one sentence"
    assert text.endswith((".", "?"))


def test_unknown_names_in_tables(weights, lng):
    with pytest.raises(MeasureError, match="did you mean 'LNG'"):
        energy.index_by_year(weights, {"lng": 1})
    with pytest.raises(MeasureError, match="weight of zero"):
        energy.index_by_year(weights, {"LNG": 0})
    with pytest.raises(MeasureError, match="weight of 'LNG' is -1"):
        energy.index_by_year(weights, {"LNG": -1})
    with pytest.raises(MeasureError, match="did you mean 'japan_share_in_russia_trade'"):
        energy.trade_weight(load("energy/trade_shares"), "japan_share_in_russian_trade")
    trade, rates = load("energy/bilateral_trade"), load("energy/exchange_rates")
    with pytest.raises(MeasureError, match="no reporter 'JAP'; did you mean 'JPN'"):
        energy.trade_by_year(trade, rates, "JAP")
    with pytest.raises(MeasureError, match="no partner of JPN 'KOR'"):
        energy.trade_by_year(trade, rates, "JPN", "KOR")
    with pytest.raises(MeasureError, match=r"2013 has no data \(a published share of Russia\)"):
        energy.growth_since(lng, start=2013)
    with pytest.raises(MeasureError, match="available: 2013 to 2024"):
        energy.lng_year(lng, 2012)


# Judges ------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def found():
    return {
        claim: energy_judge()
        for claim, energy_judge in ledger.judges().items()
        if energy_judge.__module__ == "three_pillars.energy"
    }


def test_the_chapters_claims_are_all_judged_and_no_other(found):
    assert sorted(found) == sorted(one for claims in ENERGY_CLAIMS.values() for one in claims)
    declared = ledger.claims().set_index("claim_id")["chapter"]
    for chapter, claims in ENERGY_CLAIMS.items():
        assert sorted(declared[declared == chapter].index) == claims


def test_judgements_are_complete(found):
    known = load("sources")  # the package loads; tables below must exist too
    assert len(known)
    for claim, judgement in found.items():
        assert judgement.verdict in ledger.VERDICTS, claim
        assert judgement.then in ledger.VERDICTS, claim
        for text in (judgement.figure, judgement.evidence, judgement.hindsight):
            assert text, claim
            assert "nan" not in text.lower().split(), claim
            assert not re.search(r"\.\.|  | 1 [a-z]+s\b", text), (claim, text)
        assert judgement.evidence.endswith("."), claim
        for table in judgement.tables:
            assert len(load(table)), claim


FIGURES = {
    # recomputed from the tables by hand, apart from the measures
    "C33": ["25.3%", "0.0%"],  # 292.4 of 1,156.0 TWh in 2010
    "C34": ["8%", "9.5%", "15%"],  # 11.4913 / 120.5988; (11.49 - 0.08 * 96.40) / 25.41
    "C35": ["number 4", "9.5%"],
    "C36": ["1 report", "1 denied"],  # 15 October 2014
    "C46": ["2.0%", "2.3%"],  # 33,400 of 1,684,651 and 33,933 of 1,502,402 million dollars
}


@pytest.mark.parametrize("claim", FIGURES)
def test_figures_hold_the_computed_numbers(found, claim):
    for number in FIGURES[claim]:
        assert number in found[claim].figure


def test_figures_that_count_events(found):
    events = load("energy/events")
    then = events[events["verified"] & (events["date"] <= "2015-07-21")]
    agreed = then[then["category"] == "agreement"]
    assert f"{len(agreed)} agreement" in found["C18"].figure
    assert f"of {len(agreed)} agreements" in found["C31"].figure
    assert f"{len(agreed)} agreement" in found["C32"].figure
    assert len(agreed) >= 3


def test_evidence_holds_the_numbers_that_decide(found):
    assert "25.4 bcm" in found["C34"].evidence
    assert "3.8 of them" in found["C34"].evidence
    assert "13% to 17%" in found["C34"].evidence
    assert "2009" in found["C34"].evidence
    assert "54 reactors" in found["C33"].evidence
    assert "none ran" in found["C33"].evidence
    assert "of 19 named" in found["C35"].evidence
    assert "39% in dollars" in found["C46"].hindsight
    assert "30% in yen" in found["C46"].hindsight
    assert "China 20.5%" in found["C46"].evidence


def test_verdicts(found):
    verdicts = {claim: (one.verdict, one.then) for claim, one in found.items()}
    assert verdicts["C18"] == ("supported", "supported")
    assert verdicts["C33"] == ("supported", "supported")
    assert verdicts["C34"] == ("partly", "partly")
    assert verdicts["C35"] == ("partly", "supported"), "a plateau shows only with hindsight"
    assert verdicts["C36"] == ("supported", "supported")
    assert verdicts["C46"] == ("untestable", "untestable")


def test_evidence_knows_nothing_after_the_commentary(found):
    """Years after 2015 belong into hindsight."""
    for claim, judgement in found.items():
        years = {int(year) for year in re.findall(r"\b(?:19|20)\d\d\b", judgement.evidence)}
        assert all(year <= 2015 for year in years), claim


def test_the_verdict_on_investment_follows_the_table(monkeypatch):
    """An announcement of investment in the Far East before the commentary would settle C31."""
    events = load("energy/events")
    extra = events.iloc[[0]].assign(
        event_id="N98",
        date="2013-04-29",
        year=2013,
        category="investment",
        project="Investment platform",
        event="A joint platform for investment in Russia's Far East is agreed.",
        verified=True,
    )
    without = events[~((events["category"] == "investment") & (events["date"] < "2015-07-21"))]

    def tables(more):
        def loader(name, verified_only=False):
            if name != "energy/events":
                return load(name, verified_only)
            return more[more["verified"]] if verified_only else more

        return loader

    monkeypatch.setattr(energy, "load", tables(without))
    assert energy.far_east_investment_announced().verdict == "partly"
    monkeypatch.setattr(energy, "load", tables(pd.concat([without, extra], ignore_index=True)))
    judged = energy.far_east_investment_announced()
    assert (judged.verdict, judged.then) == ("supported", "supported")
    assert "29 April 2013" in judged.evidence
    late = extra.assign(date="2016-04-29", year=2016)
    monkeypatch.setattr(energy, "load", tables(pd.concat([without, late], ignore_index=True)))
    assert energy.far_east_investment_announced().verdict == "partly", "hindsight does not count"


# The module itself -------------------------------------------------------------------------------


def test_public_names_are_documented():
    for name in energy.__all__:
        thing = getattr(energy, name)
        doc = inspect.getdoc(thing)
        assert doc, name
        if inspect.isfunction(thing):
            assert "Returns:" in doc, name
            assert "Raises:" in doc, name
