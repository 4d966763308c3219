"""Dates and pairs, as the chapters of the part call them."""

import datetime as dt

import pandas as pd
import pytest
from helpers.made_up_events import build, events, tables
from helpers.refusals import refuses
from hypothesis import given, settings

from three_pillars import argument
from three_pillars.data import load
from three_pillars.day import DateError
from three_pillars.meetings import MeetingError


def test_imprecise_dates_become_ranges():
    frame = argument.dated(
        events(
            ("2014", "year", True, "x"), ("2012-02", "month", True, "x"),
            ("2014-10-28", "day", True, "x"),
        )
    )  # fmt: skip
    assert frame["first_day"].dt.date.tolist() == [
        dt.date(2014, 1, 1), dt.date(2012, 2, 1), dt.date(2014, 10, 28),
    ]  # fmt: skip
    assert frame["last_day"].dt.date.tolist() == [
        dt.date(2014, 12, 31), dt.date(2012, 2, 29), dt.date(2014, 10, 28),
    ]  # fmt: skip


def test_a_month_that_may_run_past_the_day_is_not_counted_until_it_is_over():
    frame = events(("2015-07", "month", True, "x"), ("2015-07-21", "day", True, "x"))
    assert len(argument.until(frame, "2015-07-21")) == 1
    assert len(argument.until(frame, "2015-07-31")) == 2


@settings(deadline=None)
@given(tables)
def test_a_date_lies_between_its_first_and_its_last_day(rows):
    frame = argument.dated(build(rows))
    true = pd.to_datetime(pd.Series([d for d, _, _ in rows]))
    assert (frame["first_day"] <= true).all()
    assert (true <= frame["last_day"]).all()
    assert frame["day"].between(frame["first_day"], frame["last_day"]).all()


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (
            lambda: argument.dated(events(("2014-03", None, True, "x"))),
            "'e0' has no date_precision",
        ),
        (
            lambda: argument.dated(events(("2014-03", "day", True, "x"))),
            "'2014-03', which is no day",
        ),
        (lambda: argument.dated(events((None, "day", True, "x"))), "which is no day"),
        (lambda: argument.dated(pd.DataFrame({"date": ["2014"]})), "column 'date_precision'"),
        (lambda: argument.pair(load("argument/leader_meetings"), "USA-RUS"), "no pair 'USA-RUS'"),
    ],
)
def test_bad_input_is_named_in_one_sentence(call, words):
    refuses(call, (DateError, MeetingError), words)
