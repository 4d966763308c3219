"""Answers files: what a forecast sheet saves, in the page or in Jupyter."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ..blocks import read_file, write_file
from ..data import load
from .probability import AnswerError, probability

FORMAT, VERSION = "three-pillars-forecasts", 1
"""What an answers file says of itself."""


def read_answers(path: str | Path) -> dict[str, float]:
    """Read the answers that a forecast sheet saved.

    Args:
        path: a file saved in the book or by ``write_answers()``.

    Returns:
        Probabilities by ``outcome_id``.

    Raises:
        AnswerError: the file is missing or damaged, of another kind or version, names an unknown
            question, or holds something that is no probability. Nothing is changed then.
    """
    name = Path(path).name
    content = read_file(
        path, format=FORMAT, version=VERSION, what="an answers file", error=AnswerError
    )
    answers = content.get("answers")
    if not isinstance(answers, dict):
        raise AnswerError(f"{name} holds no answers.")
    known = set(load("verdict/outcomes")["outcome_id"])
    for key, value in answers.items():
        if key not in known:
            raise AnswerError(f"{name}: there is no question {key!r} in this book.")
        probability(value, f"{name}, question {key}", AnswerError)
    return {key: float(value) for key, value in answers.items()}


def write_answers(path: str | Path, answers: Mapping[str, float]) -> Path:
    """Save answers as the forecast sheet of the built page does.

    The file is written whole or not at all: an older one stays until the new one is complete.

    Args:
        path: where to.
        answers: probabilities by ``outcome_id``.

    Raises:
        AnswerError: an answer is no probability, or the file cannot be written.
    """
    for key, value in answers.items():
        probability(value, f"question {key}", AnswerError)
    content = {"format": FORMAT, "version": VERSION, "answers": dict(answers)}
    return write_file(path, content, error=AnswerError)
