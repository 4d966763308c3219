"""Reading a master: ``exercises/<part>.md``, a MyST notebook in the format of `otter assign`.

Blocks in fences called ``otter`` mark questions, solutions and tests. `read` takes a master apart,
for the tests, for the editions and for grading.
"""

from __future__ import annotations

import inspect
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from three_pillars import data

MASTERS = Path(__file__).resolve().parents[3] / "exercises"

_FENCE = re.compile(r"^```otter\n(.*?)^```[ \t]*$", re.M | re.S)
_HEAD = re.compile(
    r"^### Task (?P<number>\d+) · (?P<title>.+?)\n+"
    r"\*(?P<level>[^·*]+?) · (?P<minutes>\d+) minutes? · (?P<points>[\d.]+) points?\*$",
    re.M,
)


class MasterError(ValueError):
    """A master is not in order; the message says which, where and why."""


@dataclass
class Task:
    """One question of an exercise."""

    name: str
    points: float
    manual: bool
    number: int = 0
    title: str = ""
    level: str = ""
    minutes: int = 0
    question: str = ""
    hints: int = 0
    solution: str = ""
    model: str = ""
    tests: list[str] = field(default_factory=list)

    @property
    def stub(self) -> str:
        """What a student finds in the cell of the answer."""
        return stub(self.solution)

    @property
    def answers(self) -> list[str]:
        """The names of the answers that the checks look at."""
        found: list[str] = []
        for test in self.tests:
            scope: dict[str, Any] = {}
            exec(compile(test, "<check>", "exec"), scope)
            check = next(one for one in scope.values() if inspect.isfunction(one))
            found += inspect.signature(check).parameters
        return list(dict.fromkeys(found))


@dataclass
class Exercise:
    """A master, taken apart."""

    part: str
    title: str
    minutes: int
    setup: str  # the code above the first task
    tasks: list[Task]
    tables: list[str]
    sources: list[str]  # every cell of code, solutions and checks among them

    @property
    def points(self) -> float:
        """All points together."""
        return sum(task.points for task in self.tasks)


def master_cells(path: Path) -> list[dict[str, Any]]:
    """Split a master into cells, each mark of otter in a raw cell of its own."""
    import jupytext

    split: list[dict[str, Any]] = []
    for cell in jupytext.read(path).cells:
        if cell.cell_type != "markdown":
            split.append({"type": cell.cell_type, "source": cell.source})
            continue
        at = 0
        for match in _FENCE.finditer(cell.source):
            split.append({"type": "markdown", "source": cell.source[at : match.start()].strip()})
            marks = re.split(r"^(?=# (?:BEGIN|END|ASSIGNMENT))", match[1], flags=re.M)
            split += [{"type": "raw", "source": mark.strip()} for mark in marks if mark.strip()]
            at = match.end()
        split.append({"type": "markdown", "source": cell.source[at:].strip()})
    return [cell for cell in split if cell["source"]]


def read_master(path: Path) -> Exercise:
    """Take a master apart.

    Args:
        path: The file ``exercises/<part>.md``.

    Returns:
        The exercise: its tasks in order, each with its solution and its checks.

    Raises:
        MasterError: A block is not closed, or a task lacks its heading.
    """
    title, minutes = "", 0
    setup, tasks, sources = [], [], []
    task: Task | None = None
    block = ""
    for cell in master_cells(path):
        text = cell["source"]
        if cell["type"] == "raw":
            mark = text.splitlines()[0]
            if mark == "# BEGIN QUESTION":
                options = yaml.safe_load(text.partition("\n")[2]) or {}
                task = Task(
                    options.get("name", ""), options.get("points", 1), options.get("manual", False)
                )
            elif mark == "# END QUESTION":
                if task is None:
                    raise MasterError(f"{path.name}: END QUESTION without BEGIN QUESTION.")
                tasks.append(_complete(task, path))
                task = None
            elif mark.startswith("# BEGIN"):
                block = mark.removeprefix("# BEGIN ").lower()
            elif mark.startswith("# END"):
                block = ""
            continue
        if cell["type"] == "code":
            sources.append(text)
        if task is None:
            if cell["type"] == "code":
                if not tasks:  # below the tasks, the notebook is handed in
                    setup.append(text)
            else:
                title = title or (re.search(r"^# (.+)$", text, re.M) or ["", ""])[1]
                found = re.search(r"\*\*Time\*\* (\d+) minutes", text)
                minutes = minutes or (int(found[1]) if found else 0)
        elif block == "tests":
            task.tests.append(text)
        elif block == "solution":
            if cell["type"] == "code":
                task.solution = f"{task.solution}\n\n{text}".strip()
            else:
                task.model = f"{task.model}\n\n{text}".strip()
        elif cell["type"] == "markdown":
            task.question = f"{task.question}\n\n{text}".strip()
    if task is not None:
        raise MasterError(f"{path.name}: the question '{task.name}' is not closed.")
    loads = re.findall(r"""\bload\(\s*["']([\w/]+)["']""", "\n".join(sources))
    drawn = re.findall(r"""["'](\w+/\w+)["']""", "\n".join(sources))
    known = set(data.tables())
    tables = sorted({*loads, *(name for name in drawn if name in known)} - {"sources"})
    return Exercise(path.stem, title, minutes, "\n\n".join(setup), tasks, tables, sources)


def _complete(task: Task, path: Path) -> Task:
    """Read the heading of a task, and count its hints."""
    head = _HEAD.search(task.question)
    if not head:
        raise MasterError(
            f"{path.name}, question '{task.name}': begin with '### Task 1 · Title' and, below it, "
            "'*Core · 5 minutes · 2 points*'."
        )
    if float(head["points"]) != float(task.points):
        raise MasterError(
            f"{path.name}, question '{task.name}': the heading says {head['points']} points, the "
            f"settings {task.points}."
        )
    task.number, task.title = int(head["number"]), head["title"].strip()
    task.level, task.minutes = head["level"].strip(), int(head["minutes"])
    task.hints = task.question.count("<summary>Hint ")
    return task


def stub(solution: str) -> str:
    """Take the solution out of a cell, as `otter assign` does.

    Three forms are in use: a line that ends in ``# SOLUTION`` and assigns a name, a block between
    ``# BEGIN SOLUTION`` and ``# END SOLUTION``, and such a block with ``NO PROMPT``.
    """
    lines, inside = [], False
    for line in solution.splitlines():
        bare = line.strip()
        if bare.startswith("# BEGIN SOLUTION"):
            inside = True
            if "NO PROMPT" not in bare:
                lines.append(line[: len(line) - len(line.lstrip())] + "...")
        elif bare == "# END SOLUTION":
            inside = False
        elif not inside:
            lines.append(re.sub(r"^(\s*[\w.\[\]'\"]+\s*=).*# ?SOLUTION$", r"\1 ...", line))
    return "\n".join(lines)
