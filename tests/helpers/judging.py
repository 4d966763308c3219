"""Judging a claim on one of the two days, with or without a changed table."""

import importlib
from unittest import mock

import pandas as pd

from three_pillars.data import Reader, today
from three_pillars.day import COMMENTARY
from three_pillars.ledger import claims, judge_with

DAYS = {"then": COMMENTARY, "today": today()}


def claims_of(place):
    """Name the claims of a part or of a chapter, as declared."""
    declared = claims()
    column = "chapter" if "/" in place else "part"
    return tuple(declared.loc[declared[column] == place, "claim_id"])


def judged_on_both_days(ids):
    """Judge claims on both days: ``found["then"]["C34"]``."""
    readers = {when: Reader(day) for when, day in DAYS.items()}
    return {
        when: {claim: judge_with(claim, reader) for claim in ids}
        for when, reader in readers.items()
    }


def judged_with(claim, when, table=None, change=None, **reader):
    """Judge a claim on a day, with changed tables.

    Args:
        claim: the claim.
        when: ``"then"`` or ``"today"``.
        table: a table, or a dictionary of tables and their changes.
        change: a function from the typed table to the changed one.
        reader: more words for the reader.
    """
    module = importlib.import_module("three_pillars.data.reader")
    original = module.load
    changes = table if isinstance(table, dict) else {table: change}

    def load(name):
        frame = original(name)
        return changes[name](frame).reset_index(drop=True) if name in changes else frame

    with mock.patch.object(module, "load", load):
        return judge_with(claim, Reader(DAYS[when], **reader))


def says(judged):
    """Return all sentences of a judged claim."""
    return " ".join(test.finding.says for test in judged.tests)


def put(column, row, **values):
    """Write values into the rows that have this key."""

    def change(frame):
        rows = frame[column].isin(row if isinstance(row, list) else [row])
        assert rows.any(), row
        for name, value in values.items():
            assert name in frame, name
            frame.loc[rows, name] = value
        return frame

    return change


def write(where, **values):
    """Write values into the rows that have these values: ``write({"year": 2014}, share_pct=9)``."""

    def change(frame):
        rows = pd.Series(True, index=frame.index)
        for column, value in where.items():
            rows &= (frame[column] == value).fillna(False)
        assert rows.any(), where
        for column, value in values.items():
            frame.loc[rows, column] = value
        return frame

    return change


def drop(column, *values):
    """Leave out the rows that have one of these values."""

    def change(frame):
        rows = frame[column].isin(values)
        assert rows.sum() == len(values), values
        return frame[~rows]

    return change


def keep(column, *values):
    """Keep only the rows that have one of these values."""

    def change(frame):
        rows = frame[column].isin(values)
        assert rows.any() and not rows.all(), values
        return frame[rows]

    return change


def both(*changes):
    """Make one change after the other."""

    def change(frame):
        for one in changes:
            frame = one(frame)
        return frame

    return change


def same(one, other):
    """Tell whether two findings are the same: bounds, sentence, and the tables they rest on."""
    return (one.low, one.high, one.says, one.rests) == (
        other.low,
        other.high,
        other.says,
        other.rests,
    )


def row_of(frame, **values):
    """Return a copy of a table's last row with other values, as a table of one row."""
    row = frame.tail(1).copy()
    for name, value in values.items():
        row[name] = value
    return pd.concat([frame, row], ignore_index=True)
