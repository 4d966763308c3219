"""What a notebook in the room takes for its grader: it hands out answers and says nothing back."""

from __future__ import annotations

import builtins
import json
import os
from collections.abc import Callable
from typing import Any

from .cells import TimeUp, first_line, limited, stopped, type_name
from .decode import Decoder
from .encode import Encoder, TooLarge

MOST = 60
"""How often one task may be checked; the last time counts."""


class Line:
    """The line to the judge: objects in JSON, one a line."""

    def __init__(self, read: int, write: int) -> None:
        """Take two open files by their numbers."""
        self.read = os.fdopen(read, "rb")
        self.write = write

    def say(self, message: dict[str, Any]) -> None:
        """Send an object."""
        # The text of an answer may hold half a character: JSON's escapes carry it.
        text = json.dumps(message, ensure_ascii=True).encode("ascii") + b"\n"
        while text:
            text = text[os.write(self.write, text) :]

    def hear(self) -> dict[str, Any]:
        """Wait for an object; the judge has gone if there is none."""
        line = self.read.readline()
        if not line:
            os._exit(0)
        return json.loads(line)


class _Kind:
    """What `grader.check` gives in the room, where a notebook would show feedback."""

    right = True
    sentences: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return ""


class Listener:
    """Stands for the grader of a notebook."""

    def __init__(
        self, line: Line, tasks: dict[str, list[str]], names: dict[str, Any], seconds: float,
        history: Any = None,
    ) -> None:  # fmt: skip
        """Take the line to the judge, the names of answers by task, and the time of a call.

        Args:
            line: The line to the judge.
            tasks: The names of answers by task.
            names: Those of the notebook.
            seconds: What a call of a student's function may take.
            history: A `three_pillars.checks.History`: which answers no cell gave.
        """
        self._history = history
        self._line, self._tasks, self._names, self._seconds = line, tasks, names, seconds
        self._count = dict.fromkeys(tasks, 0)
        self._busy = False

    def check(self, question: str, *_: Any, **__: Any) -> Any:
        """Hand out the answers of a task as they are now."""
        if question in self._tasks and not self._busy and self._count[question] < MOST:
            self._count[question] += 1
            self._busy = True
            try:
                with stopped():
                    self._hand_out(question)
            finally:
                self._busy = False
        return _Kind()

    def check_all(self, *_: Any, **__: Any) -> Any:
        """Hand out all answers."""
        for task in self._tasks:
            self.check(task)
        return _Kind()

    def __getattr__(self, name: str) -> Callable[..., None]:
        """Take whatever else a grader can do, such as packing a zip."""
        return lambda *_, **__: None

    def unchecked(self) -> list[str]:
        """The tasks whose answers were never handed out."""
        return [task for task, count in self._count.items() if not count]

    def _hand_out(self, task: str) -> None:
        functions: list[Callable[..., Any]] = []
        answers = {}
        for name in self._tasks[task]:
            answers[name] = plainly(self._names.get(name), functions, self._seconds)
        stopped = self._history.stopped if self._history else {}
        stopped = {name: stopped[name] for name in self._tasks[task] if name in stopped}
        self._line.say({"check": task, "answers": answers, "stopped": stopped})
        while True:
            asked = self._line.hear()
            if "go" in asked:
                return
            function = functions[asked["call"]]
            self._line.say(self._called(function, asked["arguments"], functions))

    def _called(
        self, function: Callable[..., Any], arguments: list[Any], functions: list[Any]
    ) -> dict[str, Any]:
        given = [Decoder().decode(one) for one in arguments]
        try:
            with limited(self._seconds):
                value = function(*given)
        except TimeUp:
            said = f"it took more than {self._seconds:g} seconds"
            return {"error": ["TimeoutError", said, "TimeoutError"]}
        except BaseException as error:
            return {"error": [type_name(error), first_line(error), _base(error)]}
        return {
            "value": plainly(value, functions, self._seconds),
            "after": [plainly(one, functions, self._seconds) for one in given],
        }


_KINDS = type.__dict__["__mro__"]
_OWN = [one for one in vars(builtins).values() if isinstance(one, type)]


def _base(error: BaseException) -> str:
    """The nearest of Python's own errors: a check may ask whether it is a TypeError."""
    kinds = _KINDS.__get__(type(error))
    return next(kind.__name__ for kind in kinds if any(kind is own for own in _OWN))


def plainly(value: Any, functions: list[Any], seconds: float) -> list[Any]:
    """Encode a value; what cannot be encoded is named."""
    try:
        with limited(seconds):
            return Encoder(functions).encode(value)
    except (TooLarge, RecursionError, MemoryError, TimeUp) as error:
        reason = first_line(error) if isinstance(error, TooLarge) else "it is too large"
        return ["refused", reason]
    except BaseException:
        return ["object", type_name(value)]
