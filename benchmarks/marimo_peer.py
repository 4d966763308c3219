"""The charts of one chapter as marimo exports them for a browser: another peer of `in_page.py`.

It is marimo 0.14.17, with Pyodide 0.27.7: later ones need msgspec, which is compiled and for this
Pyodide on no package index. What it exports asks two hosts for Python and its packages; here both
addresses are those of the page's own server, with the wheels of the plain JupyterLite beside it.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
import tempfile
from pathlib import Path

from peer import INSTALLERS, lock, repack, run, write_wheels

from three_pillars.site.errors import SiteError
from three_pillars.site.fetch import cache, fetch
from three_pillars.site.sources import PYODIDE, WHEELS, Source
from three_pillars.site.twins import write_twins

MARIMO = "0.14.17"
ITS_PYODIDE = "0.27.7"
NEEDS = (f"marimo=={MARIMO}", "nbformat==5.11.1", "pyodide-http==0.2.2")

# What marimo rests on in the browser and the book does not.
MORE = (
    "docutils",
    "itsdangerous",
    "markdown",
    "pymdown-extensions",
    "pyodide-http",
    "pyyaml",
    "tomlkit",
)


def _core(name: str, sha256: str) -> Source:
    # Under another name in the cache, where the book's own Pyodide lies.
    file = f"pyodide-{ITS_PYODIDE}-{name}"
    return Source(file, sha256, npm=f"pyodide@{ITS_PYODIDE}", member=f"package/{name}")


CORE = {
    "pyodide.asm.js": _core(
        "pyodide.asm.js", "6b4c90de5b7172873f04f21884d0e9d2274e305fe32116558fe3e4fbe3618d51"
    ),
    "pyodide.asm.wasm": _core(
        "pyodide.asm.wasm", "a50dd1843f805a0b7c45b61037ee0d7b26dfe85efe0e18ef95a34ad24e401f5f"
    ),
    "python_stdlib.zip": _core(
        "python_stdlib.zip", "16611534726e5d8ac2bd8f926410b2dcb8d6f49aa24913463533b457a2115c16"
    ),
}
BASE = Source(
    f"marimo_base-{MARIMO}-py3-none-any.whl",
    "05f609989d5dd4e5e86e290e913affe43c2791ab2a13801f04589990f38d7b35",
    pip=f"marimo-base=={MARIMO}",
)

# The two addresses in what marimo exports; a worker made of a blob has no address of its own.
ADDRESSES = {
    r"`https://wasm\.marimo\.app/pyodide-lock\.json[^`]*`": "py/pyodide-lock.json",
    r"`https://cdn\.jsdelivr\.net/pyodide/\$\{[^`]*`": "py/",
}


def build_marimo(out: Path, chapter: str, book: Path, root: Path) -> int:
    """Export the charts of a chapter as a page, to be served from the root of a server.

    Args:
        out: where to; there is nothing yet.
        chapter: such as ``chapters/energy/dependence``.
        book: the built book, which has the chapter as a notebook.
        root: the repository.

    Returns:
        How many charts the page has.

    Raises:
        SiteError: something is not to be had, or marimo does not export.
    """
    found = fetch((*CORE.values(), *WHEELS, INSTALLERS[0], BASE))
    made = _environment()
    python = str(made / ("Scripts" if os.name == "nt" else "bin") / "python")
    with tempfile.TemporaryDirectory() as temporary:
        work = Path(temporary).resolve()
        count = _write_charts(work / "charts.ipynb", book / f"{chapter}.ipynb")
        marimo = [python, "-m", "marimo"]
        run([*marimo, "convert", "charts.ipynb", "-o", "charts.py"], work, "marimo does not read")
        export = [*marimo, "export", "html-wasm", "charts.py", "--mode", "run", "-f", "-o"]
        run([*export, str(out.resolve())], work, "marimo does not export")
    folder = out / "py"
    folder.mkdir()
    for name, source in CORE.items():
        shutil.copyfile(found[source.file], folder / name)
    for source in (*WHEELS, INSTALLERS[0], BASE):
        shutil.copyfile(found[source.file], folder / source.file)
    write_wheels(folder, folder, root)
    packages = next(made.glob("[Ll]ib*/**/site-packages"))
    for name in MORE:
        repack(name, folder, packages)
    text = lock(folder.glob("*.whl")).replace(f'"{PYODIDE}"', f'"{ITS_PYODIDE}"')
    (folder / "pyodide-lock.json").write_text(text, encoding="utf-8")
    _point_home(out)
    write_twins(out)
    return count


def _environment() -> Path:
    """Return the folder of an environment that holds marimo; made if it is not there."""
    folder = cache() / f"marimo-{MARIMO}-{sys.version_info.major}.{sys.version_info.minor}"
    if not (folder / "ready").is_file():
        failed = "marimo cannot be installed"
        run([sys.executable, "-m", "venv", "--clear", str(folder)], cache(), failed)
        python = str(folder / ("Scripts" if os.name == "nt" else "bin") / "python")
        pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        run([*pip, "--no-input", "--only-binary=:all:", *NEEDS], cache(), failed)
        (folder / "ready").touch()
    return folder


def _write_charts(target: Path, made: Path) -> int:
    """Write a notebook of a chapter's first cell and its charts; return how many there are."""
    if not made.is_file():
        raise SiteError(f"there is no {made}: run make book first.")
    notebook = json.loads(made.read_text("utf-8"))
    code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"][1:]
    charts = [cell for cell in code if re.search(r"(?m)^figure\(", cell["source"])]

    # For `from three_pillars.day import …` marimo would ask an index for a package of that name.
    def otherwise(line: re.Match[str]) -> str:
        names = [name.strip() for name in line[2].split(",")]
        module = f'importlib.import_module("three_pillars.{line[1]}")'
        return "\n".join(f"{name} = {module}.{name}" for name in names)

    first = re.sub(r"(?m)^from three_pillars\.(\w+) import (.+)$", otherwise, code[0]["source"])
    code[0]["source"] = f"import importlib\n{first}"
    notebook["cells"] = [code[0], *charts]
    target.write_text(json.dumps(notebook), encoding="utf-8")
    return len(charts)


def _point_home(out: Path) -> None:
    """Put the page's own server in the place of the two hosts that the export would ask."""
    for path in (out / "assets").glob("*worker-*.js"):
        text = path.read_text("utf-8")
        for pattern, own in ADDRESSES.items():
            text, count = re.subn(pattern, f"`${{self.location.origin}}/{own}`", text)
            if count != 1:
                raise SiteError(
                    f"{path.name} of marimo names its hosts in another form than known."
                )
        path.write_text(text, encoding="utf-8")
