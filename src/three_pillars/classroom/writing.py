"""Write what the teacher and the students get: grades.csv, feedback, the report on the class."""

from __future__ import annotations

import csv
import hashlib
from pathlib import Path
from typing import Any

from three_pillars.commentary import PARTS

from .feedback import feedback
from .report import class_report
from .results import Result, note_of


def write(results: list[Result], out: Path) -> None:
    """Write grades.csv, a page of feedback for each submission, and the report on the class."""
    out.mkdir(parents=True, exist_ok=True)
    with (out / "grades.csv").open("w", encoding="utf-8-sig", newline="") as file:
        table = csv.writer(file)
        parts = [part for part in PARTS if any(r.submission.part == part for r in results)]
        tasks = [
            (part, task.name, task.manual)
            for part in parts
            for task in next(r.exercise for r in results if r.submission.part == part).tasks
        ]
        table.writerow(
            ["student", "exercise", "points", "out_of", "status", "handed_in", "late", "note",
             "same_code_as", "file", "older_copies"]
            + [f"{part}: {name}{' (by hand)' * manual}" for part, name, manual in tasks]
        )  # fmt: skip
        for result in results:
            one = result.submission
            own = [
                "" if part != one.part or manual else result.points.get(name, 0)
                for part, name, manual in tasks
            ]
            row = [one.student, one.part, result.score, result.out_of, result.outcome.status,
                   one.when.isoformat(" "), "yes" if one.late else "", note_of(result),
                   "; ".join(result.same_as), one.file, "; ".join(one.older), *own]  # fmt: skip
            table.writerow([_harmless(cell) for cell in row])
    pages = out / "feedback"
    pages.mkdir(exist_ok=True)
    for old in pages.glob("*.html"):
        old.unlink()
    for result in results:
        (pages / page_name(result)).write_text(feedback(result), encoding="utf-8")
    links = {id(result): f"feedback/{page_name(result)}" for result in results}
    (out / "report.html").write_text(class_report(results, links), encoding="utf-8")


def _harmless(cell: Any) -> Any:
    """Keep a spreadsheet from taking a student's text for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in "=+-@\t\r" and cell else cell


def page_name(result: Result) -> str:
    """A file name that any system bears and that no two submissions share."""
    one = result.submission
    name = "".join(c if c.isalnum() or c in " -_.'" else "_" for c in one.student)[:60].strip(" .")
    mark = hashlib.sha256(f"{one.student}/{one.part}/{one.file}".encode()).hexdigest()[:6]
    return f"{name or 'unnamed'} - {one.part or 'unknown'} - {mark}.html"
