"""Days in words, and events dated as exactly as they are known."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from three_pillars import day


def events(*rows):
    return pd.DataFrame(rows, columns=["date", "date_precision"]).assign(event_id="e0")


def test_dates_in_words_are_as_exact_as_they_are_known():
    assert day.in_words("2015-07-21") == "21 July 2015" == day.COMMENTARY_WORDS
    assert day.in_words("2014-10") == "October 2014"
    assert day.in_words("1974") == "1974"
    assert day.in_words(pd.Timestamp("2015-08-03")) == "3 August 2015"
    assert day.month_in_words("2015-05-18") == "May 2015"


def test_an_imprecise_event_can_have_happened_on_any_day_of_its_month_or_year():
    frame = day.dated(events(("2014-02", "month"), ("2012", "year"), ("2014-03-18", "day")))
    assert list(frame["first_day"].astype(str)) == ["2014-02-01", "2012-01-01", "2014-03-18"]
    assert list(frame["last_day"].astype(str)) == ["2014-02-28", "2012-12-31", "2014-03-18"]
    assert str(frame["day"].iloc[0]) == "2014-02-14 12:00:00"


def test_until_keeps_what_had_surely_happened():
    frame = events(("2015-07", "month"), ("2015-07-21", "day"), ("2015-06", "month"))
    assert list(day.until(frame, day.COMMENTARY)["date"]) == ["2015-07-21", "2015-06"]


def test_days_between_counts_nights():
    assert day.days_between("2014-03-18", "2014-03-19") == 1
    assert day.days_between("2016-03-01", "2016-02-28") == -2


@given(st.dates(pd.Timestamp("1800-01-01").date(), pd.Timestamp("2100-12-31").date()),
       st.sampled_from(list(day.LENGTHS)))  # fmt: skip
def test_a_date_cut_to_any_precision_still_holds_the_day(date, precision):
    row = day.dated(events((date.isoformat()[: day.LENGTHS[precision]], precision))).iloc[0]
    assert row["first_day"] <= pd.Timestamp(date) <= row["last_day"]


@pytest.mark.parametrize(
    ("frame", "said"),
    [
        (events(("2014-03", None)), "event 'e0' has no date_precision; say day, month or year."),
        (events(("2014-03", "day")), "event 'e0' has the date '2014-03', which is no day."),
        (events((None, "day")), "which is no day."),
        (pd.DataFrame({"date": ["2014"]}), "events need a column 'date_precision'."),
    ],
)
def test_an_event_without_a_usable_date_is_named(frame, said):
    with pytest.raises(day.DateError) as caught:
        day.dated(frame)
    assert said in str(caught.value)


def test_dates_that_are_typed_as_days_are_dated_alike():
    text = pd.DataFrame({"date": ["2015-07-21"], "date_precision": ["day"]})
    typed = text.assign(date=pd.to_datetime(text["date"]))
    pd.testing.assert_frame_equal(day.dated(typed), day.dated(text), check_dtype=False)
