"""Goods trade by year, in dollars and in yen."""

import pandas as pd
import pytest
from helpers.refusals import refuses

from three_pillars import energy, load


@pytest.fixture(scope="module")
def trade():
    return energy.trade_by_year(load("energy/bilateral_trade"), load("energy/exchange_rates"))


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
    with pytest.raises(energy.MeasureError, match="2000 has no data"):
        energy.trade_by_year(bilateral, rates.assign(year=1999))


def test_conversion_by_hand():
    assert energy.usd_mn_to_jpy_bn(2000, 100) == 200


def test_percent_change_by_hand():
    series = pd.Series({2000: 80.0, 2001: 100.0})
    assert energy.percent_change(series, 2000, 2001) == 0.25
    assert energy.percent_change(series, 2001, 2000) == pytest.approx(-0.2)


LIES = [
    (lambda: energy.usd_mn_to_jpy_bn(1, 0), "a rate of 0 yen a dollar"),
    (lambda: energy.percent_change(pd.Series({2000: 0.0, 2001: 1.0}), 2000, 2001), "above 0"),
    (
        lambda: energy.percent_change(pd.Series({2000: 1.0, 2001: 1.0}), 2000, 2005),
        "2005 has no data (the series); available: 2000 to 2001.",
    ),
]


@pytest.mark.parametrize(("call", "message"), LIES, ids=[message[:40] for _, message in LIES])
def test_a_wrong_input_says_what_is_wrong(call, message):
    refuses(call, energy.MeasureError, message)


def test_unknown_states_are_answered_with_those_in_the_table():
    trade, rates = load("energy/bilateral_trade"), load("energy/exchange_rates")
    with pytest.raises(energy.MeasureError, match="no reporter 'JAP'; did you mean 'JPN'"):
        energy.trade_by_year(trade, rates, "JAP")
    with pytest.raises(energy.MeasureError, match="no partner of JPN 'KOR'"):
        energy.trade_by_year(trade, rates, "JPN", "KOR")
