"""The price of fuels taken out of trade."""

import pandas as pd
import pytest
from helpers.refusals import refuses
from hypothesis import given, settings
from hypothesis import strategies as st

from three_pillars import constraint, load
from three_pillars.constraint import ConstraintError

RATES = load("energy/exchange_rates")
TRADE = constraint.trade(load("energy/bilateral_trade"), RATES)
OIL = load("constraint/oil_price").set_index("year")["price_usd_per_barrel"]


def test_at_the_oil_price_of_2013_imports_do_not_fall_in_2015_and_exports_still_halve():
    table = constraint.at_constant_price(TRADE, OIL, 0.70, 2013).set_index("year")
    assert table.loc[2013, "imports"] == pytest.approx(23.65, abs=0.01)
    assert constraint.change(table["imports"], 2013, 2015) == pytest.approx(0.04, abs=0.01)
    assert constraint.change(table["exports"], 2013, 2015) == pytest.approx(-0.53, abs=0.01)


def test_the_deflator_by_hand():
    price = pd.Series({2013: 100.0, 2015: 50.0})
    index = constraint.price_index(price, 0.7, 2013)
    assert index.to_dict() == {2013: 1.0, 2015: pytest.approx(0.65)}
    table = pd.DataFrame({"year": [2013, 2015], "exports": [10.0, 5.0], "imports": [20.0, 13.0]})
    kept = constraint.at_constant_price(table, price, 0.7, 2013)
    assert kept["imports"].tolist() == [20.0, pytest.approx(20.0)]
    assert kept["total"].tolist() == [30.0, pytest.approx(25.0)]


prices = st.dictionaries(st.integers(2005, 2024), st.floats(1, 500), min_size=2, max_size=20).map(
    pd.Series
)


shares = st.floats(0, 1)


@settings(deadline=None)
@given(prices, shares)
def test_the_index_is_one_in_its_base_year_and_lies_between_no_change_and_the_price(price, share):
    base = price.index[0]
    index = constraint.price_index(price, share, base)
    ratio = price / price[base]
    assert index[base] == pytest.approx(1)
    low, high = ratio.clip(upper=1), ratio.clip(lower=1)
    assert (index >= low - 1e-9).all()
    assert (index <= high + 1e-9).all()


@settings(deadline=None)
@given(prices)
def test_without_fuel_nothing_is_deflated(price):
    assert constraint.price_index(price, 0, price.index[0]).tolist() == pytest.approx(
        [1] * len(price)
    )


@settings(deadline=None)
@given(shares, st.floats(0.1, 10))
def test_the_unit_of_the_price_does_not_matter(share, factor):
    one = constraint.at_constant_price(TRADE, OIL, share, 2013)
    other = constraint.at_constant_price(TRADE, OIL * factor, share, 2013)
    pd.testing.assert_frame_equal(one, other)


LIES = [
    (
        lambda: constraint.price_index(OIL, 1.2, 2013),
        "the fuel share is 1.2; give a fraction from 0 to 1",
    ),
    (lambda: constraint.price_index(OIL, 70, 2013), "did you mean 0.7?"),
    (lambda: constraint.price_index(OIL, 0.7, 1950), "base year 1950"),
    (lambda: constraint.price_index(pd.Series({2013: 0.0}), 0.7, 2013), "nought or less"),
]


@pytest.mark.parametrize(("call", "words"), LIES, ids=[words for _, words in LIES])
def test_bad_input_is_named_in_one_sentence(call, words):
    refuses(call, ConstraintError, words)
