"""The two versions of the role-play."""

from three_pillars import territory


def test_the_zone_of_the_basic_version_and_none_in_the_advanced():
    for name, rules in territory.GAMES.items():
        game = territory.two_level_game(rules.japan_least, rules.russia_most, measure=rules.measure)
        rows = territory.class_deals([], name)
        inside = set(game.ideas[game.ideas["in_zone"]]["idea"])
        assert set(rows[rows["result"] == "in the zone"]["row"]) == {f"idea: {i}" for i in inside}
        assert (game.zone is None) == (name == "advanced")
