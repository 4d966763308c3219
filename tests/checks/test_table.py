"""A table."""

import pandas as pd
import pytest

from three_pillars.checks import table

RIGHT = pd.DataFrame({"year": [2013, 2014], "of": ["Japan", "Russia"], "share": [0.1, 0.2]})


@pytest.mark.parametrize(
    "value",
    [RIGHT, RIGHT[::-1], RIGHT.set_index(["year", "of"]), RIGHT.assign(more=1),
     RIGHT.astype({"year": str}), RIGHT.set_index(["year", "of"])["share"]],
)  # fmt: skip
def test_the_right_table_passes_in_any_form(said, value):
    assert said(table, value, RIGHT, "the table", keys=["year", "of"]) == ""


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ([1, 2], "a DataFrame was expected, this is a list"),
        (RIGHT.rename(columns={"share": "shares"}), "no column 'share'; rename 'shares'?"),
        (RIGHT.drop(columns="share"), "has no column 'share'."),
        (RIGHT[:0], "has no rows"),
        (RIGHT.assign(share=[0.9, 0.8]), "The rest."),
        (pd.concat([RIGHT, RIGHT]), "more than one row for the same year and of"),
        (RIGHT[:1], "too few rows (1). Look again."),
        (RIGHT.replace("Japan", "China"), "the entries of 'of' are not those expected"),
        (RIGHT.assign(share=RIGHT["share"] * 100), "Column 'share': a fraction was expected"),
        (RIGHT.assign(share=[0.1, 0.3]), "1 of 2 values of 'share' is off. Look again."),
    ],
)
def test_a_wrong_table_is_explained(said, value, words):
    sentence = said(
        table, value, RIGHT, "the table", keys=["year", "of"], kinds={"share": "fraction"},
        mistakes=[(RIGHT.assign(share=1 - RIGHT["share"]), "the rest")], hint="look again",
    )  # fmt: skip
    assert words in sentence


def test_order_counts_only_if_it_is_asked_for(said):
    sentence = said(table, RIGHT[::-1], RIGHT, "the table", keys=["year"], ordered=True)
    assert "their order is not the one asked" in sentence
