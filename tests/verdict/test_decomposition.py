"""The parts of a score and the bands of a calibration, by hand and for any numbers."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from three_pillars import verdict

odds = st.floats(0, 1)


def test_decomposition_by_hand():
    # Two groups of two: 0.8 with one of two, 0.2 with none of two; base rate 1/4.
    parts = verdict.decompose([0.8, 0.8, 0.2, 0.2], [1, 0, 0, 0])
    assert parts.reliability == pytest.approx((0.3**2 + 0.2**2) / 2)
    assert parts.resolution == pytest.approx(0.25**2)
    assert parts.uncertainty == pytest.approx(0.25 * 0.75)
    assert parts.brier == pytest.approx((0.04 + 0.64 + 0.04 + 0.04) / 4)


def test_calibration_by_hand():
    bands = verdict.calibration([0.1, 0.6, 0.7, 1.0], [0, 1, 0, 1])
    assert list(bands["low"]) == pytest.approx([0, 0.6, 0.8])
    assert list(bands["said"]) == pytest.approx([0.1, 0.65, 1])
    assert list(bands["came"]) == pytest.approx([0, 0.5, 1])
    assert list(bands["forecasts"]) == [1, 2, 1]


@given(st.lists(st.tuples(odds, st.booleans(), st.floats(0.1, 5)), min_size=1, max_size=30))
@settings(deadline=None)
def test_parts_add_up_to_the_score(rows):
    said, came, weight = (list(column) for column in zip(*rows, strict=True))
    parts = verdict.decompose(said, came, weight)
    direct = np.average(verdict.brier(said, came), weights=weight)
    assert parts.brier == pytest.approx(direct, abs=1e-9)
    assert parts.reliability >= 0
    assert -1e-12 <= parts.resolution <= parts.uncertainty + 1e-9


@given(st.lists(st.tuples(odds, st.booleans()), min_size=1, max_size=30), st.integers(1, 10))
@settings(deadline=None)
def test_bands_hold_every_forecast_once(rows, count):
    said, came = (list(column) for column in zip(*rows, strict=True))
    bands = verdict.calibration(said, came, bands=count)
    assert bands["forecasts"].sum() == len(rows)
    share = (bands["came"] * bands["forecasts"]).sum() / len(rows)
    assert share == pytest.approx(sum(came) / len(rows))
    assert ((bands["said"] >= bands["low"] - 1e-6) & (bands["said"] <= bands["high"] + 1e-6)).all()
