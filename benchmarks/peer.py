"""A plain JupyterLite to compare the site with: its kernel installs what a notebook asks for.

It has the same application, Pyodide and versions of all packages; these lie on the same server, as
wheels in Pyodide's own list, so its tools install them the shortest way that they know.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.metadata
import json
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from three_pillars.site.build import BOOK
from three_pillars.site.errors import SiteError
from three_pillars.site.fetch import LONG, cache, fetch
from three_pillars.site.lite import (
    STRIP,
    lite_app,
    lite_environment,
    write_contents,
    write_listings,
)
from three_pillars.site.packs import LOCK, lay_out_core
from three_pillars.site.sources import CORE, WHEELS
from three_pillars.site.stage import KERNEL, PACKAGES, PLAIN, book_layer, stand_ins

ROOT = Path(__file__).resolve().parent.parent
MICROPIP = "0.9.0"  # as in the list of this Pyodide; it is pip for a browser
MORE = ("decorator", "jedi", "parso", "pexpect", "ptyprocess")  # which the site leaves out

INSTALL = """%pip install -q three_pillars
import os, three_pillars_data
os.environ["THREE_PILLARS_DATA"] = three_pillars_data.__path__[0]"""


def make_peer(out: Path, chapter: str) -> None:
    """Make a plain JupyterLite that holds one chapter, which first installs what it needs.

    Args:
        out: the folder; made anew.
        chapter: the chapter's path without an ending.

    Raises:
        SiteError: a part of it is not to be had.
    """
    shutil.rmtree(out, ignore_errors=True)
    lite = out / "lite"
    shutil.copytree(lite_app(lite_environment(ROOT)), lite)
    page = lite / "notebooks" / "index.html"
    page.write_text(page.read_text("utf-8").replace(STRIP, ""), "utf-8")
    file = lite / "jupyter-lite.json"
    settings = json.loads(file.read_text("utf-8"))
    kernels = settings["jupyter-config-data"]["litePluginSettings"]
    kernel = kernels["@jupyterlite/pyodide-kernel-extension:kernel"]
    del kernel["loadPyodideOptions"], kernel["pipliteUrls"]
    kernel["pyodideUrl"] = "./pyodide/pyodide.mjs"
    file.write_text(json.dumps(settings), "utf-8")
    with tempfile.TemporaryDirectory() as work:
        write_contents(Path(work), BOOK, ROOT)
        shutil.copytree(work, lite / "files")
    target = lite / "files" / f"{chapter}.ipynb"
    notebook = json.loads(target.read_text("utf-8"))
    cell = {"cell_type": "code", "id": "install", "metadata": {}, "outputs": []}
    notebook["cells"].insert(0, cell | {"execution_count": None, "source": INSTALL})
    target.write_text(json.dumps(notebook), "utf-8")
    shutil.rmtree(lite / "api" / "contents", ignore_errors=True)
    write_listings(lite / "files", lite / "api" / "contents")
    _write_pyodide(lite / "pyodide")


def _write_pyodide(folder: Path) -> None:
    """Write Pyodide, and every package as a wheel in its own list."""
    found = fetch((*CORE, *WHEELS))
    lay_out_core(folder, found)
    kept = cache() / f"micropip-{MICROPIP}-py3-none-any.whl"
    if not kept.is_file():
        _download(f"micropip=={MICROPIP}", cache())
    wheels = {"micropip": kept} | {
        source.file.split("-")[0]: found[source.file] for source in WHEELS
    }
    for name, wheel in wheels.items():
        shutil.copyfile(wheel, folder / wheel.name)
        wheels[name] = folder / wheel.name
    for name in dict.fromkeys((*PLAIN, *KERNEL, *MORE)):
        with contextlib.suppress(importlib.metadata.PackageNotFoundError):  # not on this system
            wheels[name] = _wheel(name, folder)
    wheels["three-pillars"] = _book(folder)
    needs = {
        "micropip": ["packaging"],
        "ipython": [name for name in (*KERNEL, *MORE) if name in wheels and name != "ipython"],
        "three-pillars": ["numpy", "pandas", *(name for name in PLAIN if name in wheels)],
    }
    lock = json.loads(LOCK)
    for name, wheel in wheels.items():
        lock["packages"][name] = {
            "name": name,
            "version": wheel.name.split("-")[1],
            "file_name": wheel.name,
            "install_dir": "site",
            "sha256": hashlib.sha256(wheel.read_bytes()).hexdigest(),
            "package_type": "package",
            "imports": [],
            "depends": needs.get(name, []),
            "unvendored_tests": False,
        }
    (folder / "pyodide-lock.json").write_text(json.dumps(lock), "utf-8")


def _wheel(name: str, folder: Path) -> Path:
    """Return a package of this environment as a wheel again, without what is compiled."""
    found = importlib.metadata.distribution(name)
    wheel = folder / f"{name.replace('-', '_')}-{found.version}-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in found.files or []:
            if ".." not in file.parts and file.suffix not in {".so", ".pyc"}:
                archive.write(str(file.locate()), file.as_posix())
    return wheel


def _book(folder: Path) -> Path:
    """Return the book's package with its tables as a wheel."""
    version = importlib.metadata.version("three-pillars")
    wheel = folder / f"three_pillars-{version}-py3-none-any.whl"
    files = {
        path.replace(f"{PACKAGES}/", "").replace("/book/data/", "three_pillars_data/"): content
        for path, content in (book_layer() | stand_ins("rpds")).items()
    }
    head = f"Metadata-Version: 2.1\nName: three-pillars\nVersion: {version}\n"
    files |= {
        "three_pillars_data/__init__.py": b"",
        f"three_pillars-{version}.dist-info/METADATA": head.encode(),
        f"three_pillars-{version}.dist-info/RECORD": b"",
    }
    with zipfile.ZipFile(wheel, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in files.items():
            archive.writestr(path, content)
    return wheel


def _download(what: str, folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:",
         "--python-version=3.12", what, "--dest", str(folder)],
        capture_output=True, text=True, timeout=LONG, check=False,
    )  # fmt: skip
    if done.returncode:
        raise SiteError(f"{what} is not to be had: {done.stderr.strip().splitlines()[-1]}")
