"""Take code and open answers out of a notebook, however it was saved."""

from __future__ import annotations

import codecs
import json
import re
from dataclasses import dataclass
from typing import Any

from .masters import Exercise
from .room.cells import bounded

LARGEST_CODE = 3_000_000
"""Characters of code and text that a notebook may have; its outputs do not count."""

READING_MB = 1500
"""What one notebook may take while it is read: a list of empty lists grows twentyfold."""

ANSWER_TAG = "otter_answer_cell"
_STUB = re.compile(r"_Type your answer here[^_\n]*_?")
_MARK = re.compile(r"<!-- (BEGIN|END) QUESTION -->")
_NEXT = re.compile(r"^(### Task \d|## (Warm-up|Core|Stretch|In your own words|Hand in)\s*$)", re.M)
"""Headings of the exercise itself; a student's own headings are part of an answer."""


_OTHERS = {
    b"<!doctype html": "a web page, perhaps of a login,",
    b"<html": "a web page, perhaps of a login,",
    b"%pdf-": "a PDF",
    b"pk\x03\x04": "a zip",
}


class NotebookError(ValueError):
    """A file cannot be graded; the message says why."""


@dataclass
class Cell:
    """A cell without its outputs."""

    kind: str
    text: str
    answer: bool = False  # has otter's tag


@dataclass
class Notebook:
    """What grading needs of a notebook."""

    cells: list[Cell]
    exercise: str = ""  # as its metadata say

    @property
    def code(self) -> list[str]:
        """The cells of code that are not empty."""
        return [cell.text for cell in self.cells if cell.kind == "code" and cell.text.strip()]


def read_notebook(content: bytes) -> Notebook:
    """Read a notebook of format 3 or 4, in UTF-8 or UTF-16.

    Raises:
        NotebookError: It is no notebook, or damaged.
    """
    if not content.strip(b"\0 \t\r\n"):
        raise NotebookError("the file is empty")
    for begin, kind in _OTHERS.items():
        if content.lstrip()[:40].lower().startswith(begin):
            raise NotebookError(f"it is {kind} under the name of a notebook: ask for the notebook")
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        coding = "utf-16"
    else:
        coding = "utf-8-sig"
    try:
        with bounded(READING_MB):
            notebook = json.loads(content.decode(coding))
    except (ValueError, RecursionError, MemoryError):
        raise NotebookError("the notebook is damaged or cut short") from None
    if not isinstance(notebook, dict):
        raise NotebookError("this is not a notebook")
    cells = notebook.get("cells")
    sheets = notebook.get("worksheets")
    if cells is None and isinstance(sheets, list):  # nbformat 3
        cells = [
            cell
            for sheet in sheets
            if isinstance(sheet, dict) and isinstance(sheet.get("cells"), list)
            for cell in sheet["cells"]
        ]
    if not isinstance(cells, list) or not all(isinstance(cell, dict) for cell in cells):
        raise NotebookError("this is not a notebook")
    found = [
        Cell(
            str(cell.get("cell_type")),
            _text(cell.get("source", cell.get("input"))),
            ANSWER_TAG in _tags(cell),
        )
        for cell in cells
    ]
    if sum(len(cell.text) for cell in found) > LARGEST_CODE:
        raise NotebookError("the notebook has more code and text than an exercise needs")
    metadata = notebook.get("metadata")
    own = metadata.get("three_pillars") if isinstance(metadata, dict) else None
    part = own.get("exercise") if isinstance(own, dict) else None
    return Notebook(found, part if isinstance(part, str) else "")


def exercise_of(notebook: Notebook, exercises: dict[str, Exercise]) -> str:
    """Tell the exercise from the tasks that a notebook checks, or from its metadata."""
    named = set(re.findall(r"""\.check\(\s*["'](\w+)["']""", "\n".join(notebook.code)))
    hits = {
        name: len(named & {task.name for task in exercise.tasks})
        for name, exercise in exercises.items()
    }
    best = max(hits, key=hits.get, default="")
    own = notebook.exercise
    if own in exercises and (hits[own] or not hits[best]):
        return own
    return best if best and hits[best] else ""


def open_answers(notebook: Notebook, exercise: Exercise) -> dict[str, str]:
    """Find what was written to the tasks that a person reads.

    It is what stands between the heading of the task and the next heading of the exercise, whatever
    kind of cell it is in, without the text that the exercise itself brought along; and what stands
    in cells of text with otter's tag (cells of code have the tag too, for tasks that a check
    grades). So neither a lost tag nor a cell added below the one that was meant loses a word.
    """
    manual = [task for task in exercise.tasks if task.manual]
    tagged = [cell.text for cell in notebook.cells if cell.answer and cell.kind != "code"]
    found = {}
    for place, task in enumerate(manual):
        given = _flat(task.question)
        heading = re.compile(rf"^#+ *Task {task.number}\b", re.M)
        texts, inside = [], False
        for cell in notebook.cells:
            text = _MARK.sub("", cell.text).strip()
            if cell.answer and cell.kind != "code" and (inside or len(manual) == 1):
                texts.append(_own(text))
            elif heading.search(text):
                inside = True
                texts.append(_beyond(text, given))
            elif inside and cell.kind != "code" and _NEXT.search(text):
                inside = False
            elif inside and "grader." not in text:
                texts.append(_own(_beyond(text, given)))
        if not any(texts) and len(tagged) == len(manual):
            texts = [_own(tagged[place])]
        found[task.name] = "\n\n".join(t for t in texts if t)[:20_000]
    return found


def _own(text: str) -> str:
    """What a student wrote, over, above or below the words that ask for it."""
    return _STUB.sub("", text).strip()[:20_000]


def _beyond(text: str, given: str) -> str:
    """The paragraphs of a cell that the exercise did not bring along."""
    own = [p for p in re.split(r"\n\s*\n", text) if _flat(p) not in given]
    return "\n\n".join(own).strip()


def _flat(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _text(source: Any) -> str:
    if isinstance(source, list):
        source = "".join(piece for piece in source if isinstance(piece, str))
    return source.replace("\r\n", "\n") if isinstance(source, str) else ""


def _tags(cell: dict[str, Any]) -> list[Any]:
    metadata = cell.get("metadata")
    tags = metadata.get("tags") if isinstance(metadata, dict) else None
    return tags if isinstance(tags, list) else []
