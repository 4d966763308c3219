"""Where the data lies, and the state of its files."""

import subprocess
import sys

import pytest
from helpers.damage import cell

from three_pillars import DataError, load, tables
from three_pillars.data import state


def test_data_are_found_from_any_folder(tmp_path):
    code = "import three_pillars; print(len(three_pillars.load('energy/reactors')))"
    run = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
        timeout=300,
    )
    assert run.stdout.strip() == "11"


def test_wrong_data_folder_is_one_sentence(monkeypatch, tmp_path):
    monkeypatch.setenv("THREE_PILLARS_DATA", str(tmp_path))
    with pytest.raises(DataError, match=r"^THREE_PILLARS_DATA points to .* no datapackage.json"):
        tables()


def test_a_state_vouches_for_these_very_files_only(copied, monkeypatch):
    table = copied / "energy" / "reactors.csv"
    monkeypatch.setenv("THREE_PILLARS_CHECKED", state())
    assert len(load("energy/reactors")) == 11
    # Text where text belongs: without a check, nothing would be found.
    table.write_bytes(cell(2, "source_id", "nobody")(table.read_bytes()))
    with pytest.raises(DataError, match="no source 'nobody'"):
        load("energy/reactors")


def test_files_that_are_vouched_for_are_not_checked_again(copied, monkeypatch):
    table = copied / "energy" / "reactors.csv"
    table.write_bytes(cell(2, "source_id", "nobody")(table.read_bytes()))
    monkeypatch.setenv("THREE_PILLARS_CHECKED", state())
    assert load("energy/reactors")["source_id"].iloc[0] == "nobody"
