"""The row of a game that is drawn."""

from three_pillars import territory


def test_the_row_that_is_drawn_says_what_the_game_says():
    row = territory.game_row("land", 30, 30, 10).iloc[0]
    assert row["zone"] == "30 to 40%, 1 of 7 divisions"
    assert row["Three islands"] == "both"
    assert row["Two islands"] == "only Russia"
    assert row["Four islands"] == "only Japan"
    assert territory.game_row("sea", 100, 10, 0).iloc[0]["zone"] == "none: 90 points apart"
