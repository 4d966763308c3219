"""Means of two periods and the interval of their difference."""

import pytest
from helpers.refusals import refuses
from helpers.small_series import series
from hypothesis import given, settings
from hypothesis import strategies as st

from three_pillars import balance
from three_pillars.balance import BalanceError

numbers = st.lists(st.floats(-100, 100), min_size=2, max_size=10)


def test_before_after_of_constant_periods_has_no_width():
    found = balance.before_after(series(1, 1, 1, 3, 3, 3), (2000, 2002), (2003, 2005))
    assert (found.before, found.after, found.difference) == (1, 3, 2)
    assert (found.low, found.high, found.moved) == (2, 2, True)


def test_before_after_of_one_value_has_no_interval():
    found = balance.before_after(series(1, 2, 5), (2000, 2001), (2002, 2009))
    assert (found.difference, found.low, found.high, found.moved) == (3.5, None, None, None)
    assert (found.n_before, found.n_after) == (2, 1)


@settings(deadline=None)  # several work on two cores
@given(numbers, numbers, st.floats(-50, 50))
def test_a_shift_of_one_period_shifts_difference_and_interval(first, second, shift):
    periods = ((2000, 1999 + len(first)), (2000 + len(first), 1999 + len(first) + len(second)))
    plain = balance.before_after(series(*first, *second), *periods, draws=200)
    moved = balance.before_after(series(*first, *[v + shift for v in second]), *periods, draws=200)
    assert moved.difference == pytest.approx(plain.difference + shift, abs=1e-6)
    assert (moved.low, moved.high) == pytest.approx(
        (plain.low + shift, plain.high + shift), abs=1e-6
    )


@settings(deadline=None)  # several work on two cores
@given(numbers, numbers)
def test_the_interval_is_ordered_and_the_same_on_every_run(first, second):
    periods = ((2000, 1999 + len(first)), (2000 + len(first), 1999 + len(first) + len(second)))
    values = series(*first, *second)
    found = balance.before_after(values, *periods, draws=200)
    assert found.low <= found.high
    assert min(second) - max(first) - 1e-9 <= found.low
    assert found.high <= max(second) - min(first) + 1e-9
    assert found == balance.before_after(values, *periods, draws=200)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: balance.before_after(series(1, 2), (2000, 2001), (2001, 2002)), "follow each"),
        (lambda: balance.before_after(series(1, 2), (2000, 2001), (2005, 2009)), "2005 to 2009"),
        (lambda: balance.period_mean(series(1, 2), 1990, 1995), "1990 to 1995"),
    ],
)
def test_bad_input_is_refused_in_words(call, words):
    refuses(call, BalanceError, words)
