"""Sliders and lists: their values, their labels."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from three_pillars import Range


def test_range_reaches_both_ends_in_even_steps():
    assert Range("Share", 0, 0.3, 0.1, 0.1).values == [0, 0.1, 0.2, 0.3]
    assert Range("Year", 2013, 2016, 1, 2014).values == [2013, 2014, 2015, 2016]
    assert Range("Year", 2013, 2016, 1, 2014).labels == ["2013", "2014", "2015", "2016"]
    assert Range("Change", -1, 0, 0.5, 0, unit="%").labels == ["−1.0%", "−0.5%", "0.0%"]
    assert Range("Time", 0, 2, 1, 2, unit="years").labels == ["0 years", "1 year", "2 years"]


@given(st.integers(-50, 50), st.integers(1, 60), st.sampled_from([0.05, 0.1, 0.25, 1, 2.5, 10]))
def test_range_values_are_as_many_as_its_steps(low, count, step):
    control = Range("x", low, low + count * step, step, low)
    assert control.problem() is None
    assert len(control.values) == len(set(control.labels)) == count + 1
    assert control.values[-1] == pytest.approx(low + count * step)
