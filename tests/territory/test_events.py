"""Dated events: spans, kinds, and dates as exact as they are known."""

import pandas as pd
import pytest

from three_pillars import load, territory
from three_pillars.territory import TerritoryError


def test_vague_dates_become_spans():
    rows = pd.DataFrame(
        {"date": ["1956-10-19", "1955-08", "1949"], "date_precision": ["day", "month", "year"]}
    )
    found = territory.dated(rows)
    spans = [
        (str(first)[:10], str(last)[:10])
        for first, last in zip(found["first_day"], found["last_day"], strict=True)
    ]
    assert spans == [
        ("1956-10-19", "1956-10-19"), ("1955-08-01", "1955-08-31"), ("1949-01-01", "1949-12-31"),
    ]  # fmt: skip


@pytest.mark.parametrize("table", ["territory/events", "territory/options", "territory/opinion"])
def test_a_date_is_as_long_as_it_is_known(table):
    rows = load(table)
    lengths = rows["date_precision"].map({"day": 10, "month": 7, "year": 4})
    assert (rows["date"].str.len() == lengths).all()


def test_every_event_is_of_a_kind_that_can_be_chosen():
    listed = sum(len(territory.events_of(kind)) for kind in territory.KINDS)
    assert listed == len(load("territory/events", verified_only=True))
    with pytest.raises(TerritoryError, match="no kind 'peace'; choose from Treaties"):
        territory.events_of("peace")
