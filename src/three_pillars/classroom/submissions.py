"""Find what students handed in, whatever the learning platform made of its name.

Notebooks and zips are read as they lie: in folders, in a platform's own zip, a zip in a zip. Of
several copies by one student the latest counts. A file that cannot be read becomes a submission
with a problem, under its student's name.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import json
import re
import unicodedata
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from .editions import Exercise

LARGEST = 20_000_000
"""Bytes that a notebook may have; a zip may unpack to five times as many."""

ANSWER_TAG = "otter_answer_cell"

# How Moodle, Canvas and Blackboard name what they export.
_MOODLE = re.compile(r"^(?P<name>.+?)_\d+_assignsubmission_\w*?(?:_(?P<file>.*))?$")
_CANVAS = re.compile(r"^(?P<name>[^_]+)_(?:(?P<late>late)_)?\d+_\d+_(?P<file>.+)$", re.I)
_BLACKBOARD = re.compile(
    r"^.*?_(?P<name>[^_]+)_(?:attempt|Versuch)_(?P<when>\d{4}(?:-\d\d){5})(?:_(?P<file>.+))?$"
)
_COPY = re.compile(
    r"(?:[ _-]*\((\d+)\)|[ _-]+(?:copy|kopie|копия|コピー|副本)[ _]*(\d*)|-(\d{1,2}))$", re.I
)
_LATE = re.compile(r"(?:^|[\s_\-(\[])(?:late|verspätet|поздно|遅刻)(?:$|[\s_\-)\]])", re.I)


@dataclass
class Submission:
    """One student's hand-in for one exercise."""

    student: str
    part: str
    file: str
    when: dt.datetime
    late: bool = False
    copy: int = 0
    problem: str = ""
    cells: list[str] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)  # open answers
    digest: str = ""
    older: list[str] = field(default_factory=list)


def find(
    folder: Path, exercises: dict[str, Exercise], deadline: dt.datetime | None = None
) -> list[Submission]:
    """Find all submissions in a folder or a platform's zip.

    Args:
        folder: The folder, or one zip or notebook.
        exercises: The exercises by part.
        deadline: What is handed in later is marked as late.

    Returns:
        One submission a student and exercise, in the order of names.
    """
    found = [_submission(*entry, exercises, deadline) for entry in _entries(folder)]
    latest: dict[tuple[str, str], Submission] = {}
    for one in sorted(found, key=lambda s: (not s.problem, s.when, s.copy, s.file)):
        key = (one.student.casefold(), one.part)
        before = latest.get(key)
        if before:
            one.older = [*before.older, before.file]
        latest[key] = one
    # A file that names no exercise is a copy like others if the student has one that can be read.
    for (student, part), one in list(latest.items()):
        others = [s for (name, p), s in latest.items() if name == student and p]
        if not part and one.problem and others:
            others[0].older += [one.file, *one.older]
            del latest[student, part]
    return sorted(latest.values(), key=lambda s: (s.student.casefold(), s.part))


def _entries(folder: Path) -> Iterator[tuple[str, bytes | None, dt.datetime, str]]:
    """Yield place, content, time and problem of every notebook."""
    paths = [folder] if folder.is_file() else sorted(p for p in folder.rglob("*") if p.is_file())
    for path in paths:
        place = path.name if path == folder else path.relative_to(folder).as_posix()
        when = dt.datetime.fromtimestamp(path.stat().st_mtime)
        if _skipped(place):
            continue
        if path.suffix.lower() in (".ipynb", ".zip"):
            if path.stat().st_size > LARGEST * 5:
                yield place, None, when, "the file is too large"
            else:
                inner = "" if path == folder and path.suffix.lower() == ".zip" else place
                yield from _opened(place, inner, path.read_bytes(), when, 0)


def _opened(
    place: str, shown: str, content: bytes, when: dt.datetime, depth: int
) -> Iterator[tuple[str, bytes | None, dt.datetime, str]]:
    """Yield a notebook, or the notebooks in a zip."""
    if not place.lower().endswith(".zip"):
        yield shown or place, content, when, ""
        return
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = [
                entry
                for entry in archive.infolist()
                if not entry.is_dir()
                and not _skipped(entry.filename)
                and entry.filename.lower().endswith((".ipynb", ".zip"))
            ]
            if sum(entry.file_size for entry in entries) > LARGEST * 5 or len(entries) > 5000:
                yield shown or place, None, when, "the zip unpacks to more than it should"
                return
            if not entries:
                yield shown or place, None, when, "there is no notebook in the zip"
            for entry in entries:
                name = f"{shown}/{entry.filename}".strip("/")
                try:
                    inside = archive.read(entry)
                except (RuntimeError, NotImplementedError, zipfile.BadZipFile, OSError):
                    yield name, None, when, "it cannot be unpacked: damaged or with a password"
                    continue
                stamp = _stamp(entry.date_time) or when
                if entry.filename.lower().endswith(".zip") and depth >= 2:
                    yield name, None, when, "the zips are nested too deeply"
                else:
                    yield from _opened(entry.filename, name, inside, stamp, depth + 1)
    except (zipfile.BadZipFile, OSError, EOFError, ValueError):
        problem = "the file is empty" if not content else "the zip is damaged or cut short"
        yield shown or place, None, when, problem


def _stamp(date: Sequence[int]) -> dt.datetime | None:
    """The time in a zip; those that a program set without a clock say nothing."""
    try:
        when = dt.datetime(*date)
    except ValueError:
        return None
    return when if when.year > 2016 else None


def _skipped(place: str) -> bool:
    parts = PurePosixPath(place.replace("\\", "/")).parts
    return any(part.startswith((".", "__MACOSX", "~$")) for part in parts) or (
        "three_pillars" in parts[:-1]
    )


def _submission(
    place: str,
    content: bytes | None,
    when: dt.datetime,
    problem: str,
    exercises: dict[str, Exercise],
    deadline: dt.datetime | None,
) -> Submission:
    student, stamp, late, copy = who(place, list(exercises))
    when = stamp or when
    late = late or bool(deadline and when > deadline)
    one = Submission(student, "", place, when.replace(microsecond=0), late, copy, problem)
    one.part = next((part for part in exercises if part in PurePosixPath(place).stem.lower()), "")
    if content is None:
        return one
    one.digest = hashlib.sha256(content).hexdigest()
    if len(content) > LARGEST:
        one.problem = "the notebook is too large"
        return one
    try:
        _take(one, content, exercises)
    except ValueError as error:
        one.problem = str(error)
    return one


def _take(one: Submission, content: bytes, exercises: dict[str, Exercise]) -> None:
    """Take code and open answers from a notebook; ValueError says why that is not possible."""
    if not content.strip():
        raise ValueError("the file is empty")
    try:
        notebook = json.loads(content.decode("utf-8-sig"))
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError):
        raise ValueError("the notebook is damaged or cut short") from None
    cells = notebook.get("cells") if isinstance(notebook, dict) else None
    if not isinstance(cells, list) or not all(isinstance(cell, dict) for cell in cells):
        raise ValueError("this is not a notebook")
    sources = [(cell.get("cell_type"), _text(cell.get("source")), cell) for cell in cells]
    one.cells = [text for kind, text, _ in sources if kind == "code" and text.strip()]
    part = _part(notebook, one.cells, exercises)
    one.part = part or one.part
    if one.part not in exercises:
        raise ValueError("it belongs to none of the exercises")
    if not part and not one.cells:
        raise ValueError("the notebook has no code in it")
    manual = [task.name for task in exercises[one.part].tasks if task.manual]
    answers = [
        text for kind, text, cell in sources if kind == "markdown" and ANSWER_TAG in _tags(cell)
    ]
    one.texts = {
        name: "" if text.startswith("_Type your answer here") else text.strip()[:20_000]
        for name, text in zip(manual, answers, strict=False)
    }


def _text(source: Any) -> str:
    if isinstance(source, list):
        return "".join(piece for piece in source if isinstance(piece, str))
    return source if isinstance(source, str) else ""


def _tags(cell: dict[str, Any]) -> list[Any]:
    metadata = cell.get("metadata")
    tags = metadata.get("tags") if isinstance(metadata, dict) else None
    return tags if isinstance(tags, list) else []


def _part(notebook: dict[str, Any], code: list[str], exercises: dict[str, Exercise]) -> str:
    """Tell the exercise from the notebook's metadata, or from the tasks that it checks."""
    metadata = notebook.get("metadata")
    own = metadata.get("three_pillars") if isinstance(metadata, dict) else None
    part = own.get("exercise") if isinstance(own, dict) else None
    if isinstance(part, str) and part in exercises:
        return part
    named = set(re.findall(r"""grader\.check\(["'](\w+)["']""", "\n".join(code)))
    hits = {
        name: len(named & {task.name for task in exercise.tasks})
        for name, exercise in exercises.items()
    }
    best = max(hits, key=hits.get, default="")
    return best if best and hits[best] else ""


def who(place: str, parts: list[str]) -> tuple[str, dt.datetime | None, bool, int]:
    """Tell student, time, lateness and number of the copy from a file's place.

    Args:
        place: The path below the folder of submissions, zips as folders.
        parts: The exercises, whose names say nothing about a student.

    Returns:
        The name, the time if the name holds one, whether it says late, the number of the copy.
    """
    steps = [unicodedata.normalize("NFC", step) for step in PurePosixPath(place).parts]
    stems = [re.sub(r"\.(ipynb|zip)$", "", step, flags=re.I) for step in steps]
    late = any(_LATE.search(stem) for stem in stems)
    copy = 0
    for stem in reversed(stems):
        found = _COPY.search(stem)
        if found:
            copy = int(next((group for group in found.groups() if group), "1"))
            break
    for stem in stems:
        for pattern in (_MOODLE, _BLACKBOARD, _CANVAS):
            match = pattern.match(stem)
            if match:
                given = match.groupdict()
                when = None
                if given.get("when"):
                    when = dt.datetime.strptime(given["when"], "%Y-%m-%d-%H-%M-%S")
                return _clean(match["name"], []), when, late or bool(given.get("late")), copy
    for stem in stems:  # a folder of the student's own, else the name of the file
        name = _clean(stem, parts)
        if name:
            return name, None, late, copy
    return stems[0], None, late, copy


def _clean(stem: str, parts: list[str]) -> str:
    """Take from a name what is not a student's: the exercise, a copy's number, a time, "late"."""
    name = _LATE.sub(" ", _COPY.sub("", stem))
    name = re.sub(
        r"\d{4}[-_]\d\d[-_]\d\d(?:[T _-]\d\d[-_]\d\d(?:[-_]\d\d)?(?:[_.]\d+)?)?", " ", name
    )
    for part in [*parts, "exercise", "submission", "submissions", "notebook"]:
        name = re.sub(rf"(?<![^\W_]){part}(?![^\W_])", " ", name, flags=re.I)
    name = "".join(c if unicodedata.category(c)[0] != "C" else " " for c in name)
    name = re.sub(r"[_\s]+", " ", name).strip(" -.,()[]")
    return name[:120]
