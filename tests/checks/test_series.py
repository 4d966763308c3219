"""Numbers with labels, and answers that have none."""

import numpy as np
import pandas as pd
import pytest

from three_pillars.checks import series

RIGHT = pd.Series({2013: 0.1, 2014: 0.2, 2015: 0.4})
TABLE = pd.DataFrame({"year": [2015, 2014, 2013], "share": [0.4, 0.2, 0.1]})


@pytest.mark.parametrize(
    "value",
    [RIGHT, RIGHT[::-1], RIGHT.to_dict(), {"2013": 0.1, 2014.0: 0.2, 2015: 0.4}, TABLE,
     TABLE.set_index("year"), RIGHT.set_axis(pd.to_datetime(["2013", "2014", "2015"])),
     RIGHT.set_axis(pd.period_range("2013", periods=3, freq="Y")), [0.4, 0.1, 0.2],
     np.array([0.1, 0.2, 0.4]), RIGHT.reset_index(drop=True)],
)  # fmt: skip
def test_the_right_numbers_pass_in_any_form(said, value):
    assert said(series, value, RIGHT, "the shares") == ""


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (..., "The shares: replace the three dots"),
        (None, "The shares: there is nothing (None)"),
        ("0.1", "this is text; 3 numbers were expected"),
        (0.1, "one for each of 3 was expected"),
        (print, "was not called"),
        (np.ones((2, 3)), "this has 2 dimensions"),
        (TABLE.assign(more=1.0, less=2), "this is a table of 4 columns"),
        ([], "There is nothing in the shares"),
        (pd.Series([1, 2], index=[2013, 2013]), "a label stands there more than once"),
        (["a", 1, 2], "there is text where numbers were expected"),
        (RIGHT.replace(0.2, np.nan), "1 of 3 values is missing"),
        (RIGHT * 100, "you gave per cent"),
        (1 - RIGHT, "The rest."),
        (100 - RIGHT * 100, "The rest. And then: a fraction was expected"),
        (RIGHT.rename({2013: 2012}), "2012 does not belong"),
        (RIGHT.rename({2013: 2012, 2014: 2011}), "2012 does not belong, nor does 1 more"),
        (RIGHT.set_axis([2010, 2011, 2012]), "2010 does not belong, nor do 2 more"),
        (RIGHT[:2], "too few values (2)"),
        (RIGHT.replace(0.2, 0.3), "1 of 3 values is off, the first at 2014"),
        (RIGHT + 1, "The shares: not right yet"),
        ([0.1, 0.2, 0.9], "The shares: not right yet"),
    ],
)
def test_wrong_numbers_are_explained(said, value, words):
    mistakes = [(1 - RIGHT, "the rest")]
    sentence = said(series, value, RIGHT, "the shares", kind="fraction", mistakes=mistakes)
    assert words in sentence
    assert "The shares " not in sentence, "no verb may follow: it is one thing or several"


def test_without_labels_order_counts_only_if_it_is_asked_for(said):
    turned = [0.4, 0.2, 0.1]
    assert "their order is not" in said(series, turned, RIGHT, "the shares", ordered=True)


def test_rounded_numbers_and_those_of_no_digits_more(said):
    long = pd.Series({2013: 0.12345, 2014: 0.23456})
    assert "are rounded" in said(series, long.round(2), long, "the shares")
    assert "you gave per cent" in said(series, (long * 100).round(1), long, "the shares",
                                       kind="fraction")  # fmt: skip
    assert "not right yet" in said(series, long + 0.001, long, "the shares")
