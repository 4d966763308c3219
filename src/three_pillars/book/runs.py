"""A page whose cells are what they were is not run again: what they gave is read back.

Most changes are changes of prose, and a chapter's cells take longer than all the rest of its page.
What they gave is good for this very package, these tables and libraries, and these cells. A run
that failed or wrote to stderr is not kept: it has to be seen again.
"""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from typing import Any

from myst_nb.core import execute
from myst_nb.core.execute.inline import NotebookClientInline
from nbformat import NotebookNode, from_dict
from sphinx.application import Sphinx

from three_pillars.kept import STATE


def keep_runs(app: Sphinx) -> None:
    """Let MyST-NB run pages through `KeptRun`, which keeps them with the rest of what was read."""
    KeptRun.folder = Path(app.doctreedir) / "runs"
    KeptRun.folder.mkdir(parents=True, exist_ok=True)
    execute.NotebookClientInline = KeptRun


class KeptRun(NotebookClientInline):
    """Runs the cells of a page while it is rendered, unless a run of the same cells is kept."""

    folder: Path
    """Where runs are kept, a file a page: only the newest is of use."""

    def start_client(self) -> None:
        """Read the kept run; start a kernel only if there is none."""
        cells = [
            (cell.source, sorted(cell.metadata.get("tags", [])))
            for cell in self.notebook.cells
            if cell.cell_type == "code"
        ]
        made_of = repr([os.environ.get(STATE), str(self.path), cells])
        self._made_of = hashlib.sha256(made_of.encode()).hexdigest()
        name = hashlib.sha256(str(self.path).encode()).hexdigest()
        self._file = self.folder / f"{name}.json"
        self._values: dict[str, list[NotebookNode]] = {}
        self._kept = self._read()
        if not self._kept:
            super().start_client()
            return
        self._last_cell_executed, self._cell_error = -1, None
        self._values = self._kept["values"]
        self.notebook.metadata["language_info"] = self._kept["language"]

    def _read(self) -> NotebookNode | None:
        try:
            kept = json.loads(self._file.read_text("utf-8"))
        except (OSError, ValueError):
            return None
        return from_dict(kept) if kept.get("made of") == self._made_of else None

    def code_cell_outputs(self, cell_index: int) -> tuple[int | None, list[NotebookNode]]:
        """Return what a cell gave, as the base class does."""
        if not self._kept:
            return super().code_cell_outputs(cell_index)
        self._last_cell_executed = max(cell_index, self._last_cell_executed)
        cell = self.notebook.cells[cell_index]
        cell.execution_count = self._number(cell_index)
        cell.outputs = self._kept["cells"][cell.execution_count - 1]
        return cell.execution_count, cell.outputs

    def eval_variable(self, name: str) -> list[NotebookNode]:
        """Return the value of an expression at this place of the page.

        Prose that asks for a value which the kept run does not have needs a kernel again, and all
        cells before it.
        """
        key = f"{self._number(self._last_cell_executed)} {name}"
        if self._kept and key not in self._values:
            self._kept, last = None, self._last_cell_executed
            super().start_client()
            super().code_cell_outputs(last)
        if key not in self._values:
            self._values[key] = super().eval_variable(name)
        return self._values[key]

    def finalise_client(self) -> None:
        """Keep the state of widgets, if a kernel ran."""
        if not self._kept:
            super().finalise_client()

    def close_client(self, exc_type: Any, exc_val: Any, exc_tb: Any) -> None:
        """End the kernel, if there was one, and keep what it gave."""
        if self._kept:
            return
        super().close_client(exc_type, exc_val, exc_tb)
        cells = [cell.outputs for cell in self.notebook.cells if cell.cell_type == "code"]
        gave = [one for outputs in [*cells, *self._values.values()] for one in outputs]
        clean = not any(one.output_type == "error" or one.get("name") == "stderr" for one in gave)
        if exc_type or self._cell_error or not clean or "widgets" in self.notebook.metadata:
            return
        language = self.notebook.metadata["language_info"]
        run = {
            "made of": self._made_of, "cells": cells, "values": self._values, "language": language
        }  # fmt: skip
        draft = self._file.with_suffix(f".{os.getpid()}")
        draft.write_text(json.dumps(run), encoding="utf-8")
        draft.replace(self._file)

    def _number(self, index: int) -> int:
        """Return which of the code cells this is, from 1: prose may become more or fewer cells."""
        return sum(cell.cell_type == "code" for cell in self.notebook.cells[: index + 1])
