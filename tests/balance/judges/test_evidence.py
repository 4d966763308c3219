"""What the judges of the part read: statements, joint activities, and what was public when."""

import pandas as pd
import pytest
from helpers.judging import DAYS

from three_pillars.balance.judges._evidence import (
    OWN_WORDS,
    READINGS,
    in_window,
    more_than_before,
    statements,
)
from three_pillars.data import Reader, describe, load
from three_pillars.day import dated
from three_pillars.ledger import window_of


def test_statements_bear_on_claims_and_say_whose_words_they_are():
    rows_ = load("balance/statements")
    assert set(rows_["claim_id"]) <= set(load("argument/claims")["claim_id"])
    assert rows_["verified"].all()
    kinds = {field["name"]: field for field in describe("balance/statements")["schema"]["fields"]}
    known = set(kinds["kind"]["constraints"]["enum"])
    reports = {"report", "request", "press_sources", "report_of_text"}
    assert known == {*OWN_WORDS, *READINGS, *reports}
    assert not set(OWN_WORDS) & set(READINGS)


def test_a_reading_is_never_taken_for_own_words():
    load_ = Reader(DAYS["today"])
    own, read = statements(load_, OWN_WORDS), statements(load_, READINGS)
    assert not set(own["statement_id"]) & set(read["statement_id"])
    assert {"motive_jp_02", "motive_jp_03", "turn_02"} <= set(own["statement_id"])
    assert {"motive_an_01", "motive_an_02", "motive_2018"} <= set(read["statement_id"])


def test_a_later_study_was_not_known_then():
    then = statements(Reader(DAYS["then"]))
    assert "asia_turn_2012" not in set(then["statement_id"])
    assert (then["known_from"] <= "2015-07-21").all()


def test_dates_are_no_finer_than_they_are_known():
    size = {"day": 10, "month": 7, "year": 4}
    for name in ("joint_activity", "opinion", "statements"):
        rows_ = load(f"balance/{name}")
        assert (rows_["date"].str.len() == rows_["date_precision"].map(size)).all(), name
    joint = load("balance/joint_activity")
    day = joint[joint["date_end"].notna() & (joint["date_precision"] == "day")]
    assert (pd.to_datetime(day["date"]) <= day["date_end"]).all()
    assert (joint["year"].astype(str) == joint["date"].str[:4]).all()


def test_ten_bomber_patrols_nine_of_them_near_japan():
    joint = load("balance/joint_activity", verified_only=True)
    bombers = joint[joint["kind"] == "bomber_patrol"]
    assert (len(bombers), int(bombers["near_japan"].sum())) == (10, 9)


def test_naval_exercises_are_as_many_as_the_agency_counts():
    """Five from 2005 to 19 August 2015, Peace Mission 2005 among them (Xinhua)."""
    joint = load("balance/joint_activity", verified_only=True)
    joint = joint[joint["date"] <= "2015-08-19"]
    naval = joint[joint["kind"] == "naval_exercise"]
    assert len(naval) + joint["name"].str.startswith("Peace Mission 2005").sum() == 5


def test_an_exercise_announced_in_time_is_known_as_a_plan():
    then = Reader(DAYS["then"])("balance/joint_activity").set_index("name")
    assert then["date"].max() == "2015-08-20"
    assert pd.isna(then.loc["Joint Sea 2015 (II)", "date_end"])


def test_what_sipri_first_printed_is_what_a_reader_of_the_day_saw():
    spending = Reader(DAYS["then"])("balance/military_spending")
    money = spending[(spending["price_base"] == "current US$") & spending["preferred"]]
    value = money.set_index(["iso3", "year"])["spending_usd_mn"]
    assert value["CHN", 2014] == 216_000
    assert value["RUS", 2014] == 84_500
    assert value["USA", 2013] == 640_000
    edition = money.set_index(["iso3", "year"])["edition"]
    assert edition["CHN", 2014] == "SIPRI 2015"
    assert not money.set_index(["iso3", "year"])["later_edition"]["CHN", 2014]
    # Japan's first printed value was not found: a later edition stands in, and says so.
    assert money.set_index(["iso3", "year"])["later_edition"]["JPN", 2014]
    assert not (spending["price_base"].str.startswith("constant")).any()


@pytest.mark.parametrize(
    ("state", "year", "pct"),
    [("CHN", 2014, -15.7), ("RUS", 2014, 0.2), ("USA", 2014, 6.2), ("CHN", 2013, -12.7)],
)
def test_later_editions_moved_the_first_values(state, year, pct):
    rows = load("balance/military_spending").query(
        "iso3 == @state and year == @year and price_base == 'current US$'"
    )
    first, last = (rows[rows["preferred"] == kept]["spending_usd_mn"].item() for kept in (0, 1))
    assert 100 * (last / first - 1) == pytest.approx(pct, abs=0.06)


def test_today_prefers_what_the_file_prefers():
    for name in ("military_spending", "arms_transfers"):
        file = load(f"balance/{name}")
        read = Reader(DAYS["today"])(f"balance/{name}")
        assert (file["preferred"] == read["preferred"]).all(), name


def events(*dates):
    rows = pd.DataFrame({"date": list(dates), "setting": [f"E{n}" for n in range(len(dates))]})
    precision = {10: "day", 7: "month", 4: "year"}
    return dated(rows.assign(date_precision=[precision[len(date)] for date in dates]))


@pytest.mark.parametrize(
    ("dates", "whole", "low", "high"),
    [
        ([], False, 0, float("inf")),
        ([], True, 0, 0),
        (["2015-06-01", "2015-07-21"], True, 2, 2),
        (["2015-05-20", "2015-07-22"], True, 0, 0),
        (["2015-07"], True, 0, 1),  # the month runs over the day of the commentary
        (["2015-06"], False, 1, float("inf")),
    ],
)
def test_a_count_in_a_window_keeps_to_its_edges(dates, whole, low, high):
    found = in_window(window_of("C58a"), DAYS["today"], "Plans", events(*dates), whole=whole)
    assert (found.low, found.high) == (low, high)


@pytest.mark.parametrize(
    ("dates", "low", "high"),
    [
        ([], 0, 0),
        (["2014-08-01", "2015-01-01", "2013-08-01"], 1, 1),
        (["2014-07"], -1, 1),  # before or after the middle
        (["2013-07", "2014-09-09"], 0, 1),  # perhaps before the first half
    ],
)
def test_more_than_before_compares_the_halves(dates, low, high):
    found = more_than_before(window_of("C57a"), "Meetings", events(*dates), whole=True)
    assert (found.low, found.high) == (low, high)
    open_ = more_than_before(window_of("C57a"), "Meetings", events(*dates), whole=False)
    assert (open_.low, open_.high) == (-float("inf"), float("inf"))
