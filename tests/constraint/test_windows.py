"""Changes, windows around an event, and the summits by year."""

import pandas as pd
import pytest
from helpers.refusals import refuses
from hypothesis import given, settings
from hypothesis import strategies as st

from three_pillars import constraint, load
from three_pillars.constraint import ConstraintError

RATES = load("energy/exchange_rates")
TRADE = constraint.trade(load("energy/bilateral_trade"), RATES)
SERIES = pd.Series({2013: 1.0, 2014: 0.0, 2015: 2.0})


def test_summits_by_year():
    met = constraint.summits(load("argument/leader_meetings"), range(2013, 2022))
    assert met.tolist() == [4, 3, 2, 4, 4, 4, 3, 0, 0]


def test_a_window_by_hand():
    series = pd.Series({2012: 10.0, 2013: 20.0, 2014: 99.0, 2015: 4.0, 2016: 6.0})
    table = constraint.event_window(series, 2014, 2).set_index("year")
    assert table["side"].tolist() == ["before", "before", "event", "after", "after"]
    assert table.loc[2012, "mean"] == 15
    assert table.loc[2016, "mean"] == 5
    assert pd.isna(table.loc[2014, "mean"])


@settings(deadline=None)
@given(st.integers(1993, 2023), st.integers(1, 40))
def test_a_window_holds_no_year_outside_and_its_means_lie_within_its_values(at, width):
    series = TRADE.set_index("year")["total"]
    table = constraint.event_window(series, at, width)
    assert table["year"].between(at - width, at + width).all()
    for _, side in table[table["side"] != "event"].groupby("side"):
        assert side["value"].min() - 1e-9 <= side["mean"].iloc[0] <= side["value"].max() + 1e-9


LIES = [
    (lambda: constraint.event_window(SERIES, 2015, 3), "no year in the 3 years after 2015"),
    (lambda: constraint.event_window(SERIES, 2013, 1), "no year in the 1 year before 2013"),
    (lambda: constraint.event_window(SERIES, 2014, 0), "one year or more, not 0"),
    (lambda: constraint.change(SERIES, 2013, 1999), "no value for 1999"),
    (lambda: constraint.change(SERIES, 2014, 2015), "nought in 2014"),
]


@pytest.mark.parametrize(("call", "words"), LIES, ids=[words for _, words in LIES])
def test_bad_input_is_named_in_one_sentence(call, words):
    refuses(call, ConstraintError, words)
