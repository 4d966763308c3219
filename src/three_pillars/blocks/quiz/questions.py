"""The questions of a quiz: one right option, or a number."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from ...figures import name_problem
from ..core import BlockError


def choice(
    question: str, options: Mapping[str, str], *, name: str | None = None, right: str
) -> dict[str, Any]:
    """Make a question with one right option, for `quiz()`.

    Args:
        question: the question, one sentence.
        options: each option with its feedback: what is right about it, or what went wrong.
        name: the question's address on the page, as in `figure()`; a chapter needs one.
        right: the right option.

    Raises:
        BlockError: fewer than two options, no feedback for one, the right one is not there, or
            the name is no name.
    """
    said = f"choice({question!r})"
    if len(options) < 2 or right not in options:
        raise BlockError(f"{said}: give two or more options, the right one among them.")
    for option, feedback in options.items():
        if not feedback.strip():
            raise BlockError(f"{said}: the option {option!r} has no feedback.")
    return {
        **_named(name, said),
        "type": "choice",
        "question": question,
        "options": dict(options),
        "right": right,
    }


def number(
    question: str,
    *,
    name: str | None = None,
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
        name: the question's address on the page, as in `figure()`; a chapter needs one.
        answer: the right number, computed.
        tolerance: how far off still counts as right, in the same unit.
        explain: shown with a right answer: why it is right.
        hint: shown with any other answer.
        unit: unit of the answer.
        feedback: wrong numbers that a plausible mistake leads to, and what the mistake was. A
            wrong number within the tolerance of one of them gets that feedback.

    Raises:
        BlockError: the answer is no finite number, the tolerance is negative, a text is missing,
            a wrong number would also count as right, or the name is no name.
    """
    said = f"number({question!r})"
    if isinstance(answer, bool) or not math.isfinite(answer) or tolerance < 0:
        raise BlockError(f"{said}: the answer must be a finite number, the tolerance 0 or more.")
    if not explain.strip() or not hint.strip():
        raise BlockError(f"{said}: give explain=… and hint=….")
    mistakes = [[float(value), text] for value, text in (feedback or {}).items()]
    for value, _text in mistakes:
        if abs(value - answer) <= tolerance:
            raise BlockError(f"{said}: the wrong number {value:g} would count as right.")
    return {
        **_named(name, said),
        "type": "number",
        "question": question,
        "answer": float(answer),
        "tolerance": float(tolerance),
        "unit": unit,
        "explain": explain,
        "hint": hint,
        "mistakes": mistakes,
    }


def _named(name: str | None, said: str) -> dict[str, str]:
    if name is None:
        return {}
    if problem := name_problem(name):
        raise BlockError(f"{said}: {problem}.")
    return {"name": name}
