"""One number: what is said of each kind of wrong one."""

from decimal import Decimal
from fractions import Fraction

import numpy as np
import pandas as pd
import pytest

from three_pillars.checks import number


@pytest.mark.parametrize(
    "value",
    [0.25, 0.1 + 0.15, 0.25004, np.float32(0.25), np.array(0.25), Decimal("0.25"), Fraction(1, 4)],
)
def test_the_right_number_passes_in_any_form(said, value):
    assert said(number, value, 0.25, "the share") == ""


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (..., "still holds the three dots"),
        (None, "holds nothing (None)"),
        ("0.25", "take the quotation marks off"),
        ("a quarter", "The share is text"),
        (True, "a comparison gives True or False"),
        ([0.25], "a list with one value in it; take it out"),
        (pd.Series([0.25, 1]), "a Series of 2 values; one was expected"),
        (pd.DataFrame({"a": [1]}), "is a whole table"),
        (abs, "was not called"),
        (1j, "is a number; one number was expected"),
        (float("nan"), "is no number (NaN)"),
        (pd.NA, "is no number (NaN)"),
        (float("inf"), "is infinite"),
        (25, "you gave per cent"),
        (0.0025, "You divided by 100 once too often"),
        (-0.25, "The sign is the wrong way round"),
        (0.253, "The share is close and not exact"),
        (0.5, "That is the other half."),
        (50, "That is the other half. And then: a fraction was expected"),
        (0.7, "The share is not right yet"),
    ],
)
def test_a_wrong_number_is_named(said, value, words):
    mistakes = [(0.5, "that is the other half"), (0.25, "never said: it is right")]
    assert words in said(number, value, 0.25, "the share", kind="fraction", mistakes=mistakes)


@pytest.mark.parametrize(
    ("value", "kind", "words"),
    [
        (0.4, "percent", "Per cent was expected"),
        (4000, "percent", "You multiplied by 100 once too often"),
        (40000, "number", "off by a factor of a thousand"),
        (40.5, "count", "is a count: a whole number was expected"),
        (41, "count", "off by one"),
        (44, "count", "Look again."),
    ],
)
def test_a_unit_has_its_own_mistakes(said, value, kind, words):
    hint = "look again" if value == 44 else ""
    assert words in said(number, value, 40, "the count", kind=kind, hint=hint)
