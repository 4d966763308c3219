"""Hand-ins that are alike: the same but for names, comments, order of cells and white space.

That is listed and not judged: it may be work in pairs, or a short task with one natural answer.
"""

from __future__ import annotations

import ast
import builtins
import hashlib
import io
import keyword
import tokenize
from collections import defaultdict
from collections.abc import Sequence

from .masters import Exercise
from .submissions import Submission

FEWEST = 60
"""Tokens of one's own that a hand-in must have to be compared; fewer say nothing."""

_SKIP = {tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT,
         tokenize.ENDMARKER, tokenize.ENCODING}  # fmt: skip


def groups(submissions: Sequence[Submission], exercises: dict[str, Exercise]) -> list[list[int]]:
    """Find hand-ins to one exercise that are alike.

    Returns:
        Groups of places in `submissions`, two or more in each.
    """
    found: dict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(submissions):
        if not one.problem and one.part in exercises:
            mark = fingerprint(one.cells, exercises[one.part])
            if mark:
                found[f"{one.part} {mark}"].append(place)
    return [places for places in found.values() if len(places) > 1]


def fingerprint(cells: Sequence[str], exercise: Exercise) -> str:
    """A mark that two hand-ins share if they are alike; empty if there is too little to compare."""
    known = set(dir(builtins)) | _imported(exercise.setup)
    given = {" ".join(_tokens(code, known)) for code in _given(exercise)}
    own = []
    for code in cells:
        tokens = " ".join(_tokens(code, known))
        if tokens not in given and ".check(" not in code:
            own.append(tokens)
    own = [code for code in own if code]
    if sum(code.count(" ") + 1 for code in own) < FEWEST:
        return ""
    return hashlib.sha256("\n".join(sorted(own)).encode("utf-8", "replace")).hexdigest()


def _given(exercise: Exercise) -> list[str]:
    return [exercise.setup, *(task.stub for task in exercise.tasks)]


def _imported(code: str) -> set[str]:
    """The names that imports give; all others, those of the tables too, a student may change."""
    return {
        (name.asname or name.name).partition(".")[0]
        for node in ast.walk(ast.parse(code))
        if isinstance(node, (ast.Import, ast.ImportFrom))
        for name in node.names
    }


def _tokens(code: str, known: set[str]) -> list[str]:
    """The tokens of some code; names that are not known become one and the same."""
    found: list[str] = []
    try:
        for token in tokenize.generate_tokens(io.StringIO(code).readline):
            if token.type in _SKIP:
                continue
            text = token.string
            attribute = bool(found) and found[-1] == "."
            own = token.type == tokenize.NAME and not keyword.iskeyword(text) and not attribute
            found.append("name" if own and text not in known else text)
    except (tokenize.TokenError, SyntaxError, ValueError, RecursionError):
        return code.split()
    return found
