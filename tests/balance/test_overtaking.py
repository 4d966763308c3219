"""The year from which a lead lasts."""

import pandas as pd
import pytest
from helpers.refusals import refuses
from hypothesis import given, settings
from hypothesis import strategies as st

from three_pillars import balance
from three_pillars.balance import BalanceError


@pytest.mark.parametrize(
    ("ruler", "expected"),
    [
        ("Military spending, current dollars", 2006),
        ("Military spending, constant 2022 dollars", 1999),
        ("Military spending, constant 2024 dollars", 1999),
        ("GDP, current dollars", 2010),
        ("GDP, purchasing power", 2000),
        ("Capabilities (CINC)", None),
    ],
)
def test_known_years_of_overtaking(ruler, expected):
    passed = balance.overtaking(balance.ratio(balance.measured(ruler)))
    assert passed.year == expected
    assert passed.words == (str(expected) if expected else "before 1990")


@pytest.mark.parametrize(
    ("values", "year", "words"),
    [([0.5, 0.9, 1.1, 1.2], 2002, "2002"), ([0.5, 1.2, 0.9, 1.1], 2003, "2003"),
     ([1.2, 1.3], None, "before 2000"), ([0.5, 1.0], None, "not by 2001")],
)  # fmt: skip
def test_overtaking_is_the_lead_that_lasts(values, year, words):
    ratios = pd.DataFrame({"year": range(2000, 2000 + len(values)), "ratio": values})
    assert balance.overtaking(ratios) == balance.Overtaking(year, words)


@settings(deadline=None)  # several work on two cores
@given(st.lists(st.floats(0.01, 1e6), min_size=1, max_size=12))
def test_after_the_overtaking_the_lead_is_never_lost(values):
    ratios = pd.DataFrame({"year": range(1990, 1990 + len(values)), "ratio": values})
    year = balance.overtaking(ratios).year
    if year is not None:
        assert (ratios.loc[ratios["year"] >= year, "ratio"] > 1).all()
        assert (ratios.loc[ratios["year"] == year - 1, "ratio"] <= 1).all()


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: balance.overtaking(pd.DataFrame({"year": [], "ratio": []})), "no years"),
    ],
)
def test_bad_input_is_refused_in_words(call, words):
    refuses(call, BalanceError, words)
