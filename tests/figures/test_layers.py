"""Layers that several charts share."""

import pandas as pd
import pytest

from three_pillars import figures


def test_names_stand_at_the_ends_of_lines_and_apart():
    table = pd.DataFrame(
        {"year": [2014, 2013, 2013], "share": [0.3, 0.1, 0.2], "who": ["Japan", "Japan", "Russia"]}
    )
    layer = figures.line_names(table, "share", "who", {"Russia": -0.05})
    placed = layer.data.set_index("who")
    assert list(placed.loc["Japan", ["year", "label_at"]]) == [2014, 0.3]
    assert list(placed.loc["Russia", ["year", "label_at"]]) == [2013, pytest.approx(0.15)]


def test_flagged_points_are_hollow_and_their_legend_says_so():
    fill = figures.hollow("basis", "reported", "unverified", "#123456").to_dict()
    assert fill["scale"] == {
        "domain": ["reported", "unverified"],
        "range": ["#123456", "transparent"],
    }
    assert fill["legend"]["symbolStrokeColor"] == "#123456"


def test_the_order_of_rows_of_one_year_is_kept():
    """Numbers of a label's order must not hang on how a sort breaks ties."""
    names = [f"n{i}" for i in range(60)]
    rows = [(year, name, 0.1) for name in names for year in (2024, 2022, 2023)]
    table = pd.DataFrame(rows, columns=["year", "name", "share"])
    assert list(figures.line_names(table, "share", "name").data.name) == names
