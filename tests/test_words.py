"""Lists, counts, near names and fractions in words."""

import numpy as np
import pytest

from three_pillars import words


def test_lists_as_a_sentence_has_them():
    assert words.listed([]) == ""
    assert words.listed(["a"]) == "a"
    assert words.listed("abc") == "a, b and c"
    assert words.listed(["a", 2], "or") == "a or 2"
    assert words.quoted(["a", "b"]) == "'a', 'b'"
    assert words.quoted(["a", "b", "c"], "or") == "'a', 'b' or 'c'"


def test_counts_in_words():
    said = [words.counted(n, "summit") for n in (0, 1, 2)]
    assert said == ["no summit", "1 summit", "2 summits"]
    assert words.counted(3, "country", "countries") == "3 countries"


@pytest.mark.parametrize(
    ("change", "digits", "said"),
    [
        (0.914, 1, "rose by 0.9 points"),
        (-0.914, 1, "fell by 0.9 points"),
        (-1.2, 0, "fell by 1 point"),
        (0.04, 1, "stayed as it was"),
        (-0.04, 1, "stayed as it was"),
        (12.0, 0, "rose by 12 points"),
    ],
)
def test_which_way_a_number_went(change, digits, said):
    assert words.moved_by(change, " points", digits) == said


def test_a_sentence_that_does_not_hold_stops_and_is_named():
    assert words.holds(np.bool_(True), "Gas rose.") == "Gas rose."
    with pytest.raises(words.SentenceError, match=r"no longer holds.*Gas rose\."):
        words.holds(np.bool_(False), "Gas rose.")


def test_a_name_held_in_another_comes_before_one_spelt_alike():
    assert words.nearest("russa", ["Qatar", "Russia"]) == ["Russia"]
    assert words.nearest("emirates", ["United Arab Emirates", "Emirate"]) == [
        "United Arab Emirates",
        "Emirate",
    ]
    assert words.nearest("", ["a"]) == []


def test_an_unknown_name_is_answered_with_what_there_is():
    assert words.unknown("Rusia", ["Russia"], "supplier") == (
        "there is no supplier 'Rusia'; did you mean 'Russia'?"
    )
    assert words.unknown("x", ["Oman", "Qatar"], "supplier").endswith("there are Oman and Qatar.")


@pytest.mark.parametrize("value", [0, 1, 0.25, np.float64(0.5), np.int64(1)])
def test_a_fraction_is_returned_as_a_float(value):
    assert words.fraction(value, "the share", ValueError) == float(value)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (21, "the share is 21; give a fraction from 0 to 1; did you mean 0.21?"),
        (2, "the share is 2; give a fraction from 0 to 1; did you mean 0.02?"),
        (1.2, "the share is 1.2; give a fraction from 0 to 1, such as 0.25."),
        (-0.1, "the share is -0.1; give a fraction from 0 to 1, such as 0.25."),
        (float("nan"), "the share is nan; give a fraction from 0 to 1, such as 0.25."),
        ("half", "the share is 'half'; give a fraction from 0 to 1, such as 0.25."),
        (True, "the share is True; give a fraction from 0 to 1, such as 0.25."),
    ],
)
def test_what_is_no_fraction_is_refused_in_one_sentence(value, said):
    with pytest.raises(LookupError) as caught:
        words.fraction(value, "the share", LookupError)
    assert caught.value.args[0] == said


def test_a_number_with_its_unit():
    said = [words.amount_of(n, unit) for n, unit in ((1, "visits"), (2, "visits"), (1, "replies"),
            (44, "%"), (0, "rounds"), (1, "ratio"), (-2, "points"))]  # fmt: skip
    assert said == ["1 visit", "2 visits", "1 reply", "44%", "0 rounds", "a ratio of 1",
                    "−2 points"]  # fmt: skip
