"""Points and comments by hand: files that a person writes and no program changes.

``marks.csv`` is made once, with a row for each open answer. It is read at every run and never
written again. Who comes later gets rows in a file of its own, ``marks-2.csv`` and so on.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from . import text
from .results import Mark, Result

COLUMNS = ["student", "id", "exercise", "task", "points", "out_of", "comment"]

Key = tuple[str, str, str, str]


def key_of(result: Result, task: str) -> Key:
    """How a row finds its answer: student, id (or group, if there is none), exercise, task."""
    one = result.submission
    return (text.cell(one.student), one.id or one.group, one.part, task)


def take(results: list[Result], folder: Path) -> list[str]:
    """Read what was written by hand, and make rows for whom there are none.

    Args:
        results: All results; their `marks` are filled in.
        folder: Where the files are.

    Returns:
        What is wrong in the files, a sentence each.
    """
    marks, wrong = read_marks(sorted(folder.glob("marks*.csv")))
    marks = _with_zeros(marks, results)
    known = set()
    for result in results:
        for task in result.exercise.tasks if result.exercise else []:
            key = key_of(result, task.name)
            if key in marks:
                known.add(key)
                mark = result.marks[task.name] = marks[key]
                if mark.points is not None and mark.points > task.points:
                    wrong.append(
                        f"{result.submission.whom} has {mark.points:g} points by hand for "
                        f"{task.name}, which gives {task.points:g}."
                    )
    lost = [key for key, mark in marks.items() if key not in known and mark.points is not None]
    wrong += [
        f"Points by hand for {' · '.join(filter(None, key))} belong to no hand-in of this run."
        for key in lost
    ]
    write_marks(results, folder, set(marks))
    return wrong


def _with_zeros(marks: dict[Key, Mark], results: list[Result]) -> dict[Key, Mark]:
    """Give ids their leading zeros back, which a spreadsheet takes for a number's and drops."""
    asked = {key_of(r, task.name) for r in results if r.exercise for task in r.exercise.tasks}
    short: dict[Key, list[Key]] = {}
    for key in asked:
        short.setdefault((key[0], key[1].lstrip("0"), *key[2:]), []).append(key)
    found = {}
    for key, mark in marks.items():
        whole = short.get((key[0], key[1].lstrip("0"), *key[2:]), [])
        found[whole[0] if key not in asked and len(whole) == 1 else key] = mark
    return found


def read_marks(paths: Iterable[Path]) -> tuple[dict[Key, Mark], list[str]]:
    """Read the files, however a spreadsheet saved them."""
    marks: dict[Key, Mark] = {}
    wrong = []
    for path in paths:
        content = path.read_bytes()
        for coding in ("utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig",
                       "cp1252"):  # fmt: skip
            try:
                lines = content.decode(coding)
                break
            except UnicodeError:
                lines = content.decode("utf-8", "replace")
        head = lines.partition("\n")[0]
        mark = max(",;\t", key=head.count)
        for row in csv.DictReader(io.StringIO(lines, newline=""), delimiter=mark):
            key = tuple((row.get(name) or "").strip() for name in COLUMNS[:4])
            points, said = _points(row.get("points"))
            if said:
                wrong.append(f"{path.name}: {' · '.join(filter(None, key))}: {said}")
            marks[key] = Mark(points, (row.get("comment") or "").strip())
    return marks, wrong


def _points(written: str | None) -> tuple[float | None, str]:
    written = (written or "").strip().replace(",", ".")
    if not written:
        return None, ""
    try:
        points = float(written)
    except ValueError:
        return None, f"'{written}' is no number of points."
    return (points, "") if 0 <= points < 1000 else (None, f"{written} is no number of points.")


def write_marks(results: list[Result], folder: Path, there: set[Key]) -> Path | None:
    """Write rows for open answers that have none, into a new file."""
    rows = []
    for result in results:
        for task in result.exercise.tasks if result.exercise else []:
            key = key_of(result, task.name)
            if task.manual and key not in there and result.outcome.status != "not graded":
                rows.append([*key, "", f"{task.points:g}", ""])
    if not rows:
        return None
    folder.mkdir(parents=True, exist_ok=True)
    names = ["marks.csv", *(f"marks-{number}.csv" for number in range(2, 10_000))]
    for name in names:
        try:  # "x": a file that is there already is never opened for writing
            with (folder / name).open("x", encoding="utf-8-sig", newline="") as file:
                table = csv.writer(file)
                table.writerow(COLUMNS)
                table.writerows(rows)
        except FileExistsError:
            continue
        return folder / name
    return None
