"""Check yourself: questions that answer at once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

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
        ]
    }


declare(Kind("quiz", _view, needs=("numbers", "storage", "files", "answers")))
