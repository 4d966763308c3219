"""A question of the book, whatever the format that carries it."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from ..pieces import Piece

FRACTION = "That is the fraction; the question asks for per cent."
"""What the page itself says of a per cent typed as a fraction; blocks/quiz/quiz.js has the same."""


@dataclass(frozen=True)
class Option:
    """An answer that somebody may give.

    Args:
        text: the answer, as the reader sees it.
        feedback: what is right about it, or what went wrong.
        right: whether it is the right one.
        value: the number itself, of a question with a number for an answer.
        tolerance: how far off a number still counts as this answer.
    """

    text: str
    feedback: str
    right: bool = False
    value: float | None = None
    tolerance: float = 0.0


@dataclass(frozen=True)
class Picture:
    """The chart that a question speaks of.

    Args:
        name: its file, such as ``"lng-share.png"``.
        alt: its alt text.
        png: its content.
    """

    name: str
    alt: str
    png: bytes


@dataclass(frozen=True)
class Question:
    """One question.

    Args:
        address: page and name, such as ``"energy/dependence/turn-to-russia"``.
        text: the question, one sentence; of a number with its unit.
        kind: ``"choice"`` or ``"number"``.
        options: the answers that have feedback of their own, the right one among them; of a number
            the right one, then the named mistakes in the order in which they are looked at.
        otherwise: what is said of any other number; "" for a choice.
        picture: the chart that the question speaks of.
    """

    address: str
    text: str
    kind: str
    options: tuple[Option, ...]
    otherwise: str = ""
    picture: Picture | None = None

    @property
    def part(self) -> str:
        """The part of the book: ``"energy"``."""
        return self.address.partition("/")[0]

    @property
    def page(self) -> str:
        """The page: ``"energy/dependence"``."""
        return self.address.rpartition("/")[0]

    @property
    def ident(self) -> str:
        """An id for XML: letters, digits and hyphens, unlike any other of the book."""
        return "tp-" + self.address.replace("/", "-")

    @property
    def right(self) -> Option:
        """The right answer."""
        return next(option for option in self.options if option.right)

    @property
    def feedbacks(self) -> list[str]:
        """Every sentence of feedback, each once."""
        said = [option.feedback for option in self.options]
        return list(dict.fromkeys([*said, *([self.otherwise] if self.otherwise else [])]))


def questions_of(pieces: Iterable[Piece], pictures: dict[str, Picture]) -> list[Question]:
    """Return the questions among the pieces of the book, in reading order.

    Args:
        pieces: all pieces.
        pictures: by the address of their chart, those that are there.
    """
    found = []
    for piece in pieces:
        if piece.kind != "question":
            continue
        item = piece.printed
        chart = item.get("chart")
        picture = pictures[f"{piece.page}/{chart}"] if chart else None
        made = _choice(item) if item["type"] == "choice" else _number(item)
        found.append(Question(piece.address, *made, picture))
    return found


def _choice(item: dict) -> tuple[str, str, tuple[Option, ...], str]:
    options = tuple(
        Option(text, feedback, text == item["right"]) for text, feedback in item["options"].items()
    )
    return item["question"], "choice", options, ""


def _number(item: dict) -> tuple[str, str, tuple[Option, ...], str]:
    tolerance, unit = item["tolerance"], item["unit"]

    def option(value: float, feedback: str, right: bool = False) -> Option:
        return Option(number_text(value, tolerance), feedback, right, value, tolerance)

    options = [option(item["answer"], item["explain"], True)]
    options += [option(value, text) for value, text in item["mistakes"]]
    if unit == "%":
        share = item["answer"] / 100
        # Only where the page says it too: what is within reach of the answer itself is right.
        if abs(share - item["answer"]) > tolerance:
            options.append(
                Option(number_text(share, tolerance / 100), FRACTION, False, share, tolerance / 100)
            )
    text = f"{item['question']} (Answer in {'per cent' if unit == '%' else unit}.)"
    return text if unit else item["question"], "number", tuple(options), item["hint"]


def number_text(value: float, tolerance: float) -> str:
    """Write a number as finely as its tolerance asks, and no finer.

    Args:
        value: the number.
        tolerance: how far off still counts as right.
    """
    if tolerance <= 0 or float(value).is_integer():
        return f"{value:g}"
    digits = max(0, 1 - math.floor(math.log10(tolerance)))
    return f"{value:.{digits}f}"
