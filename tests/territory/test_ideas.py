"""The ideas ever floated: one name and one source each, and what each would move."""

import pytest

from three_pillars import load, territory


@pytest.mark.parametrize(
    ("idea", "land", "low", "even", "sea"),
    [
        ("Two islands", 6.9, 20.5, 20.5, 49.5),
        ("Three islands", 36.7, 62.4, 62.4, 57.2),
        ("Equal land", 50.0, 62.4, 70.3, 62.5),
        ("3¼ islands", 52.5, 62.4, 71.8, 62.9),
        ("3½ islands", 68.4, 62.4, 81.2, 69.7),
        ("Four islands", 100, 100, 100, 100),
        ("None", 0, 0, 0, 0),
    ],
)
def test_known_ideas(idea, land, low, even, sea):
    row = territory.ideas().set_index("idea").loc[idea]
    found = [row[name] * 100 for name in ("land", "people_low", "people_even")]
    assert found == pytest.approx([land, low, even], abs=0.06)
    # The model of the sea was run anew for this table, on the same coast: within a point.
    assert row["sea"] * 100 == pytest.approx(sea, abs=1)


def test_every_idea_keeps_a_source_and_a_name():
    assert "Another" not in set(territory.ideas()["idea"])
    assert territory.ideas()["count"].sum() == len(load("territory/outcomes"))


def test_no_unverified_idea_enters_the_charts():
    assert load("territory/options", verified_only=True).shape == load("territory/options").shape
