"""A claim more is a claim more: rows in two tables and one function, whatever the paragraph."""

import importlib
import shutil

import pytest

from three_pillars import ledger, load
from three_pillars.data import Reader, root, state, today
from three_pillars.day import COMMENTARY
from three_pillars.ledger import claims, found_count, judge, judge_with

CLAIM = "{id},{part},{chapter},context,{paragraph},Most reactors stood still,fact,Count them,seed\n"
CRITERIA = (
    "{id},{id}a,dates_with_reactors,at least,3,dates,1,5,needed,,commentary,Three dates at least.\n"
    "{id},{id}b,dates_with_reactors,at least,1000,dates,,,helps,,commentary,Never met.\n"
)


@pytest.fixture
def longer(tmp_path, monkeypatch):
    """Add a claim with its criteria to a copy of the tables, and its judge; return its id."""
    register = importlib.import_module("three_pillars.ledger.judges")
    monkeypatch.setattr(register, "_judges", dict(ledger.judges()))
    new = f"C{len(claims()) + 1}"

    def add(chapter, paragraph):
        shutil.copytree(root(), tmp_path / "data")
        values = {"id": new, "part": chapter.split("/")[0], "chapter": chapter}
        for name, rows in (("claims", CLAIM), ("criteria", CRITERIA)):
            path = tmp_path / "data" / "argument" / f"{name}.csv"
            text = path.read_text("utf-8")
            path.write_text(text + rows.format(paragraph=paragraph, **values), "utf-8")
        monkeypatch.setenv("THREE_PILLARS_DATA", str(tmp_path / "data"))
        for name in ("claims", "criteria"):
            load(f"argument/{name}")  # checked against its description
        monkeypatch.setenv("THREE_PILLARS_CHECKED", state())

        @judge(new)
        def reactors(load, day):
            rows = load("energy/reactors")
            dates = ledger.window_of(f"{new}a").inside(rows.assign(**_days(rows)), day)
            count = found_count(dates, "dates", f"There are {len(dates)} dates.", whole=True)
            return {"dates_with_reactors": count}

        return new

    return add


def _days(rows):
    from three_pillars.day import dated

    days = dated(rows)
    return {"first_day": days["first_day"], "last_day": days["last_day"]}


@pytest.mark.parametrize(
    ("chapter", "paragraph"), [("energy/dependence", 5), ("territory/islands", 1)]
)
def test_a_claim_is_added_by_rows_and_one_function(longer, chapter, paragraph):
    before = len(claims())
    new = longer(chapter, paragraph)
    assert len(claims()) == before + 1
    assert claims()["claim_id"].iloc[-1] == new
    for day in (COMMENTARY, today()):
        one = judge_with(new, Reader(day))
        assert one.word == "supported"
        assert [test.state for test in one.tests] == ["met", "not met"]
    assert new in ledger.judges()
    if chapter == "territory/islands":  # a chapter that had no claim before
        assert list(ledger.judgements(chapter)) == [new]
        shown = ledger.entries(chapter)[0]
        assert (shown["id"], shown["verdict"]) == (new, "supported")
