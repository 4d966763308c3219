"""Files that a block saves and Python reads."""

import json

import pytest

from three_pillars.blocks import read_file, write_file

KIND = {"format": "test", "version": 1, "what": "a test file", "error": ValueError}
GOOD = {"format": "test", "version": 1, "answers": {"a": 0.5}}


def test_a_file_comes_back(tmp_path):
    path = write_file(tmp_path / "a.json", GOOD, error=ValueError)
    assert read_file(path, **KIND) == GOOD
    assert [file.name for file in tmp_path.iterdir()] == ["a.json"], "no draft is left"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "a.json is damaged and cannot be read; save it again."),
        ("[" * 100_000, "a.json is damaged and cannot be read; save it again."),
        ("null", "a.json is not a test file of this book."),
        (json.dumps({**GOOD, "format": "other"}), "a.json is not a test file of this book."),
        (json.dumps({**GOOD, "version": 2}), "a.json is of version 2, and this book reads"),
        (json.dumps({**GOOD, "version": None}), "a.json does not say its version; this book reads"),
        (json.dumps({**GOOD, "version": True}), "a.json is of version True"),
    ],
)
def test_a_bad_file_is_one_sentence(tmp_path, text, said):
    (tmp_path / "a.json").write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=said.replace(".", r"\.")) as error:
        read_file(tmp_path / "a.json", **KIND)
    assert "\n" not in str(error.value)


def test_a_file_that_is_not_there_or_cannot_be_written_is_named(tmp_path):
    with pytest.raises(ValueError, match=r"there is no file b\.json; save it first"):
        read_file(tmp_path / "b.json", **KIND)
    with pytest.raises(ValueError, match=r"a\.json cannot be saved"):
        write_file(tmp_path / "nowhere" / "a.json", GOOD, error=ValueError)
