"""Growth carried forward: worked by hand, blind to the future, drawn at every setting."""

import pandas as pd
import pytest
from helpers.refusals import refuses
from helpers.small_series import table, words
from hypothesis import given, settings
from hypothesis import strategies as st

from three_pillars import balance
from three_pillars.balance import BalanceError


def test_projection_carries_growth_forward():
    small = table(CHN=[100, 110, 121], JPN=[100, 100, 100])
    ahead = balance.projection(small, stand=2002, back=2, until=2004)
    assert ahead["ratio"].tolist() == pytest.approx([1.21, 1.331, 1.4641])
    slow = balance.projection(small, stand=2002, back=2, until=2003, pace=0.5)
    assert slow["ratio"].tolist() == pytest.approx([1.21, 1.21 * 1.05])


def test_projection_knows_nothing_later_than_its_stand():
    small, other = table(CHN=[1, 2, 9], JPN=[1, 1, 9]), table(CHN=[1, 2, 1], JPN=[1, 1, 3])
    first, second = (balance.projection(t, stand=2001, back=1, until=2003) for t in (small, other))
    pd.testing.assert_frame_equal(first, second)


@settings(deadline=None)  # several work on two cores
@given(st.floats(0.5, 2), st.floats(0.5, 2), st.integers(1, 6))
def test_steady_growth_is_projected_without_error(up, down, back):
    small = table(CHN=[up**i for i in range(13)], JPN=[down**i for i in range(13)])
    ahead = balance.projection(small, stand=2006, back=back, until=2012)
    expected = balance.ratio(small).set_index("year")["ratio"].loc[2006:2012]
    assert ahead["ratio"].tolist() == pytest.approx(expected.tolist(), rel=1e-6)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: balance.projection(table(CHN=[1, 2], JPN=[1, 1]), 2001, 1, 2000), "back to 2000"),
        (lambda: balance.projection(table(CHN=[1, 2], JPN=[1, 1]), 2005, 1, 2009), "for 2005"),
    ],
)
def test_bad_input_is_refused_in_words(call, words):
    refuses(call, BalanceError, words)


@pytest.mark.parametrize("ruler", [r for r in balance.RULERS if "2024" not in r])
@pytest.mark.parametrize("pace", balance.PACES)
@pytest.mark.parametrize("stand", [2003, 2015, 2021])
def test_every_projection_can_be_drawn(ruler, pace, stand):
    rows_ = balance.stand_in(ruler, stand, pace)
    shown = rows_[rows_["kind"].isin(["record", "projected"])]
    assert shown["ratio"].between(1 / 16, 64).all()
    assert "expected for" in words(rows_)


def test_a_miss_is_what_the_chart_says():
    """The chart says 27.0 expected and 5.9 came."""
    settings = ("Military spending, current dollars", 2015, "as in the 3 years before")
    assert balance.miss(*settings) == pytest.approx(27.0 / 5.92 - 1, abs=0.02)
    assert f"{balance.miss(*settings):.0%} too high" in words(balance.stand_in(*settings))
