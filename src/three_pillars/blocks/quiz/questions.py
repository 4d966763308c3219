"""The questions of a quiz: one right option, or a number."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from ...figures import name_problem
from ..core import BlockError
from ..core.plain import plain
from .judging import judge_number


def choice(
    question: str,
    options: Mapping[str, str],
    *,
    name: str | None = None,
    chart: str | None = None,
    right: str,
) -> dict[str, Any]:
    """Make a question with one right option, for `quiz()`.

    Args:
        question: the question, one sentence.
        options: each option with its feedback: what is right about it, or what went wrong.
        name: the question's address on the page, as in `figure()`; a chapter needs one.
        chart: the name of the chart on the page that the question speaks of; it travels along to
            wherever the question goes.
        right: the right option.

    Raises:
        BlockError: fewer than two options, no feedback for one, the right one is not there, a
            feedback begins with a word that the page says anyway, such as "Yes", or the name is no
            name.
    """
    said = f"choice({question!r})"
    if len(options) < 2 or right not in options:
        raise BlockError(f"{said}: give two or more options, the right one among them.")
    for option, feedback in options.items():
        if not feedback.strip():
            raise BlockError(f"{said}: the option {option!r} has no feedback.")
        plain(said, feedback)
    return {
        **_named(name, chart, said),
        "type": "choice",
        "question": question,
        "options": dict(options),
        "right": right,
    }


def number(
    question: str,
    *,
    name: str | None = None,
    chart: str | None = None,
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
        chart: the name of the chart that the question speaks of, as in `choice()`.
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
            a text begins with a word that the page says anyway, a wrong number would count as
            right or as another mistake, or the name is no name.
    """
    said = f"number({question!r})"
    if isinstance(answer, bool) or not math.isfinite(answer) or tolerance < 0:
        raise BlockError(f"{said}: the answer must be a finite number, the tolerance 0 or more.")
    if not explain.strip() or not hint.strip():
        raise BlockError(f"{said}: give explain=… and hint=….")
    mistakes = [[float(value), text] for value, text in (feedback or {}).items()]
    for text in (explain, hint, *(text for _value, text in mistakes)):
        plain(said, text)
    item = {
        **_named(name, chart, said),
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
        kind, told = judge_number(f"{value:.6f}", item)
        if kind == "right":
            raise BlockError(f"{said}: the wrong number {value:g} would count as right.")
        if told != text:
            raise BlockError(f"{said}: the wrong number {value:g} would be told: {told}")
    return item


def _named(name: str | None, chart: str | None, said: str) -> dict[str, str]:
    given = {key: one for key, one in (("name", name), ("chart", chart)) if one is not None}
    for one in given.values():
        if problem := name_problem(one):
            raise BlockError(f"{said}: {problem}.")
    return given
