"""QTI 1.2, as Canvas and older platforms read it: an assessment in a content package.

A number is asked with ``response_str`` and judged by ranges. QTI 1.2 goes through the conditions in
order, so each one but the last ends the search (``continue="No"``).
Specification: https://www.imsglobal.org/question/qtiv1p2/imsqti_asi_bindv1p2.html
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from .markup import add, content_package, document, question_html
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
        f"{ident}/{ident}.xml": assessment(questions, title, ident),
    }
    files |= {f"images/{q.picture.name}": q.picture.png for q in questions if q.picture}
    return content_package(files)


def assessment(questions: Sequence[Question], title: str, ident: str) -> bytes:
    """Return questions as the XML of one assessment.

    Args:
        questions: in reading order.
        title: what the quiz is called.
        ident: its id.
    """
    root = Element("questestinterop", {"xmlns": NAMESPACE})
    held = add(root, "assessment", ident=ident, title=title)
    section = add(held, "section", ident="root_section")
    for question in questions:
        section.append(_item(question))
    return document(root)


def _item(question: Question) -> Element:
    item = Element("item", {"ident": question.ident, "title": question.address})
    choice = question.kind == "choice"
    fields = add(add(item, "itemmetadata"), "qtimetadata")
    for label, entry in (
        ("question_type", "multiple_choice_question" if choice else "numerical_question"),
        ("points_possible", "1"),
    ):
        field = add(fields, "qtimetadatafield")
        add(field, "fieldlabel", label)
        add(field, "fieldentry", entry)
    shown = add(item, "presentation")
    add(add(shown, "material"), "mattext", question_html(question, PICTURES), texttype="text/html")
    if choice:
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
    for place, option in enumerate(question.options):
        _condition(judged, place, option, choice)
    if not choice:
        other = add(judged, "respcondition", continue_="No")
        add(add(other, "conditionvar"), "other")
        add(other, "displayfeedback", feedbacktype="Response", linkrefid="other_fb")
    texts = [(f"a{i}_fb", option.feedback) for i, option in enumerate(question.options)]
    if not choice:
        texts.append(("other_fb", question.otherwise))
    for ident, text in texts:
        said = add(item, "itemfeedback", ident=ident)
        add(add(add(said, "flow_mat"), "material"), "mattext", text, texttype="text/plain")
    return item


def _condition(judged: Element, place: int, option: Option, choice: bool) -> None:
    rule = add(judged, "respcondition", continue_="No")
    when = add(rule, "conditionvar")
    if choice:
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
