"""Check yourself: questions that answer at once."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from ...explore import spaced
from ..core import Block, BlockError, Kind, declare


def quiz(*questions: Mapping[str, Any], name: str = "quiz") -> Block:
    """Ask questions that answer at once; each wrong answer says what went wrong.

    Args:
        *questions: results of `choice()` and `number()`.
        name: the quiz's address on the page, as in `figure()`.

    Raises:
        BlockError: no question is given, or something else than a question.
    """
    if not questions or any("type" not in q for q in questions):
        raise BlockError("quiz(): give one or more questions made by choice() or number().")
    return Block("quiz", name=name, questions=[dict(q) for q in questions])


def _view(block: Mapping[str, Any], uid: str, base: str | None) -> dict[str, Any]:
    # What the script of a question needs: everything but its words, which the page shows.
    return {
        "data": [
            {key: value for key, value in item.items() if key != "question"}
            for item in block["questions"]
        ],
        "solutions": [[_solution(item)] for item in block["questions"]],
    }


def _solution(item: Mapping[str, Any]) -> tuple[str, str]:
    """Return the right answer of a question as a sentence, and why it is right."""
    if item["type"] == "choice":
        return f"{item['right'].removesuffix('.')}.", item["options"][item["right"]]
    # No finer than what counts as right.
    digits = max(0, -math.floor(math.log10(item["tolerance"]))) if item["tolerance"] else 12
    shown = f"{item['answer']:.{digits}f}".replace("-", "\N{MINUS SIGN}")
    shown = shown.rstrip("0").rstrip(".") if "." in shown else shown
    return f"{shown}{spaced(item['unit'])}.", item["explain"]


declare(Kind("quiz", _view, needs=("numbers", "storage", "files", "answers")))
