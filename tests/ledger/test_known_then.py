"""What became public after the day of the commentary changes no finding of that day."""

import importlib

import pandas as pd
import pytest

from three_pillars import ledger
from three_pillars.data import Reader, today
from three_pillars.data.as_of import known_from
from three_pillars.data.descriptors import descriptor
from three_pillars.day import COMMENTARY
from three_pillars.ledger import judge_with

TODAY = today()
CLAIMS = sorted(ledger.judges())


def split(name, frame):
    """Return which rows became public after the day, and of these which stand in for others."""
    known, later_edition = known_from(frame, descriptor(name))
    late = known > COMMENTARY
    return late, later_edition & ~late


def removed(name, frame):
    """Leave out what became public later."""
    return frame[~split(name, frame)[0]]


def added(name, frame):
    """Add each of these rows a second time, with its numbers made larger."""
    late = frame[split(name, frame)[0]].copy()
    for column in late.select_dtypes("number"):
        if column not in ("year", *named_in_rules(name)):
            late[column] = late[column] * 3 + 1
    return pd.concat([frame, late]).astype(frame.dtypes)


def changed(name, frame):
    """Write other numbers and words into these rows."""
    late = frame[split(name, frame)[0]].copy()
    for column in late.select_dtypes("number"):
        if column not in ("year", *named_in_rules(name)):
            late[column] = late[column] * 3 + 1
    for column, value in (("named", "yes"), ("bearing", "for"), ("names_china", True)):
        if column in late:
            late[column] = value
    return pd.concat([frame[~split(name, frame)[0]], late]).astype(frame.dtypes)


def named_in_rules(name):
    """Name the columns by which a rule tells from when a row was public."""
    rules = descriptor(name).get("known_from", [])
    filters = [column for rule in rules for column in rule.get("filter", {})]
    return {*filters, *(rule.get("column", "") for rule in rules)}


def findings():
    load = Reader(COMMENTARY)
    found = {
        test.criterion.criterion_id: (test.finding, test.state)
        for claim in CLAIMS
        for test in judge_with(claim, load).tests
    }
    return found, load.read


@pytest.fixture(scope="module")
def before():
    return findings()


@pytest.mark.parametrize("change", [removed, added, changed])
def test_what_came_later_changes_nothing(before, monkeypatch, change):
    module = importlib.import_module("three_pillars.data.reader")
    original = module.load

    def load(name):
        frame = original(name)
        return change(name, frame).reset_index(drop=True)

    expected, tables = before
    monkeypatch.setattr(module, "load", load)
    found, _ = findings()
    assert set(found) == set(expected)
    moved = [
        name for name, (finding, state) in found.items()
        if state != expected[name][1] or finding != expected[name][0]
    ]  # fmt: skip
    assert moved == []
    counts = {name: split(name, original(name)) for name in tables}
    late = sum(int(rows.sum()) for rows, _ in counts.values())
    stand_in = {name: int(rows.sum()) for name, (_, rows) in counts.items() if rows.any()}
    print(f"{late} rows of {len(tables)} tables became public later; later editions: {stand_in}")
    assert late > 100


class Seer(Reader):
    """A reader that judges on the day of the commentary and sees what is known today."""

    def _cut(self, name):
        self.day, day = TODAY, self.day
        try:
            return super()._cut(name)
        finally:
            self.day = day


def test_without_the_filter_findings_would_change(before):
    load = Seer(COMMENTARY)
    found = {
        test.criterion.criterion_id: test.finding
        for claim in CLAIMS
        for test in judge_with(claim, load).tests
    }
    assert any(finding != before[0][name][0] for name, finding in found.items())
