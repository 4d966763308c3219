"""The judge: asks a room for answers as plain data and holds them against the checks.

A judge never runs a line of a student's code. It builds plain objects from what the room says and
calls the very checks that the notebook calls; where a check calls a function, the judge asks the
room for its value. As a process it takes jobs, a line of JSON each, and says what they came to;
when all are judged, it draws charts of the report:

    python -m three_pillars.classroom.judge
"""

from __future__ import annotations

import builtins
import contextlib
import ctypes
import dataclasses
import json
import os
import signal
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from three_pillars import checks
from three_pillars.figures import to_svg

from .jobs import CRASHED, STOPPED, Job, JobOutcome
from .lock import Lock
from .masters import MASTERS, Exercise, MasterError, Task, read_master
from .room.cells import TimeUp, bounded, limited
from .room.decode import Decoder, NotPlain
from .room.encode import Encoder
from .text import without_paths
from .visit import Gone, Visit

CHECK_SECONDS = 20
"""What the checks of one task may take, functions of the student's included."""

CHECK_MB = 2048
"""What they may take beyond what the judge has: `range(10**12)` is small until it is a list."""

SENTENCE = 500


class Judge:
    """Knows the checks of one exercise."""

    def __init__(self, exercise: Exercise) -> None:
        """Run the solutions once: it reads the tables, and shows that the checks are in order.

        Raises:
            MasterError: A check refuses its own solution.
        """
        self.exercise = exercise
        self.checked = [task for task in exercise.tasks if task.tests and not task.manual]
        self.wanted = {task.name: task.answers for task in self.checked}
        _try_solutions(exercise)

    def judge(self, job: Job, lock: Lock, shelf: Path, slot: int = 0) -> JobOutcome:
        """Run a submission in a room of its own and judge its answers.

        Args:
            job: The submission.
            lock: How the room is locked.
            shelf: What the room holds.
            slot: The number of the worker.
        """
        outcome, start = JobOutcome(lock=lock.kind), time.monotonic()
        with Visit(lock, shelf, job, self.wanted, slot) as room:
            try:
                while not self._heard(room, room.hear(), outcome):
                    pass
            except Gone as gone:
                _ended(outcome, room, gone.why, job)
        outcome.seconds = round(time.monotonic() - start, 2)
        return outcome

    def _heard(self, room: Visit, message: dict[str, Any], outcome: JobOutcome) -> bool:
        """Take one object from the room; return whether it was the last."""
        if message.get("end") is True:
            if set(self.wanted) - set(outcome.tasks):  # a room asks about every task before its end
                outcome.status, outcome.note = CRASHED, "it ended before its tasks were reached"
            return True
        task = next((t for t in self.checked if t.name == message.get("check")), None)
        if task:
            answers = message.get("answers")
            outcome.tasks[task.name] = self._check(
                task,
                answers if isinstance(answers, dict) else {},
                room,
                _stopped(message.get("stopped")),
            )
            room.say({"go": True})
        elif isinstance(message.get("trouble"), list) and len(outcome.errors) < 50:
            outcome.errors.append(_trouble(message["trouble"]))
        elif isinstance(message.get("note"), str) and len(outcome.passed_over) < 20:
            outcome.passed_over.append(without_paths(message["note"])[:120])
        return False

    def _check(
        self,
        task: Task,
        coded: dict[str, Any],
        room: Visit,
        stopped: Mapping[str, str] | None = None,
    ) -> list[str]:
        """Hold the answers of a task against its checks; return a sentence for each.

        Args:
            task: The task.
            coded: Its answers as the room handed them out.
            room: The room, which is asked for the values of functions.
            stopped: The error that kept an answer from being given, by name.
        """
        asked = _Asked(room)
        answers = {}
        for name in self.wanted[task.name]:
            value = coded.get(name, ["none"])
            if isinstance(value, list) and value[:1] == ["refused"]:
                return [_refused(name, str(value[1]) if len(value) > 1 else "")] * len(task.tests)
            try:
                with limited(CHECK_SECONDS), bounded(CHECK_MB):
                    answers[name] = Decoder(asked).decode(value)
            except (NotPlain, MemoryError, TimeUp):
                return [_refused(name, "it is no plain value")] * len(task.tests)
        early = checks.stopped_before(self.wanted[task.name], stopped or {}, answers)
        if early:
            return [early] * len(task.tests)
        said = []
        for test in task.tests:
            try:
                with limited(CHECK_SECONDS), bounded(CHECK_MB):
                    said.append(without_paths(checks.run(test, answers))[:SENTENCE])
            except TimeUp:
                said.append("The check of this answer took too long: is it endless?")
            if asked.gone:
                raise asked.gone
        return said


class _Asked:
    """Asks a room for what a function of the student's gives."""

    def __init__(self, room: Visit) -> None:
        self.room = room
        self.gone: Gone | None = None

    def __call__(self, number: int, arguments: tuple) -> Any:
        if self.gone:
            raise RuntimeError("the room has ended")
        given = [Encoder([]).encode(one) for one in arguments]
        try:
            self.room.say({"call": number, "arguments": given})
            reply = self.room.hear()
            while "value" not in reply and "error" not in reply:
                reply = self.room.hear()  # what the function printed on the line, perhaps
        except Gone as gone:
            self.gone = gone
            raise RuntimeError("the room has ended") from None
        if "error" in reply:
            raise _error_of(reply["error"])
        value = self._built(reply["value"])
        after = reply.get("after")
        if isinstance(after, list) and len(after) == len(arguments):
            for mine, before, now in zip(arguments, given, after, strict=True):
                if now != before:
                    _become(mine, self._built(now))
        return value

    def _built(self, coded: Any) -> Any:
        if isinstance(coded, list) and coded[:1] == ["refused"]:
            raise ValueError("what it returns is too large")
        return Decoder(self).decode(coded)


def _become(mine: Any, now: Any) -> None:
    """Change an argument in place, as the student's function did in its room."""
    if type(mine) is not type(now):
        return
    if isinstance(mine, list):
        mine[:] = now
    elif isinstance(mine, (dict, set)):
        mine.clear()
        mine.update(now)
    elif isinstance(mine, np.ndarray) and mine.shape == now.shape:
        mine[...] = now
    elif isinstance(mine, (pd.Series, pd.DataFrame)):
        mine.__init__(now)


def _error_of(said: Any) -> Exception:
    """An error of the type and with the words that the room told."""
    name, words, nearest = [*map(str, said), "", "", ""][:3] if isinstance(said, list) else [""] * 3
    name = name[:60] if name.isidentifier() else "Error"
    base = getattr(builtins, nearest, None)
    if not (isinstance(base, type) and issubclass(base, Exception)):
        base = Exception
    members = {"__str__": lambda self: words[:300], "__init__": lambda self: None}
    return type(name, (base,), members)()


def _trouble(said: list[Any]) -> str:
    """A cell that did not run, in a line: its number, the type and the first line of the error."""
    number, name, words = [*said, "", "", ""][:3]
    number = number if isinstance(number, int) else "?"
    if name == "TimeUp":
        return f"Code cell {number} was {str(words)[:60]}."
    return f"Code cell {number}: {str(name)[:60]}: {without_paths(str(words))[:200]}".strip(": ")


def _stopped(said: Any) -> dict[str, str]:
    """Which answers no cell gave, as the room says it: it can only lose points by it."""
    pairs = said.items() if isinstance(said, dict) else ()
    return {k: v[:60] for k, v in pairs if isinstance(v, str) and v.isidentifier()}


def _refused(name: str, why: str) -> str:
    return f"The answer {name} cannot be graded: {without_paths(why)[:80] or 'it is too large'}."


def _ended(outcome: JobOutcome, room: Visit, why: str, job: Job) -> None:
    outcome.status = STOPPED if why == "time" else CRASHED
    outcome.note = {
        "time": f"it ran for more than {job.limits.seconds:g} seconds",
        "memory": "its processes took too much memory together",
        "noise": "it said more than any notebook has to say",
    }.get(why) or room.reason()


def _try_solutions(exercise: Exercise) -> None:
    names: dict[str, Any] = {"__name__": "__main__"}
    original, checks.open_grader = checks.open_grader, lambda *_: None
    try:
        exec(compile(exercise.setup, "<setup>", "exec"), names)
        for task in exercise.tasks:
            exec(compile(task.solution, "<solution>", "exec"), names)
            for test in task.tests:
                wrong = checks.run(test, names)
                if wrong:
                    raise MasterError(
                        f"exercises/{exercise.part}.md: the check of '{task.name}' refuses the "
                        f"solution ({wrong})"
                    )
    finally:
        checks.open_grader = original


# The process -------------------------------------------------------------------------------------


def serve(say: Callable[[dict[str, Any]], None], hear: Callable[[], str]) -> None:
    """Judge one job, or draw one chart, after the other, until there are no more."""
    judges: dict[str, Judge] = {}
    while line := hear():
        order = json.loads(line)
        if "draw" in order:  # a chart of the report
            say({"name": order["name"], "svg": to_svg(order["draw"], order["width"])})
            continue
        job = Job.of(order["job"])
        try:
            if job.part not in judges:
                judges[job.part] = Judge(read_master(MASTERS / f"{job.part}.md"))
            outcome = judges[job.part].judge(
                job, Lock(order["lock"]), Path(order["shelf"]), order["slot"]
            )
            say({"name": job.name, "outcome": dataclasses.asdict(outcome)})
        except MasterError as error:
            say({"name": job.name, "master": str(error)})


def main() -> None:
    """Take jobs on standard input and say on standard output what they came to."""
    with contextlib.suppress(OSError, AttributeError, TypeError):  # Windows has no such library
        ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # end with whoever started this
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    out = os.dup(1)
    os.dup2(2, 1)  # what a table or a library prints is no outcome

    def say(message: dict[str, Any]) -> None:
        text = json.dumps(message).encode("ascii") + b"\n"
        while text:
            text = text[os.write(out, text) :]

    serve(say, sys.stdin.readline)


if __name__ == "__main__":
    main()
