"""A collection of names."""

import numpy as np
import pandas as pd
import pytest

from three_pillars.checks import names

RIGHT = ["Qatar", "Australia", "Malaysia"]


@pytest.mark.parametrize(
    "value",
    [RIGHT, tuple(RIGHT[::-1]), set(RIGHT), np.array(RIGHT), pd.Index(RIGHT), pd.Series(RIGHT),
     ["qatar ", "AUSTRALIA", "Malaysia"]],
)  # fmt: skip
def test_the_right_names_pass_in_any_form(said, value):
    assert said(names, value, RIGHT, "the suppliers") == ""


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (..., "The suppliers: replace the three dots"),
        ("Qatar, Australia", "give a list of names, not one text"),
        (pd.DataFrame({"name": RIGHT}), "take the column of names"),
        (dict.fromkeys(RIGHT, 1), "give the names alone"),
        (pd.Series([1, 2, 3], index=RIGHT), "the names are in the index"),
        ([1, 2, 3], "each as text"),
        (["Russia", "Oman", "Brunei"], "The smallest."),
        (["Qatar", "Australia", "Others"], "Others is no state."),
        (["Qatar", "Qatar", "Malaysia"], "more than once"),
        (["Qatar"], "too few names (1)"),
        ([*RIGHT, "Oman"], "too many names (4)"),
        (["Qatar", "Australia", "Oman"], "1 of the 3 names does not belong"),
        (["Qatar", "Peru", "Oman"], "2 of the 3 names do not belong"),
        (3, "several values were expected, this is a number"),
        (print, "was not called"),
    ],
)
def test_wrong_names_are_explained(said, value, words):
    sentence = said(
        names, value, RIGHT, "the suppliers",
        mistakes=[(["Oman", "Russia", "Brunei"], "the smallest")],
        unwanted={"Others": "others is no state"},
    )  # fmt: skip
    assert words in sentence
    assert "The suppliers " not in sentence, "no verb may follow: they are several"


def test_order_counts_only_if_it_is_asked_for(said):
    turned = RIGHT[::-1]
    assert "their order is not" in said(names, turned, RIGHT, "the suppliers", ordered=True)
