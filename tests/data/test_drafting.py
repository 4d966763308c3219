"""The draft of a table's descriptor: what is guessed, and what is left to a person."""

import json
import shutil
import subprocess
import sys

import pytest

from three_pillars.data import DataError, load, root
from three_pillars.data.drafting import draft, left_to_write, main, write

STORAGE = """year,site,stored_bcm,filled_pct,source_id,verified,note
2013,Niigata,1.5,60,seed,true,
2013,Chiba,0.7,55.5,seed,true,
2014,Niigata,1.6,,seed,false,from memory
"""


@pytest.fixture
def book(tmp_path, monkeypatch):
    """A copy of the data in which a table has a file and no description."""
    shutil.copytree(root(), tmp_path / "data")
    (tmp_path / "data/energy/storage.csv").write_text(STORAGE, "utf-8")
    monkeypatch.setenv("THREE_PILLARS_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


def test_types_key_and_known_columns_are_drafted(book):
    one = draft("energy/storage")
    fields = {field["name"]: field for field in one["schema"]["fields"]}
    assert [fields[name]["type"] for name in ("year", "site", "stored_bcm", "verified")] == [
        "year", "string", "number", "boolean",
    ]  # fmt: skip
    assert one["schema"]["primaryKey"] == ["year", "site"]
    assert one["schema"]["foreignKeys"][0]["reference"]["resource"] == "sources"
    assert fields["source_id"]["description"] == "Source of the row, a key of the table sources"
    assert fields["stored_bcm"]["unit"] == "billion cubic metres"
    assert "required" not in fields["filled_pct"]["constraints"]
    assert left_to_write(one) == [
        "title", "description", "sources", "licenses", "coverage", "gaps", "known_from",
        "title and description of column 'site'", "title and description of column 'stored_bcm'",
        "title and description of column 'filled_pct'",
    ]  # fmt: skip


def test_a_draft_loads_and_is_valid(book):
    write("energy/storage")
    frame = load("energy/storage")
    assert frame["filled_pct"].isna().sum() == 1
    names = [
        one["name"] for one in json.loads((book / "datapackage.json").read_text())["resources"]
    ]
    assert names.index("energy/storage") == 1 + max(
        at for at, name in enumerate(names) if name.startswith("energy/") and "storage" not in name
    )
    done = subprocess.run(
        [sys.executable, "-m", "frictionless", "validate", str(book / "datapackage.json"),
         "--name", "energy/storage"],
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("energy/nowhere", "there is no file data/energy/nowhere.csv"),
        ("../sources", "there is no file data/../sources.csv"),
        ("energy/reactors", "table 'energy/reactors' is described already"),
    ],
)
def test_what_cannot_be_drafted_is_said_in_one_sentence(book, capsys, name, says):
    with pytest.raises(DataError, match=says):
        draft(name)
    assert main([name]) == 1
    out = capsys.readouterr().out
    assert says in out
    assert out.count("\n") == 1
