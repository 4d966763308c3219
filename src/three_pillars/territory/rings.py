"""Rings of a coast: their area, their direction, cut along a line, and simplified."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

_AXIS_KM, _FLATTENING = 6378.137, 1 / 298.257222101  # GRS80
DEGREE_KM = 111.2
"""One degree of latitude, roughly: enough for a tolerance in kilometres."""


def ring_area_km2(ring: Sequence[Sequence[float]] | np.ndarray) -> float:
    """Measure the area inside a ring on the GRS80 ellipsoid.

    The ring is mapped to Lambert's cylinder, which keeps areas exactly: x is the longitude, y the
    sine of the authalic latitude; there the area is that of a plane polygon. Between neighbouring
    points of a coast, a straight line on the cylinder and the shortest line on the ellipsoid are
    metres apart.

    Args:
        ring: longitude and latitude of each corner, in degrees.
    """
    points = np.asarray(ring, dtype=float)
    e2 = _FLATTENING * (2 - _FLATTENING)
    e = math.sqrt(e2)

    def q(sine: np.ndarray) -> np.ndarray:  # Snyder 1987, equation 3-12
        return (1 - e2) * (
            sine / (1 - e2 * sine**2) - np.log((1 - e * sine) / (1 + e * sine)) / (2 * e)
        )

    x = np.radians(points[:, 0] - points[0, 0])
    y = q(np.sin(np.radians(points[:, 1])))
    twice = np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y)
    return float(abs(twice) / 2 * _AXIS_KM**2 / 2)


def clockwise(ring: np.ndarray) -> np.ndarray:
    """Return a closed ring that runs clockwise on a map with north up, as Vega draws it.

    Args:
        ring: longitude and latitude of each corner, an array of two columns; closed or open.
    """
    points = ring if np.array_equal(ring[0], ring[-1]) else np.vstack([ring, ring[:1]])
    x, y = points[:-1].T
    twice = np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y)
    return points[::-1] if twice > 0 else points


def clipped(ring: np.ndarray, normal: Sequence[float], limit: float) -> np.ndarray:
    """Cut a ring along a straight line (Sutherland and Hodgman).

    Args:
        ring: longitude and latitude of each corner.
        normal: a direction (east, north); what lies further that way stays.
        limit: where the line crosses that direction: points with ``point · normal >= limit`` stay.
    """
    points = ring[:-1] if len(ring) and np.array_equal(ring[0], ring[-1]) else ring
    if not len(points):
        return points
    depth = points @ np.asarray(normal, dtype=float) - limit
    before, depth_before = np.roll(points, 1, axis=0), np.roll(depth, 1)
    crosses = (depth >= 0) != (depth_before >= 0)
    step = np.divide(depth_before, depth_before - depth, where=crosses, out=np.zeros_like(depth))
    # Each corner may add two points: where the line is crossed on the way to it, and itself.
    pairs = np.stack([before + (points - before) * step[:, None], points], axis=1)
    return pairs.reshape(-1, 2)[np.stack([crosses, depth >= 0], axis=1).ravel()]


def simplified(ring: np.ndarray, tolerance_km: float) -> np.ndarray:
    """Drop points of a ring that lie within a tolerance of the line (Ramer, Douglas, Peucker).

    An islet keeps at least its four outermost points.

    Args:
        ring: longitude and latitude of each corner, an array of two columns.
        tolerance_km: how far a point that is dropped may lie from the line that stays.
    """
    if tolerance_km <= 0 or len(ring) < 6:
        return ring
    points = ring[:-1] if np.array_equal(ring[0], ring[-1]) else ring
    plane = points * [DEGREE_KM * math.cos(math.radians(points[:, 1].mean())), DEGREE_KM]
    turn = np.argmin(plane[:, 0])
    points, plane = np.roll(points, -turn, axis=0), np.roll(plane, -turn, axis=0)
    keep = np.zeros(len(points), dtype=bool)
    ends = sorted({int(f(plane[:, i])) for i in (0, 1) for f in (np.argmin, np.argmax)})
    keep[ends] = True
    plane = np.vstack([plane, plane[:1]])
    waiting = list(zip(ends, [*ends[1:], len(points)], strict=True))
    while waiting:
        first, last = waiting.pop()
        if last - first < 2:
            continue
        a, along = plane[first], plane[last] - plane[first]
        offset = plane[first + 1 : last] - a
        length = float(np.hypot(*along))
        if length > 0:
            away = np.abs(along[0] * offset[:, 1] - along[1] * offset[:, 0]) / length
        else:
            away = np.hypot(offset[:, 0], offset[:, 1])
        at = int(np.argmax(away))
        if away[at] > tolerance_km:
            middle = first + 1 + at
            keep[middle] = True
            waiting += [(first, middle), (middle, last)]
    return points[keep]
