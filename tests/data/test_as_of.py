"""The day as a filter: rules, rows that depart, cells with a day of their own, preferred last."""

import pandas as pd
import pytest

from three_pillars.data import DataError
from three_pillars.data.as_of import known_from, public

DAY = pd.Timestamp("2015-07-21")


def resource(*rules, fields=(), **more):
    return {
        "name": "part/table",
        "known_from": list(rules),
        "schema": {"fields": [{"name": "date", "type": "string"}, *fields]},
        **more,
    }


def days(frame, *rules, **more):
    return list(known_from(frame, resource(*rules, **more))[0].dt.strftime("%Y-%m-%d"))


def test_each_kind_of_rule():
    dates = pd.DataFrame({"date": ["2015-07-13", "2015-07", "2015"]})
    assert days(dates, {"rule": "column", "column": "date"}) == [
        "2015-07-13", "2015-07-31", "2015-12-31",
    ]  # fmt: skip
    assert days(dates, {"rule": "column", "column": "date", "days": 2})[0] == "2015-07-15"
    assert days(dates, {"rule": "month", "column": "date"})[1] == "2015-08-01"
    years = pd.DataFrame({"year": [2014]})
    assert days(years, {"rule": "year", "column": "year", "month_day": "06-10"}) == ["2015-06-10"]
    later = {"rule": "year", "column": "year", "month_day": "04-01", "years": 2}
    assert days(years, later) == ["2016-04-01"]
    quarters = pd.DataFrame({"period_end": [pd.Timestamp("2015-06-30")]})
    ended = {"rule": "period end", "column": "period_end", "days": 21}
    assert days(quarters, ended) == ["2015-07-21"]
    editions = pd.DataFrame({"edition": ["SIPRI 2015"]})
    printed = {"rule": "edition", "column": "edition", "editions": {"SIPRI 2015": "2015-04-13"}}
    assert days(editions, printed) == ["2015-04-13"]


def test_the_first_rule_that_fits_wins_and_a_row_may_depart():
    frame = pd.DataFrame(
        {
            "year": [2014, 2014, 2014],
            "series": ["now", "then", "then"],
            "known_from": [None, None, "2020-01-01"],
        }
    )
    rules = (
        {"filter": {"series": "now"}, "rule": "never"},
        {"rule": "year", "column": "year", "month_day": "06-10"},
    )
    kept = public(frame, resource(*rules), DAY)
    assert list(kept["series"]) == ["then"]


def test_a_field_with_a_day_of_its_own_is_empty_before_it():
    frame = pd.DataFrame(
        {
            "date": ["2015-05-01", "2015-05-01"],
            "date_end": pd.to_datetime(["2015-05-09", "2016-01-01"]),
            "status": ["held", "ended"],
            "status_from": ["2015-05-09", "2016-01-01"],
        }
    )
    fields = [
        {"name": "date_end", "type": "date", "known_from": "date_end"},
        {"name": "status", "type": "string", "known_from": "status_from"},
    ]
    kept = public(frame, resource({"rule": "column", "column": "date"}, fields=fields), DAY)
    assert list(kept["date_end"].notna()) == [True, False]
    assert list(kept["status"].fillna("")) == ["held", ""]


def test_preferred_is_settled_among_what_was_public():
    frame = pd.DataFrame(
        {
            "year": [2014, 2014],
            "edition": ["SIPRI 2015", "SIPRI 2024"],
            "preferred": [False, True],
        }
    )
    editions = {"SIPRI 2015": "2015-04-13", "SIPRI 2024": "2024-04-22"}
    own = resource(
        {"rule": "edition", "column": "edition", "editions": editions},
        preferred={"column": "edition", "rank": ["SIPRI 2024", "SIPRI 2015"], "by": ["year"]},
    )
    assert list(public(frame, own, DAY)["preferred"]) == [True]
    assert list(public(frame, own, pd.Timestamp("2025-01-01"))["preferred"]) == [False, True]


def test_a_value_of_a_later_edition_keeps_its_mark():
    frame = pd.DataFrame({"year": [2014]})
    rule = {"rule": "year", "column": "year", "month_day": "06-10", "later_edition": True}
    assert list(public(frame, resource(rule), DAY)["later_edition"]) == [True]


@pytest.mark.parametrize(
    ("rules", "said"),
    [
        ([], "table 'part/table' does not say from when its rows were public"),
        ([{"rule": "sometimes"}], "cannot be read"),
        ([{"rule": "column", "column": "day"}], "cannot be read"),
        ([{"rule": "always", "filter": {"x": "a"}}], "names no column: 'x'"),
        ([{"rule": "always", "filter": {"date": "other"}}], "no rule of 'known_from'"),
        ([{"rule": "never"}], "no row of 'part/table' was public on 2015-07-21."),
        ([{"rule": "column", "column": "date", "days": 900}], "the first became so on 2017-12-29."),
    ],
)
def test_what_cannot_be_filtered_is_said_in_one_sentence(rules, said):
    with pytest.raises(DataError) as caught:
        public(pd.DataFrame({"date": ["2015-07-13"]}), resource(*rules), DAY)
    assert said in str(caught.value)
