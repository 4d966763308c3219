"""Judging a claim on one of the two days, with or without a changed table."""

import importlib
from unittest import mock

import pandas as pd

from three_pillars.data import Reader, today
from three_pillars.day import COMMENTARY
from three_pillars.ledger import judge_with

DAYS = {"then": COMMENTARY, "today": today()}


def judged_with(claim, when, table=None, change=None):
    """Judge a claim on a day; ``change`` takes the typed table and returns the changed one."""
    module = importlib.import_module("three_pillars.data.reader")
    original = module.load

    def load(name):
        frame = original(name)
        return change(frame).reset_index(drop=True) if name == table else frame

    with mock.patch.object(module, "load", load):
        return judge_with(claim, Reader(DAYS[when]))


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
