"""The coast of the islands, and Etorofu/Iturup cut into strips of equal area."""

from __future__ import annotations

import functools
import itertools
import json
import math

import numpy as np

from ..data import root
from .errors import TerritoryError
from .rings import DEGREE_KM, clipped, ring_area_km2, simplified


@functools.cache
def coast() -> dict[str, list[np.ndarray]]:
    """Read the coast: for each group of islands, and for ``background``, its rings.

    Raises:
        TerritoryError: the file is missing or damaged.
    """
    path = root() / "territory" / "coast.geojson"
    found: dict[str, list[np.ndarray]] = {}
    try:
        for each in json.loads(path.read_text(encoding="utf-8"))["features"]:
            ring = np.array(each["geometry"]["coordinates"][0], dtype=float)
            found.setdefault(each["properties"]["group"], []).append(ring)
    except (OSError, ValueError, KeyError, TypeError, IndexError) as error:
        raise TerritoryError(
            "data/territory/coast.geojson is missing or damaged; restore the file with git."
        ) from error
    return found


def _long_axis(ring: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the long axis of an island, pointing north-east, and how far along it each point lies.

    The axis is a direction in degrees, to be multiplied with longitude and latitude: the first
    principal axis of the coast in a plane with equal scales.
    """
    scale = np.array([math.cos(math.radians(ring[:, 1].mean())), 1.0])
    plane = ring * scale
    _u, _s, axes = np.linalg.svd(plane - plane.mean(axis=0), full_matrices=False)
    axis = axes[0] * np.sign(axes[0] @ [1, 1]) * scale
    return axis, ring @ axis


def etorofu_strips(
    count: int = 100, tolerance_km: float = 0.0, overlap_km: float = 0.0
) -> list[np.ndarray]:
    """Cut Etorofu/Iturup into strips of equal area, straight across its long axis.

    Args:
        count: how many strips; the first is the south-western end.
        tolerance_km: how much the coast may be simplified first.
        overlap_km: how far each strip reaches into the next, so that no seam shows on a drawing.
    """
    ring = simplified(max(coast()["etorofu"], key=ring_area_km2), tolerance_km)
    axis, along = _long_axis(ring)
    total = ring_area_km2(ring)
    # The area south-west of a cut grows with the cut: find each by halving.
    cuts = [along.min()]
    for share in np.arange(1, count) / count:
        low, high = cuts[-1], along.max()
        for _ in range(24):
            middle = (low + high) / 2
            area = ring_area_km2(clipped(ring, -axis, -middle))
            low, high = (middle, high) if area < share * total else (low, middle)
        cuts.append(low)
    cuts.append(along.max())
    return [
        clipped(clipped(ring, axis, low), -axis, -high - overlap_km / DEGREE_KM)
        for low, high in itertools.pairwise(cuts)
    ]
