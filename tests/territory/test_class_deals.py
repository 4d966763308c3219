"""The deals of a class beside every idea."""

import pytest

from three_pillars import territory
from three_pillars.figures import title_lines
from three_pillars.territory import TerritoryError

TWO = ("habomai", "shikotan")


def test_a_class_stands_above_every_idea(deal):
    frame = territory.class_deals(
        [deal(group="b", agreed=False), deal(group="a"), deal(group="a", to_japan=TWO)]
    )
    assert list(frame["row"][:3]) == ["a", "a (2)", "b"]
    assert list(frame["row"][3:]) == [f"idea: {name}" for name in territory.ideas()["idea"][::-1]]
    inside = frame[(frame["what"] == "idea") & (frame["result"] == "in the zone")]
    assert list(inside["row"]) == ["idea: Three islands"]
    spec = territory.deals_chart(frame).to_dict()
    assert (
        title_lines(spec)[0] == "Deals of the class in the zone of the role sheets: 1 of 3 groups"
    )
    assert "place" not in frame, "the order of the rows is no data"
    assert "a: 36.7%, in the zone; a (2): 6.9%, only Moscow; b: no deal." in (spec["description"])


def test_no_two_deals_share_a_row(deal):
    frame = territory.class_deals([deal(group=name) for name in ("Red", "Red", "Red", "Red (2)")])
    assert list(frame["row"][:4]) == ["Red", "Red (2)", "Red (3)", "Red (2) (2)"]


def test_a_folder_without_deals_is_one_sentence(tmp_path):
    with pytest.raises(TerritoryError, match="no deal files in"):
        territory.class_deals(tmp_path)
    with pytest.raises(TerritoryError, match=r"no file gone\.json; save it first"):
        territory.class_deals(tmp_path / "gone.json")
