"""The first cell of a notebook that travels: one sentence for whatever is missing.

It runs where nothing of the package may be, so it is text that `editions` puts in.
"""

from __future__ import annotations

_HEAD = """\
# Run this cell first. If something is missing, it says what, and what to do.
import importlib.util
import sys
from pathlib import Path


class Missing(Exception):
    def _render_traceback_(self):
        return [str(self)]


def first():
    version, here = sys.version.split()[0], Path.cwd()
    if not (3, 11) <= sys.version_info[:2] <= (3, 13):
        return f"This is Python {version}: choose a kernel with Python 3.11, 3.12 or 3.13."
    for name in (NEEDED):
        found = importlib.util.find_spec(name)
        if found is None:
            return f"The package PIP is missing: run %pip install PIP, restart the kernel."
        if Path(getattr(found, "origin", None) or name).parent == here:
            return (f"Your own file {name}.py, in {here}, hides the package {name}: "
                    "give it another name, then restart the kernel.")
"""

_EXERCISE = """\
    lost = [name for name in ("three_pillars", "data") if not Path(name).is_dir()]
    elsewhere = importlib.util.find_spec("three_pillars") is not None
    if lost and not elsewhere and "google.colab" in sys.modules:
        return ("In Colab, upload PART.zip (folder symbol on the left), run !unzip -o PART.zip "
                "and %cd PART in a cell, then this cell again.")
    if lost == ["data"] or (lost and not elsewhere):
        return (f"Not beside this notebook, in {here}: {' and '.join(lost)}; unpack the whole zip, "
                "and open the notebook in its folder.")
"""

_CHAPTER = """\
    if importlib.util.find_spec("three_pillars") is None:
        for folder in (here, *here.parents, Path("three-pillars")):
            for place in (folder, folder / "src"):
                if (place / "three_pillars" / "data").is_dir():
                    sys.path.insert(0, str(place.resolve()))
                    return ""
        return (f"The book's package is not here, in {here}: get notebooks.zip FROM; "
                "unpack it, and open this chapter in its folder.")
"""

_CLONED = """\
if "google.colab" in sys.modules and not Path("three-pillars").is_dir():
    import subprocess

    clone = ["git", "clone", "-q", "--depth", "1", ADDRESS, "three-pillars"]
    subprocess.run(clone, check=True)
    drawing = [sys.executable, "-m", "pip", "install", "-q", "vl-convert-python"]
    subprocess.run(drawing, check=True)
"""

_TAIL = """\
    return ""


BEFOREif said := first():
    raise Missing(said)
"""


def first_cell(part: str) -> str:
    """Return the code of the first cell of an exercise.

    Args:
        part: The exercise, whose zip the sentence for Colab names.
    """
    needed = '"pandas", "altair"'
    cell = (_HEAD + _EXERCISE + _TAIL).replace("NEEDED", needed).replace("BEFORE", "")
    return cell.replace("PIP", "{name}").replace("PART", part).rstrip()


def chapter_first_cell(repository: str = "", address: str = "") -> str:
    """Return the code of the first cell of a chapter that runs outside the book's folder.

    Args:
        repository: the address of the public repository, from which Colab takes the package;
            empty if there is none.
        address: where ``notebooks.zip`` is to be had; empty if the book has no address.
    """
    needed = '"pandas", "altair", "ipywidgets", "jinja2", "vl_convert"'
    pip = "{'vl-convert-python' if name == 'vl_convert' else name}"
    cloned = _CLONED.replace("ADDRESS", repr(repository)) + "\n" if repository else ""
    where = f"from {address}" if address else "from the book's page *About*"
    cell = (_HEAD + _CHAPTER + _TAIL).replace("NEEDED", needed).replace("BEFORE", cloned)
    return cell.replace("PIP", pip).replace("FROM", where).rstrip()
