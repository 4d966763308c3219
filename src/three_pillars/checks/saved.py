"""The notebook as it is saved, where it can be read: in Colab and in the page it cannot."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .history import Run, names_given


@dataclass
class Saved:
    """A notebook on disk."""

    path: Path
    when: float  # the second it was saved, as `time.time` counts
    code: list[tuple[str | None, str]]  # id and source of each cell of code
    text: list[str]  # the source of each cell of text


def find_saved(part: str, named: str, names: Mapping[str, Any]) -> Saved | None:
    """Find the notebook that is open, and read it.

    Args:
        part: The exercise, such as ``"energy"``.
        named: The file name that the exercise came with.
        names: The names of the notebook; VS Code puts the file's own among them.

    Returns:
        What is saved; None if the file cannot be found, or not be told from another.
    """
    # Jupyter says what was opened, VS Code too; else the one notebook of this exercise here.
    told = [names.get("__vsc_ipynb_file__"), os.environ.get("JPY_SESSION_NAME"), named]
    for one in told:
        if one and (found := _read(Path(str(one)), part)):
            return found
    here = notebooks_of(part)
    return here[0] if len(here) == 1 else None


def notebooks_of(part: str) -> list[Saved]:
    """Read the notebooks of an exercise that lie in the working folder."""
    return [found for path in sorted(Path().glob("*.ipynb")) if (found := _read(path, part))]


def _read(path: Path, part: str) -> Saved | None:
    try:
        when = path.stat().st_mtime
        notebook = json.loads(path.read_text(encoding="utf-8"))
        own = notebook["metadata"].get("three_pillars", {}).get("exercise", part)
        if own != part:
            return None
        code, text = [], []
        for cell in notebook["cells"]:
            source = "".join(cell["source"])
            if cell["cell_type"] == "code":
                code.append((cell.get("id"), source))
            else:
                text.append(source)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    return Saved(path, when, code, text)


def cell_of(saved: Saved, name: str, run: Run | None = None) -> str | None:
    """Return the saved cell that gives a name; None if there is none, or more than one.

    Args:
        saved: The notebook on disk.
        name: The name.
        run: The run that gave it last: its cell's id decides among several.
    """
    if run and run.cell:
        for cell, source in saved.code:
            if cell == run.cell:
                return source
    giving = [source for _, source in saved.code if name in names_given(source)]
    return giving[0] if len(giving) == 1 else None


def changed_since(saved: Saved, name: str, run: Run) -> bool:
    """Tell whether the cell that gave a name was changed and saved after it ran."""
    source = cell_of(saved, name, run)
    return source is not None and saved.when > run.when and source.strip() != run.source.strip()
