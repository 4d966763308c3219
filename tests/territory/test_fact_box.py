"""The facts of the map, for whoever cannot hover."""

from three_pillars import territory
from three_pillars.territory import GROUPS


def test_facts_for_whoever_cannot_hover():
    facts = territory.fact_box().set_index("island_group")
    assert list(facts.index) == list(reversed(GROUPS))
    assert facts.loc["habomai", "people"] == "5,281 in 1945, 0 in 2023"
    assert facts.loc["etorofu", "in_script"] == "択捉島 / Итуруп"
