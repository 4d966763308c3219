"""Who held what, and the line in force."""

import pytest

from three_pillars import load, territory
from three_pillars.territory import GROUPS, TerritoryError


@pytest.mark.parametrize(
    ("year", "etorofu", "kurils_middle", "sakhalin_south", "sakhalin_north", "line"),
    [
        (1855, "Japan", "Russia", "undivided", "undivided", "line_1855"),
        (1874, "Japan", "Russia", "undivided", "undivided", "line_1855"),
        (1875, "Japan", "Japan", "Russia", "Russia", "line_1875"),
        (1905, "Japan", "Japan", "Japan", "Russia", "line_1905"),
        (1921, "Japan", "Japan", "Japan", "Japan (occupation)", "line_1905"),
        (1925, "Japan", "Japan", "Japan", "USSR", "line_1905"),
        (1944, "Japan", "Japan", "Japan", "USSR", "line_1905"),
        (1945, "USSR", "USSR", "USSR", "USSR", "line_1945"),
        (2015, "Russia", "Russia", "Russia", "Russia", "line_1945"),
    ],
)
def test_holders(year, etorofu, kurils_middle, sakhalin_south, sakhalin_north, line):
    held = territory.held_by(year).set_index("island_group")["holder"]
    assert held["etorofu"] == etorofu
    assert held["kurils_middle"] == kurils_middle
    assert held["sakhalin_south"] == sakhalin_south
    assert held["sakhalin_north"] == sakhalin_north
    assert territory.line_of(year) == line


def test_every_group_has_one_holder_in_every_year():
    for year in range(1855, territory.last_year() + 1):
        assert list(territory.held_by(year)["island_group"]) == list(territory.NAMES), year


def test_only_what_the_other_side_holds_is_marked_as_claimed():
    control = load("territory/control")
    claimed = control[control["claimed_by_japan"]]
    assert set(claimed["island_group"]) == set(GROUPS)
    assert set(claimed["colour_state"]) == {"Russia"}


@pytest.mark.parametrize("year", [1854, 1700, -5])
def test_a_year_before_1855_is_one_sentence(year):
    for ask in (territory.held_by, territory.line_of, territory.holders_by_year):
        with pytest.raises(TerritoryError, match="the first border is of 1855") as error:
            ask(year)
        assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("year", "reason"),
    [(3000, "ends in"), ("1945", "whole number"), (1945.5, "whole number"), (True, "whole number")],
)
def test_other_faulty_years(year, reason):
    with pytest.raises(TerritoryError, match=reason):
        territory.held_by(year)
