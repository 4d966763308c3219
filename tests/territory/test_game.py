"""The game at two tables: win-sets, the zone, and what side deals change."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from three_pillars import territory
from three_pillars.territory import TerritoryError

percent = st.integers(0, 100)


@pytest.fixture(scope="module")
def ideas():
    return territory.ideas()


def test_official_positions_leave_no_zone():
    game = territory.two_level_game(1, 0.07)
    assert game.zone is None
    assert not game.ideas["in_zone"].any()


def test_a_zone_with_one_idea():
    game = territory.two_level_game(0.3, 0.4)
    assert game.zone == (0.3, 0.4)
    assert list(game.ideas.query("in_zone")["idea"]) == ["Three islands"]


def test_what_is_counted_decides():
    by_land = territory.two_level_game(0.4, 0.5, measure="land").ideas.set_index("idea")
    by_sea = territory.two_level_game(0.4, 0.5, measure="sea").ideas.set_index("idea")
    assert not by_land["in_zone"]["Two islands"]
    assert by_sea["in_zone"]["Two islands"]


def test_side_deals_can_open_a_zone():
    assert territory.two_level_game(0.4, 0.3).zone is None
    assert territory.two_level_game(0.4, 0.3, side_deals=0.1).zone == pytest.approx((0.4, 0.4))


@settings(deadline=None)
@given(percent, percent, percent, st.sampled_from(list(territory.MEASURES)))
def test_zone_is_where_both_accept(ideas, least, most, worth, measure):
    game = territory.two_level_game(
        least / 100, most / 100, measure=measure, side_deals=worth / 100, offers=ideas
    )
    assert (game.zone is None) == (game.japan[0] > game.russia[1] + 1e-9)
    assert (
        game.ideas["in_zone"] == (game.ideas["japan_accepts"] & game.ideas["russia_accepts"])
    ).all()
    if game.zone is None:
        assert not game.ideas["in_zone"].any()
    # More to give and less to ask never loses an idea.
    wider = territory.two_level_game(
        least / 200, most / 100, measure=measure, side_deals=1, offers=ideas
    )
    assert (wider.ideas["in_zone"] >= game.ideas["in_zone"]).all()


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ((1.2, 0.3), "least that Japan accepts is 1.2"),
        ((0.3, -1), "most that Russia accepts is -1"),
    ],
)
def test_a_faulty_threshold_is_one_sentence(arguments, reason):
    with pytest.raises(TerritoryError, match=reason):
        territory.two_level_game(*arguments)


def test_equal_land_is_accepted_by_two_sides_that_want_half():
    # Its drawn line leaves 49.99% of the land, and every page says 50%.
    game = territory.two_level_game(0.5, 0.5)
    assert game.zone == (0.5, 0.5)
    assert game.ideas.set_index("idea").in_zone["Equal land"]
    assert not territory.two_level_game(0.501, 0.501).ideas.in_zone.any()


def test_an_unknown_measure_is_one_sentence():
    with pytest.raises(TerritoryError, match="no measure 'fish'; there are land, people and sea"):
        territory.two_level_game(0.1, 0.2, measure="fish")
