"""The judges of the constraint part, on both days and on tables in which something was changed."""

import importlib

import pytest

from three_pillars.data import Reader, today
from three_pillars.day import COMMENTARY
from three_pillars.ledger import judge_with

CLAIMS = ("C12", "C13", "C14", "C44", "C51", "C59", "C60", "C61", "C62", "C63")
DAYS = {"then": COMMENTARY, "today": today()}


@pytest.fixture(scope="session")
def found():
    """Each claim on each day: ``found["then"]["C13"]``."""
    readers = {when: Reader(day) for when, day in DAYS.items()}
    return {
        when: {claim: judge_with(claim, reader) for claim in CLAIMS}
        for when, reader in readers.items()
    }


@pytest.fixture
def judged_with(monkeypatch):
    """Judge a claim on a day with one table changed.

    A change is a function from the typed table to the changed one; more words go to the reader.
    """
    module = importlib.import_module("three_pillars.data.reader")
    original = module.load

    def judged(claim, when, table, change, **reader):
        def load(name):
            frame = original(name)
            return change(frame).reset_index(drop=True) if name == table else frame

        with monkeypatch.context() as patch:
            patch.setattr(module, "load", load)
            return judge_with(claim, Reader(DAYS[when], **reader))

    return judged


@pytest.fixture(scope="session")
def says():
    """All sentences of a claim on a day."""
    return lambda judged: " ".join(test.finding.says for test in judged.tests)
