"""Run the cells of a notebook, one after the other, each with its time.

What IPython alone understands is run where it matters and passed over where it does not: the body
of ``%%time`` runs, ``!pip install`` does not.
"""

from __future__ import annotations

import ast
import asyncio
import contextlib
import inspect
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

Say = Callable[[dict[str, Any]], None]


class TimeUp(BaseException):
    """A cell took too long; not an Exception, so that a bare `except Exception` lets it pass."""


PATIENCE = 4
"""How much longer than its computing time something may take that waits."""


def _queued() -> float:
    """The seconds that this process has waited for a busy machine, where the system counts them."""
    try:
        return int(Path("/proc/self/schedstat").read_text().split()[1]) / 1e9
    except (OSError, ValueError, IndexError):
        return 0.0


@contextlib.contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Let something compute so long and no longer, where signals allow it.

    What only waits has `PATIENCE` times as long, and waiting for a busy machine does not count
    where the system tells it. The time of what stands around it is stopped meanwhile.
    """
    if not hasattr(signal, "setitimer"):
        yield
        return
    began, computed = time.monotonic() - _queued(), time.process_time()

    def up(*_: Any) -> None:
        waited = time.monotonic() - _queued() - began
        if time.process_time() - computed >= seconds or waited >= PATIENCE * seconds:
            raise TimeUp

    before, _ = signal.setitimer(signal.ITIMER_REAL, 0)
    old = signal.signal(signal.SIGALRM, up)
    # Again and again, since code may swallow the first.
    signal.setitimer(signal.ITIMER_REAL, seconds, 0.5)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, old or signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, before, 0.5 if before else 0)


@contextlib.contextmanager
def bounded(megabytes: int) -> Iterator[None]:
    """Let something take so much memory more and no more, where the system can limit it."""
    try:
        import resource

        pages = int(Path("/proc/self/statm").read_text().split()[0])
    except (ImportError, OSError):
        yield
        return
    before = resource.getrlimit(resource.RLIMIT_AS)
    most = pages * resource.getpagesize() + (megabytes << 20)
    if before[0] != resource.RLIM_INFINITY:
        most = min(most, before[0])
    resource.setrlimit(resource.RLIMIT_AS, (most, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)


@contextlib.contextmanager
def stopped() -> Iterator[None]:
    """Stop the clock of a cell while something else is waited for."""
    if not hasattr(signal, "setitimer"):
        yield
        return
    before, _ = signal.setitimer(signal.ITIMER_REAL, 0)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, before, 0.5 if before else 0)


_NAME = type.__dict__["__name__"]


def type_name(value: Any) -> str:
    """The name of a value's type, whatever its class says about itself."""
    return str.__str__(_NAME.__get__(type(value)))[:80]


def first_line(error: BaseException) -> str:
    """The first line of what an error says, and no more of it than a sentence needs."""
    try:
        with limited(1):  # an error's words may be code of the student's, and endless
            lines = str.__str__(str(error)).strip().splitlines()
    except BaseException:
        return ""
    return lines[0][:200] if lines else ""


def _line_of(error: BaseException, number: int) -> int | None:
    """The line of a cell that an error came from; None before its first line ran."""
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == f"<cell {number}>":
            return trace.tb_lineno
        trace = trace.tb_next
    return None


class Cells:
    """Runs cells among the names of one notebook."""

    def __init__(
        self, names: dict[str, Any], say: Say, seconds: float, history: Any = None
    ) -> None:
        """Take the names, the line to the judge, the time of a cell.

        Args:
            names: Those of the notebook.
            say: Sends an object to the judge.
            seconds: What a cell may compute.
            history: A `three_pillars.checks.History`, told what each cell gave.
        """
        self.names, self.say, self.seconds, self.history = names, say, seconds, history
        self.number = 0
        self.passed: set[str] = set()
        names["get_ipython"] = lambda: _Shell(self)

    def run(self, number: int, source: str) -> None:
        """Run a cell; what goes wrong is said, and the next cell runs."""
        self.number = number
        trouble: tuple[str, str] | None = None
        line = None
        if self.history:
            self.history.begin(source)
        try:
            with limited(self.seconds):
                self.execute(source)
        except TimeUp:
            trouble = "TimeUp", f"stopped after {self.seconds:g} seconds"
        except MemoryError:
            trouble = "MemoryError", "it wanted more memory than there is"
        except SystemExit:
            trouble = "SystemExit", "it tried to end the program"
        except BaseException as error:
            trouble = type_name(error), first_line(error)
            line = None if source.startswith("%%") else _line_of(error, number)
        if self.history:
            error_name = {"TimeUp": "TimeoutError"}.get(trouble[0], trouble[0]) if trouble else ""
            self.history.end(source, error_name, line)
        if trouble:
            self.say({"trouble": [number, *trouble]})

    def execute(self, source: str) -> Any:
        """Run code, with or without what only IPython understands; return its last value."""
        try:
            tree = _parsed(source)
        except SyntaxError:
            tree = _parsed(_transformed(source))
        last = None
        if tree.body and isinstance(tree.body[-1], ast.Expr):
            last = ast.Expression(tree.body.pop().value)
        self._run(compile(tree, f"<cell {self.number}>", "exec", _AWAIT))
        return self._run(compile(last, f"<cell {self.number}>", "eval", _AWAIT)) if last else None

    def _run(self, code: Any) -> Any:
        value = eval(code, self.names)
        return asyncio.run(_awaited(value)) if code.co_flags & inspect.CO_COROUTINE else value

    def pass_over(self, what: str) -> None:
        """Say once that something was not run."""
        if what not in self.passed:
            self.passed.add(what)
            self.say({"note": f"{what} was passed over"})


_AWAIT = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT


def _parsed(source: str) -> ast.Module:
    return compile(source, "<cell>", "exec", _AWAIT | ast.PyCF_ONLY_AST)


async def _awaited(value: Any) -> Any:
    return await value


def _transformed(source: str) -> str:
    try:
        from IPython.core.inputtransformer2 import TransformerManager
    except ImportError:
        lines = source.splitlines()
        return "\n".join(line for line in lines if not line.lstrip().startswith(("%", "!", "?")))
    return TransformerManager().transform_cell(source)


_RUN = {"time", "timeit", "capture", "prun", "memit", "mprun"}


class _Shell:
    """Stands for IPython's shell: what measures code runs it, all else is passed over."""

    def __init__(self, cells: Cells) -> None:
        self._cells = cells

    def run_cell_magic(self, name: str, line: str, body: str) -> Any:
        if name in _RUN:
            return self._cells.execute(body)
        self._cells.pass_over(f"%%{name}")
        return None

    def run_line_magic(self, name: str, line: str, *_: Any) -> Any:
        if name in _RUN:
            options = line.split(" ")
            while options and options[0].startswith("-"):
                options.pop(0)
            return self._cells.execute(" ".join(options))
        self._cells.pass_over(f"%{name}")
        return None

    def system(self, *_: Any, **__: Any) -> None:
        self._cells.pass_over("a command of the shell")

    def getoutput(self, *_: Any, **__: Any) -> list[str]:
        self._cells.pass_over("a command of the shell")
        return []

    def __getattr__(self, name: str) -> Callable[..., None]:
        return lambda *_, **__: None
