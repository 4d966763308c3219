"""load() and source(): fresh copies, what is verified, and files that are checked once."""

import subprocess
import sys

import pytest
from helpers.damage import LNG, cell, edit

from three_pillars import DataError, load, source
from three_pillars.data import loading


def test_load_gives_a_fresh_copy():
    first = load("energy/lng_imports")
    first.loc[0, "volume_bcm"] = -1.0
    first["more"] = 1
    assert load("energy/lng_imports").loc[0, "volume_bcm"] == 73.9691
    assert "more" not in load("energy/lng_imports")


def test_verified_only_drops_what_is_not_verified():
    events = load("energy/events")
    kept = load("energy/events", verified_only=True)
    assert len(events) == 68
    assert set(events["event_id"]) - set(kept["event_id"]) == {"N02"}
    assert kept.index.tolist() == list(range(67))


def test_verified_only_needs_the_column():
    with pytest.raises(DataError, match="'sources' has no column 'verified'"):
        load("sources", verified_only=True)


def test_source_finds_one_row():
    assert source("bp2015")["publisher"] == "BP"
    with pytest.raises(DataError, match=r"no source 'bp2051'.*; the nearest names are 'bp20"):
        source("bp2051")


def test_a_table_is_checked_once(monkeypatch):
    load("energy/reactors")
    monkeypatch.setattr(loading, "check_rows", lambda *_: pytest.fail("checked again"))
    load("energy/reactors")


def test_frictionless_is_not_imported_before_it_is_needed():
    code = "import sys, three_pillars; print('frictionless' in sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=300
    )
    assert run.stdout.strip() == "False"


def test_damaged_sources_are_named_by_the_tables_that_need_them(copied):
    path = copied / "sources.csv"
    path.write_bytes(cell(3, "source_id", "")(path.read_bytes()))
    with pytest.raises(DataError, match=r"^data/sources.csv, row 3, column 'source_id'"):
        load(LNG)


def test_a_damaged_table_does_not_stop_the_others(copied):
    path = copied / f"{LNG}.csv"
    path.write_bytes(b"")
    assert len(load("energy/reactors")) == 11


def test_a_repaired_file_is_read_again(copied):
    path = copied / f"{LNG}.csv"
    before = path.read_bytes()
    path.write_bytes(cell(12, "volume_bcm", "abc")(before))
    with pytest.raises(DataError):
        load(LNG)
    path.write_bytes(before)
    assert len(load(LNG)) == 370


def test_a_changed_file_is_read_again(copied):
    path = copied / f"{LNG}.csv"
    assert load(LNG)["volume_bcm"].iloc[10] != 1.5
    path.write_bytes(cell(12, "volume_bcm", "1.5")(path.read_bytes()))
    assert load(LNG)["volume_bcm"].iloc[10] == 1.5


DAMAGE = {
    "header alone": (LNG, edit(lambda rows: rows[:1]), ["has a header and no rows"]),
    "missing file": (LNG, None, [" is missing"]),
}


@pytest.mark.parametrize("kind", DAMAGE)
def test_damage_is_named_with_file_row_column_and_reason(said_of, kind):
    name, damage, expected = DAMAGE[kind]
    message = said_of(name, damage)
    for part in expected:
        assert part in message
