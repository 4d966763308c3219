"""Common Cartridge 1.1: quizzes, links to the chapters, and the exercises, for any platform.

A cartridge has no question with a number for an answer. Such a question becomes a choice among
the right number and those that its named mistakes lead to, so that each feedback finds its reader;
what is said of any other number is its hint, which every answer gets.
Profile: https://www.imsglobal.org/cc/ccv1p1/imscc_profilev1p1-Implementation.html
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from xml.etree.ElementTree import Element

from ...zipped import zipped
from .markup import add, document, pictures
from .qti12 import add_any_answer, add_condition, add_feedback, assessment, begun_item
from .question import Question

CARTRIDGE = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
LOM = "http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest"
LINK = "http://www.imsglobal.org/xsd/imsccv1p1/imswl_v1p1"


def cartridge(
    questions: Sequence[Question],
    title: str,
    *,
    titles: Mapping[str, str],
    exercises: Mapping[str, bytes],
    baseurl: str = "",
) -> bytes:
    """Return a Common Cartridge: a module for each chapter, and one for the exercises.

    Args:
        questions: in reading order.
        title: what the cartridge is called.
        titles: the title of each page.
        exercises: the students' zips by part.
        baseurl: the address of the book on the web; without one there are no links.
    """
    root = Element("manifest", {"xmlns": CARTRIDGE, "identifier": "three-pillars"})
    _described(root, title)
    tree = add(add(root, "organizations"), "organization", identifier="root",
               structure="rooted-hierarchy")  # fmt: skip
    top = add(tree, "item", identifier="top")
    resources = add(root, "resources")
    files: dict[str, bytes] = {}

    def hold(module: Element, name: str, ident: str, kind: str, path: str, content: bytes) -> None:
        entry = add(module, "item", identifier=f"item-{ident}", identifierref=ident)
        add(entry, "title", name)
        attributes = {"href": path} if kind == "webcontent" else {}
        one = add(resources, "resource", identifier=ident, type=kind, **attributes)
        add(one, "file", href=path)
        files[path] = content

    for page in dict.fromkeys(question.page for question in questions):
        ident = page.replace("/", "-")
        module = add(top, "item", identifier=f"module-{ident}")
        add(module, "title", titles[page])
        if baseurl:
            url = f"{baseurl.rstrip('/')}/chapters/{page}.html"
            hold(module, titles[page], f"link-{ident}", "imswl_xmlv1p1", f"links/{ident}.xml",
                 _link(titles[page], url))  # fmt: skip
        held = [question for question in questions if question.page == page]
        hold(module, f"Check yourself: {titles[page]}", f"quiz-{ident}",
             "imsqti_xmlv1p2/imscc_xmlv1p1/assessment", f"quizzes/{ident}.xml",
             _quiz(held, titles[page], f"quiz-{ident}"))  # fmt: skip
        files |= pictures(held)
    for name in [path for path in files if path.startswith("images/")]:
        ident = f"image-{name[7:-4]}"
        one = add(resources, "resource", identifier=ident, type="webcontent", href=name)
        add(one, "file", href=name)
    if exercises:
        module = add(top, "item", identifier="module-exercises")
        add(module, "title", "Exercises")
        for part, content in exercises.items():
            hold(module, f"Exercise: {part}", f"exercise-{part}", "webcontent",
                 f"exercises/{part}.zip", content)  # fmt: skip
    return zipped({"imsmanifest.xml": document(root), **files})


def _described(root: Element, title: str) -> None:
    about = add(root, "metadata")
    add(about, "schema", "IMS Common Cartridge")
    add(about, "schemaversion", "1.1.0")
    lom = Element("lom", {"xmlns": LOM})
    add(add(add(lom, "general"), "title"), "string", title, language="en")
    about.append(lom)


def _link(title: str, url: str) -> bytes:
    root = Element("webLink", {"xmlns": LINK})
    add(root, "title", title)
    add(root, "url", href=url, target="_blank")
    return document(root)


def _as_choice(question: Question) -> Question:
    """Return a question with a number for an answer as a choice among numbers."""
    if question.kind == "choice":
        return question
    seen: dict[str, object] = {}
    for option in question.options:
        text = option.text if option.text not in seen else f"{option.value:g}"
        seen.setdefault(text, replace(option, text=text, value=None))
    return replace(question, kind="choice", options=tuple(seen.values()))


def _quiz(questions: Sequence[Question], title: str, ident: str) -> bytes:
    """Return the assessment of a chapter in the profile of the cartridge."""
    entries = {
        "cc_profile": "cc.exam.v0p1",
        "qmd_assessmenttype": "Examination",
        "qmd_scoretype": "Percentage",
    }
    return assessment(map(_item, map(_as_choice, questions)), title, ident, entries)


def _item(question: Question) -> Element:
    item, judged = begun_item(question, {"cc_profile": "cc.multiple_choice.v0p1"}, "../images/")
    texts = {}
    if question.otherwise:
        add_any_answer(judged, "general_fb", ends=False)
        texts["general_fb"] = f"Hint: {question.otherwise}"
    for place, option in enumerate(question.options):
        add_condition(judged, place, option, ends=option.right)
        texts[f"a{place}_fb"] = option.feedback
    add_feedback(item, texts)
    return item
