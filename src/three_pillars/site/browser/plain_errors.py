"""What stopped a cell, in plain words: a sentence, the line, and the traceback for who wants it."""

from __future__ import annotations

import difflib
import traceback
from typing import Any

THERE = "pandas, numpy, altair and three_pillars"


def in_plain_words(error: BaseException, code: str, filename: str) -> dict[str, Any]:
    """Describe an error for the page.

    Args:
        error: what stopped the cell.
        code: the cell.
        filename: the name under which it was compiled; "" if the error is not in a cell.

    Returns:
        ``sentence``; ``line`` (its number in the cell, or None) and ``source`` (its text);
        ``traceback``, from the cell on.
    """
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if frame.filename == filename]
    line = own[-1].lineno if own else None
    if isinstance(error, SyntaxError) and error.filename == filename:
        line = error.lineno
    lines = code.splitlines()
    first = next((i for i, frame in enumerate(frames) if frame.filename == filename), 0)
    shown = traceback.TracebackException.from_exception(error)
    shown.stack = traceback.StackSummary.from_list(frames[first:])
    return {
        "sentence": _sentence(error, code),
        "line": line,
        "source": lines[line - 1].strip() if line and line <= len(lines) else "",
        "traceback": "".join(shown.format()),
    }


def _sentence(error: BaseException, code: str) -> str:
    kind, said = type(error).__name__, str(error).strip()
    if type(error).__module__.startswith("three_pillars"):
        return said  # ours is a sentence already
    if isinstance(error, SyntaxError):
        return f"Python cannot read this line: {error.msg}."
    if isinstance(error, NameError):
        name = error.name or ""
        near = difflib.get_close_matches(name, _names_in(error), 1)
        hint = f"did you mean {near[0]}?" if near else "check its spelling, or run its cell first."
        return f"The name {name} stands for nothing yet: {hint}"
    if isinstance(error, ModuleNotFoundError):
        return f"There is no module {error.name} in this page; there are {THERE}."
    if isinstance(error, KeyError):
        return f"Nothing has the name {said}: look at the columns or keys that there are."
    if isinstance(error, AttributeError) and error.name:
        what = type(error.obj).__name__ if error.obj is not None else "this"
        return f"A value of type {what} has nothing called {error.name}."
    if isinstance(error, ZeroDivisionError):
        return "A number is divided by zero here."
    if isinstance(error, RecursionError):
        return "A function calls itself without an end."
    if isinstance(error, MemoryError):
        return "The page's Python has no more memory; work with fewer rows."
    if isinstance(error, SystemExit):
        return "The cell ended Python by itself; leave exit() and quit() out."
    if isinstance(error, OSError | EOFError) and "input(" in code:
        return "input() has nobody to ask in this page; write the value into the code."
    return f"Python stopped here: {said or kind}" + ("" if said.endswith((".", "!", "?")) else ".")


def _names_in(error: NameError) -> list[str]:
    """Return the names that were known where an unknown one was read."""
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    if place is None:
        return []
    return [
        name
        for name in {**place.tb_frame.f_globals, **place.tb_frame.f_locals}
        if not name.startswith("_")
    ]
