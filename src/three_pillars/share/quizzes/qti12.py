"""QTI 1.2, as Canvas and older platforms read it: an assessment in a content package.

A number is asked with ``response_str`` and judged by ranges. QTI 1.2 goes through the conditions in
order, so each one but the last ends the search (``continue="No"``).
Specification: https://www.imsglobal.org/question/qtiv1p2/imsqti_asi_bindv1p2.html
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from xml.etree.ElementTree import Element

from ...zipped import zipped
from .markup import add, document, pictures, question_html
from .question import Option, Question

NAMESPACE = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
PICTURES = "$IMS-CC-FILEBASE$/images/"
"""The folder of pictures, as Canvas writes and reads it."""

PACKAGE = "http://www.imsglobal.org/xsd/imscp_v1p1"


def qti12(questions: Sequence[Question], title: str) -> bytes:
    """Return questions as a zip with one assessment, its pictures and the manifest.

    Args:
        questions: in reading order.
        title: what the quiz is called.
    """
    ident = f"tp-{'-'.join(title.lower().split())}"
    files = {
        "imsmanifest.xml": _manifest(ident, questions),
        f"{ident}/{ident}.xml": assessment(map(_item, questions), title, ident),
    }
    return zipped(files | pictures(questions))


def assessment(
    items: Iterable[Element], title: str, ident: str, entries: Mapping[str, str] | None = None
) -> bytes:
    """Return the XML of one assessment.

    Args:
        items: its items, in reading order.
        title: what the quiz is called.
        ident: its id.
        entries: metadata by label, where the profile asks for some.
    """
    root = Element("questestinterop", {"xmlns": NAMESPACE})
    held = add(root, "assessment", ident=ident, title=title)
    if entries:
        _described(held, entries)
    add(held, "section", ident="root_section").extend(items)
    return document(root)


def begun_item(
    question: Question, entries: Mapping[str, str], folder: str
) -> tuple[Element, Element]:
    """Return an item that asks a question, and its response processing, as yet without conditions.

    Args:
        question: the question.
        entries: metadata by label.
        folder: the path to the folder of pictures.
    """
    item = Element("item", {"ident": question.ident, "title": question.address})
    _described(add(item, "itemmetadata"), entries)
    shown = add(item, "presentation")
    add(add(shown, "material"), "mattext", question_html(question, folder), texttype="text/html")
    if question.kind == "choice":
        asked = add(shown, "response_lid", ident="response1", rcardinality="Single")
        labels = add(asked, "render_choice")
        for place, option in enumerate(question.options):
            label = add(labels, "response_label", ident=f"a{place}")
            add(add(label, "material"), "mattext", option.text, texttype="text/plain")
    else:
        asked = add(shown, "response_str", ident="response1", rcardinality="Single")
        add(add(asked, "render_fib", fibtype="Decimal"), "response_label", ident="answer1")
    judged = add(item, "resprocessing")
    add(add(judged, "outcomes"), "decvar", maxvalue=100, minvalue=0, varname="SCORE",
        vartype="Decimal")  # fmt: skip
    return item, judged


def add_condition(judged: Element, place: int, option: Option, *, ends: bool = True) -> None:
    """Add what follows from one answer: its points and its feedback, ``a<place>_fb``.

    Args:
        judged: the response processing.
        place: which of the options it is.
        option: the option.
        ends: whether no further condition is looked at.
    """
    rule = add(judged, "respcondition", continue_="No" if ends else "Yes")
    when = add(rule, "conditionvar")
    if option.value is None:
        add(when, "varequal", f"a{place}", respident="response1")
    else:
        # Canvas wants the exact value too; a range alone it reads as a question without an answer.
        either = add(when, "or")
        add(either, "varequal", repr(option.value), respident="response1")
        both = add(either, "and")
        add(both, "vargte", repr(option.value - option.tolerance), respident="response1")
        add(both, "varlte", repr(option.value + option.tolerance), respident="response1")
    if option.right:
        add(rule, "setvar", "100", action="Set", varname="SCORE")
    add(rule, "displayfeedback", feedbacktype="Response", linkrefid=f"a{place}_fb")


def add_any_answer(judged: Element, feedback: str, *, ends: bool = True) -> None:
    """Add what is said of any answer.

    Args:
        judged: the response processing.
        feedback: the id of what is said.
        ends: whether no further condition is looked at.
    """
    rule = add(judged, "respcondition", continue_="No" if ends else "Yes")
    add(add(rule, "conditionvar"), "other")
    add(rule, "displayfeedback", feedbacktype="Response", linkrefid=feedback)


def add_feedback(item: Element, texts: Mapping[str, str]) -> None:
    """Add what may be said of an answer.

    Args:
        item: the item.
        texts: sentences by the ids under which conditions ask for them.
    """
    for ident, text in texts.items():
        said = add(item, "itemfeedback", ident=ident)
        add(add(add(said, "flow_mat"), "material"), "mattext", text, texttype="text/plain")


def _described(parent: Element, entries: Mapping[str, str]) -> None:
    fields = add(parent, "qtimetadata")
    for label, entry in entries.items():
        field = add(fields, "qtimetadatafield")
        add(field, "fieldlabel", label)
        add(field, "fieldentry", entry)


def _item(question: Question) -> Element:
    kind = "multiple_choice_question" if question.kind == "choice" else "numerical_question"
    entries = {"question_type": kind, "points_possible": "1"}
    item, judged = begun_item(question, entries, PICTURES)
    texts = {}
    for place, option in enumerate(question.options):
        add_condition(judged, place, option)
        texts[f"a{place}_fb"] = option.feedback
    if question.kind == "number":
        add_any_answer(judged, "other_fb")
        texts["other_fb"] = question.otherwise
    add_feedback(item, texts)
    return item


def _manifest(ident: str, questions: Sequence[Question]) -> bytes:
    root = Element("manifest", {"xmlns": PACKAGE, "identifier": f"{ident}-package"})
    add(root, "metadata")
    add(root, "organizations")
    resources = add(root, "resources")
    one = add(resources, "resource", identifier=ident, type="imsqti_xmlv1p2",
              href=f"{ident}/{ident}.xml")  # fmt: skip
    add(one, "file", href=f"{ident}/{ident}.xml")
    for name in dict.fromkeys(q.picture.name for q in questions if q.picture):
        picture = add(resources, "resource", identifier=f"image-{name.removesuffix('.png')}",
                      type="webcontent", href=f"images/{name}")  # fmt: skip
        add(picture, "file", href=f"images/{name}")
    return document(root)
