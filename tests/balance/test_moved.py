"""The model of the explorable that asks whether a pair moved."""

import pytest
from helpers.small_series import words

from three_pillars import balance
from three_pillars.data import load


def test_the_explorable_says_in_words_that_a_year_has_no_data():
    rows_ = balance.moved(
        "Agreement in votes (computed, to 2019)", "Japan–Russia", "2022, after February 2022", 3
    )
    assert "No session from 2022 to 2024" in words(rows_)
    assert "Nothing can be compared" in words(rows_)
    assert not (rows_["kind"] == "mean").any()
    assert (rows_["kind"] == "year").any()


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
