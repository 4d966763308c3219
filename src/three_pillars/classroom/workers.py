"""Judges side by side on one machine: each a process, each with its own rooms.

A judge that dies costs a second try with a new one, not a grade. When all is judged, the same
processes draw the charts of the report.
"""

from __future__ import annotations

import contextlib
import json
import queue
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from three_pillars.figures import to_svg

from . import judge
from .jobs import CRASHED, Job, JobOutcome
from .lock import Lock
from .masters import MasterError

PATIENCE = 60
"""Seconds that a judge may need beyond the time of a submission before it counts as dead."""

DRAWING = 60
"""Seconds that a judge may need for one drawing."""


class Crew:
    """Judges that start at once: they read their modules while submissions are still sought."""

    def __init__(self, count: int) -> None:
        """Start so many judges."""
        self._judges = [_started() for _ in range(count)]

    def __enter__(self) -> Crew:
        """Begin."""
        return self

    def __exit__(self, *_: object) -> None:
        """End all judges."""
        for judge_ in self._judges:
            _end(judge_)

    def run(
        self,
        jobs: Iterable[Job],
        lock: Lock,
        shelf_of: Callable[[str], Path],
        done: Callable[[Job, JobOutcome], None],
    ) -> None:
        """Have jobs judged side by side, and hand over each outcome as it comes.

        Args:
            jobs: The submissions.
            lock: How rooms are locked.
            shelf_of: The shelf of an exercise.
            done: Called with each job and its outcome, in the order in which they end.

        Raises:
            MasterError: A check refuses its own solution.
        """
        waiting = Waiting(jobs)
        count = len(waiting)
        ended: queue.SimpleQueue[tuple[Job, Any]] = queue.SimpleQueue()
        crew = [
            Worker(slot, lock, shelf_of, waiting, ended, judge_)
            for slot, judge_ in enumerate(self._judges)
        ]
        try:
            for worker in crew:
                worker.start()
            for _ in range(count):
                job, outcome = ended.get()
                if isinstance(outcome, Exception):
                    raise outcome
                done(job, outcome)
        except BaseException:
            for worker in crew:
                worker.stop()  # no room outlasts its shelf
            raise
        finally:
            for worker in crew:
                worker.over = True
            self._judges = [worker.process for worker in crew]

    def draw(self, drawings: Sequence[tuple[Mapping[str, Any], int]]) -> list[str]:
        """Draw specifications as SVG side by side; what no judge draws is drawn here.

        Args:
            drawings: A specification of Vega-Lite and a width in pixels for each.
        """
        made: dict[int, str] = {}

        def share(slot: int) -> None:
            for at in range(slot, len(drawings), len(self._judges)):
                spec, width = drawings[at]
                reply = _reply(
                    self._judges[slot], {"name": at, "draw": spec, "width": width}, DRAWING
                )
                if reply is None:
                    return
                made[at] = reply["svg"]

        threads = [
            threading.Thread(target=share, args=(slot,), daemon=True)
            for slot in range(len(self._judges))
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return [made.get(at) or to_svg(*one) for at, one in enumerate(drawings)]


class Waiting:
    """Jobs by exercise: a judge must try an exercise's solutions before it can judge it."""

    def __init__(self, jobs: Iterable[Job]) -> None:
        """Take the jobs."""
        self._by_part: dict[str, deque[Job]] = {}
        for job in jobs:
            self._by_part.setdefault(job.part, deque()).append(job)
        self._tried: dict[str, set[int]] = {part: set() for part in self._by_part}
        self._lock = threading.Lock()

    def __len__(self) -> int:
        """How many still wait."""
        return sum(map(len, self._by_part.values()))

    def take(self, slot: int) -> Job | None:
        """Take a job of an exercise that this judge has tried, else of one that few have tried."""
        with self._lock:
            left = [part for part, own in self._by_part.items() if own]
            if not left:
                return None
            part = min(left, key=lambda one: (slot not in self._tried[one], len(self._tried[one])))
            self._tried[part].add(slot)
            return self._by_part[part].popleft()


class Worker(threading.Thread):
    """Feeds one judge."""

    def __init__(self, slot: int, lock: Lock, shelf_of: Callable[[str], Path],
                 waiting: Waiting, ended: queue.SimpleQueue,
                 process: subprocess.Popen | None = None) -> None:  # fmt: skip
        """Take where jobs come from, where outcomes go, and the judge, if it has started."""
        super().__init__(daemon=True)
        self.slot, self.lock, self.shelf_of = slot, lock, shelf_of
        self.waiting, self.ended = waiting, ended
        self.over = False
        self.process = process

    def run(self) -> None:
        """Take jobs until there are none."""
        while not self.over:
            job = self.waiting.take(self.slot)
            if job is None:
                break
            try:
                self.ended.put((job, self.judged(job)))
            except Exception as error:
                self.ended.put((job, error))

    def stop(self) -> None:
        """End the judge."""
        self.over = True
        if self.process:
            _end(self.process)

    def judged(self, job: Job) -> JobOutcome:
        """Have a job judged; a judge that dies over it is replaced once."""
        for _ in range(2):
            reply = self._asked(job)
            if reply is not None:
                if "master" in reply:
                    raise MasterError(reply["master"])
                return JobOutcome(**reply["outcome"])
            if self.over:
                break
        return JobOutcome(CRASHED, "its judge ended twice: is an answer out of all measure?")

    def _asked(self, job: Job) -> dict[str, Any] | None:
        """Give a job to the judge; None if it dies over it."""
        if self.process is None or self.process.poll() is not None:
            self.process = _started()
            if self.over:
                _end(self.process)
        order = {"name": job.name, "job": job.data(), "lock": self.lock.kind, "slot": self.slot,
                 "shelf": str(self.shelf_of(job.part))}  # fmt: skip
        patience, began = job.limits.seconds + PATIENCE, time.monotonic()
        reply = _reply(self.process, order, patience)
        if reply is None and time.monotonic() - began > patience:
            return {"outcome": {"status": CRASHED, "note": "its checks did not come to an end"}}
        return reply


def _started() -> subprocess.Popen:
    return subprocess.Popen(
        [sys.executable, "-m", judge.__name__], stdin=subprocess.PIPE,
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def _reply(process: subprocess.Popen, order: dict[str, Any], seconds: float) -> dict | None:
    """Give a judge an order and wait for what it says to it; None if it dies or takes too long."""
    if process.poll() is not None:
        return None
    timer = threading.Timer(seconds, process.kill)
    timer.start()
    try:
        with contextlib.suppress(OSError, ValueError):  # it died in the middle of a line
            process.stdin.write(json.dumps(order).encode("ascii") + b"\n")
            process.stdin.flush()
            while line := process.stdout.readline():
                reply = json.loads(line)
                if reply["name"] == order["name"]:
                    return reply
    finally:
        timer.cancel()
    _end(process)
    return None


def _end(process: subprocess.Popen) -> None:
    process.kill()
    process.wait(60)
    for pipe in (process.stdin, process.stdout):
        with contextlib.suppress(OSError):
            pipe.close()
