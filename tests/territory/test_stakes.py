"""What is at stake: the tables of areas, people and sea."""

import pytest

from three_pillars import load, territory
from three_pillars.territory import GROUPS


def test_sea_of_the_parts_of_an_island_grows_with_the_part():
    knots = territory.stakes().etorofu_sea
    assert knots.index.is_monotonic_increasing
    assert knots.is_monotonic_increasing
    assert knots.iloc[-1] == territory.stakes().sea["etorofu"]


def test_one_preferred_area_a_group():
    areas = load("territory/areas").query("preferred")
    assert sorted(areas["island_id"]) == sorted([*GROUPS, "all_four"])


def test_people_add_up_to_the_printed_totals():
    people = load("territory/population").query("preferred")
    compared = 0
    for (date, source), rows in people.groupby(["date", "source_id"]):
        by_place = rows.set_index("place_id")["population"]
        if {"all_four", *GROUPS} <= set(by_place.index):
            assert by_place[list(GROUPS)].sum() == by_place["all_four"], (date, source)
            compared += 1
    assert compared > 1


def test_sea_model_is_close_to_its_earlier_run():
    benchmark = load("territory/sea_benchmarks").set_index(["unit_id", "source_id"])["sea_km2"]
    assert territory.stakes().sea.sum() == pytest.approx(
        benchmark["all_four", "own_model"], rel=0.001
    )
