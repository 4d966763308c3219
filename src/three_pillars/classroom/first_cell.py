"""The first cell of a student's notebook: one sentence for whatever is missing.

It runs where nothing of the package may be, so it is text that `editions` puts in.
"""

from __future__ import annotations

_CELL = """\
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
    for name in ("pandas", "altair"):
        if importlib.util.find_spec(name) is None:
            return f"The package {name} is missing: run %pip install {name}, restart the kernel."
    lost = [name for name in ("three_pillars", "data") if not Path(name).is_dir()]
    elsewhere = importlib.util.find_spec("three_pillars") is not None
    if lost and not elsewhere and "google.colab" in sys.modules:
        return ("In Colab, upload PART.zip (folder symbol on the left), run !unzip -o PART.zip "
                "and %cd PART in a cell, then this cell again.")
    if lost == ["data"] or (lost and not elsewhere):
        return (f"Not beside this notebook, in {here}: {' and '.join(lost)}; unpack the whole zip, "
                "and open the notebook in its folder.")
    return ""


if said := first():
    raise Missing(said)
"""


def first_cell(part: str) -> str:
    """Return the code of the first cell of an exercise.

    Args:
        part: The exercise, whose zip the sentence for Colab names.
    """
    return _CELL.replace("PART", part).rstrip()
