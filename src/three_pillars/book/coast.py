"""Make ``data/territory/coast.geojson`` from the OpenStreetMap coastline.

The file is in the repository; this script is for whoever wants to renew or check it. It reads the
data package ``@geo-maps/countries-coastline-1m`` (version 0.6.0, OpenStreetMap of November 2017,
ODbL), which ``npm pack @geo-maps/countries-coastline-1m@0.6.0`` fetches, and needs nothing else::

    tar xzf geo-maps-countries-coastline-1m-0.6.0.tgz
    .venv/bin/python -m three_pillars.book.coast package/map.geo.json

Islands keep every vertex of the package; land that is only the background is simplified. Polygons
are named by the group of islands they belong to, never by a state. Rings run clockwise, as Vega
draws them; RFC 7946 asks for the other way.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from three_pillars import data
from three_pillars.territory.rings import clipped, clockwise, ring_area_km2, simplified

WEST, EAST, SOUTH, NORTH = 138.0, 160.5, 41.0, 56.0
"""The window of the file: Hokkaido to Kamchatka."""

BOXES = {
    "habomai": (145.80, 146.45, 43.30, 43.66),
    "shikotan": (146.50, 146.95, 43.66, 43.95),
    "kunashiri": (145.38, 146.62, 43.62, 44.60),
    "etorofu": (146.80, 148.95, 44.40, 45.60),
    "kurils_middle": (149.00, 152.40, 45.50, 47.20),
    "kurils_north": (152.30, 156.60, 47.20, 50.95),
    "sakhalin": (141.00, 145.00, 45.80, 54.50),
}
"""Where the middle of an island must lie (west, east, south, north) to belong to a group. The
middle and the northern Kurils part in the Diana strait, at the border of the Russian districts."""

PARALLEL = 50.0
"""Sakhalin is cut here, along the border of 1905 to 1945."""

BACKGROUND = "background"
SMALLEST_KM2 = {BACKGROUND: 20.0, "sakhalin": 5.0}
"""Smaller polygons of these are left out; of the Kurils every islet of the package stays."""

TOLERANCE_KM = {BACKGROUND: 0.5, "sakhalin": 0.3}
"""How far a simplified coast may lie from the one of the package."""


def group_of(ring: np.ndarray, area: float) -> str:
    """Name the group of islands that a ring belongs to."""
    if area > 200_000:
        return BACKGROUND
    middle = (ring.min(axis=0) + ring.max(axis=0)) / 2
    for name, (west, east, south, north) in BOXES.items():
        if west <= middle[0] <= east and south <= middle[1] <= north:
            return name
    return BACKGROUND


def features(package: dict) -> Iterator[dict]:
    """Yield the polygons of the window, named by group, clockwise, with 4 decimals."""
    for country in package["features"]:
        geometry = country["geometry"]
        polygons = geometry["coordinates"]
        for polygon in polygons if geometry["type"] == "MultiPolygon" else [polygons]:
            ring = np.asarray(polygon[0], dtype=float)[:, :2]
            low, high = ring.min(axis=0), ring.max(axis=0)
            if high[0] < WEST or low[0] > EAST or high[1] < SOUTH or low[1] > NORTH:
                continue
            for normal, limit in (
                ((1, 0), WEST), ((-1, 0), -EAST), ((0, 1), SOUTH), ((0, -1), -NORTH)
            ):  # fmt: skip
                ring = clipped(ring, normal, limit)
            if len(ring) < 3:
                continue
            area = ring_area_km2(ring)
            group = group_of(ring, area)
            if area < SMALLEST_KM2.get(group, 0):
                continue
            ring = simplified(ring, TOLERANCE_KM.get(group, 0))
            if group != "sakhalin":
                yield feature(group, ring)
                continue
            for name, side in (("sakhalin_north", 1), ("sakhalin_south", -1)):
                part = clipped(ring, (0, side), side * PARALLEL)
                if len(part) > 2:
                    yield feature(name, part)


def feature(group: str, ring: np.ndarray) -> dict:
    """Return one polygon as a GeoJSON feature."""
    ring = clockwise(np.round(ring, 4))
    return {
        "type": "Feature",
        "properties": {"group": group},
        "geometry": {"type": "Polygon", "coordinates": [ring.tolist()]},
    }


def main(path: str) -> None:
    """Read the package at a path and write the book's file."""
    package = json.loads(Path(path).read_text(encoding="utf-8"))
    order = [BACKGROUND, "sakhalin_north", "sakhalin_south", *BOXES]
    found = sorted(features(package), key=lambda f: order.index(f["properties"]["group"]))
    body = ",\n".join(json.dumps(each, separators=(",", ":")) for each in found)
    target = data.root() / "territory" / "coast.geojson"
    credit = "© OpenStreetMap contributors, ODbL 1.0; by way of geo-maps 0.6.0; changed"
    target.write_text(
        f'{{"type":"FeatureCollection","attribution":{json.dumps(credit, ensure_ascii=False)},'
        f'"features":[\n{body}\n]}}\n',
        encoding="utf-8",
    )
    print(f"{target.name}: {len(found)} polygons, {target.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main(*sys.argv[1:])
