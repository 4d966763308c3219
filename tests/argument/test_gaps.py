"""Gaps between meetings: known ones, ranges, and what is too little for a gap."""

import pytest
from helpers.made_up_events import build, events, tables
from helpers.refusals import refuses
from hypothesis import given, settings

from three_pillars import argument
from three_pillars.argument import ArgumentError
from three_pillars.data import load

JAPAN_RUSSIA = argument.pair(load("argument/leader_meetings"), "JPN-RUS")


def test_no_summit_between_november_2014_and_september_2015():
    table = argument.gaps(argument.presidents(JAPAN_RUSSIA))
    gap = table[table["start"] == "2014-11-09"].iloc[0]
    assert gap["end"] == "2015-09-28"
    assert gap["days_min"] == gap["days_max"] == 323
    assert gap["unverified_inside"] == 0


def test_the_longest_gap_of_the_list_is_doubtful_and_says_so():
    longest = argument.gaps(argument.presidents(JAPAN_RUSSIA)).iloc[0]
    assert longest["start"] == "2001-03-25"
    assert longest["unverified_inside"] == 2  # Genoa and Shanghai, both recalled


def test_a_gap_with_an_imprecise_end_is_a_range():
    table = argument.gaps(
        events(
            ("2014-01-31", "day", True, "x"), ("2014-03", "month", True, "x"),
            ("2014-02-10", "day", False, "x"),
        )
    )  # fmt: skip
    assert table[["days_min", "days_max", "unverified_inside"]].values.tolist() == [[29, 59, 1]]


@settings(deadline=None)
@given(tables)
def test_gaps_are_ordered_ranges(rows):
    frame = build(rows)
    if frame["verified"].sum() < 2:
        with pytest.raises(ArgumentError, match="two verified events"):
            argument.gaps(frame)
        return
    table = argument.gaps(frame)
    assert len(table) == frame["verified"].sum() - 1
    assert (table["days_min"] >= 0).all()
    assert (table["days_min"] <= table["days_max"]).all()
    assert table["days_min"].is_monotonic_decreasing


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: argument.gaps(events()), "there are 0"),
    ],
)
def test_bad_input_is_named_in_one_sentence(call, words):
    refuses(call, ArgumentError, words)
