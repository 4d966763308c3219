"""Files from elsewhere: from the first source that has them, and only with the right content."""

import hashlib
import io
import subprocess
import tarfile
from pathlib import Path

import pytest

from three_pillars.site import fetch as module
from three_pillars.site.errors import SiteError
from three_pillars.site.fetch import cache, fetch
from three_pillars.site.sources import CORE, EDITOR, WHEELS, Source

CONTENT = b"what it must be"
RIGHT = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture(autouse=True)
def own_cache(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def served(tmp_path, content):
    path = tmp_path / "published"
    path.write_bytes(content)
    return path.as_uri()


def test_a_file_is_fetched_once(tmp_path):
    source = Source("one", RIGHT, url=served(tmp_path, CONTENT))
    assert fetch([source])["one"].read_bytes() == CONTENT
    (tmp_path / "published").unlink()
    assert fetch([source])["one"].read_bytes() == CONTENT


def test_another_content_is_refused_and_leaves_nothing(tmp_path):
    source = Source("one", RIGHT, url=served(tmp_path, b"something else"))
    with pytest.raises(SiteError, match=r"one cannot be had .*another content"):
        fetch([source])
    assert list(cache().iterdir()) == []


def test_a_damaged_file_in_the_cache_is_fetched_anew(tmp_path):
    (cache() / "one").write_bytes(b"half of")
    source = Source("one", RIGHT, url=served(tmp_path, CONTENT))
    assert fetch([source])["one"].read_bytes() == CONTENT


def test_npm_is_asked_where_the_makers_do_not_answer(tmp_path, monkeypatch):
    asked = []

    def npm(command, cwd, **_):
        asked.append(command[-1])
        with tarfile.open(Path(cwd) / "thing-1.0.tgz", "w:gz") as archive:
            entry = tarfile.TarInfo("package/one.js")
            entry.size = len(CONTENT)
            archive.addfile(entry, io.BytesIO(CONTENT))
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(module.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(module.subprocess, "run", npm)
    gone = (tmp_path / "nowhere").as_uri()
    sources = [
        Source(name, RIGHT, gone, "thing@1.0", member="package/one.js") for name in ("a", "b")
    ]
    assert {path.read_bytes() for path in fetch(sources).values()} == {CONTENT}
    assert asked == ["thing@1.0"]  # one package is brought once


def test_what_cannot_be_had_is_said_with_every_reason(tmp_path, monkeypatch):
    monkeypatch.setattr(module.shutil, "which", lambda _: None)
    source = Source("one", RIGHT, (tmp_path / "nowhere").as_uri(), "thing@1.0", member="x")
    with pytest.raises(SiteError, match=r"its makers: .*; npm: npm is not installed.*make site"):
        fetch([source])


def test_every_source_has_a_hash_and_a_place():
    for source in (*CORE, *WHEELS, *EDITOR.values()):
        assert len(bytes.fromhex(source.sha256)) == 32
        assert source.url or source.npm or source.pip
    # Pyodide's own list of packages names this hash for this wheel.
    numpy = WHEELS[0]
    assert numpy.file.startswith("numpy-2.0.2-cp312-")
    assert numpy.sha256.startswith("ebb61241d962")
