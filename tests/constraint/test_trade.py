"""Trade in two currencies, its marks, and the exchange rate of one year."""

import pandas as pd
import pytest
from helpers.refusals import refuses

from three_pillars import constraint, load
from three_pillars.constraint import ConstraintError

RATES = load("energy/exchange_rates")
TRADE = constraint.trade(load("energy/bilateral_trade"), RATES)


def test_trade_peaks_in_2013_in_dollars_and_in_2014_in_yen():
    table = TRADE.set_index("year")
    assert table["total"].idxmax() == 2013
    assert table.loc[2013, "total"] == pytest.approx(34.6, abs=0.05)
    assert table["total_jpy_trn"].idxmax() == 2014
    assert table.loc[2014, "total_jpy_trn"] == pytest.approx(3.59, abs=0.005)


@pytest.mark.parametrize(
    ("column", "start", "end", "percent"),
    [
        ("total", 2013, 2014, -2), ("total_jpy_trn", 2013, 2014, 6),
        ("total", 2014, 2015, -39), ("total_jpy_trn", 2014, 2015, -30),
    ],
)  # fmt: skip
def test_the_money_decides_the_story(column, start, end, percent):
    series = TRADE.set_index("year")[column]
    assert round(100 * constraint.change(series, start, end)) == percent


def test_weak_years_are_marked():
    basis = TRADE.set_index("year")["basis"]
    assert set(basis[[2017, 2018]]) == {"recalled"}
    assert set(basis[[2019, 2020, 2022, 2024]]) == {"derived"}
    assert TRADE.loc[~TRADE["verified"], "year"].tolist() == [2017, 2018]


def test_a_constant_rate_by_hand():
    rates = pd.DataFrame(
        {
            "year": [2013, 2014],
            "currency": "JPY",
            "units_per_usd": [100.0, 110.0],
            "preferred": True,
        }
    )
    table = pd.DataFrame({"year": [2013, 2014], "total_jpy_trn": [3.0, 3.3]})
    assert constraint.at_constant_rate(table, rates, 2013).tolist() == [30.0, 33.0]
    assert constraint.at_constant_rate(table, rates, 2014).tolist() == [
        pytest.approx(27.27, abs=0.01), pytest.approx(30.0),
    ]  # fmt: skip


LIES = [
    (lambda: constraint.at_constant_rate(TRADE, RATES, 1950), "base year 1950"),
    (
        lambda: constraint.trade(load("energy/bilateral_trade").iloc[:0], RATES),
        "no preferred yearly trade",
    ),
]


@pytest.mark.parametrize(("call", "words"), LIES, ids=[words for _, words in LIES])
def test_bad_input_is_named_in_one_sentence(call, words):
    refuses(call, ConstraintError, words)
