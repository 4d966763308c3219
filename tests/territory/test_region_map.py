"""The map of the region."""

import json
import re

import altair as alt
import pandas as pd

from three_pillars import territory
from three_pillars.figures import sized, to_svg


def test_a_map_says_held_by_and_credits_its_coast():
    spec = territory.region_map(territory.holders_by_year(2015)).to_dict()
    text = json.dumps(spec)
    assert "Held by" in text
    assert "belongs" not in text.lower()
    assert "OpenStreetMap contributors" in territory.CREDIT


def test_a_map_keeps_its_proportions_on_a_phone():
    spec = territory.region_map(territory.holders_by_year(2015)).to_dict()
    assert sized(spec, 340)["height"] < spec["height"] == sized(spec, 680)["height"]


def test_a_legend_is_as_light_as_what_it_explains():
    rows = pd.DataFrame({"by": list(territory.HELD_BY)})
    spec = alt.Chart(rows).mark_bar().encode(y="by:N", **territory.held_fill("by")).to_dict()
    shown = {"rect": [], "symbol": []}
    for mark, inside in re.findall(
        r'<g class="mark-(rect|symbol) role-[^>]*>(.*?)</g>', to_svg(spec, 680), re.DOTALL
    ):
        shown[mark] += re.findall(r' fill="(rgba[^"]*)"', inside)
    assert shown["symbol"] == shown["rect"]
    # Half of Russia's #2b6dde.
    assert "rgba(43,109,222,0.5)" in shown["rect"]
