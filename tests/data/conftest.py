"""What the tests of data share: a copy of the tables to damage."""

import shutil

import pytest

from three_pillars import DataError, load
from three_pillars.data import root


@pytest.fixture
def copied(tmp_path, monkeypatch):
    """Copy the data, and make load() read the copy."""
    folder = tmp_path / "data"
    shutil.copytree(root(), folder)
    monkeypatch.setenv("THREE_PILLARS_DATA", str(folder))
    return folder


@pytest.fixture
def said_of(copied):
    """What load() says of a table whose file is damaged; without a damage, the file is gone."""

    def load_damaged(name, damage):
        path = copied / f"{name}.csv"
        if damage is None:
            path.unlink()
        else:
            before = path.read_bytes()
            path.write_bytes(damage(before))
            assert path.read_bytes() != before
        with pytest.raises(DataError) as caught:
            load(name)
        message = str(caught.value)
        assert message.startswith(f"data/{name}.csv")
        assert message.endswith("restore the file with git.")
        assert message.count(". ") == 0, "one sentence"
        assert "more problem" not in message
        return message

    return load_damaged
