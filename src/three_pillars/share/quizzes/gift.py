"""GIFT, Moodle's plain text format, which other platforms and converters read too.

It carries no files: a question that speaks of a chart gives the chart's address in the book. A
number has feedback for each answer; what is said of any other number is its general feedback.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from .question import Question


def gift(questions: Sequence[Question], baseurl: str = "") -> str:
    """Return questions as one GIFT file, a category for each chapter.

    Args:
        questions: in reading order.
        baseurl: the address of the book on the web; "" if it has none.
    """
    lines, page = [], None
    for question in questions:
        if question.page != page:
            page = question.page
            lines.append(f"$CATEGORY: $course$/top/Three Pillars/{page}\n")
        lines.append(_question(question, baseurl))
    return "\n".join(lines)


def _question(question: Question, baseurl: str) -> str:
    text = gift_text(question.text)
    if question.picture:
        chart = question.picture.name.removesuffix(".png")
        where = f"{baseurl.rstrip('/')}/" if baseurl else ""
        text += gift_text(f" (Chart: {where}share/{question.page}/{chart}/index.html)")
    rows = [f"::{gift_text(question.address)}::[html]{text} {{"]
    if question.kind == "choice":
        for option in question.options:
            sign = "=" if option.right else "~"
            rows.append(f"\t{sign}{gift_text(option.text)}#{gift_text(option.feedback)}")
    else:
        rows[0] += "#"
        for option in question.options:
            credit = "=" if option.right else "=%0%"
            value = f"{option.value!r}:{option.tolerance!r}"
            rows.append(f"\t{credit}{value}#{gift_text(option.feedback)}")
        rows.append(f"\t####{gift_text(question.otherwise)}")
    return "\n".join([*rows, "}", ""])


def gift_text(text: str) -> str:
    """Escape what GIFT reads as a sign of its own.

    Args:
        text: plain text.
    """
    plain = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return re.sub(r"([~=#{}:\\])", r"\\\1", plain)
