"""XML, in which most formats are written: a tree, so that nothing is escaped by hand."""

from __future__ import annotations

import html
import xml.etree.ElementTree as ElementTree
from collections.abc import Sequence
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from .question import Question


def add(parent: Element, tag: str, text: str | None = None, **attributes: Any) -> Element:
    """Add an element with a text and attributes; ``_`` at the end of a name is left off.

    Args:
        parent: the element to add to.
        tag: the new element's name.
        text: its text.
        **attributes: its attributes.
    """
    made = SubElement(parent, tag, {k.rstrip("_"): str(v) for k, v in attributes.items()})
    made.text = text
    return made


def document(root: Element) -> bytes:
    """Return a tree as an XML document."""
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"


def question_html(question: Question, folder: str) -> str:
    """Return a question as HTML, with its picture if it has one.

    Args:
        question: the question.
        folder: the path to the folder of pictures, as the platform wants it.
    """
    text = f"<p>{html.escape(question.text, quote=False)}</p>"
    if question.picture:
        one = question.picture
        text += f'<p><img src="{folder}{one.name}" alt="{html.escape(one.alt)}" width="680"></p>'
    return text


def pictures(questions: Sequence[Question]) -> dict[str, bytes]:
    """Return the pictures of questions by their paths in a package."""
    return {f"images/{one.picture.name}": one.picture.png for one in questions if one.picture}
