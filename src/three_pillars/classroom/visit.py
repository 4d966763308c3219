"""A visit to a room, seen from the judge: start it, speak with it in lines, leave nothing of it."""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import selectors
import shutil
import signal
import subprocess
import tempfile
import threading
import time
from pathlib import Path
from types import TracebackType
from typing import Any

import psutil

from .jobs import Job
from .lock import PROCESSES, Lock, is_root, user_of

LONGEST_LINE = 30_000_000
MOST_LINES = 5_000
BESIDE_MB = 512
"""What all processes of a room may take beyond the limit of one: Python and the libraries."""
LOOK = 0.5
"""Seconds between two looks at what they take."""


class Gone(Exception):
    """The room says no more: it has ended, or takes too much time or memory, or says too much."""

    def __init__(self, why: str) -> None:
        """Keep the reason."""
        super().__init__(why)
        self.why = why


class Visit:
    """A running room; ``with`` ends it and all that it started."""

    def __init__(self, lock: Lock, shelf: Path, job: Job, tasks: dict[str, list[str]],
                 slot: int = 0) -> None:  # fmt: skip
        """Start a room for a job.

        Args:
            lock: How it is locked.
            shelf: What it holds.
            job: The submission.
            tasks: The names of answers by task.
            slot: The number of the worker, which decides the user where root starts it.
        """
        self._own, self._container = "", []
        options: dict[str, Any] = {"env": {}, "start_new_session": True}
        user = user_of(slot)
        if lock.weak:
            self._own = tempfile.mkdtemp(prefix="work-", dir=shelf.parent)
            options["cwd"] = self._own
            if is_root():
                os.chown(self._own, user, user)
                options |= {"user": user, "group": user, "extra_groups": []}
            if os.name == "nt":
                options["env"] = {"SYSTEMROOT": os.environ.get("SYSTEMROOT", "")}
        elif lock.container:
            self._container = [lock.kind, "kill", f"three-pillars-{secrets.token_hex(8)}"]
            options["env"] = {k: os.environ[k] for k in ("PATH", "HOME") if k in os.environ}
        else:
            options["env"] = {"PATH": os.environ.get("PATH", os.defpath)}
        self.process = subprocess.Popen(
            lock.command(shelf, job.limits.memory_mb, "".join(self._container[2:])),
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, **options,
        )  # fmt: skip
        self.until = time.monotonic() + job.limits.seconds
        self._most_mb, self._looked = job.limits.memory_mb + BESIDE_MB, time.monotonic()
        self._text, self._searched, self._lines = bytearray(), 0, 0
        if os.name == "nt":  # pipes cannot be waited for there, so a timer ends the process
            self._timer = threading.Timer(job.limits.seconds, self.process.kill)
            self._timer.start()
        self.say({"job": {
            "cells": job.cells, "tasks": tasks, "user": user, "seconds": job.limits.seconds,
            "cell_seconds": job.limits.cell_seconds, "call_seconds": job.limits.call_seconds,
            "memory_mb": job.limits.memory_mb,
            # Without a lock an ordinary user's limit would count all that the user runs.
            "processes": 0 if lock.weak and not is_root() else PROCESSES,
        }})  # fmt: skip

    def say(self, message: dict[str, Any]) -> None:
        """Send an object; a room that has ended takes none."""
        text = json.dumps(message, ensure_ascii=True).encode("ascii") + b"\n"
        pipe = self.process.stdin.fileno()
        if os.name == "nt":
            with contextlib.suppress(OSError):
                self.process.stdin.write(text)
                self.process.stdin.flush()
            return
        os.set_blocking(pipe, False)
        with selectors.DefaultSelector() as ready:
            ready.register(pipe, selectors.EVENT_WRITE)
            while text:
                if not ready.select(max(0, self.until - time.monotonic())):
                    raise Gone("time")
                try:
                    text = text[os.write(pipe, text[:65536]) :]
                except BlockingIOError:
                    continue
                except OSError:
                    raise Gone("ended") from None

    def hear(self) -> dict[str, Any]:
        """Wait for the next object; what is none is passed over.

        Raises:
            Gone: There will be none.
        """
        pipe = self.process.stdout.fileno()
        while True:
            if time.monotonic() > self.until:  # however much of its talk lies ready
                raise Gone("time")
            end = self._text.find(b"\n", self._searched)
            if end >= 0:
                line = bytes(self._text[:end])
                del self._text[: end + 1]
                self._searched = 0
                self._lines += 1
                if self._lines > MOST_LINES:
                    raise Gone("noise")
                with contextlib.suppress(ValueError, RecursionError):
                    message = json.loads(line)
                    if isinstance(message, dict):
                        return message
                continue
            self._searched = len(self._text)
            if len(self._text) > LONGEST_LINE:
                raise Gone("noise")
            self._wait(pipe)
            piece = os.read(pipe, 1 << 20)
            if not piece:
                raise Gone("ended")
            self._text += piece

    def _wait(self, pipe: int) -> None:
        if os.name == "nt":
            return
        with selectors.DefaultSelector() as ready:
            ready.register(pipe, selectors.EVENT_READ)
            while True:
                now = time.monotonic()
                if now > self.until:
                    raise Gone("time")
                if now - self._looked > LOOK:
                    self._looked = now
                    if self._used_mb() > self._most_mb:
                        raise Gone("memory")
                if ready.select(min(LOOK, max(0, self.until - now))):
                    return

    def _used_mb(self) -> float:
        """What all processes of the room take together; the limit inside holds for each of them.

        A container has a limit of its own. Pages that forks share count once, unless a process
        hides its own.
        """
        if self._container:
            return 0
        used = 0
        with contextlib.suppress(psutil.Error):
            first = psutil.Process(self.process.pid)
            for process in [first, *first.children(recursive=True)]:
                with contextlib.suppress(psutil.NoSuchProcess):
                    try:
                        used += process.memory_full_info().pss
                    except (psutil.AccessDenied, AttributeError):
                        used += process.memory_info().rss
        return used / (1 << 20)

    def __enter__(self) -> Visit:
        """Begin."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the room and all that it started."""
        with contextlib.suppress(OSError):
            self.process.stdin.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(0 if error else 1)
        if hasattr(os, "killpg"):
            with contextlib.suppress(OSError):
                os.killpg(self.process.pid, signal.SIGKILL)
        self.process.kill()
        self.process.wait(60)
        self.process.stdout.close()
        if os.name == "nt":
            self._timer.cancel()
        if self._container:
            subprocess.run(self._container, capture_output=True, check=False)
        if self._own:
            shutil.rmtree(self._own, ignore_errors=True)

    def reason(self) -> str:
        """How the process ended, as one says it."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(2)
        code = self.process.returncode
        if code is not None and code > 128:  # as bubblewrap passes a signal on
            code = 128 - code
        if code == -9:
            return "its process was killed: too much memory or computing time"
        if code is not None and code < 0:
            with contextlib.suppress(ValueError):
                return f"its process ended with the signal {signal.Signals(-code).name}"
        return "its process ended by itself" + (f" (exit {code})" if code else "")
