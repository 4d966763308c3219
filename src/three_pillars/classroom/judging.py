"""Have judged what was not judged before; what was is kept under its content.

A result is written whole or not at all, as soon as it is there: a run that is killed loses none.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path

from three_pillars import data

from . import bundle, masters
from .jobs import Job, JobOutcome, Limits
from .lock import Lock
from .masters import Exercise
from .results import result_of
from .submissions import Submission


def outcomes(
    found: Sequence[Submission],
    exercises: dict[str, Exercise],
    kept: Path,
    limits: Limits,
    locked: Lock,
    judge_all: Callable[[Sequence[Job], Callable[[Job, JobOutcome], None]], None],
    say: Callable[[str], None],
) -> dict[str, JobOutcome]:
    """Judge what was not judged before."""
    good = [one for one in found if not one.problem]
    state = {part: _state(exercises[part], limits) for part in {one.part for one in good}}
    found_out: dict[str, JobOutcome] = {}
    jobs: dict[str, tuple[Job, Submission, Path]] = {}
    for one in good:
        key = job_key(one)
        path = kept / f"{hashlib.sha256((key + state[one.part]).encode()).hexdigest()[:32]}.json"
        old = _remembered(path)
        if old and (locked.weak or old.lock != "weak"):
            found_out[key] = old
        else:
            jobs.setdefault(key, (Job(key, one.part, one.cells, limits), one, path))
    again = sum(job_key(one) in found_out for one in good)
    say(f"{said_count(len(found), 'hand-in')}" + (f", {again} graded before." if again else "."))
    for one in found:
        if one.older:
            copies = len(one.older) + 1
            say(f"  {one.whom} · {one.part} · of {copies} copies {one.file} counts")
        if one.problem:
            say(f"  {one.whom} · {one.part or 'no exercise'} · not graded: {one.problem}")
        for note in one.notes:
            say(f"  {one.whom} · {note}")
    numbers = iter(range(1, len(jobs) + 1))

    def done(job: Job, outcome: JobOutcome) -> None:
        found_out[job.name] = outcome
        _, one, path = jobs[job.name]
        if outcome.lock:  # else no room was to blame
            _remember(path, outcome)
        result = result_of(one, exercises[one.part], outcome)
        say(
            f"  [{next(numbers)}/{len(jobs)}] {one.whom} · {one.part} · "
            f"{result.score:g} of {result.out_of:g} · {outcome.seconds:.1f} s"
            + (f" · {outcome.status}: {outcome.note}" if outcome.note else "")
        )

    if jobs:
        judge_all([job for job, *_ in jobs.values()], done)
    return found_out


def _state(exercise: Exercise, limits: Limits) -> str:
    """A mark that changes when the exercise, its checks, its tables or the room do."""
    mark = hashlib.sha256(repr(limits).encode())
    for place, content in bundle.package(exercise.sources).items():
        mark.update(f"{place}\n{content}".encode())
    here = Path(__file__).parent
    for path in (
        masters.MASTERS / f"{exercise.part}.md",
        *(data.root() / data.describe(name)["path"] for name in exercise.tables),
        here / "judge.py",
        *sorted((here / "room").glob("*.py")),
    ):
        mark.update(path.read_bytes() if path.exists() else b"")
    return mark.hexdigest()


def job_key(one: Submission) -> str:
    """What hand-ins share if they need to be judged once only."""
    return f"{one.part} {one.digest}"


def _remembered(path: Path) -> JobOutcome | None:
    try:
        return JobOutcome(**json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def _remember(path: Path, outcome: JobOutcome) -> None:
    """Write a result so that it is there whole or not at all."""
    draft = path.with_suffix(".part")
    draft.write_text(json.dumps(asdict(outcome)), encoding="utf-8")
    os.replace(draft, path)


def said_count(number: int, what: str) -> str:
    """A number with its noun."""
    return f"{number} {what}{'s' * (number != 1)}"
