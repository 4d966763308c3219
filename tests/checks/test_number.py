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
        (..., "The share: replace the three dots"),
        (None, "The share: there is nothing (None)"),
        ("0.25", "take the quotation marks off"),
        ("a quarter", "The share is text"),
        (True, "a comparison gives True or False"),
        ([0.25], "a list with one value in it; take it out"),
        ([0.25], "with [0]"),
        ({0.25}, "give the value itself"),
        (pd.Series([0.25], index=["a"]), "take it out, with .item()."),
        (pd.Series([0.25, 1]), "a Series of 2 values; one was expected"),
        (pd.DataFrame({"a": [1]}), "is a whole table"),
        (abs, "was not called"),
        (1j, "is a number; one number was expected"),
        (float("nan"), "is no number (NaN)"),
        (pd.NA, "is no number (NaN)"),
        (float("inf"), "is infinite"),
        (25, "you gave per cent"),
        (0.0025, "You divided by 100 once too often"),
        (-0.25, "the sign is not"),
        (0.253, "The share is close, and more than rounded"),
        (0.5, "That is the other half."),
        (50, "That is the other half. And then: a fraction was expected"),
        (0.7, "The share: not right yet"),
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


@pytest.mark.parametrize(("value", "words"), [
    (0.095, "is rounded"), (0.1, ""), (9.5, "you gave per cent"),
    (9.53, "you gave per cent"), (0.0957, "close, and more than rounded"),
    (0.08, "Of 2012. Or: of 2011."), (8, "Of 2012. Or: of 2011. And then: a fraction"),
])  # fmt: skip
def test_rounding_and_mistakes_with_one_value(said, value, words):
    mistakes = [(0.08, "of 2012"), (0.08, "of 2011"), (0.1, "a tenth")]
    if value == 0.1:  # two digits of 0.0953 are 0.095, not 0.1
        words = "A tenth."
    assert words in said(number, value, 0.0953, "the share", kind="fraction", mistakes=mistakes)


def test_a_rounded_answer_that_is_a_mistakes_value_too(said):
    got = said(number, 3.4, 3.42, "the rate", mistakes=[(3.4, "you divided by seven")])
    assert got.startswith("This may be the right value with too few digits")
    assert got.endswith("Or: you divided by seven.")
