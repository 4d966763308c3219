"""The judges of the balance part, on both days, and on tables in which something was changed."""

import importlib

import pytest
from helpers.balance_judged import CLAIMS, DAYS

from three_pillars.data import Reader
from three_pillars.ledger import judge_with


@pytest.fixture(scope="session")
def found():
    """Each claim on each day: ``found["then"]["C19"]``."""
    readers = {when: Reader(day) for when, day in DAYS.items()}
    return {
        when: {claim: judge_with(claim, reader) for claim in CLAIMS}
        for when, reader in readers.items()
    }


@pytest.fixture
def judged_with(monkeypatch):
    """Judge a claim on a day with changed tables: ``judged_with("C19", "today", {table: change})``.

    A change is a function from the typed table to the changed one.
    """
    module = importlib.import_module("three_pillars.data.reader")
    original = module.load

    def judged(claim, when, changes):
        def load(name):
            frame = original(name)
            return changes[name](frame) if name in changes else frame

        with monkeypatch.context() as patch:
            patch.setattr(module, "load", load)
            return judge_with(claim, Reader(DAYS[when]))

    return judged
