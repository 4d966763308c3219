"""Moves of Japan beside those of its partners."""

import pandas as pd

from three_pillars import constraint, load

MEASURES = load("constraint/measures")


def rows(*given):
    """Measures, each as actor, kind and date."""
    frame = pd.DataFrame(given, columns=["actor", "kind", "date"])
    frame["date_precision"] = frame["date"].str.len().map({7: "month", 10: "day"})
    return frame


def test_a_move_is_together_if_a_partner_moved_the_same_way_within_sixty_days():
    partner = ("European Union", "measure", "2016-11-09")
    for date, kind, together in [
        ("2016-11-09", "measure", True), ("2017-01-08", "measure", True),
        ("2017-01-09", "measure", False), ("2016-11-08", "measure", False),
        ("2016-12-16", "easing", False), ("2016-12-16", "lifting", False),
    ]:  # fmt: skip
        made = constraint.moves(rows(partner, ("Japan", kind, date)))
        assert made["together"].tolist() == [together], (date, kind)
        assert not made["perhaps"].any()


def test_a_month_that_touches_the_edge_is_perhaps():
    made = constraint.moves(
        rows(("United States", "measure", "2016-11"), ("Japan", "measure", "2016-11-20"))
    )
    assert (made["together"].item(), made["perhaps"].item()) == (False, True)


def test_announcements_and_counter_measures_are_no_moves():
    made = constraint.moves(
        rows(("Japan", "announcement", "2022-02-23"), ("Russia", "counter_measure", "2022-03-07"))
    )
    assert made.empty


def test_japan_moved_alone_once_before_2023():
    made = constraint.moves(MEASURES).set_index("measure_id")
    until_2022 = made[made["year"].between(2015, 2022)]
    assert until_2022.index[~until_2022["together"]].tolist() == ["jpn_2016_12_16"]
    assert made.loc["jpn_2016_12_16", "direction"] == "easing"
