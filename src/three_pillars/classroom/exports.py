"""Grades and feedback as platforms take them back: Moodle, Canvas, and plain."""

from __future__ import annotations

import csv
import zipfile
from collections.abc import Callable
from pathlib import Path

from . import text
from .platforms import canvas, moodle
from .results import Result

MOODLE = ["Identifier", "Full name", "Email address", "Status", "Grade", "Maximum Grade",
          "Grade can be changed", "Last modified (submission)", "Last modified (grade)",
          "Feedback comments"]  # fmt: skip
CANVAS = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section"]


def write_exports(results: list[Result], pages: dict[int, str], out: Path) -> list[str]:
    """Write what goes back, a set of files for each exercise.

    Args:
        results: All results.
        pages: The page of feedback of each, by the result's identity.
        out: The folder; what is in it from an earlier run is replaced.

    Returns:
        Sentences: what was written, and whom a platform will not find.
    """
    out.mkdir(parents=True, exist_ok=True)
    said = []
    for part in dict.fromkeys(r.submission.part for r in results if r.exercise):
        these = [r for r in results if r.submission.part == part and r.exercise]
        _plain(these, out / f"{part}-points.csv")
        for platform, name, table in (
            (moodle.NAME, "moodle", _moodle), (canvas.NAME, "canvas", _canvas),
        ):  # fmt: skip
            own = [r for r in these if r.submission.platform == platform]
            if own:
                table(own, out / f"{part}-{name}.csv")
                _zip(own, pages, out / f"{part}-{name}-feedback.zip", _back)
                unknown = [r for r in these if r not in own or not _known(r)]
                if unknown:
                    who = ", ".join(text.line(r.submission.whom) for r in unknown)
                    said.append(f"{platform} will not find (no id of its own): {who}.")
        _zip(these, pages, out / f"{part}-feedback.zip", lambda r: "")
    return said


def _known(result: Result) -> bool:
    """Whether the id is the platform's number of the student, not of an anonymous hand-in."""
    one = result.submission
    return one.id.isdigit()


def _table(path: Path, rows: list[list[object]]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([[text.cell(one) for one in row] for row in rows])


def _plain(results: list[Result], path: Path) -> None:
    rows: list[list[object]] = [["student", "id", "points", "out_of", "unread"]]
    for result in results:
        one = result.submission
        rows.append([one.student, one.id or one.group, f"{result.total:g}", f"{result.most:g}",
                     len(result.unread)])  # fmt: skip
    _table(path, rows)


def _moodle(results: list[Result], path: Path) -> None:
    rows: list[list[object]] = [list(MOODLE)]
    for result in results:
        one = result.submission
        when = f"{one.when:%A, %d %B %Y, %I:%M %p}" if one.when else ""
        rows.append([f"Participant {one.id}", one.student, "", "Submitted for grading",
                     f"{result.total:.2f}", f"{result.most:.2f}", "Yes", when, "",
                     _comments(result)])  # fmt: skip
    _table(path, rows)


def _canvas(results: list[Result], path: Path) -> None:
    part = results[0].submission.part
    rows: list[list[object]] = [
        [*CANVAS, part.capitalize()],
        ["    Points Possible", "", "", "", "", f"{results[0].most:g}"],
    ]
    for result in results:
        if _known(result):
            one = result.submission
            rows.append([one.student, one.id, "", "", one.group, f"{result.total:g}"])
    _table(path, rows)


def _comments(result: Result) -> str:
    said = [f"{name}: {mark.comment}" for name, mark in result.marks.items() if mark.comment]
    return "; ".join(said)


def _back(result: Result) -> str:
    """The name under which a platform knows the hand-in; on Windows no part of it is a folder."""
    return result.submission.back.replace("\\", "_")


def _zip(
    results: list[Result], pages: dict[int, str], path: Path, name: Callable[[Result], str]
) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for result in results:
            page = Path(pages[id(result)])
            archive.write(page, name(result) or page.name)
