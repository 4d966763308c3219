"""A plain JupyterLite with one chapter of the book: what `in_page.py` measures our own beside.

It is set up as JupyterLite's handbook says: ``jupyter lite build`` with Pyodide in
``static/pyodide``, wheels in ``pypi``, and a notebook whose first cell says ``%pip install``.
Pyodide's files are those that its makers publish, and each package is of the very version that our
site has: what is installed here, zipped to a wheel again. What Pyodide's own list of packages holds
stands in such a list here too, so that it comes without being resolved; the rest is resolved by
micropip from an index beside the notebook. All lies on one server, so no distance counts.

Three packages are for no browser to be had here, and stand-ins take their place, each quicker than
the thing itself: our own ``rpds``, MarkupSafe without its compiled half, and a ``vl_convert`` whose
drawings are empty.

One part is older than ours: the installer of JupyterLite 0.8, piplite, asks for a micropip that
does not run on this Pyodide, and with the micropip that does its kernel never becomes ready. So it
is the piplite of JupyterLite 0.6, which was made for this Pyodide.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name, parse_wheel_filename

from three_pillars.classroom import bundle
from three_pillars.site.errors import SiteError
from three_pillars.site.fetch import fetch
from three_pillars.site.lite import KERNEL, lite_environment, write_listings
from three_pillars.site.packs import LOCK
from three_pillars.site.sources import CORE, PYTHON, WHEELS, Source
from three_pillars.site.stage import BROWSER
from three_pillars.site.stage import KERNEL as OF_KERNEL
from three_pillars.site.stage import PLAIN as OF_BOOK
from three_pillars.site.twins import write_twins

SECONDS = 300
"""How long a command of another environment may take; a build takes some ten seconds."""

INSTALL = "%pip install -q three-pillars"

_PIPLITE = "piplite-0.6.1-py3-none-any.whl"
INSTALLERS = (
    Source(
        "micropip-0.9.0-py3-none-any.whl",
        "babcf68c1849e229aa887564bc5f2de50273c3212e73c9aff8e3e6e80f2b6a23",
        pip="micropip==0.9.0",
    ),
    Source(
        _PIPLITE,
        "0b9377aa9bcbca47ef5c285b216ab8624628a5dfec40931ff0f47a79eb18585e",
        pip="jupyterlite-pyodide-kernel==0.6.1",
        member="jupyterlite_pyodide_kernel-0.6.1.data/data/share/jupyter/labextensions/"
        f"@jupyterlite/pyodide-kernel-extension/static/pypi/{_PIPLITE}",
    ),
)
"""What installs in the browser: Pyodide's own micropip, and the last piplite that works with it."""

# In the book's own environment for a kernel on a desk, and in our site nowhere.
MORE = ("jedi", "parso", "jupyterlab-widgets")

# Of the packages here, those that Pyodide's list does not hold.
INDEXED = frozenset({"comm", "ipywidgets", "ipython-pygments-lexers", "jupyterlab-widgets"})

SETTINGS = {
    "jupyter-lite-schema-version": 0,
    "jupyter-config-data": {
        "exposeAppInBrowser": True,
        "contentsAllJsonFile": "all.json",
        "litePluginSettings": {
            "@jupyterlite/pyodide-kernel-extension:kernel": {
                "disablePyPIFallback": True,
                # So the kernel does not take its own piplite.
                "loadPyodideOptions": {"packages": ["micropip", "piplite"]},
            }
        },
    },
}

# A drawing of the right size, at once: without any, a prediction's chart is an error.
EMPTY = '''"""Stands in for vl-convert, which is for no browser to be had."""


def vegalite_to_svg(spec, vl_version=None):
    """Return an empty drawing."""
    return '<svg xmlns="http://www.w3.org/2000/svg" width="680" height="300"></svg>'
'''


def build_peer(out: Path, chapter: str, book: Path, root: Path) -> None:
    """Make the site of the peer, JupyterLite in ``lite`` and all that it asks for below.

    Args:
        out: where to; there may be nothing yet.
        chapter: the one chapter, such as ``chapters/energy/dependence``.
        book: the built book, which has the chapter as a notebook.
        root: the repository.

    Raises:
        SiteError: something is not to be had, or JupyterLite does not build.
    """
    found = fetch((*CORE, *WHEELS, *INSTALLERS))
    made = lite_environment(root)
    with tempfile.TemporaryDirectory() as temporary:
        work = Path(temporary).resolve()
        pyodide, index = work / "static" / "pyodide", work / "pypi"
        for folder in (pyodide, index):
            folder.mkdir(parents=True)
        for path in found.values():
            shutil.copyfile(path, pyodide / path.name)
        write_wheels(pyodide, index, root)
        (pyodide / "pyodide-lock.json").write_text(lock(pyodide.glob("*.whl")), "utf-8")
        (work / "jupyter-lite.json").write_text(json.dumps(SETTINGS), "utf-8")
        _run(made, work, out / "lite")
    _write_notebook(out / "lite", chapter, book)
    write_twins(out)


def write_wheels(pyodide: Path, index: Path, root: Path) -> None:
    """Write all wheels of pure Python: packages, the book's own with its tables, stand-ins.

    Args:
        pyodide: where those go that Pyodide's list holds.
        index: where the others go.
        root: the repository.

    Raises:
        SiteError: a package is not installed.
    """
    for name in (*OF_BOOK, *OF_KERNEL, *MORE):
        repack(name, index if name in INDEXED else pyodide)
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    # In the browser nothing validates the tables, in our site neither.
    needs = [one for one in project["dependencies"] if not one.startswith("frictionless")]
    files = {f"three_pillars/{name}": text for name, text in bundle.whole_package().items()}
    files |= {f"three_pillars/data/{name}": text for name, text in bundle.whole_data().items()}
    write_wheel(index, project["name"], project["version"], files, needs)
    rpds = {"rpds.py": (BROWSER / "stand_ins" / "rpds.py").read_bytes()}
    write_wheel(pyodide, "rpds-py", importlib.metadata.version("rpds-py"), rpds)
    drawn = {"vl_convert.py": EMPTY.encode()}
    version = importlib.metadata.version("vl-convert-python")
    write_wheel(index, "vl-convert-python", version, drawn)


def write_wheel(
    folder: Path, name: str, version: str, files: Mapping[str, bytes], needs: Iterable[str] = ()
) -> None:
    """Write a wheel of pure Python.

    Args:
        folder: where to.
        name: the distribution's name.
        version: its version.
        files: contents by their paths in it.
        needs: what it requires, as in ``pyproject.toml``.
    """
    stem = f"{name.replace('-', '_')}-{version}"
    head = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
    head += "".join(f"Requires-Dist: {one}\n" for one in needs)
    kind = "Wheel-Version: 1.0\nGenerator: peer\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    about = {"METADATA": head.encode(), "WHEEL": kind.encode()}
    files = dict(files) | {f"{stem}.dist-info/{one}": text for one, text in about.items()}
    record = "".join(f"{one},,\n" for one in [*files, f"{stem}.dist-info/RECORD"])
    files[f"{stem}.dist-info/RECORD"] = record.encode()
    with zipfile.ZipFile(folder / f"{stem}-py3-none-any.whl", "w", zipfile.ZIP_DEFLATED) as wheel:
        for path, content in files.items():
            wheel.writestr(path, content)


def repack(name: str, folder: Path, within: Path | None = None) -> None:
    """Zip an installed package to a wheel again, without what is compiled in it.

    Args:
        name: the distribution's name.
        folder: where to.
        within: the folder of packages where it is installed; by default those of this Python.

    Raises:
        SiteError: it is not installed.
    """
    places = [str(within)] if within else sys.path
    found = next(iter(importlib.metadata.distributions(name=name, path=places)), None)
    if not found:
        raise SiteError(f"{name} is not installed here; run make, which installs it.")
    files = found.files or []
    kept = [
        file
        for file in files
        if ".." not in file.parts
        and "__pycache__" not in file.parts
        and file.suffix not in (".so", ".pyd")
        and file.name not in ("INSTALLER", "REQUESTED", "direct_url.json")
    ]
    stem = next(file.parts[0] for file in kept if file.name == "METADATA")
    target = folder / f"{stem.removesuffix('.dist-info')}-py3-none-any.whl"
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as wheel:
        for file in kept:
            wheel.write(file.locate(), file.as_posix())


def lock(wheels: Iterable[Path]) -> str:
    """Return Pyodide's list of packages for some wheels: ``pyodide-lock.json``.

    Args:
        wheels: all wheels that lie beside it.
    """
    listed = {canonicalize_name(path.name.split("-")[0]): path for path in wheels}
    entries = {name: _entry(name, path, listed) for name, path in sorted(listed.items())}
    return json.dumps(json.loads(LOCK) | {"packages": entries})


def _entry(name: str, path: Path, listed: Mapping[str, Path]) -> dict[str, object]:
    with zipfile.ZipFile(path) as wheel:
        inside = [PurePosixPath(one) for one in wheel.namelist()]
        about = next(one for one in inside if re.search(r"\.dist-info/METADATA$", str(one)))
        text = wheel.read(str(about)).decode("utf-8")
    there = {
        "sys_platform": "emscripten",
        "platform_system": "Emscripten",
        "os_name": "posix",
        "python_version": PYTHON,
        "python_full_version": f"{PYTHON}.7",
        "extra": "",
    }
    needs = [Requirement(one) for one in re.findall(r"(?m)^Requires-Dist: (.+)$", text)]
    wanted = {
        canonicalize_name(one.name) for one in needs if not one.marker or one.marker.evaluate(there)
    }
    modules = {one.parts[0].removesuffix(".py") for one in inside if one.suffix == ".py"}
    return {
        "name": name,
        "version": str(parse_wheel_filename(path.name)[1]),
        "file_name": path.name,
        "install_dir": "site",
        "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        "package_type": "package",
        "imports": sorted(modules),
        "depends": sorted(wanted & set(listed)),
        "unvendored_tests": False,
    }


def _run(made: Path, work: Path, out: Path) -> None:
    """Let JupyterLite build itself with all that lies in the folder of work."""
    python = made / ("Scripts" if os.name == "nt" else "bin") / "python"
    command = [str(python), "-m", "jupyterlite_core", "build", "--apps", "notebooks"]
    run([*command, "--output-dir", str(out.resolve())], work, "JupyterLite does not build")


def run(command: list[str], folder: Path, failed: str) -> None:
    """Run a command of another environment.

    Args:
        command: its words.
        folder: the working folder.
        failed: what is said if it fails.

    Raises:
        SiteError: it fails, or takes too long.
    """
    # PYTHONPATH would bring the book's own packages into that environment.
    clean = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    try:
        done = subprocess.run(
            command,
            cwd=folder,
            env=clean,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise SiteError(f"{failed} within {SECONDS} seconds.") from None
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines()[-6:]
        raise SiteError(f"{failed}:\n" + "\n".join(said))


def _write_notebook(lite: Path, chapter: str, book: Path) -> None:
    """Write the chapter's notebook; it begins with what installs the book's package."""
    made = book / f"{chapter}.ipynb"
    if not made.is_file():
        raise SiteError(f"there is no {made}: run make book first.")
    notebook = json.loads(made.read_text("utf-8"))
    notebook["cells"][0] |= {"source": INSTALL}
    notebook["metadata"] |= KERNEL
    target = lite / "files" / f"{chapter}.ipynb"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(notebook), encoding="utf-8")
    shutil.rmtree(lite / "api" / "contents", ignore_errors=True)
    write_listings(lite / "files", lite / "api" / "contents")
