"""Answers that students gave in the chapters: predictions, quizzes and sorting, by question.

Readers save them as one file in the built book (three_pillars/blocks/core/answers.js). They earn no
points; the report counts who chose what, so that a class can talk about it.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from .notebooks import READING_MB
from .pages import table_html
from .room.cells import bounded
from .text import escaped

ANSWERS_FORMAT, ANSWERS_VERSION = "three-pillars-answers", 1
"""What a file of answers says of itself."""

LONGEST = 600
"""Characters of a question or an answer that are shown."""


@dataclass(frozen=True)
class Given:
    """What one student answered to one question.

    Args:
        page: the chapter, such as ``"energy/dependence"``; ``""`` in a notebook elsewhere.
        question: its kind and its words, such as ``"prediction: What share?"``.
        given: every answer, in the order in which they were given.
        said: what the last one was said to be: right, wrong or told.
    """

    page: str
    question: str
    given: tuple[str, ...]
    said: str


@dataclass(frozen=True)
class AnswersFile:
    """A file of answers: where it lay, and what it holds, or why it cannot be used."""

    place: str
    answers: tuple[Given, ...] = ()
    problem: str = ""


def read_answers_file(content: bytes, place: str) -> AnswersFile | None:
    """Read a file of answers.

    Args:
        content: the file.
        place: its path, for the report.

    Returns:
        What it holds, or why it cannot be used; None if it is no file of answers at all.
    """
    try:
        with bounded(READING_MB):
            held = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError, MemoryError):
        return None
    if not isinstance(held, dict) or held.get("format") != ANSWERS_FORMAT:
        return None
    version = held.get("version")
    if version != ANSWERS_VERSION or isinstance(version, bool):
        said = (
            f"it is of version {repr(version)[:20]}, and this book reads version {ANSWERS_VERSION}"
        )
        return AnswersFile(place, problem=said)
    answers = held.get("answers")
    if not isinstance(answers, dict):
        return AnswersFile(place, problem="it holds no answers")
    return AnswersFile(
        place,
        tuple(
            Given(one["page"], question, tuple(one["given"]), one["said"])
            for question, one in answers.items()
            if _sound(one)
        ),
    )


def _sound(one: object) -> bool:
    return (
        isinstance(one, dict)
        and isinstance(one.get("page"), str)
        and one.get("said") in ("right", "wrong", "told")
        and isinstance(one.get("given"), list)
        and bool(one["given"])
        and all(isinstance(answer, str) for answer in one["given"])
    )


def answers_section(files: Sequence[AnswersFile]) -> str:
    """Write the section of the report on answers in the chapters; "" where no file came in.

    Args:
        files: the files of a class.

    Returns:
        For each question its answers: how many students chose one first, how many at all, and
        whether the page said that it was right.
    """
    if not files:
        return ""
    good = [one for one in files if not one.problem]
    parts = [
        "<h2>Answers in the chapters</h2>",
        f"<p>{len(good)} file{'s' * (len(good) != 1)} of answers. They earn no points. "
        "<em>First</em> counts the students whose first answer it was, <em>at all</em> those who "
        "gave it at any time.</p>",
    ]
    if bad := [[one.place, one.problem] for one in files if one.problem]:
        parts.append(table_html(["file", "why it is not counted"], bad))
    pages: dict[str, dict[str, list[Given]]] = {}
    for one in good:
        for given in one.answers:
            pages.setdefault(given.page, {}).setdefault(given.question, []).append(given)
    for page in sorted(pages):
        parts.append(f"<h3>{escaped(page or 'outside the book')}</h3>")
        for question, held in pages[page].items():
            parts.append(f"<p><strong>{escaped(question[:LONGEST])}</strong></p>")
            parts.append(
                table_html(["answer", "first", "at all", ""], [list(row) for row in _rows(held)])
            )
    return "".join(parts)


def _rows(held: Sequence[Given]) -> list[tuple[str, int, int, str]]:
    first = Counter(one.given[0] for one in held)
    ever = Counter(answer for one in held for answer in set(one.given))
    said = {one.given[-1]: one.said for one in held}
    return [
        (answer[:LONGEST], first[answer], count, "✓ right" * (said.get(answer) == "right"))
        for answer, count in sorted(ever.items(), key=lambda item: (-item[1], item[0]))
    ]
