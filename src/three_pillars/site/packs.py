"""Packing a layer: compiled by the very Python that will read it, then one compressed file.

A pack is gzip over four bytes (the length of the index), the index in JSON (path, place and length
of each file) and the contents. A browser unpacks 1,500 files of it in a twentieth of a second.
Python's own library is a zip, since Python starts from one: its contents are not compressed, the
whole is, so that nothing is unpacked twice.
"""

from __future__ import annotations

import hashlib
import io
import json
import shutil
import struct
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import deflate

from .errors import SiteError
from .fetch import cache
from .sources import CORE, PYODIDE, PYTHON
from .stage import BROWSER, Files

COMPILE_SECONDS = 600
STRENGTH = 12
"""Of libdeflate, its most: a layer is packed once and sent often."""

# Parts of Python's library for processes, servers and mail, none of which a browser has; files in
# Python instead of C; and the code pages of mainframes and of DOS that no table of today is in.
_CODE_PAGES = (
    *("cp037", "cp1006", "cp1026", "cp1125", "cp1140", "cp273", "cp424", "cp500", "cp720", "cp737"),
    *("cp775", "cp852", "cp855", "cp856", "cp857", "cp858", "cp860", "cp861", "cp862", "cp863"),
    *("cp864", "cp865", "cp869", "cp875", "hp_roman8", "kz1048", "mac_arabic", "mac_croatian"),
    *("mac_farsi", "mac_iceland", "mac_latin2", "mac_romanian", "mac_turkish", "palmos", "ptcp154"),
)
NOT_THERE = (
    *("ftplib", "http/server", "imaplib", "mailbox", "multiprocessing", "nntplib", "poplib"),
    *("smtplib", "telnetlib", "wsgiref", "xmlrpc", "_pyio"),
    *(f"encodings/{page}" for page in _CODE_PAGES),
)

LOCK = json.dumps(
    {
        "info": {
            "abi_version": "2024_0",
            "arch": "wasm32",
            "platform": "emscripten_3_1_58",
            "python": "3.12.7",
            "version": PYODIDE,
        },
        "packages": {},
    }
)
"""Pyodide's list of packages to load by itself: none, since all are unpacked before."""


def pack(name: str, files: Files, core: Mapping[str, Path], sources: bool = False) -> Path:
    """Return the pack of a layer; one of the same content is taken from the cache.

    Args:
        name: the layer.
        files: its files.
        core: where the files of Pyodide lie, by their names.
        sources: keep the ``.py`` beside what was compiled, so that errors can quote it.

    Raises:
        SiteError: a module does not compile, or there is no Node to run Pyodide.
    """
    return _kept(name, files, sources, lambda: _packed(_compiled(files, core, sources)))


def pack_library(core: Mapping[str, Path]) -> Path:
    """Return Python's own library as a pack, compiled.

    Pyodide hands it out as sources, and then each start of Python compiles some hundred modules
    anew: that was two thirds of the start.

    Args:
        core: where the files of Pyodide lie, by their names.

    Raises:
        SiteError: as `pack`.
    """
    root = f"/lib/python{PYTHON.replace('.', '')}.zip"
    with zipfile.ZipFile(core["python_stdlib.zip"]) as archive:
        names = [
            name
            for name in sorted(archive.namelist())
            if not name.endswith("/") and not _is_below(name, NOT_THERE)
        ]
        files = {f"{root}/{name}": archive.read(name) for name in names}
    return _kept("library", files, False, lambda: _zipped(_compiled(files, core, False), root))


def _is_below(name: str, modules: tuple[str, ...]) -> bool:
    return any(name == f"{module}.py" or name.startswith(f"{module}/") for module in modules)


def _zipped(files: Files, root: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for path, content in files.items():
            archive.writestr(zipfile.ZipInfo(path.removeprefix(f"{root}/")), content)
    return _compressed(out.getvalue())


def _compressed(content: bytes) -> bytes:
    """Return it as gzip, a twenty-fifth smaller than Python's own makes it."""
    return deflate.gzip_compress(content, STRENGTH)


def _kept(name: str, files: Files, sources: bool, made: Callable[[], bytes]) -> Path:
    """Return the pack that the cache keeps of these files; made if there is none."""
    folder = cache() / "packs"
    kept = folder / f"{name}-{_key(files, sources)}.pack"
    if not kept.is_file():
        content = made()
        folder.mkdir(exist_ok=True)
        part = kept.with_suffix(".part")
        part.write_bytes(content)
        part.replace(kept)
        for old in sorted(folder.glob(f"{name}-*.pack"), key=lambda p: p.stat().st_mtime)[:-4]:
            old.unlink()
    return kept


def _key(files: Files, sources: bool) -> str:
    digest = hashlib.sha256(f"{PYODIDE} {sources} {CORE} {STRENGTH}".encode())
    digest.update((BROWSER / "compile.mjs").read_bytes())
    for path, content in sorted(files.items()):
        digest.update(f"{path}\n{len(content)}\n".encode() + content)
    return digest.hexdigest()[:20]


def _compiled(files: Files, core: Mapping[str, Path], sources: bool) -> Files:
    """Return the files with each module compiled, in place of its source or beside it."""
    modules = [path for path in files if path.endswith(".py")]
    with tempfile.TemporaryDirectory() as work:
        python, stage = Path(work) / "python", Path(work) / "stage"
        lay_out_core(python, core)
        for path in modules:
            target = stage / path[1:]
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(files[path])
        shutil.copyfile(BROWSER / "compile.mjs", python / "compile.mjs")
        done = subprocess.run(
            [node(), str(python / "compile.mjs"), str(stage)],
            capture_output=True,
            text=True,
            timeout=COMPILE_SECONDS,
            check=False,
        )
        if done.returncode:
            raise SiteError(f"the modules do not compile:\n{(done.stdout + done.stderr)[-2000:]}")
        made = {path: (stage / f"{path[1:]}c").read_bytes() for path in modules}
    result = {path: content for path, content in files.items() if sources or path not in made}
    for path, content in made.items():
        folder, _, file = path.rpartition("/")
        beside = f"{folder}/__pycache__/{file[:-3]}.cpython-{PYTHON.replace('.', '')}.pyc"
        result[beside if sources else f"{path}c"] = content
    return result


def _packed(files: Files) -> bytes:
    index, at = [], 0
    for path, content in files.items():
        index.append([path, at, len(content)])
        at += len(content)
    head = json.dumps(index, separators=(",", ":")).encode()
    return _compressed(b"".join([struct.pack("<I", len(head)), head, *files.values()]))


def lay_out_core(folder: Path, core: Mapping[str, Path]) -> None:
    """Put Pyodide into a folder.

    Args:
        folder: made if it is not there.
        core: where its files lie, by their names.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for source in CORE:
        shutil.copyfile(core[source.file], folder / source.file)
    (folder / "pyodide-lock.json").write_text(LOCK, encoding="utf-8")


def node() -> str:
    """Return the path of Node: the one that Playwright brings along, or the machine's own.

    Raises:
        SiteError: there is none.
    """
    own = Path(sys.prefix) / "lib"
    found = next(iter(own.glob("python*/site-packages/playwright/driver/node*")), None)
    path = str(found) if found else shutil.which("node")
    if not path:
        raise SiteError("the site needs Node to compile for the browser: run make, or install it.")
    return path
