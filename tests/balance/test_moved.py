"""The model of the explorable that asks whether a pair moved."""

import pytest
from helpers.small_series import words

from three_pillars import balance
from three_pillars.data import load


def test_the_explorable_says_in_words_that_a_year_has_no_data():
    rows_ = balance.moved(
        "Agreement in votes (computed, to 2019)",
        "Japan–Russia",
        "2022, after the invasion of Ukraine",
        3,
    )
    assert "No session from 2022 to 2024" in words(rows_)
    assert "Nothing can be compared" in words(rows_)
    (mean,) = rows_[rows_["kind"] == "mean"].itertuples()
    assert (mean.period, mean.year, mean.until) == ("before", 2019, 2019)
    assert (rows_["kind"] == "year").any()


@pytest.mark.parametrize(("pair", "said"), [("Japan–United States", "2 sessions on one side")])
def test_two_sessions_give_no_interval(pair, said):
    # The computed series has no session of 2016, so three years up to 2017 hold two.
    rows_ = balance.moved("Agreement in votes (computed, to 2019)", pair, "2018", 3)
    assert said in words(rows_)


@pytest.mark.parametrize("indicator", balance.INDICATORS)
@pytest.mark.parametrize("pair", balance.PAIRS)
def test_the_explorable_agrees_with_the_measure(indicator, pair):
    rows_ = balance.moved(indicator, pair, "2013, Abe’s first session", 6)
    values = balance.alignment(
        load("balance/un_voting"), *balance.PAIRS[pair], balance.INDICATORS[indicator]
    )
    found = balance.before_after(values, (2007, 2012), (2013, 2018))
    means = rows_.loc[rows_["kind"] == "mean", "value"].tolist()
    assert means == pytest.approx([found.before, found.after], abs=0.0006)
    assert f"{found.difference:+.3f}".replace("-", "−") in words(rows_)
