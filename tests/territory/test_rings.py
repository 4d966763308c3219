"""Areas, cuts and simplified rings."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from three_pillars import territory


def test_area_of_a_known_zone():
    """One degree by one degree at the equator on GRS80: 12,308.8 km2 (Snyder's formulas)."""
    edge = np.linspace(0, 1, 50)
    ring = [*((x, 0) for x in edge), *((1, y) for y in edge), *((x, 1) for x in edge[::-1]), (0, 1)]
    assert territory.ring_area_km2(ring) == pytest.approx(12308.8, rel=2e-4)


def test_whole_ellipsoid():
    """From pole to pole and all round: 510,065,622 km2."""
    ring = [(0, -90), (180, -90), (360, -90), (360, 90), (180, 90), (0, 90)]
    assert territory.ring_area_km2(ring) == pytest.approx(510_065_622, rel=1e-6)


square = st.tuples(st.floats(140, 150), st.floats(42, 50), st.floats(0.2, 2), st.floats(0.2, 2))


@settings(deadline=None)
@given(square, st.floats(-3, 3))
def test_two_halves_make_the_whole(box, offset):
    x, y, width, height = box
    ring = np.array([(x, y), (x, y + height), (x + width, y + height), (x + width, y)])
    limit = x + offset
    parts = [territory.clipped(ring, (1, 0), limit), territory.clipped(ring, (-1, 0), -limit)]
    area = sum(territory.ring_area_km2(part) for part in parts if len(part) > 2)
    assert area == pytest.approx(territory.ring_area_km2(ring), rel=1e-6)


@pytest.mark.parametrize("tolerance", [0.2, 0.5, 1.0])
def test_simplified_coast_keeps_its_area(tolerance):
    ring = max(territory.coast()["etorofu"], key=len)
    thin = territory.simplified(ring, tolerance)
    assert len(thin) < len(ring)
    assert territory.ring_area_km2(thin) == pytest.approx(territory.ring_area_km2(ring), rel=0.02)


def test_an_islet_is_never_simplified_away():
    for ring in territory.coast()["habomai"]:
        assert len(territory.simplified(ring, 50)) >= 3
