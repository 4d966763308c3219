"""An open answer, which a person reads."""

from __future__ import annotations

from typing import Any

from ..words import counted
from .answers import answered
from .wrong import Wrong, big


def text(value: Any, what: str, *, least: int = 10, most: int = 400) -> None:
    """Check that an open answer is there and of the length asked for; a person reads it.

    Args:
        value: The answer.
        what: What is asked for.
        least: Words it should have at least.
        most: Words it should have at most.

    Raises:
        Wrong: There is no text, or too little, or too much.
    """
    answered(value, what)
    if not isinstance(value, str):
        raise Wrong(f"{big(what)}: write text, in quotation marks.")
    words = len(value.split())
    have = counted(words, "word")
    if words < least:
        raise Wrong(f"{big(what)}: {have}; {least} to {most} were asked for.")
    if words > most:
        raise Wrong(f"{big(what)}: {have}; cut the text to {most} at most.")
    if len({word.casefold() for word in value.split()}) < least // 3:
        raise Wrong(f"{big(what)}: the same words come again and again; write sentences.")
