"""Known counts of the lists, day by day, and what cannot be added up."""

import pandas as pd
import pytest
from helpers.refusals import refuses
from hypothesis import given, settings
from hypothesis import strategies as st

from three_pillars import constraint, load
from three_pillars.constraint import ConstraintError

MEASURES = load("constraint/measures")
LISTINGS = load("constraint/listings")


def test_japan_by_the_end_of_2014():
    assert constraint.frozen(MEASURES, "2014-12-31") == {
        "persons": 66, "entities": 16, "banks": 5, "visas": 23,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("day", "persons", "banks", "visas"),
    [
        ("2014-03-17", 0, 0, 0), ("2014-04-28", 0, 0, 0), ("2014-04-29", 0, 0, 23),
        ("2014-08-04", 0, 0, 23), ("2014-08-05", 40, 0, 23), ("2014-09-24", 40, 5, 23),
        ("2014-12-08", 40, 5, 23), ("2014-12-09", 66, 5, 23), ("2015-07-21", 66, 5, 23),
        ("2022-02-22", 66, 5, 23),
    ],
)  # fmt: skip
def test_the_list_grows_day_by_day(day, persons, banks, visas):
    own = constraint.frozen(MEASURES, day)
    assert (own["persons"], own["banks"], own["visas"]) == (persons, banks, visas)


def test_the_sum_agrees_with_the_totals_that_others_counted():
    own = constraint.frozen(MEASURES, "2014-12-31")
    names = own["persons"] + own["entities"]
    for scope in ("all", "measures of 2014"):
        total = constraint.published_total(LISTINGS, "Japan", "2022-03-31", scope=scope)
        assert total["persons_and_entities"] == names == 82


def test_persons_are_never_summed_across_the_rounds_of_2022():
    with pytest.raises(ConstraintError, match="incomplete"):
        constraint.frozen(MEASURES, "2022-03-01")
    # The rounds on record would give a wrong total: 499 Russians stood on the list by 12 April.
    rounds = MEASURES[(MEASURES["actor"] == "Japan") & (MEASURES["year"] == 2022)]
    rounds = rounds[rounds["date"] <= "2022-04-12"]
    total = constraint.published_total(LISTINGS, "Japan", "2022-04-12", scope="Russians only")
    assert rounds["persons_listed"].sum() != total["persons"] == 499


@pytest.mark.parametrize(
    ("day", "persons", "entities"),
    [("2014-07-30", 95, 23), ("2014-12-31", 132, 28), ("2015-07-21", 151, 37)],
)
def test_totals_of_the_european_union(day, persons, entities):
    total = constraint.published_total(LISTINGS, "European Union", day)
    assert (total["persons"], total["entities"]) == (persons, entities)


def test_an_unverified_total_is_passed_over():
    total = constraint.published_total(LISTINGS, "European Union", "2014-07-29")
    assert total["persons"] == 87  # not the 91 of the press


def test_japan_added_nobody_alone_and_eased_once_between_the_commentary_and_2022():
    rows = MEASURES[(MEASURES["actor"] == "Japan") & MEASURES["year"].between(2015, 2021)]
    assert rows["kind"].tolist() == ["easing"]


@settings(deadline=None)
@given(st.dates(pd.Timestamp("2014-03-01").date(), pd.Timestamp("2022-02-22").date()))
def test_the_list_never_shrinks(day):
    now = constraint.frozen(MEASURES, str(day))
    end = constraint.frozen(MEASURES, "2022-02-22")
    assert all(now[key] <= end[key] for key in now)


LIES = [
    (
        lambda: constraint.frozen(MEASURES, "2014-12-31", "European Union"),
        "European Union are incomplete",
    ),
    (lambda: constraint.frozen(MEASURES, "2023-01-01"), "use published_total()"),
    (
        lambda: constraint.published_total(LISTINGS, "Japan", "2014-01-01"),
        "on or before 1 January 2014",
    ),
]


@pytest.mark.parametrize(("call", "words"), LIES, ids=[words for _, words in LIES])
def test_bad_input_is_named_in_one_sentence(call, words):
    refuses(call, ConstraintError, words)
