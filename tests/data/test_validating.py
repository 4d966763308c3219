"""A damaged table, or a file that no table describes, ends every command with one sentence."""

import os
import shutil
import subprocess
import sys

import pytest
from helpers.damage import LNG, cell

from three_pillars.data import DataError, root
from three_pillars.data.validating import check_tables

SENTENCE = (
    "data/energy/lng_imports.csv, row 12, column 'volume_bcm': 'abc' is not a number; "
    "correct the cell, or restore the file with git."
)


@pytest.fixture
def book(tmp_path, monkeypatch):
    """A copy of the data, which all commands of the test use."""
    shutil.copytree(root(), tmp_path / "data")
    monkeypatch.setenv("THREE_PILLARS_DATA", str(tmp_path / "data"))
    monkeypatch.delenv("THREE_PILLARS_CHECKED", raising=False)
    return tmp_path / "data"


@pytest.fixture
def damaged(book):
    """The same with a word in place of a number."""
    path = book / f"{LNG}.csv"
    path.write_bytes(cell(12, "volume_bcm", "abc")(path.read_bytes()))
    return book


def run(*command):
    """Run a command on the data of the test."""
    return subprocess.run(
        [sys.executable, *command],
        capture_output=True, text=True, timeout=300, check=False, env=os.environ,
    )  # fmt: skip


def test_a_file_that_no_table_describes_is_named(book):
    (book / "energy" / "storage.csv").write_text("year,source_id\n2014,seed\n", "utf-8")
    with pytest.raises(DataError) as error:
        check_tables()
    assert str(error.value) == (
        "data/energy/storage.csv is described by no table of data/datapackage.json; draft its "
        "description with make table TABLE=energy/storage, or remove the file."
    )


def test_what_passed_once_is_read_again_only_when_it_changed(book, monkeypatch):
    read = []
    module = sys.modules["three_pillars.data.validating"]
    monkeypatch.setattr(module, "load", read.append)
    (book.parent / "_build").mkdir()
    check_tables()
    every = len(read)
    assert every > 20
    check_tables()
    assert len(read) == every
    os.utime(book / f"{LNG}.csv", (1, 1))
    check_tables()
    assert len(read) == 2 * every


@pytest.mark.parametrize(
    "module", ["three_pillars.data.validating", "three_pillars.classroom.editions"]
)
def test_a_command_says_the_one_sentence_and_nothing_after_it(damaged, tmp_path, module):
    out = ["--out", str(tmp_path / "out")] if module.endswith("editions") else []
    done = run("-m", module, *out)
    assert done.returncode != 0
    assert done.stderr.splitlines() == [SENTENCE]
    assert done.stdout == ""
    assert not list(tmp_path.rglob("*.zip"))


def test_a_notebook_says_it_too(damaged):
    code = f"from three_pillars import load\nload('{LNG}')"
    done = run("-m", "IPython", "--colors=NoColor", "--no-banner", "--quick", "-c", code)
    assert done.stdout.splitlines() + done.stderr.splitlines() == [f"DataError: {SENTENCE}"]
