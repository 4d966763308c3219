"""Grade a folder of submissions: grades.csv, feedback for each student, a report on the class.

    python -m three_pillars.classroom.grading FOLDER [--list] [--out FOLDER] [--workers 2]

What is graded is kept under its content, so an interrupted run goes on where it stopped, and
nothing is graded twice unless the exercise changes. What a person wrote is never overwritten.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from three_pillars.commentary import PARTS
from three_pillars.console import bear_any_console

from . import cluster as clusters
from . import judging, lock, marks, masters, similar, submissions, text, workers, writing
from .answers import AnswersFile
from .jobs import GRADED, NOT_GRADED, Job, JobOutcome, Limits
from .judging import said_count
from .lock import Lock
from .masters import Exercise
from .report import Heading
from .results import Result, result_of
from .shelf import Shelves
from .submissions import Submission

GRADES = masters.MASTERS.parent / "grades"
"""Outside ``_build``: `make clean` leaves it, and no tool reads it, since it holds names."""


def all_exercises() -> dict[str, Exercise]:
    """Every master, taken apart, by its part."""
    paths = [masters.MASTERS / f"{part}.md" for part in PARTS]
    return {path.stem: masters.read_master(path) for path in paths if path.exists()}


def folder_for(submissions_at: Path) -> Path:
    """Where the grades of a class go: a folder named after the class and its path."""
    place = submissions_at.resolve()
    mark = hashlib.sha256(os.fsencode(str(place))).hexdigest()[:6]
    name = "".join(c if c.isalnum() or c in " -_." else "_" for c in place.stem).strip(" .")
    return GRADES / f"{name or 'class'}-{mark}"


def grade(
    folder: Path,
    out: Path,
    *,
    workers_at_once: int = 2,
    limits: Limits | None = None,
    deadline: dt.datetime | None = None,
    locked: Lock | None = None,
    cluster: str = "",
    say: Callable[[str], None] = print,
) -> list[Result]:
    """Grade all submissions in a folder and write what the teacher and the students get.

    Args:
        folder: The folder, or a platform's zip.
        out: Where grades, feedback and report go.
        workers_at_once: Submissions graded side by side.
        limits: What one submission may take.
        deadline: What is handed in later is marked as late; with a time zone.
        locked: How rooms are locked; by default the strongest lock that works here.
        cluster: The address of a Dask scheduler, whose workers then judge.
        say: Told of the progress, line by line.

    Returns:
        One result for each student and exercise, and one for each file that cannot be graded.

    Raises:
        NoLock: There is no lock, and none was given.
    """
    limits = limits or Limits()
    locked = locked or lock.find_lock()
    if locked.weak:
        say(locked.words)
    with workers.Crew(0 if cluster else workers_at_once) as crew:
        return _graded(folder, out, limits, deadline, locked, cluster, crew, say)


def _graded(
    folder: Path, out: Path, limits: Limits, deadline: dt.datetime | None, locked: Lock,
    cluster: str, crew: workers.Crew, say: Callable[[str], None],
) -> list[Result]:  # fmt: skip
    exercises = all_exercises()
    answers: list[AnswersFile] = []
    found = submissions.find_submissions(folder, exercises, deadline, answers)
    if not found and not answers:
        raise FileNotFoundError(f"there is no file in {folder}.")
    kept = out / "results"
    kept.mkdir(parents=True, exist_ok=True)

    def judge_all(jobs: Sequence[Job], done: Callable[[Job, JobOutcome], None]) -> None:
        if cluster:
            clusters.run(jobs, locked, cluster, done)
            return
        with Shelves() as shelves:
            crew.run(jobs, locked, lambda part: shelves.make(exercises[part]), done)

    outcomes = judging.outcomes(found, exercises, kept, limits, locked, judge_all, say)
    results = []
    for one in found:
        outcome = JobOutcome(NOT_GRADED, one.problem)
        if not one.problem:
            outcome = outcomes[judging.job_key(one)]
        results.append(result_of(one, exercises.get(one.part), outcome))
    for places in similar.groups(found, exercises):
        for place in places:
            others = [found[other].whom for other in places if other != place]
            results[place].same_as = others[:10] + ["…"] * (len(others) > 10)
    zone = submissions.deadline_in_words(deadline)
    heading = Heading(locked.words, locked.weak, f" ({zone})" if zone else "",
                      marks.take(results, out), answers)  # fmt: skip
    for sentence in [*heading.wrong, *writing.write_all(results, out, heading, crew.draw)]:
        say(sentence)
    return results


# The command -------------------------------------------------------------------------------------


def found_lines(found: Sequence[Submission]) -> Iterator[str]:
    """Say who was found, from which files, and which files are nobody's or cannot be graded."""
    good = [one for one in found if not one.problem]
    yield (
        f"{said_count(len({one.key for one in good}), 'student')}, "
        f"{said_count(len(good), 'notebook')} to grade, "
        f"{said_count(len(found) - len(good), 'file')} not."
    )
    for one in found:
        late = " · late" if one.late else ""
        yield f"  {one.whom} · {one.part or 'no exercise'} · {one.file} · {one.platform}{late}"
        if one.problem:
            yield f"      not graded: {one.problem}"
        if one.older:
            yield f"      counts before {len(one.older)} older: {'; '.join(one.older)}"
        for note in one.notes:
            yield f"      {note}"


def _closing(results: Sequence[Result], out: Path) -> Iterator[str]:
    bad = [r for r in results if r.outcome.status != GRADED]
    yield f"Graded {len(results) - len(bad)} of {len(results)}."
    for result in bad:
        one = result.submission
        yield f"  look at {one.whom} ({one.file}): {result.outcome.status}, {result.note}"
    unread = sum(len(r.unread) for r in results if r.outcome.status != NOT_GRADED)
    if unread:
        yield (
            f"{said_count(unread, 'open answer')} to read: write points into {out / 'marks.csv'}, "
            "then grade again."
        )
    yield f"Open {out / 'report.html'}; the grades are in {out / 'grades.csv'}."


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("submissions", type=Path, help="folder, or a learning platform's zip")
    parser.add_argument("--list", action="store_true", help="show who was found; grade nothing")
    parser.add_argument("--out", type=Path, help="where the results go (grades/<class>)")
    parser.add_argument("--workers", type=int, default=2, help="side by side (2)")
    parser.add_argument("--seconds", type=float, default=60, help="for one submission (60)")
    parser.add_argument(
        "--memory",
        type=int,
        default=1024,
        help="MB for one process of a submission; all together 512 more (1024)",
    )
    parser.add_argument("--deadline", help="later is late, such as 2026-11-24T18:00+09:00")
    parser.add_argument("--weak", action="store_true", help="go on without a locked room")
    parser.add_argument("--cluster", default="", help="a Dask scheduler, such as tcp://host:8786")
    return parser.parse_args()


def _say(sentence: str) -> None:
    """Print what a console of any kind can show."""
    print(" " * (len(sentence) - len(sentence.lstrip(" "))) + text.line(sentence), flush=True)


def _terminated(*_: object) -> None:
    raise KeyboardInterrupt


def main() -> None:
    """Grade a folder from the command line."""
    bear_any_console()
    signal.signal(signal.SIGTERM, _terminated)
    options = _arguments()
    folder = options.submissions.expanduser()
    if not folder.exists():
        sys.exit(f"{folder} is not there: make grade SUBMISSIONS=<folder or zip>")
    folder = folder.resolve()
    try:
        deadline = submissions.deadline_of(options.deadline) if options.deadline else None
    except ValueError as error:
        sys.exit(str(error))
    if options.list:
        found = submissions.find_submissions(folder, all_exercises(), deadline)
        for sentence in found_lines(found):
            _say(sentence)
        if deadline:
            _say(f"Late is what came after the {submissions.deadline_in_words(deadline)}.")
        return
    out = (options.out.expanduser() if options.out else folder_for(folder)).resolve()
    try:
        results = grade(
            folder, out, workers_at_once=max(1, options.workers),
            limits=Limits(options.seconds, memory_mb=options.memory), deadline=deadline,
            locked=lock.find_lock(options.weak), cluster=options.cluster, say=_say,
        )  # fmt: skip
    except KeyboardInterrupt:
        sys.exit("\nInterrupted. What was graded is kept: run the same command to go on.")
    except ImportError:
        sys.exit("A cluster needs Dask: .venv/bin/python -m pip install distributed")
    except (FileNotFoundError, masters.MasterError, lock.NoLock, clusters.NoCluster) as error:
        sys.exit(str(error))
    for sentence in _closing(results, out):
        _say(sentence)


if __name__ == "__main__":
    main()
