"""What the cells of a notebook did with its answers: gave them, stopped before, ran long ago.

After a cell that stopped with an error, the variable that it should give still holds whatever an
earlier run gave. A check that judged this would speak of another answer than the one on the
screen. So both places that check answers, the notebook and the grading room, keep a `History`.
"""

from __future__ import annotations

import ast
import re
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass
class Run:
    """A cell that ran and gave a name."""

    source: str
    cell: str | None  # the cell's id, where the notebook tells it
    when: float  # seconds, as `time.time` counts them


class History:
    """Which names the cells that ran gave, and which they stopped before giving."""

    def __init__(self) -> None:
        """Begin with no cell."""
        self.stopped: dict[str, str] = {}
        """The error that kept a name from being given, by name."""
        self.runs: dict[str, Run] = {}
        """The last cell that gave, or should have given, a name."""
        self._before: dict[str, str] = {}
        self._now: str | None = None

    def begin(self, source: str, cell: str | None = None) -> None:
        """Take note that a cell begins.

        Until it ends, what it gives counts as given: it may call a check itself, below its answer.
        """
        self._now, self._before = source, dict(self.stopped)
        for name in names_given(source):
            self.stopped.pop(name, None)
            self.runs[name] = Run(source, cell, time.time())

    def end(
        self, source: str, error: str = "", line: int | None = None, cell: str | None = None
    ) -> None:
        """Take note that a cell ended.

        Args:
            source: Its code.
            error: The name of the error that it stopped with, such as ``"NameError"``; empty if
                it ran to its end.
            line: The line of the cell that stopped; None if that is not known.
            cell: Its id, where the notebook tells it.
        """
        if self._now == source:  # else it is the cell that began to keep this history
            self.stopped = self._before
        self._now = None
        for name, last in names_given(source).items():
            self.runs[name] = Run(source, cell, time.time())
            if error and (line is None or last >= line):
                self.stopped[name] = error
            else:
                self.stopped.pop(name, None)


def stopped_before(
    answers: Iterable[str], stopped: Mapping[str, str], names: Mapping[str, Any]
) -> str:
    """Say that the cell of an answer stopped, if one did.

    Args:
        answers: The names of the answers that a check looks at.
        stopped: The error that kept a name from being given, by name.
        names: The names of the notebook, or the answers handed out.

    Returns:
        The sentence for the student; empty if no cell of theirs stopped.
    """
    for name in answers:
        if name in stopped:
            error = stopped[name]
            article = "an" if error[:1] in "AEIOU" else "a"
            none = names.get(name) is None or names.get(name) is Ellipsis
            still = f"gave no {name}" if none else f"{name} still holds an earlier answer"
            ask = " (is a name misspelt, or text without quotation marks?)"
            return (
                f"The cell above stopped with {article} {error} and {still}: correct the cell"
                f"{ask if error == 'NameError' else ''}, run it again, then check again."
            )
    return ""


def names_given(source: str) -> dict[str, int]:
    """Find the names that a cell gives at its top level.

    Args:
        source: The code of a cell, with or without what only IPython understands.

    Returns:
        The last line of the statement that gives a name, by name; the first such statement counts.
    """
    text = _python_of(source)
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError):
        found = re.findall(r"^(?:def[ \t]+(\w+)|(\w+)[ \t]*=(?!=))", text, re.M)
        return dict.fromkeys((one or two for one, two in found), len(text.splitlines()))
    given: dict[str, int] = {}
    for statement in tree.body:
        for name in _bound(statement):
            given.setdefault(name, statement.end_lineno or statement.lineno)
    return given


def _bound(statement: ast.stmt) -> Iterable[str]:
    """The names that a statement binds or changes a part of, those in functions left out."""
    if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        yield statement.name
        return
    queue: list[ast.AST] = [statement]
    while queue:
        node = queue.pop(0)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
        elif isinstance(node, (ast.Subscript, ast.Attribute)) and isinstance(node.ctx, ast.Store):
            root: ast.AST = node
            while isinstance(root, (ast.Subscript, ast.Attribute)):
                root = root.value
            if isinstance(root, ast.Name):
                yield root.id
        elif isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            yield node.name
            continue
        elif isinstance(node, (ast.Lambda, ast.ListComp, ast.SetComp, ast.DictComp,
                               ast.GeneratorExp)):  # fmt: skip
            continue
        queue += ast.iter_child_nodes(node)


def _python_of(source: str) -> str:
    """Put plain Python in place of what only IPython understands, line by line."""
    lines = source.replace("\r\n", "\n").split("\n")
    if lines[0].startswith("%%"):
        lines[0] = ""
    for at, line in enumerate(lines):
        bare = line.lstrip()
        indent = line[: len(line) - len(bare)]
        timed = re.match(r"%time(?:it)?\s+(?:-\w+\s*\d*\s+)*(.*)", bare)
        if timed:
            lines[at] = indent + (timed[1] or "pass")
        elif bare.startswith(("%", "!")) or (bare.endswith("?") and not bare.startswith("#")):
            lines[at] = f"{indent}pass"
    return "\n".join(lines)
