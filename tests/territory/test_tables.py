"""The tables of this part: printed totals, what is complete, and from when a row was public."""

import pandas as pd
import pytest

from three_pillars import load
from three_pillars.data import Reader, describe
from three_pillars.territory import GROUPS


def test_people_of_1945_add_up_to_the_printed_total():
    people = load("territory/population").query("population_kind == 'japanese_residents'")
    people = people.set_index("place_id")["population"]
    assert people[list(GROUPS)].sum() == people["all_four"] == 17_291


def test_areas_add_up_to_the_printed_total_but_for_rounding():
    areas = load("territory/areas").query("preferred").set_index("island_id")["area_km2"]
    assert areas["all_four"] == 5003
    assert areas[list(GROUPS)].sum() == pytest.approx(5003, abs=2)


def test_the_treaties_are_those_that_both_ministries_print():
    """The joint compendium of 1992 has them in parts two and three; 1905 is upheld in 1925."""
    events = load("territory/events")
    scope = describe("territory/events")["complete"][0]["filter"]
    assert scope == {"kind": "treaty", "side": "both"}
    treaties = events[(events["kind"] == "treaty") & (events["side"] == "both")]
    assert list(treaties["date"]) == ["1855-02-07", "1875-05-07", "1905-09-05", "1925-01-20"]


def test_no_day_of_a_group_is_without_a_holder_or_has_two():
    for group, rows in load("territory/control").groupby("island_group"):
        rows = rows.sort_values("from_date")
        assert rows["from_date"].iloc[0] == pd.Timestamp("1855-02-07"), group
        assert list(rows["to_date"].iloc[:-1]) == list(rows["from_date"].iloc[1:]), group
        assert pd.isna(rows["to_date"].iloc[-1]), group


def test_events_stand_in_order_and_an_answer_comes_after_what_it_answers():
    events = load("territory/events")
    assert events["date"].is_monotonic_increasing
    day = events.set_index("event_id")["date"]
    for answer in events.dropna(subset=["answers"]).itertuples():
        assert day[answer.answers] < answer.date


@pytest.mark.parametrize(
    ("table", "day", "seen", "unseen"),
    [
        # An account of 1992 that a diplomat gave in 2013.
        ("territory/events", "2013-01-11", "ev_43", "ev_27"),
        ("territory/events", "2013-01-12", "ev_27", "ev_44"),
        # Words of May 2015, reported on the 19th.
        ("territory/events", "2015-05-18", "ev_71", "ev_48"),
        ("territory/events", "2015-07-21", "ev_48", "ev_49"),
        ("territory/options", "2013-04-30", "four", "equal_area_putin_hint"),
        ("territory/opinion", "2015-07-21", "op_14", "op_01"),
        ("territory/population", "2015-07-21", "habomai", "nobody"),
    ],
)
def test_a_row_is_seen_from_its_day(table, day, seen, unseen):
    keys = set(Reader(pd.Timestamp(day))(table).iloc[:, 0])
    assert seen in keys
    assert unseen not in keys


def test_the_end_of_a_holding_is_not_known_before_it():
    before = Reader(pd.Timestamp("1990-01-01"))("territory/control")
    ussr = before[(before["island_group"] == "etorofu") & (before["holder"] == "USSR")]
    assert ussr["to_date"].isna().all()


def test_areas_and_outcomes_of_later_surveys_were_not_known_on_the_day():
    """Areas of 2020 and people of 2023 make the shares of this book: hindsight."""
    areas = Reader(pd.Timestamp("2015-07-21"))("territory/areas")
    assert not areas["preferred"].any()
    assert describe("territory/outcomes")["known_from"][0]["editions"]["own_model"] > "2023"
