"""Packs: what goes in comes out, and only what is needed goes in."""

import gzip
import io
import json
import struct
import subprocess
import zipfile

from helpers.deadlines import WAIT

from three_pillars import data
from three_pillars.site.build import _with_globals
from three_pillars.site.packs import _packed, _zipped, node
from three_pillars.site.stage import BOOK, PACKAGES, _wanted, book_layer
from three_pillars.site.twins import write_twins


def unpacked(content):
    """Read a pack as boot.mjs does."""
    raw = gzip.decompress(content)
    (size,) = struct.unpack("<I", raw[:4])
    return {
        path: raw[4 + size + at : 4 + size + at + length]
        for path, at, length in json.loads(raw[4 : 4 + size])
    }


def test_a_pack_gives_back_its_files():
    files = {"/a/one.py": b"x = 1\n", "/a/empty": b"", "/b/two.bin": bytes(range(256))}
    assert unpacked(_packed(files)) == files
    assert _packed(files) == _packed(dict(files))  # the same each time, so it can be kept by name


def test_the_library_is_one_zip_that_is_compressed_once():
    files = {"/lib/python312.zip/os.pyc": b"x" * 5000, "/lib/python312.zip/json/__init__.pyc": b"y"}
    raw = gzip.decompress(_zipped(files, "/lib/python312.zip"))
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        assert archive.namelist() == ["os.pyc", "json/__init__.pyc"]
        assert archive.read("os.pyc") == b"x" * 5000
        assert {one.compress_type for one in archive.infolist()} == {zipfile.ZIP_STORED}


def test_the_book_layer_has_the_package_and_the_tables_and_nothing_of_a_teacher():
    files = book_layer()
    inside = {path.removeprefix(f"{PACKAGES}/three_pillars/") for path in files}
    assert {"energy/__init__.py", "blocks/quiz/quiz.html", "site/browser/cells.py"} <= inside
    for room in ("book/", "classroom/", "share/", "site/page/", "static/"):
        assert not [path for path in inside if path.startswith(room)]
    for table in data.tables():
        assert f"{BOOK}/data/{data.describe(table)['path']}" in files
    everything = b"".join(files.values())
    for mark in (b"BEGIN SOLUTION", b"# SOLUTION", b"teacher's edition"):
        assert mark not in everything


def test_what_a_browser_cannot_use_is_left_out():
    assert not _wanted("numpy/_core/include/numpy/ndarrayobject.h")
    assert not _wanted("pandas/tests/test_frame.py")
    assert not _wanted("numpy/f2py/__init__.py")
    assert not _wanted("markupsafe/_speedups.cpython-311-x86_64-linux-gnu.so")
    assert _wanted("pandas/_libs/lib.cpython-312-wasm32-emscripten.so", compiled=True)
    assert _wanted("IPython/testing/__init__.py")  # IPython imports it
    assert _wanted("altair-5.5.0.dist-info/METADATA")
    assert _wanted("altair-5.5.0.dist-info/licenses/LICENSE")


def test_twins_follow_their_files(tmp_path):
    page, small = tmp_path / "page.html", tmp_path / "small.html"
    page.write_text("<p>one</p>" * 1000)
    small.write_text("<p>")
    write_twins(tmp_path)
    twin = tmp_path / "page.html.gz"
    assert gzip.decompress(twin.read_bytes()) == page.read_bytes()
    assert not (tmp_path / "small.html.gz").exists()
    page.write_text("<p>two</p>" * 1000)
    write_twins(tmp_path)
    assert gzip.decompress(twin.read_bytes()) == page.read_bytes()
    page.unlink()
    write_twins(tmp_path)
    assert not twin.exists()


def test_the_bundle_of_vega_gives_both_libraries_away(book, tmp_path):
    bundle = (book / "_static" / "vega" / "vega.js").read_text("utf-8")
    script = tmp_path / "vega.cjs"
    ask = "\nconsole.log(typeof window.vega.View, typeof window.vegaLite.compile)"
    script.write_text("globalThis.window = globalThis;\n" + _with_globals(bundle) + ask, "utf-8")
    done = subprocess.run(
        [node(), str(script)], capture_output=True, text=True, timeout=WAIT, check=False
    )
    assert done.stdout.split() == ["function", "function"], done.stderr[-1000:]
