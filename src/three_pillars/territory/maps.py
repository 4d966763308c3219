"""What both maps share: the window that a map shows, and shapes of the coast within it."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import altair as alt
import numpy as np

from .coast import coast
from .rings import clipped, clockwise, simplified

CREDIT = "Coast © OpenStreetMap contributors"
"""What every map says, as the licence of its coast (ODbL) asks."""


@dataclass(frozen=True)
class Window:
    """What a map shows.

    Args:
        longitude: of its middle, in degrees.
        latitude: of its middle, in degrees.
        width: how many degrees of longitude it spans.
        height_px: its height, in pixels.
        tolerance_km: how far a drawn coast may lie from the true one.
        middle_on_phones: where its middle stands on a narrow page, as a share of the height.
    """

    longitude: float
    latitude: float
    width: float
    height_px: int
    tolerance_km: float
    middle_on_phones: float = 0.5

    def projection(self) -> alt.Projection:
        """Return a Mercator projection that fills whatever width the page gives."""
        scale = 1 / math.radians(self.width)
        return alt.Projection(
            type="mercator",
            scale=alt.ExprRef(f"width * {scale:.4f}"),
            center=[self.longitude, self.latitude],
            translate=alt.ExprRef(
                f"[width / 2, height * (width > 450 ? 0.5 : {self.middle_on_phones})]"
            ),
        )


def multipolygon(rings: Iterable[np.ndarray], tolerance_km: float) -> dict[str, Any]:
    """Return rings as one GeoJSON geometry, simplified, clockwise, with 3 decimals.

    Args:
        rings: longitude and latitude of each corner of each ring, in degrees.
        tolerance_km: how far the simplified ring may lie from the given one.
    """
    polygons = []
    for ring in rings:
        ring = clockwise(np.round(simplified(ring, tolerance_km), 3))
        if len(ring) > 3:
            polygons.append([ring.tolist()])
    return {"type": "MultiPolygon", "coordinates": polygons}


def background(window: Window) -> list[dict[str, Any]]:
    """Return the land around the islands, cut to a little more than the map shows.

    Returns:
        One GeoJSON feature.
    """
    half = window.width / 2 + 0.3
    tall = half * 0.75
    rings = []
    for ring in coast()["background"]:
        for normal, limit in (
            ((1, 0), window.longitude - half),
            ((-1, 0), -window.longitude - half),
            ((0, 1), window.latitude - tall),
            ((0, -1), -window.latitude - tall),
        ):
            ring = clipped(ring, normal, limit)
        if len(ring) > 2:
            rings.append(ring)
    return [{"type": "Feature", "geometry": multipolygon(rings, window.tolerance_km)}]
