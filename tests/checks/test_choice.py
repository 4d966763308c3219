"""One of several options."""

import numpy as np
import pytest

from three_pillars.checks import choice

OPTIONS = {"A": "that came later", "C": "that was a plan"}


@pytest.mark.parametrize("value", ["B", " b) ", np.str_("B"), ["B"], {"b."}])
def test_the_right_letter_passes_in_any_form(said, value):
    assert said(choice, value, "B", OPTIONS, "the answer") == ""


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("A", "That came later."),
        ("D", "'D' is none of A, B, C"),
        (2, "give one of A, B, C as text"),
        (["A", "B"], "give one of A, B, C as text"),
        (..., "three dots"),
    ],
)
def test_another_option_says_why(said, value, words):
    assert words in said(choice, value, "B", OPTIONS, "the answer")
