"""Deals held against the thresholds of the role sheets."""

import pytest

from three_pillars import territory

TWO = ("habomai", "shikotan")
HELD = ("economy", "residents", "visits")


def test_three_islands_and_a_fifth_of_the_fourth_are_half_of_the_land(deal):
    """By hand: (95 + 251 + 1490 + 0.2101 * 3168) / 5004 = 2501.6 / 5004."""
    row = territory.weigh_deal(deal(etorofu=0.2101))
    assert (row["share"], row["land"]) == (50.0, 50.0)
    assert row["result"] == "only Tokyo"


@pytest.mark.parametrize(
    ("change", "share", "result"),
    [
        ({}, 36.7, "in the zone"),  # 1836 / 5004
        ({"to_japan": TWO}, 6.9, "only Moscow"),  # 346 / 5004
        ({"to_japan": ("kunashiri",)}, 29.8, "only Moscow"),  # 1490 / 5004, under 30
        ({"to_japan": ("kunashiri", "habomai")}, 31.7, "in the zone"),  # 1585 / 5004
        ({"etorofu": 0.06}, 40.5, "only Tokyo"),  # 2026.1 / 5004, over 40
        ({"etorofu": 1}, 100.0, "only Tokyo"),
        ({"to_japan": ()}, 0.0, "only Moscow"),
    ],
)
def test_deals_of_the_basic_version(change, share, result, deal):
    row = territory.weigh_deal(deal(**change))
    assert (row["share"], row["result"]) == (share, result)
    assert (row["least"], row["most"], row["vetoes"]) == (30.0, 40.0, "")


@pytest.mark.parametrize(
    ("side_deals", "most", "result", "vetoes"),
    [
        # Two islands are 106225 of 214642 km2 of sea: 49.5%, over 40 and under 50.
        ((), 40.0, "only Tokyo", "Islanders"),
        (HELD, 50.0, "in the zone", ""),
        (("economy", "residents"), 50.0, "vetoed", "Islanders"),
        ((*HELD, "no_bases"), 60.0, "vetoed", "Washington"),
        ((*HELD, "security"), 55.0, "vetoed", "Beijing"),
        (("no_bases", "security"), 55.0, "vetoed", "Islanders, Washington, Beijing"),
    ],
)
def test_side_deals_pay_moscow_and_call_up_vetoes(side_deals, most, result, vetoes, deal):
    row = territory.weigh_deal(deal(game="advanced", to_japan=TWO, side_deals=side_deals))
    assert (row["share"], row["least"], row["most"]) == (49.5, 45.0, most)
    assert (row["result"], row["vetoes"]) == (result, vetoes)


def test_no_deal_has_no_share(deal):
    row = territory.weigh_deal(deal(agreed=False))
    assert (row["result"], row["note"], row["vetoes"]) == ("no deal", "no deal", "")
    assert [row[key] for key in ("share", "land", "people", "sea")] == [None] * 4
