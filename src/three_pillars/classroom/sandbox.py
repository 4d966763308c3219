"""Run one submission, where it can harm nobody but itself.

`supervise` starts a process for each submission and watches it; `confined` has what it does there.
Each process has limits on time, memory, files and processes, a folder of its own and no network:
cut off by the kernel where that is allowed (as root, or with user namespaces), and refused by
Python in any case. Started as root, it gives up root. What it says comes line by line, so a
submission that is stopped keeps what it had reached.

No process on one's own machine is a prison: a student who writes machine code could get round
Python's refusals where the kernel does not help. For an examination use a container; the book says
how.
"""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import selectors
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import asdict
from pathlib import Path

from three_pillars import data

from . import confined
from .jobs import Job, Outcome

FORK = hasattr(os, "fork")


def supervise(
    jobs: Iterator[Job] | list[Job], workers: int, done: Callable[[Job, Outcome], None]
) -> None:
    """Run jobs, so many at a time, and hand over each outcome as it comes.

    Args:
        jobs: The submissions.
        workers: How many run side by side.
        done: Called with each job and its outcome, in the order in which they end.
    """
    if not FORK:
        with ThreadPoolExecutor(workers) as pool:
            runs = {pool.submit(_apart, job): job for job in jobs}
            for run in as_completed(runs):
                done(runs[run], run.result())
        return
    waiting, running = iter(jobs), {}
    free = list(range(workers))[::-1]
    selector = selectors.DefaultSelector()
    try:
        while True:
            while free and (job := next(waiting, None)) is not None:
                child = _Child(job, free.pop())
                running[child.pipe] = child
                selector.register(child.pipe, selectors.EVENT_READ)
            if not running:
                return
            for key, _ in selector.select(timeout=0.1):
                running[key.fd].read()
            now = time.monotonic()
            for pipe, child in list(running.items()):
                if child.closed or now > child.deadline:
                    selector.unregister(pipe)
                    del running[pipe]
                    outcome = child.end()
                    free.append(child.slot)
                    done(child.job, outcome)
    finally:
        for child in running.values():
            child.end()
        selector.close()


class _Child:
    """A running submission, seen from outside."""

    def __init__(self, job: Job, slot: int) -> None:
        self.job, self.slot = job, slot
        self.token = secrets.token_hex(8)
        self.folder = tempfile.mkdtemp(prefix="three-pillars-")
        self.text, self.closed, self.code = b"", False, None
        self.began = time.monotonic()
        self.deadline = self.began + job.seconds + 2
        self.pipe, write = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            try:
                os.close(self.pipe)
                confined.enter(job, slot, write, self.folder, self.token)
            finally:
                os._exit(70)
        os.close(write)

    def read(self) -> None:
        """Take what it says; nobody has more than a megabyte to say."""
        try:
            piece = os.read(self.pipe, 65536)
        except OSError:
            piece = b""
        self.text += piece
        if not piece or len(self.text) > 1_000_000:
            self.closed = True

    def end(self) -> Outcome:
        """Stop it, clean up, and read the outcome from what it said."""
        late = not self.closed
        self.code = self._wait(0 if late else 2)
        os.close(self.pipe)
        shutil.rmtree(self.folder, ignore_errors=True)
        seconds = time.monotonic() - self.began
        return _outcome(self.job, self.text, self.token, late, self.code, seconds)

    def _wait(self, patience: float) -> int:
        until = time.monotonic() + patience
        while time.monotonic() < until:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                return os.waitstatus_to_exitcode(status)
            time.sleep(0.005)
        for stop in (os.killpg, os.kill):
            with contextlib.suppress(OSError):
                stop(self.pid, signal.SIGKILL)
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])


def _outcome(
    job: Job, text: bytes, token: str, late: bool, code: int | None, seconds: float
) -> Outcome:
    """Read what a submission said."""
    outcome, finished = Outcome(seconds=seconds), False
    for line in text.split(b"\n"):
        try:
            said, kind, value = json.loads(line)
        except (ValueError, TypeError):
            continue
        if said != token:
            continue
        if kind == "task":
            outcome.tasks[value[0]] = value[1]
        elif kind == "error":
            outcome.errors.append(value)
        elif kind == "network":
            outcome.network = value
        elif kind == "tampered":
            outcome.status, outcome.note = "suspicious", f"it changed {value}"
        elif kind == "finished":
            finished = True
    if late:
        outcome.status = "stopped"
        outcome.note = f"it ran for more than {job.seconds:g} seconds"
    elif not finished:
        outcome.status = "crashed"
        outcome.note = _reason(code)
    return outcome


def _apart(job: Job) -> Outcome:
    """Run a job where there is no fork, on Windows: slower, since Python starts anew each time."""
    token, start, late, code = secrets.token_hex(8), time.monotonic(), False, None
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        shutil.copytree(data.root(), Path(folder) / "data")
        message = json.dumps({"job": asdict(job), "folder": folder, "token": token}).encode()
        try:
            ran = subprocess.run(
                [sys.executable, "-m", confined.__name__], input=message,
                stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False,
                timeout=job.seconds + 30,
            )  # fmt: skip
            text, code = ran.stdout, ran.returncode
        except subprocess.TimeoutExpired as error:
            text, late = error.stdout or b"", True
    return _outcome(job, text, token, late, code, time.monotonic() - start)


def _reason(code: int | None) -> str:
    if code is not None and code > 128:
        code = 128 - code
    if code == -signal.SIGKILL:
        return "its process was killed: too much memory or computing time"
    if code is not None and code < 0:
        with contextlib.suppress(ValueError):
            return f"its process ended with the signal {signal.Signals(-code).name}"
    return f"its process ended by itself (exit {code})"
