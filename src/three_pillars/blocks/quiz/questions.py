"""The questions of a quiz: one right option, or a number."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from ..core import BlockError
from ..core.feedback import feedback as plain
from .judging import judge_number


def choice(question: str, options: Mapping[str, str], *, right: str) -> dict[str, Any]:
    """Make a question with one right option, for `quiz()`.

    Args:
        question: the question, one sentence.
        options: each option with its feedback: what is right about it, or what went wrong.
        right: the right option.

    Raises:
        BlockError: fewer than two options, no feedback for one, the right one is not there, or a
            feedback begins with a word that the page says anyway, such as "Yes".
    """
    name = f"choice({question!r})"
    if len(options) < 2 or right not in options:
        raise BlockError(f"{name}: give two or more options, the right one among them.")
    for option, said in options.items():
        if not said.strip():
            raise BlockError(f"{name}: the option {option!r} has no feedback.")
        plain(name, said)
    return {"type": "choice", "question": question, "options": dict(options), "right": right}


def number(
    question: str,
    *,
    answer: float,
    tolerance: float,
    explain: str,
    hint: str,
    unit: str = "",
    feedback: Mapping[float, str] | None = None,
) -> dict[str, Any]:
    """Make a question with a number for an answer, for `quiz()`.

    Args:
        question: the question, one sentence.
        answer: the right number, computed.
        tolerance: how far off still counts as right, in the same unit; a number that only misses
            it because it is rounded too far is told how many decimals to give.
        explain: shown with a right answer: why it is right.
        hint: shown with any other answer.
        unit: unit of the answer; with ``"%"`` or ``"of 100"`` a fraction is told that it is one.
        feedback: wrong numbers that a plausible mistake leads to, and what the mistake was;
            `judge_number()` says how near a number must lie to be one of them. The wrong sign and
            per cent for a fraction need no feedback.

    Raises:
        BlockError: the answer is no finite number, the tolerance is negative, a text is missing,
            a text begins with a word that the page says anyway, or a wrong number would count as
            right or as another mistake.
    """
    name = f"number({question!r})"
    if isinstance(answer, bool) or not math.isfinite(answer) or tolerance < 0:
        raise BlockError(f"{name}: the answer must be a finite number, the tolerance 0 or more.")
    if not explain.strip() or not hint.strip():
        raise BlockError(f"{name}: give explain=… and hint=….")
    mistakes = [[float(value), text] for value, text in (feedback or {}).items()]
    for text in (explain, hint, *(text for _value, text in mistakes)):
        plain(name, text)
    item = {
        "type": "number",
        "question": question,
        "answer": float(answer),
        "tolerance": float(tolerance),
        "unit": unit,
        "explain": explain,
        "hint": hint,
        "mistakes": mistakes,
    }
    for value, text in mistakes:
        kind, said = judge_number(f"{value:.6f}", item)
        if kind == "right":
            raise BlockError(f"{name}: the wrong number {value:g} would count as right.")
        if said != text:
            raise BlockError(f"{name}: the wrong number {value:g} would be told: {said}")
    return item
