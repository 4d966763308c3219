"""Run one student's notebook: ``python -m room``, a job on standard input, answers on output."""

from __future__ import annotations

import contextlib
import importlib
import os
import sys
import types
from pathlib import Path
from typing import Any

# Where this folder is, the student's package and tables are too.
PLACE = Path(__file__).resolve().parents[1]


def main() -> None:
    """Take the job, give up what a student should not have, run the cells."""
    from room.listener import Line

    line = Line(os.dup(0), os.dup(1))
    null = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(null, number)
    job = line.hear()["job"]
    with contextlib.suppress(OSError):  # where memory runs out, this ends before the teacher's own
        Path("/proc/self/oom_score_adj").write_text("1000")
    _give_up_root(job["user"])
    _tidy_up()
    importlib.import_module("three_pillars")  # what it imports is not the student's memory

    _limit(job)
    _work(job, line)
    line.say({"end": True})
    os._exit(0)


def _give_up_root(user: int) -> None:
    """Become a user without rights; never run a student's code as root."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return
    os.setgroups([])
    os.setgid(user)
    os.setuid(user)
    if os.geteuid() == 0 or os.getuid() == 0:
        os._exit(71)


def _tidy_up() -> None:
    """Have the tables beside the notebook, as in the student's zip, and a folder to write in."""
    with contextlib.suppress(OSError):
        os.symlink(PLACE / "data", "data")
    os.environ.update(HOME=os.getcwd(), TMPDIR=os.getcwd(), MPLBACKEND="agg")


def _limit(job: dict[str, Any]) -> None:
    """Limit memory, computing time, files and processes."""
    try:
        import resource
    except ImportError:
        return

    def limit(kind: int, value: int) -> None:
        _, hard = resource.getrlimit(kind)
        if hard != resource.RLIM_INFINITY:
            value = min(value, hard)
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(kind, (value, value))

    try:
        pages = int(Path("/proc/self/statm").read_text().split()[0])
        have = pages * resource.getpagesize()
    except OSError:
        have = 4 << 30
    limit(resource.RLIMIT_AS, have + (job["memory_mb"] << 20))
    limit(resource.RLIMIT_CPU, int(job["seconds"]) + 5)
    limit(resource.RLIMIT_FSIZE, 30 << 20)
    limit(resource.RLIMIT_CORE, 0)
    limit(resource.RLIMIT_NOFILE, 300)
    if hasattr(resource, "RLIMIT_NPROC") and job["processes"]:
        limit(resource.RLIMIT_NPROC, job["processes"])


def _work(job: dict[str, Any], line: Any) -> None:
    from room.cells import Cells
    from room.listener import Listener
    from room.stand_ins import put_up

    notebook = types.ModuleType("__main__")
    sys.modules["__main__"] = notebook
    names = vars(notebook)
    names["display"] = lambda *_, **__: None
    from three_pillars import checks

    history = checks.History()
    cells = Cells(names, line.say, job["cell_seconds"], history)
    listener = Listener(line, job["tasks"], names, job["call_seconds"], history)
    put_up(cells.pass_over, listener)
    checks.open_grader = lambda *_, **__: listener
    for number, source in enumerate(job["cells"], 1):
        cells.run(number, source)
    for task in listener.unchecked():
        listener.check(task)


if __name__ == "__main__":
    main()
