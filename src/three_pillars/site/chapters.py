"""A chapter's cells, as the page needs them to run."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

_VALUE = re.compile(r"\{eval\}`(.+?)`", re.S)


def read_chapter(path: Path) -> Any:
    """Return a chapter as a notebook, as jupytext reads it."""
    import jupytext

    return jupytext.read(path)


def chapter_cells(path: Path) -> list[dict[str, Any]]:
    """Return the cells of code of a chapter, in order.

    Args:
        path: the chapter, a MyST notebook.

    Returns:
        For each cell ``source``; ``uid``, what the ids of its outputs begin with in the built
        book; and ``values``, the expressions in the text between it and the next cell of code.
    """
    cells: list[dict[str, Any]] = []
    for number, cell in enumerate(read_chapter(path).cells, 1):
        if cell.cell_type == "code":
            cells.append({"source": cell.source, "uid": f"cell-{number}", "values": []})
        else:
            values = [" ".join(found.split()) for found in _VALUE.findall(cell.source)]
            if values and not cells:
                raise ValueError(f"{path.name}: a value is computed before the first cell.")
            if values:
                cells[-1]["values"] += values
    return cells
