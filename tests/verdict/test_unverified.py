"""Which verdicts rest on unverified rows?"""

import functools
import importlib
import sys
import types

import pytest

from three_pillars import data, load, verdict
from three_pillars.ledger import Judgement


def test_verdicts_without_unverified_rows(ledger):
    found = verdict.unverified().set_index("claim_id")["rests"]
    assert len(found) == 63
    assert found["C06"] == "cannot", "the border drill was only announced"
    assert found["C16"] == "no"
    assert not (found == "verdict").any()
    # The tables are whole again afterwards.
    assert not load("argument/leader_meetings")["verified"].all()
    assert verdict.verdict_table().equals(ledger)


def test_every_load_inside_gives_verified_rows_only_and_every_one_after_gives_all():
    every = load("argument/leader_meetings")
    with data.only_verified():
        assert load("argument/leader_meetings")["verified"].all()
        assert data.load("argument/leader_meetings")["verified"].all()
        assert "verified" not in load("argument/claims"), "a table without that column stays whole"
        assert len(load("argument/claims")) == 63
    assert load("argument/leader_meetings").equals(every)
    with pytest.raises(ZeroDivisionError), data.only_verified():
        1 / 0  # noqa: B018
    assert load("argument/leader_meetings").equals(every)


@pytest.fixture
def part(monkeypatch):
    """A made-up part of two modules; the first keeps what it has read of a table."""
    measures, judges = (
        types.ModuleType(f"three_pillars.weather.{name}") for name in ("measures", "judges.rain")
    )
    measures.meetings = functools.cache(lambda: len(load("argument/leader_meetings")))

    def judged():
        number = f"{measures.meetings()} meetings"
        return Judgement("partly", "partly", number, number, tables=["argument/leader_meetings"])

    judged.__module__ = judges.__name__
    for module in (measures, judges):
        monkeypatch.setitem(sys.modules, module.__name__, module)
    module = importlib.import_module("three_pillars.verdict.unverified")
    monkeypatch.setattr(module, "judges", lambda: {"C01": judged})
    return measures


def test_what_a_part_keeps_of_its_tables_serves_neither_the_other_rows_nor_later_calls(part):
    meetings = load("argument/leader_meetings")
    every, sure = len(meetings), int(meetings["verified"].sum())
    assert sure < every == part.meetings()
    found = verdict.unverified().iloc[0]
    assert (found["with_all"], found["verified_only"]) == (f"{every} meetings", f"{sure} meetings")
    assert found["rests"] == "figure"
    assert part.meetings() == every


def test_a_judge_that_finds_no_answer_is_named_by_what_it_stumbled_over(part, monkeypatch):
    def meetings():
        if load("argument/leader_meetings")["verified"].all():
            raise KeyError("the row")
        return 7

    monkeypatch.setattr(part, "meetings", meetings)
    assert verdict.unverified().iloc[0].to_dict() == {
        "claim_id": "C01",
        "rests": "cannot",
        "with_all": "7 meetings",
        "verified_only": "KeyError",
    }
