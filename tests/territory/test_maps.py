"""What both maps owe a reader."""

import json

from three_pillars import territory


def test_a_map_holds_its_geometry_once():
    for chart in (
        territory.region_map(territory.holders_by_year(2015)),
        territory.line_map(territory.drawn_line("to Japan", "to Japan", "to Japan", 21)),
    ):
        spec = chart.to_dict()
        drawn = [name for name, rows in spec["datasets"].items() if "geometry" in rows[0]]
        assert len(drawn) == 2, "the background, and the islands"
        assert "coordinates" not in json.dumps(spec["layer"])
