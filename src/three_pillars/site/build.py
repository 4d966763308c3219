"""Make the site: the built book, and Python and JupyterLite beside it.

python -m three_pillars.site.build
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from ..console import bear_any_console
from .errors import SiteError
from .fetch import fetch
from .lite import build_lite, kernel_wheels, lite_environment
from .packs import lay_out_core, pack, pack_library
from .pages import write_pages
from .sources import CORE, EDITOR, WHEELS, module_file
from .stage import BROWSER, book_layer, kernel_layer, licences, site_layer
from .twins import write_twins

ROOT = Path(__file__).resolve().parents[3]
BOOK = ROOT / "_build" / "html"
OUT = ROOT / "_build" / "site"


def build(book: Path = BOOK, out: Path = OUT) -> None:
    """Make the site from a built book.

    Args:
        book: the built book.
        out: the site's folder; what is the same there stays.

    Raises:
        SiteError: the book is not built, or something is not to be had.
    """
    if not (book / "index.html").is_file():
        raise SiteError(f"there is no book in {book}: run make book first.")
    steps = _Steps()
    found = fetch((*CORE, *WHEELS, *EDITOR.values()))
    made = lite_environment(ROOT)
    steps.done("files of Pyodide, NumPy, pandas, the editor and JupyterLite")
    python = out / "lite" / "py"
    lay_out_core(python, found)
    (python / "python_stdlib.zip").unlink()  # the compiled one takes its place
    layers = {
        "site": site_layer(found[source.file] for source in WHEELS),
        "kernel": kernel_layer(kernel_wheels(made)),
        "book": book_layer(),
    }
    packs = {
        name: pack(name, files, found, sources=name == "book") for name, files in layers.items()
    }
    packs["library"] = pack_library(found)
    write_python(python, packs, book)
    (python / "licences.txt").write_text(licences(layers.values()), encoding="utf-8")
    steps.done("Python for the browser", python)
    build_lite(out / "lite", made, book, ROOT)
    steps.done("JupyterLite with exercises and chapters", out / "lite")
    write_pages(book, out, ROOT)
    write_editor(out / "_static" / "run" / "editor", found)
    write_twins(out)
    steps.done("pages, and compressed twins of all files", out)


def write_python(folder: Path, packs: Mapping[str, Path], book: Path) -> None:
    """Put the packs, what starts Python and what draws charts there into a folder.

    Args:
        folder: the folder that holds Pyodide.
        packs: each pack by its layer.
        book: the built book, which has the bundle of Vega.
    """
    # A pack's name changes with its content, so a browser may keep it for ever.
    names = {
        layer: f"{layer}-{path.stem.rpartition('-')[2][:8]}.pack" for layer, path in packs.items()
    }
    for layer, path in packs.items():
        if not (folder / names[layer]).is_file():
            shutil.copyfile(path, folder / names[layer])
    for old in folder.glob("*.pack*"):
        if old.name.removesuffix(".gz") not in names.values():
            old.unlink()
    (folder / "packs.json").write_text(json.dumps(names), encoding="utf-8")
    for name in ("boot.mjs", "worker.mjs"):
        shutil.copyfile(BROWSER / name, folder / name)
    bundle = (book / "_static" / "vega" / "vega.js").read_text("utf-8")
    (folder / "vega.js").write_text(_with_globals(bundle), encoding="utf-8")


def _with_globals(bundle: str) -> str:
    """Return the bundle of Vega with `window.vega` and `window.vegaLite`, which it leaves null.

    vl-convert's bundle gives the page vega-embed alone; both libraries are in it as modules.
    """
    for name, first in (("vega", "Dataflow"), ("vegaLite", "accessPathDepth")):
        module = re.search(rf"(\w+)=function\(\)\{{return\{{{first}:", bundle)
        bundle, count = re.subn(
            rf"(window\.{name}=)\w+;", rf"\g<1>{module[1] if module else ''};", bundle
        )
        if not module or count != 1:
            raise SiteError(f"the bundle of vl-convert holds {name} in another form than known.")
    return bundle


def write_editor(folder: Path, found: Mapping[str, Path]) -> None:
    """Put the modules of the editor into a folder, so that each finds the others beside it.

    Args:
        folder: made if it is not there.
        found: where the modules lie, by their file names.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for source in EDITOR.values():
        text = found[source.file].read_text("utf-8")
        text = re.sub(
            r"""(\bfrom\s*|\bimport\s*)(["'])(@?[\w/-]+)\2""",
            lambda m: f"{m[1]}'./{module_file(m[3])}'" if m[3] in EDITOR else m[0],
            text,
        )
        (folder / source.file).write_text(text, encoding="utf-8")


class _Steps:
    """Says what was done, how long it took, and how large it is."""

    def __init__(self) -> None:
        self.began = time.monotonic()

    def done(self, what: str, folder: Path | None = None) -> None:
        seconds = time.monotonic() - self.began
        self.began = time.monotonic()
        size = ""
        if folder:
            files = [path for path in folder.rglob("*") if path.is_file()]
            size = f", {sum(path.stat().st_size for path in files) / 1e6:.1f} MB"
        print(f"  {what}: {seconds:.1f} s{size}", flush=True)


def main(arguments: list[str] | None = None) -> int:
    """Make the site; return 1 with a sentence if it cannot be made."""
    bear_any_console()
    parser = argparse.ArgumentParser(description="Make the site from the built book.")
    parser.add_argument("--book", type=Path, default=BOOK, help="the built book")
    parser.add_argument("--out", type=Path, default=OUT, help="the folder of the site")
    given = parser.parse_args(arguments)
    try:
        build(given.book.resolve(), given.out.resolve())
    except SiteError as error:
        print(f"The site is not made: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
