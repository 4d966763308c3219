"""What several tests of the ledger need: a good judgement, and a ledger without judges."""

import importlib

import pytest

from three_pillars.ledger import Judgement


@pytest.fixture
def good():
    return Judgement(
        verdict="partly",
        then="supported",
        figure="8.0 % → 9.5 %",
        evidence="The share rose a little.",
        tables=["energy/lng_imports"],
    )


@pytest.fixture
def register(monkeypatch):
    """The register of judges, empty: no part is asked for its own."""
    # The package has a function of this name, so the module is asked for by its full name.
    module = importlib.import_module("three_pillars.ledger.judges")
    monkeypatch.setattr(module, "_judges", {})
    monkeypatch.setattr(module, "PARTS", ())
    return module
