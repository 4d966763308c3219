"""Grade a folder of submissions: grades.csv, feedback for each student, a report on the class.

    python -m three_pillars.classroom.grading FOLDER [--out FOLDER] [--workers 2]

What is graded is kept under its content, so an interrupted run goes on where it stopped, and
nothing is graded twice unless the exercise changes.
"""

from __future__ import annotations

import argparse
import datetime as dt
import gc
import hashlib
import importlib
import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from three_pillars import checks, data
from three_pillars.commentary import PARTS

from . import bundle, editions, masters, submissions, writing
from .jobs import Job, Outcome
from .masters import Exercise
from .results import Result, note_of, note_same, result_of
from .sandbox import supervise
from .submissions import Submission

GRADES = editions.ROOT / "_build" / "grades"


def grade(
    folder: Path,
    out: Path,
    *,
    workers: int = 2,
    seconds: float = 60,
    cell_seconds: float = 10,
    memory_mb: int = 1024,
    deadline: dt.datetime | None = None,
    say: Callable[[str], None] = print,
) -> list[Result]:
    """Grade all submissions in a folder and write what the teacher and the students get.

    Args:
        folder: The folder, or a platform's zip.
        out: Where grades, feedback and report go.
        workers: Submissions graded side by side.
        seconds: Time that one submission has in all.
        cell_seconds: Time that one cell has.
        memory_mb: Memory that one submission may take beyond what Python itself has.
        deadline: What is handed in later is marked as late.
        say: Told of the progress, line by line.

    Returns:
        One result a submission.
    """
    exercises = {
        path.stem: masters.read(path)
        for part in PARTS
        if (path := masters.MASTERS / f"{part}.md").exists()
    }
    found = submissions.find(folder, exercises, deadline)
    if not found:
        raise FileNotFoundError(f"there is no notebook and no zip in {folder}.")
    kept = out / "results"
    kept.mkdir(parents=True, exist_ok=True)
    used = {one.part for one in found if one.part and not one.problem}
    state = {part: _state(exercises[part], seconds, cell_seconds, memory_mb) for part in used}
    outcomes: dict[str, Outcome] = {}
    jobs: dict[str, Job] = {}
    for one in found:
        if one.problem:
            continue
        key = _key(one, state)
        old = _remembered(kept / f"{key}.json")
        if old:
            outcomes[key] = old
        else:
            exercise = exercises[one.part]
            tests = {task.name: task.tests for task in exercise.tasks if task.tests}
            closed = [str(place.resolve()) for place in (folder, out, editions.ROOT)]
            jobs.setdefault(key, Job(key, one.cells, tests, one.part, seconds, cell_seconds,
                                     memory_mb, closed))  # fmt: skip
    count = f"{len(found)} submission{'s' * (len(found) != 1)}"
    again = sum(_key(one, state) in outcomes for one in found if not one.problem)
    say(f"{count}" + (f", {again} graded before." if again else "."))
    named = {_key(one, state): one for one in reversed(found) if not one.problem}
    for one in found:
        if one.problem:
            say(f"  {one.student} · {one.part or 'no exercise'} · not graded: {one.problem}")
    if jobs:
        _warm({part: exercises[part] for part in used}, say)
        counter = iter(range(1, len(jobs) + 1))

        def done(job: Job, outcome: Outcome) -> None:
            outcomes[job.name] = outcome
            _remember(kept / f"{job.name}.json", outcome)
            one = named[job.name]
            result = result_of(one, exercises[one.part], outcome)
            say(
                f"  [{next(counter)}/{len(jobs)}] {one.student} · {one.part} · "
                f"{result.score:g} of {result.out_of:g} · {outcome.seconds:.1f} s"
                + (f" · {outcome.status}: {outcome.note}" if outcome.note else "")
            )

        supervise(list(jobs.values()), workers, done)
    results = []
    for one in found:
        outcome = Outcome("not graded", one.problem)
        if not one.problem:
            outcome = outcomes[_key(one, state)]
        results.append(result_of(one, exercises.get(one.part), outcome))
    note_same(results)
    writing.write(results, out)
    return results


def _state(exercise: Exercise, *limits: float) -> str:
    """A mark that changes when the exercise, its checks or its tables do."""
    mark = hashlib.sha256(repr(limits).encode())
    for place, text in bundle.package(exercise.sources).items():
        mark.update(f"{place}\n{text}".encode())
    for path in (
        masters.MASTERS / f"{exercise.part}.md",
        *(data.root() / data.describe(name)["path"] for name in exercise.tables),
    ):
        mark.update(path.read_bytes() if path.exists() else b"")
    return mark.hexdigest()


def _key(one: Submission, state: dict[str, str]) -> str:
    return hashlib.sha256((one.digest + state[one.part]).encode()).hexdigest()[:32]


def _remembered(path: Path) -> Outcome | None:
    try:
        return Outcome(**json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def _remember(path: Path, outcome: Outcome) -> None:
    """Write a result so that it is there whole or not at all."""
    draft = path.with_suffix(".part")
    draft.write_text(json.dumps(asdict(outcome)), encoding="utf-8")
    os.replace(draft, path)


def _warm(exercises: dict[str, Exercise], say: Callable[[str], None]) -> None:
    """Run each solution once: reads the tables for all, and shows that the checks are in order."""
    start = time.monotonic()
    original = checks.open_grader
    checks.open_grader = lambda *_: None
    try:
        for part, exercise in exercises.items():
            importlib.import_module(f"three_pillars.{part}")
            names: dict[str, Any] = {"__name__": "__main__"}
            exec(compile(exercise.setup, "<setup>", "exec"), names)
            for task in exercise.tasks:
                exec(compile(task.solution, "<solution>", "exec"), names)
                for test in task.tests:
                    wrong = checks.run(test, names)
                    if wrong:
                        raise editions.MasterError(
                            f"exercises/{part}.md: the check of '{task.name}' refuses the solution "
                            f"({wrong})"
                        )
    finally:
        checks.open_grader = original
    importlib.import_module("IPython.core.inputtransformer2")
    gc.collect()
    gc.freeze()
    say(f"Solutions of {', '.join(exercises)} pass ({time.monotonic() - start:.1f} s).")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("submissions", type=Path, help="folder, or a learning platform's zip")
    parser.add_argument("--out", type=Path, help="where the results go (_build/grades/<name>)")
    parser.add_argument("--workers", type=int, default=2, help="side by side (2)")
    parser.add_argument("--seconds", type=float, default=60, help="for one submission (60)")
    parser.add_argument("--memory", type=int, default=1024, help="MB for one submission (1024)")
    parser.add_argument("--deadline", type=dt.datetime.fromisoformat,
                        help="later is late, such as 2026-11-24T18:00")  # fmt: skip
    return parser.parse_args()


def _lines(results: list[Result], out: Path) -> Iterator[str]:
    bad = [r for r in results if r.outcome.status != "graded"]
    yield f"Graded {len(results) - len(bad)} of {len(results)}."
    for result in bad:
        one = result.submission
        yield f"  look at {one.student} ({one.file}): {result.outcome.status}, {note_of(result)}"
    yield f"Open {out / 'report.html'}; the grades are in {out / 'grades.csv'}."


def main() -> None:
    """Grade a folder from the command line."""
    options = _arguments()
    if not options.submissions.exists():
        sys.exit(f"{options.submissions} is not there: make grade SUBMISSIONS=<folder or zip>")
    folder = options.submissions.resolve()
    out = (options.out or GRADES / folder.stem).resolve()
    try:
        results = grade(folder, out, workers=max(1, options.workers), seconds=options.seconds,
                        memory_mb=options.memory, deadline=options.deadline,
                        say=lambda line: print(line, flush=True))  # fmt: skip
    except KeyboardInterrupt:
        sys.exit("\nInterrupted. What was graded is kept: run the same command to go on.")
    except (FileNotFoundError, editions.MasterError) as error:
        sys.exit(str(error))
    for line in _lines(results, out):
        print(line)


if __name__ == "__main__":
    main()
