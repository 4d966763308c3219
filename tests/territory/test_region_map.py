"""The map of the region."""

import json

from three_pillars import territory
from three_pillars.figures import sized


def test_a_map_says_held_by_and_credits_its_coast():
    spec = territory.region_map(territory.holders_by_year(2015)).to_dict()
    text = json.dumps(spec)
    assert "Held by" in text
    assert "belongs" not in text.lower()
    assert "OpenStreetMap contributors" in territory.CREDIT


def test_a_map_keeps_its_proportions_on_a_phone():
    spec = territory.region_map(territory.holders_by_year(2015)).to_dict()
    assert sized(spec, 340)["height"] < spec["height"] == sized(spec, 680)["height"]
