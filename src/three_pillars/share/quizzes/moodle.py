"""Moodle XML: every question with its feedback, tolerances and named mistakes as in the book.

The format is described at https://docs.moodle.org/en/Moodle_XML_format; Moodle publishes no schema.
"""

from __future__ import annotations

import base64
from collections.abc import Sequence
from xml.etree.ElementTree import Element

from .markup import add, document, question_html
from .question import Question


def moodle(questions: Sequence[Question]) -> bytes:
    """Return questions as one Moodle XML file, a category for each chapter.

    Args:
        questions: in reading order.
    """
    root = Element("quiz")
    page = None
    for question in questions:
        if question.page != page:
            page = question.page
            category = add(add(root, "question", type="category"), "category")
            add(category, "text", f"$course$/top/Three Pillars/{page}")
        _question(root, question)
    return document(root)


def _question(root: Element, question: Question) -> None:
    kind = "multichoice" if question.kind == "choice" else "numerical"
    item = add(root, "question", type=kind)
    add(add(item, "name"), "text", question.address)
    text = add(item, "questiontext", format="html")
    add(text, "text", question_html(question, "@@PLUGINFILE@@/"))
    if question.picture:
        packed = base64.b64encode(question.picture.png).decode()
        add(text, "file", packed, name=question.picture.name, path="/", encoding="base64")
    add(add(item, "generalfeedback", format="html"), "text", "")
    add(item, "defaultgrade", "1")
    add(item, "penalty", "0.3333333")
    add(item, "hidden", "0")
    add(item, "idnumber", question.ident)
    if kind == "multichoice":
        add(item, "single", "true")
        add(item, "shuffleanswers", "true")
        add(item, "answernumbering", "none")
    for option in question.options:
        shape = "html" if kind == "multichoice" else "moodle_auto_format"
        answer = add(item, "answer", fraction=100 if option.right else 0, format=shape)
        add(answer, "text", option.text if option.value is None else repr(option.value))
        if option.value is not None:
            add(answer, "tolerance", repr(option.tolerance))
        add(add(answer, "feedback", format="html"), "text", option.feedback)
    if kind == "numerical":
        # Moodle takes the first answer that fits; the asterisk is for what is none of them.
        answer = add(item, "answer", fraction=0, format="moodle_auto_format")
        add(answer, "text", "*")
        add(answer, "tolerance", "0")
        add(add(answer, "feedback", format="html"), "text", question.otherwise)
        add(item, "unitgradingtype", "0")
        add(item, "unitpenalty", "0.1")
        add(item, "showunits", "3")
        add(item, "unitsleft", "0")
