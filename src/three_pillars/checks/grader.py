"""The student's grader: it answers in sentences, with pandas, Altair and Jupyter alone."""

from __future__ import annotations

import contextlib
import html
import inspect
import json
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ..figures import CATEGORIES
from ..words import listed
from .history import History, stopped_before
from .run import run
from .saved import Saved, cell_of, changed_since, find_saved, notebooks_of

RIGHT, NOT_YET = CATEGORIES[0], CATEGORIES[1]
"""Colours of the rule beside the feedback; the words say the same."""

TASKS = Path(__file__).parent / "tasks"
"""Where a student's copy has the checks of its exercise, as ``<part>.json``."""

CHART_READ = "Your teacher reads its title and alt text."
STUB = "_Type your answer here"

_history = History()


class Feedback:
    """What a check says, for a notebook and for a terminal."""

    def __init__(self, task: str, sentences: Sequence[str], praise: str = "") -> None:
        """Keep the sentences of the checks that failed."""
        self.task = task
        self.sentences = list(sentences)
        self.praise = praise

    @property
    def right(self) -> bool:
        """Whether every check passed."""
        return not self.sentences

    def __repr__(self) -> str:
        """Say it in plain text."""
        if self.right:
            return f"{self.task}: right. {self.praise}".strip()
        return f"{self.task}: not yet. " + " ".join(self.sentences)

    def _repr_html_(self) -> str:
        word = "Right." if self.right else "Not yet."
        return _box(self.right, word, " ".join(self.sentences) or self.praise)


class Summary:
    """What all checks say together, or what is said of the file to hand in."""

    def __init__(self, good: bool, word: str, said: str, below: Sequence[Feedback] = ()) -> None:
        """Keep a word, a sentence or two, and the feedback on each task."""
        self.good, self.word, self.said, self.below = good, word, said, list(below)

    def __repr__(self) -> str:
        """Say it in plain text."""
        return "\n".join([f"{self.word} {self.said}", *map(repr, self.below)])

    def _repr_html_(self) -> str:
        rows = "".join(
            f"<p><code>{html.escape(one.task)}</code></p>{one._repr_html_()}" for one in self.below
        )
        return _box(self.good, self.word, self.said) + rows


def _box(good: bool, word: str, said: str) -> str:
    return (
        f'<div role="status" style="border-left: 4px solid {RIGHT if good else NOT_YET}; '
        f'padding: .4em .8em"><strong>{word}</strong> {html.escape(said)}</div>'
    )


class Grader:
    """Checks the answers of one exercise; made by `open_grader`."""

    def __init__(self, notebook: str, tasks: list[dict[str, Any]] | None) -> None:
        """Take the file name of the notebook, and its tasks (None if they were not found)."""
        self.notebook = notebook
        self.part = Path(notebook).stem
        self.tasks = {task["name"]: task for task in tasks or []}
        self.found = tasks is not None

    def check(self, question: str, global_env: dict[str, Any] | None = None) -> Feedback:
        """Check one task.

        Args:
            question: The name of the task.
            global_env: The names of the notebook; by default those where the call stands.
        """
        names = inspect.currentframe().f_back.f_globals if global_env is None else global_env
        if not self.found:
            return Feedback(question, [_no_tasks(self.part)])
        task = self.tasks.get(question)
        if task is None:
            known = listed([f"'{name}'" for name, one in self.tasks.items() if one["checks"]])
            return Feedback(question, [f"No task is called '{question}'; there are {known}."])
        early = stopped_before(task["answers"], _history.stopped, names) or self._changed(
            task["answers"], names
        )
        if early:
            return Feedback(question, [early])
        said = [run(source, names) for source in task["checks"]]
        drawn = any("checks.chart(" in source for source in task["checks"])
        return Feedback(question, [one for one in said if one], CHART_READ if drawn else "")

    def check_all(self, global_env: dict[str, Any] | None = None) -> Summary:
        """Check every task that a machine can check.

        Args:
            global_env: The names of the notebook; by default those where the call stands.
        """
        names = inspect.currentframe().f_back.f_globals if global_env is None else global_env
        if not self.found:
            return Summary(False, "Not yet.", _no_tasks(self.part))
        below = [self.check(name, names) for name, task in self.tasks.items() if task["checks"]]
        good = sum(one.right for one in below)
        said = f"{good} of {len(below)} checked tasks are right."
        return Summary(good == len(below), "All checks:", said, below)

    def export(self, *_: Any, **__: Any) -> Summary:
        """Look at the saved notebook, which is the file to hand in, and say whether it is ready.

        Arguments of older notebooks are taken and have no meaning.
        """
        names = inspect.currentframe().f_back.f_globals
        if not self.found:
            return Summary(False, "Not yet.", _no_tasks(self.part))
        saved = find_saved(self.part, self.notebook, names)
        several = [one.path.name for one in notebooks_of(self.part)] if saved is None else []
        if len(several) > 1:
            return Summary(
                False, "Not yet.", f"{listed(several)} are notebooks of this exercise: save the "
                "one that you worked in, and hand in that one.",
            )  # fmt: skip
        if saved is None:
            how = (
                "File, Download, Download .ipynb"
                if "google.colab" in sys.modules
                else "in the menu File, with Download"
                if sys.platform == "emscripten"
                else "with File, Save"
            )
            return Summary(
                True, "Hand in", f"the notebook itself, one file: save it {how}. Whether it is "
                "saved cannot be seen from here.",
            )  # fmt: skip
        return self._of_file(saved)

    def _of_file(self, saved: Saved) -> Summary:
        """Say whether a saved notebook holds what was run in this session."""
        runs = _history.runs
        late, without = [], []
        for task in self.tasks.values():
            for name in task["answers"]:
                source = cell_of(saved, name, runs.get(name))
                if name in runs and source is not None:
                    other = source.strip() != runs[name].source.strip()
                    if other or saved.when < runs[name].when:
                        late.append(task["name"])
                if source is not None and source.strip() == task["stub"].strip():
                    without.append(task["name"])
        # Own words below the line that asks for them are an answer.
        if any(text.strip().startswith(STUB) and "\n" not in text.strip() for text in saved.text):
            without += [task["name"] for task in self.tasks.values() if not task["checks"]]
        if late:
            return Summary(
                False, "Not yet.", f"The file {saved.path.name} is older than what you ran "
                f"({_names(late)}): save it (Ctrl+S, on a Mac ⌘S), then run this cell again.",
            )  # fmt: skip
        if len(set(without)) == len(self.tasks):
            return Summary(
                False, "Not yet.", f"The file {saved.path.name} holds no answer: if you wrote "
                "some, save it (Ctrl+S, on a Mac ⌘S), then run this cell again.",
            )  # fmt: skip
        at = time.strftime("%H:%M", time.localtime(saved.when))
        said = f"{saved.path.name}, this one file, saved at {at}."
        if without:
            said += f" Without an answer so far: {_names(without)}."
        return Summary(not without, "Hand in", said)

    def _changed(self, answers: Sequence[str], names: Mapping[str, Any]) -> str:
        """Say that the cell of an answer was changed after it ran, where the file tells."""
        ran = {name: _history.runs[name] for name in answers if name in _history.runs}
        if not ran:
            return ""
        saved = find_saved(self.part, self.notebook, names)
        for name, last in ran.items():
            if saved and changed_since(saved, name, last):
                return (
                    f"The cell of {name} was changed after it ran: run it again, then check again."
                )
        return ""


def open_grader(notebook: str) -> Grader:
    """Open the grader of a notebook.

    Args:
        notebook: The file name that the notebook came with, such as ``"energy.ipynb"``; it may
            have another by now.

    Returns:
        A grader: ``check("task")`` says what is wrong with an answer, ``check_all()`` says it of
        all, ``export()`` says which file to hand in and whether it is saved.
    """
    _watch()
    part = Path(notebook).stem
    for folder in (TASKS, Path()):
        path = folder / f"{part}.json"
        with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
            return Grader(notebook, json.loads(path.read_text(encoding="utf-8"))["tasks"])
    return Grader(notebook, None)


def _no_tasks(part: str) -> str:
    return (
        f"The checks of the exercise '{part}' are not here: keep the notebook beside the folders "
        "three_pillars and data of its zip, and restart it there."
    )


def _names(tasks: Sequence[str]) -> str:
    return listed(list(dict.fromkeys(tasks)))


# IPython -----------------------------------------------------------------------------------------


def _watch() -> None:
    """Follow the cells of the notebook, once; without IPython there are none."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if hasattr(ipython, "get_ipython") else None
    if shell is None or getattr(shell, "_three_pillars_watched", False):
        return
    shell._three_pillars_watched = True

    def began(info: Any) -> None:
        if not info.silent:
            _history.begin(info.raw_cell, getattr(info, "cell_id", None))

    def ended(result: Any) -> None:
        info, error = result.info, result.error_before_exec or result.error_in_exec
        if info is None or info.silent:
            return
        line = None
        trace = error.__traceback__ if error is not None and not result.error_before_exec else None
        if not info.raw_cell.startswith("%%"):
            while trace is not None and line is None:
                if trace.tb_frame.f_globals is shell.user_ns:
                    line = trace.tb_lineno
                trace = trace.tb_next
        kind = type(error).__name__ if error is not None else ""
        _history.end(info.raw_cell, kind, line, getattr(info, "cell_id", None))

    shell.events.register("pre_run_cell", began)
    shell.events.register("post_run_cell", ended)
