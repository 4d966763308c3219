"""JupyterLite around the students' exercises and the chapters, all in one folder."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from three_pillars.classroom import editions

from .errors import SiteError
from .fetch import LONG, cache
from .pages import POLICY

PAGE = Path(__file__).parent / "lite"

# The kernel fetches nothing for a package of this list, and boot.mjs has them all in its packs.
THERE = ("micropip", "piplite", "ipykernel", "comm", "pyodide-kernel", "jedi", "ipython")

SETTINGS = {
    "jupyter-lite-schema-version": 0,
    "jupyter-config-data": {
        "appName": "Three Pillars",
        "exposeAppInBrowser": True,
        "contentsAllJsonFile": "all.json",
        "disabledExtensions": ["@jupyterlab/extensionmanager-extension"],
        "litePluginSettings": {
            "@jupyterlite/pyodide-kernel-extension:kernel": {
                "pyodideUrl": "./py/boot.mjs",
                "disablePyPIFallback": True,
                "pipliteUrls": [],
                "loadPyodideOptions": {"packages": list(THERE)},
            }
        },
    },
}

KERNEL = {
    "kernelspec": {"display_name": "Python", "language": "python", "name": "python"},
    "language_info": {"name": "python"},
}
"""What a notebook says of its kernel so that JupyterLite finds it."""

STRIP = (
    f'<meta http-equiv="Content-Security-Policy" content="{POLICY}" />\n'
    '<link rel="stylesheet" href="../strip.css" />\n'
    '<script type="module" src="../strip.js"></script>\n'
)

EXTENSIONS = ("@jupyter-widgets/jupyterlab-manager", "@jupyterlite/pyodide-kernel-extension")


def lite_environment(root: Path) -> Path:
    """Return the folder of an environment that holds JupyterLite; made if it is not there.

    Args:
        root: the repository, with ``site.lock``.

    Raises:
        SiteError: it cannot be installed.
    """
    lock = root / "site.lock"
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    key = hashlib.sha256(lock.read_bytes() + version.encode()).hexdigest()[:12]
    folder = cache() / f"jupyterlite-{key}"
    if not (folder / "ready").is_file():
        pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
        for command in (
            [sys.executable, "-m", "venv", "--clear", str(folder)],
            [_python(folder), *pip, "--require-hashes", "--requirement", str(lock)],
        ):
            _run(command, root, "JupyterLite cannot be installed")
        (folder / "ready").touch()
    return folder


def kernel_wheels(made: Path) -> list[Path]:
    """Return the wheels of the kernel that JupyterLite's extension brings.

    Args:
        made: the environment.
    """
    folder = made / "share" / "jupyter" / "labextensions" / EXTENSIONS[1] / "static" / "pypi"
    return [next(folder.glob(f"{name}-*.whl")) for name in ("pyodide_kernel", "ipykernel")]


def write_contents(folder: Path, book: Path, root: Path) -> None:
    """Write the notebooks that JupyterLite shows: an exercise a part, and the chapters.

    Args:
        folder: where to; empty.
        book: the built book.
        root: the repository.

    Raises:
        SiteError: an exercise is not made.
    """
    for part in editions.PARTS:
        if not (root / "exercises" / f"{part}.md").is_file():
            continue
        made = editions.OUT / "student" / part / f"{part}.ipynb"
        if not made.is_file():
            raise SiteError(f"the exercise {part} is not made: run make exercises.")
        notebook = json.loads(made.read_text("utf-8"))
        notebook["metadata"] |= KERNEL
        _save(notebook, folder / f"{part}.ipynb")
    for made in sorted(book.glob("chapters/*/*.ipynb")):
        notebook = json.loads(made.read_text("utf-8"))
        notebook["cells"] = notebook["cells"][1:]  # here the package is always there
        notebook["metadata"] |= KERNEL
        target = folder / made.relative_to(book)
        _save(notebook, target)
        for name in notebook["metadata"]["three_pillars"].get("files", []):
            shutil.copyfile(made.parent / name, target.parent / name)


def _save(notebook: dict[str, Any], target: Path) -> None:
    """Write a notebook that says which edition it is of, so that an older copy is known as such."""
    text = json.dumps(notebook["cells"], sort_keys=True)
    own = notebook["metadata"].setdefault("three_pillars", {})
    own["edition"] = hashlib.sha256(text.encode()).hexdigest()[:8]
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(notebook, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def build_lite(out: Path, made: Path, book: Path, root: Path) -> None:
    """Put JupyterLite and its notebooks into a folder.

    Args:
        out: the folder ``lite`` of the site; ``py`` in it stays.
        made: the environment that holds JupyterLite.
        book: the built book.
        root: the repository.

    Raises:
        SiteError: JupyterLite does not build, or a notebook is missing.
    """
    app = _app(made)
    with tempfile.TemporaryDirectory() as temporary:
        contents = Path(temporary) / "files"
        write_contents(contents, book, root)
        # The application is the same for years; it is copied only when it is not there.
        stamp = out / "built.txt"
        if not (stamp.is_file() and stamp.read_text("utf-8") == app.name):
            shutil.copytree(app, out, dirs_exist_ok=True)
            stamp.write_text(app.name, encoding="utf-8")
        for name in ("files", "api/contents"):
            shutil.rmtree(out / name, ignore_errors=True)
        shutil.copytree(contents, out / "files")
        write_listings(contents, out / "api" / "contents")
    for file in PAGE.iterdir():
        shutil.copyfile(file, out / file.name)


def _app(made: Path) -> Path:
    """Return the folder of JupyterLite without notebooks, built once for a user."""
    key = hashlib.sha256(f"{made.name} {SETTINGS} {STRIP}".encode()).hexdigest()[:12]
    kept = cache() / f"lite-{key}"
    if not kept.is_dir():
        share = made / "share" / "jupyter" / "labextensions"
        config = {
            "LiteBuildConfig": {
                "no_sourcemaps": True,
                "ignore_sys_prefix": ["federated_extensions"],
                "federated_extensions": [str(share / name) for name in EXTENSIONS],
            }
        }
        with tempfile.TemporaryDirectory(dir=cache()) as temporary:
            work = Path(temporary).resolve()
            (work / "jupyter_lite_config.json").write_text(json.dumps(config), encoding="utf-8")
            (work / "jupyter-lite.json").write_text(json.dumps(SETTINGS), encoding="utf-8")
            command = [_python(made), "-m", "jupyterlite_core", "build", "--apps", "notebooks"]
            _run([*command, "--output-dir", "lite"], work, "JupyterLite does not build")
            page = work / "lite" / "notebooks" / "index.html"
            text = page.read_text("utf-8").replace("<head>", f"<head>\n{STRIP}", 1)
            page.write_text(text, encoding="utf-8")
            _add_icons(work / "lite" / "static" / "favicons")
            (work / "lite").rename(kept)
    return kept


def _add_icons(folder: Path) -> None:
    """Copy the icons of a tab from the Jupyter server of the book's own environment."""
    import jupyter_server

    folder.mkdir(parents=True, exist_ok=True)
    for icon in (Path(jupyter_server.__file__).parent / "static" / "favicons").glob("*.ico"):
        shutil.copyfile(icon, folder / icon.name)


def write_listings(contents: Path, out: Path) -> None:
    """Write what JupyterLite asks for to see its files: ``all.json`` for each folder.

    JupyterLite writes them itself where the whole of jupyter_server is installed beside it.

    Args:
        contents: the folder of the notebooks.
        out: the folder ``api/contents``.
    """
    for folder in [contents, *sorted(path for path in contents.rglob("*") if path.is_dir())]:
        relative = folder.relative_to(contents)
        listing = _entry(folder, contents) | {
            "content": [_entry(path, contents) for path in sorted(folder.iterdir())],
            "format": "json",
        }
        target = out / relative / "all.json"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(json.dumps(listing), encoding="utf-8")


def _entry(path: Path, contents: Path) -> dict[str, Any]:
    """Describe a file or a folder as Jupyter's contents API does."""
    kind = "directory" if path.is_dir() else "notebook" if path.suffix == ".ipynb" else "file"
    place = path.relative_to(contents).as_posix()
    when = datetime.fromtimestamp(path.stat().st_mtime, UTC).isoformat()
    return {
        "name": path.name if place != "." else "",
        "path": place if place != "." else "",
        "type": kind,
        "format": None,
        "mimetype": None,
        "content": None,
        "size": None if kind == "directory" else path.stat().st_size,
        "writable": True,
        "created": when,
        "last_modified": when,
    }


def _python(folder: Path) -> str:
    return str(folder / ("Scripts" if os.name == "nt" else "bin") / "python")


def _run(command: list[str], folder: Path, failed: str) -> None:
    # PYTHONPATH would bring the book's own packages into JupyterLite's environment.
    clean = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, timeout=LONG, check=False, env=clean
    )
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines()[-6:]
        raise SiteError(f"{failed}:\n" + "\n".join(said))
