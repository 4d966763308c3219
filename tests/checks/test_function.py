"""A function."""

import pandas as pd
import pytest

from three_pillars.checks import function

CASES = [(pd.Series([1.0, 1.0]),), (pd.Series([1.0, 2.0, 3.0]),)]
OUTSIDE = pd.Series([1.0, 1.0])


def right(values):
    return float((values / values.sum()).pow(2).sum())


def changing(values):
    values[:] = 0
    return 1


@pytest.mark.parametrize("value", [right, lambda v: right(v) + 1e-9])
def test_a_right_function_passes(said, value):
    assert said(function, value, right, CASES, "the function hhi") == ""


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0.5, "is a number; define it with def"),
        (float, "define it with def"),
        (lambda: 1, "should take 1 argument."),
        (lambda v: v + None, "stops with a TypeError"),
        (lambda v: v.nothing, "AttributeError"),
        (changing, "changes what it is given"),
        (lambda v: ..., "write its body"),
        (lambda v: None, "write return before the result"),
        (lambda v: v, "returns a Series of 3 values; return one number for all of them"),
        (lambda v: v[:1], "What the function hhi returns is a Series with one value"),
        (lambda v: float(v.sum()), "The sum."),
        (lambda v: 10_000 * right(v), "does not return what it should"),
        (lambda v: 1000 * right(v), "off by a factor of a thousand"),
        (lambda v: 7.0, "the same whatever it is given"),
        (lambda v: len(v) / 4, "given a Series {0: 1, 1: 2, 2: 3} it returns 0.75."),
    ],
)
def test_a_wrong_function_is_explained(said, value, words):
    mistakes = [(lambda v: v.sum(), "the sum"), (lambda v: v.nothing, "never said: it stops")]
    assert words in said(function, value, right, CASES, "the function hhi", mistakes=mistakes)
