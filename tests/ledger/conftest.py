"""What several tests of the ledger need: a judge of one claim, and a ledger without judges."""

import importlib

import pytest

from three_pillars.ledger import Judgement, criteria, found_value


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
def judge_of_c34():
    """A judge that finds each criterion of C34 met, from one row, and keeps the days asked."""

    def found(load, day):
        asked.append(day)
        rows = load("energy/lng_imports").head(1)
        return {
            one.finding: found_value(one.threshold, one.unit, "The share rose.", rows=[rows])
            for one in criteria("C34")
        }

    found.asked = asked = []
    return found


@pytest.fixture
def register(monkeypatch):
    """The register of judges, empty: no part is asked for its own."""
    # The package has functions of these names, so the modules are asked for by their full names.
    module = importlib.import_module("three_pillars.ledger.judges")
    kept = importlib.import_module("three_pillars.ledger.judged")._judged
    monkeypatch.setattr(module, "_judges", {})
    monkeypatch.setattr(module, "PARTS", ())
    kept.cache_clear()
    yield module
    kept.cache_clear()
