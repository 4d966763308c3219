"""What all measures of energy share: they are documented, and leave their input alone."""

import inspect

import pandas as pd

from three_pillars import energy


def test_measures_leave_their_input_alone():
    volumes = pd.Series({"A": 1.0, "B": 3.0}, name="mine")
    before = volumes.copy()
    energy.shares(volumes)
    energy.counterfactual_shares(energy.shares(volumes), "A", 0.5)
    pd.testing.assert_series_equal(volumes, before)


def test_public_names_are_documented():
    for name in energy.__all__:
        thing = getattr(energy, name)
        doc = inspect.getdoc(thing)
        assert doc, name
        if inspect.isfunction(thing):
            assert "Returns:" in doc, name
            assert "Raises:" in doc, name
