"""The coast: its file, its areas, and strips of equal area."""

import json

import numpy as np
import pytest

from three_pillars import data, load, territory
from three_pillars.territory import GROUPS, TerritoryError


@pytest.mark.parametrize("group", ["etorofu", "kunashiri", "shikotan"])
def test_large_islands_have_their_printed_area(group):
    areas = load("territory/areas")
    printed = areas[(areas["island_id"] == group) & (areas["source_id"] == "hoppou_basics")]
    drawn = max(territory.ring_area_km2(ring) for ring in territory.coast()[group])
    assert drawn == pytest.approx(printed["area_km2"].iloc[0], rel=0.005)


@pytest.mark.parametrize("group", GROUPS)
def test_coast_gives_the_computed_area_of_the_table(group):
    areas = load("territory/areas")
    known = areas[(areas["island_id"] == group) & (areas["source_id"] == "osm_geomaps")]
    rings = [territory.ring_area_km2(ring) for ring in territory.coast()[group]]
    drawn = sum(rings) if group == "habomai" else max(rings)
    assert drawn == pytest.approx(known["area_km2"].iloc[0], rel=0.001)


def test_coast_file_is_small_credited_and_runs_clockwise():
    path = data.root() / "territory" / "coast.geojson"
    assert path.stat().st_size < 300_000
    package = json.loads(path.read_text(encoding="utf-8"))
    assert "OpenStreetMap contributors" in package["attribution"]
    assert {"group"} == {key for each in package["features"] for key in each["properties"]}
    for each in package["features"]:
        x, y = np.array(each["geometry"]["coordinates"][0]).T
        assert x[0] == x[-1]
        assert y[0] == y[-1]
        assert np.sum(x[:-1] * y[1:] - x[1:] * y[:-1]) < 0, "anticlockwise"


@pytest.mark.parametrize("damage", ["", "{", '{"features": [{}]}'])
def test_a_damaged_coast_is_one_sentence(damage, tmp_path, monkeypatch):
    (tmp_path / "territory").mkdir()
    (tmp_path / "territory" / "coast.geojson").write_text(damage)
    (tmp_path / "datapackage.json").write_text('{"resources": []}')
    monkeypatch.setenv("THREE_PILLARS_DATA", str(tmp_path))
    territory.coast.cache_clear()
    with pytest.raises(TerritoryError, match=r"coast\.geojson is missing or damaged"):
        territory.coast()
    monkeypatch.undo()
    territory.coast.cache_clear()


def test_strips_of_equal_area_make_the_island():
    strips = [territory.ring_area_km2(strip) for strip in territory.etorofu_strips(20)]
    island = max(territory.ring_area_km2(ring) for ring in territory.coast()["etorofu"])
    assert sum(strips) == pytest.approx(island, rel=1e-4)
    assert strips == pytest.approx([island / 20] * 20, rel=2e-3)


def test_first_strip_is_the_one_next_to_kunashiri():
    first, last = (
        strip.mean(axis=0) for strip in np.array(territory.etorofu_strips(4), object)[[0, 3]]
    )
    assert first[0] < last[0]
    assert first[1] < last[1]
