"""Contacts before and after an event: worked by hand, known, and never counted twice."""

import pandas as pd
import pytest
from helpers.made_up_events import build, days, events, tables
from helpers.refusals import refuses
from hypothesis import given, settings
from hypothesis import strategies as st

from three_pillars import argument
from three_pillars.argument import ArgumentError


def test_a_window_keeps_sure_possible_and_unverified_apart():
    table = argument.window(
        events(
            ("2014-01-18", "day", True, "leaders"),  # first day of the window before
            ("2014-01-17", "day", True, "leaders"),  # one day too early
            ("2014-03-18", "day", True, "leaders"),  # the day itself counts as after
            ("2014-05-17", "day", True, "leaders"),  # last day of the window after
            ("2014-05-18", "day", True, "leaders"),  # one day too late
            ("2014-03", "month", True, "leaders"),  # on either side
            ("2014-02", "month", True, "leaders"),  # wholly before
            ("2014-04-01", "day", False, "leaders"),
        ),
        "2014-03-18",
        2,
    ).set_index("side")
    assert table.loc["before", ["contacts", "perhaps", "unverified"]].tolist() == [2, 1, 0]
    assert table.loc["after", ["contacts", "perhaps", "unverified"]].tolist() == [2, 1, 1]


def test_a_window_after_crimea():
    table = argument.window(argument.all_contacts(), "2014-03-18", 16)
    counts = table.set_index(["kind", "side"])["contacts"]
    assert counts["leaders"].tolist() == [5, 2]
    assert counts["foreign_ministers"].tolist() == [3, 0]
    # Yachi's talk of March 2014 is dated to the month, which straddles the event.
    perhaps = table.set_index(["kind", "side"])["perhaps"]
    assert perhaps["security_advisers", "after"] >= 1


def test_half_years_hold_no_month_twice():
    table = argument.half_years(argument.all_contacts(), 2013, 2016)
    leaders = table[table["kind"] == "leaders"].set_index("half")["contacts"]
    assert leaders["2013 I"] == 2
    assert leaders["2015 I"] == 0
    assert leaders["2015 II"] == 2


@settings(deadline=None)
@given(tables, days, st.integers(1, 60))
def test_a_longer_window_never_holds_fewer(rows, at, months):
    frame = build(rows)

    def found(length):
        try:
            return argument.window(frame, str(at), length)[["contacts", "unverified"]].sum()
        except ArgumentError:
            return pd.Series({"contacts": 0, "unverified": 0})

    assert (found(months) <= found(months + 1)).all()


@settings(deadline=None)
@given(tables, days, st.integers(1, 60))
def test_a_window_counts_each_verified_event_at_most_once_as_sure(rows, at, months):
    frame = build(rows)
    try:
        table = argument.window(frame, str(at), months)
    except ArgumentError:
        return
    assert table["contacts"].sum() <= frame["verified"].sum()
    assert (table[["contacts", "perhaps", "unverified"]] >= 0).all(axis=None)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (
            lambda: argument.window(events(("2010-01-01", "day", True, "x")), "2014-03-18", 6),
            "no contact is on record in the 6 months before or after 18 March 2014",
        ),
        (lambda: argument.window(events(), "2014-03-18", 0), "one month or more, not 0"),
    ],
)
def test_bad_input_is_named_in_one_sentence(call, words):
    refuses(call, ArgumentError, words)
