"""Write what the teacher and the students get: grades.csv, feedback, the report on the class."""

from __future__ import annotations

import csv
import hashlib
from pathlib import Path

from three_pillars.commentary import PARTS

from . import exports, text
from .feedback import feedback
from .pages import Draw, joined, page
from .report import Heading, class_report
from .results import Mark, Result

COLUMNS = ["student", "id", "group", "exercise", "total", "out_of", "from_checks", "by_hand",
           "unread", "status", "handed_in", "late", "note", "alike", "file",
           "older_copies"]  # fmt: skip


def write_all(results: list[Result], out: Path, heading: Heading, draw: Draw) -> list[str]:
    """Write grades.csv, a page of feedback for each submission, the report, what goes back.

    Args:
        results: All results.
        out: Where to.
        heading: What stands above the report.
        draw: Draws its charts.

    Returns:
        Sentences for the console.
    """
    out.mkdir(parents=True, exist_ok=True)
    _grades(results, out / "grades.csv")
    folder = out / "feedback"
    folder.mkdir(exist_ok=True)
    for old in folder.glob("*.html"):
        old.unlink()
    pages = {}
    for result in results:
        path = folder / page_name(result)
        path.write_text(feedback(result), encoding="utf-8")
        pages[id(result)] = str(path)
    links = {id(result): f"feedback/{page_name(result)}" for result in results}
    report = joined(class_report(results, links, heading), draw)
    (out / "report.html").write_text(page("Class report", report), encoding="utf-8")
    return exports.write_exports(results, pages, out / "back")


def _grades(results: list[Result], path: Path) -> None:
    parts = [part for part in PARTS if any(r.submission.part == part for r in results)]
    tasks = [
        (part, task)
        for part in parts
        for task in next(r.exercise for r in results if r.submission.part == part).tasks
    ]
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        table = csv.writer(file)
        table.writerow([*COLUMNS, *(f"{part}: {task.name}" for part, task in tasks)])
        for result in results:
            one = result.submission
            row = [
                one.student, one.id, one.group, one.part, result.total, result.most, result.score,
                result.by_hand, len(result.unread), result.outcome.status,
                one.when.isoformat(" ") if one.when else "", "yes" if one.late else "",
                result.note, "; ".join(result.same_as), one.file, "; ".join(one.older),
            ]  # fmt: skip
            for part, task in tasks:
                points = result.marks.get(task.name, Mark()).points
                if not task.manual:
                    points = result.points.get(task.name, 0) + (points or 0)
                row.append("" if part != one.part or points is None else points)
            table.writerow([text.cell(cell) for cell in row])


def page_name(result: Result) -> str:
    """A file name that any system bears and that no two submissions share."""
    one = result.submission
    name = "".join(c if c.isalnum() or c in " -_.'" else "_" for c in one.student)[:60].strip(" .")
    mark = hashlib.sha256(f"{one.key}/{one.part}/{one.file}".encode("utf-8", "replace"))
    return f"{name or 'unnamed'} - {one.part or 'unknown'} - {mark.hexdigest()[:6]}.html"
