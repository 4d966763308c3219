"""QTI 2.1: an item a file, a test that holds them, and the manifest of the package.

Information model: https://www.imsglobal.org/question/qtiv2p1/imsqti_infov2p1.html
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from ...zipped import zipped
from .markup import add, document, pictures
from .question import Question

NAMESPACE = "http://www.imsglobal.org/xsd/imsqti_v2p1"
PACKAGE = "http://www.imsglobal.org/xsd/imscp_v1p1"


def qti21(questions: Sequence[Question], title: str) -> bytes:
    """Return questions as a zip: items, one test, pictures and the manifest.

    Args:
        questions: in reading order.
        title: what the test is called.
    """
    files = {"imsmanifest.xml": _manifest(questions), "test.xml": _test(questions, title)}
    files |= {f"items/{q.ident}.xml": item(q) for q in questions}
    return zipped(files | pictures(questions))


def item(question: Question) -> bytes:
    """Return a question as an assessment item, whose feedback shows by the answer given.

    Args:
        question: the question.
    """
    choice = question.kind == "choice"
    root = Element(
        "assessmentItem",
        {
            "xmlns": NAMESPACE,
            "identifier": question.ident,
            "title": question.address,
            "adaptive": "false",
            "timeDependent": "false",
        },
    )
    given = add(root, "responseDeclaration", identifier="RESPONSE", cardinality="single",
                baseType="identifier" if choice else "float")  # fmt: skip
    right = next(i for i, option in enumerate(question.options) if option.right)
    value = f"a{right}" if choice else repr(question.right.value)
    add(add(given, "correctResponse"), "value", value)
    for name, kind, start in (("SCORE", "float", "0"), ("FEEDBACK", "identifier", "none")):
        outcome = add(root, "outcomeDeclaration", identifier=name, cardinality="single",
                      baseType=kind)  # fmt: skip
        add(add(outcome, "defaultValue"), "value", start)
    body = add(root, "itemBody")
    if question.picture:
        picture = question.picture
        add(add(body, "p"), "img", src=f"../images/{picture.name}", alt=picture.alt)
    if choice:
        asked = add(body, "choiceInteraction", responseIdentifier="RESPONSE", shuffle="true",
                    maxChoices="1")  # fmt: skip
        add(asked, "prompt", question.text)
        for place, option in enumerate(question.options):
            add(asked, "simpleChoice", option.text, identifier=f"a{place}")
    else:
        line = add(body, "p", f"{question.text} ")
        add(line, "textEntryInteraction", responseIdentifier="RESPONSE", expectedLength="8")
    _judged(root, question)
    told = [(f"a{place}", option.feedback) for place, option in enumerate(question.options)]
    if not choice:
        told.append(("other", question.otherwise))
    for ident, text in told:
        add(root, "modalFeedback", text, outcomeIdentifier="FEEDBACK", identifier=ident,
            showHide="show")  # fmt: skip
    return document(root)


def _judged(root: Element, question: Question) -> None:
    """Add the response processing: the first answer that fits gives points and feedback."""
    rules = add(root, "responseProcessing")
    condition = add(rules, "responseCondition")
    for place, option in enumerate(question.options):
        branch = add(condition, "responseIf" if place == 0 else "responseElseIf")
        if option.value is None:
            test = add(branch, "match")
            add(test, "variable", identifier="RESPONSE")
            add(test, "baseValue", f"a{place}", baseType="identifier")
        else:
            # Two bounds, since readers disagree on how to read the tolerance of `equal`.
            test = add(branch, "and")
            for sign, bound in (("gte", -option.tolerance), ("lte", option.tolerance)):
                side = add(test, sign)
                add(side, "variable", identifier="RESPONSE")
                add(side, "baseValue", repr(option.value + bound), baseType="float")
        if option.right:
            _set(branch, "SCORE", "1", "float")
        _set(branch, "FEEDBACK", f"a{place}", "identifier")
    if question.kind == "number":
        _set(add(condition, "responseElse"), "FEEDBACK", "other", "identifier")


def _set(branch: Element, name: str, value: str, kind: str) -> None:
    add(add(branch, "setOutcomeValue", identifier=name), "baseValue", value, baseType=kind)


def _test(questions: Sequence[Question], title: str) -> bytes:
    root = Element(
        "assessmentTest", {"xmlns": NAMESPACE, "identifier": "three-pillars", "title": title}
    )
    part = add(root, "testPart", identifier="part", navigationMode="nonlinear",
               submissionMode="individual")  # fmt: skip
    section = None
    for question in questions:
        if section is None or section.get("title") != question.page:
            ident = question.page.replace("/", "-")
            section = add(part, "assessmentSection", identifier=ident, title=question.page,
                          visible="true")  # fmt: skip
        add(section, "assessmentItemRef", identifier=question.ident,
            href=f"items/{question.ident}.xml")  # fmt: skip
    return document(root)


def _manifest(questions: Sequence[Question]) -> bytes:
    root = Element("manifest", {"xmlns": PACKAGE, "identifier": "three-pillars-package"})
    described = add(root, "metadata")
    add(described, "schema", "QTIv2.1 Package")
    add(described, "schemaversion", "1.0.0")
    add(root, "organizations")
    resources = add(root, "resources")
    test = add(resources, "resource", identifier="test", type="imsqti_test_xmlv2p1",
               href="test.xml")  # fmt: skip
    add(test, "file", href="test.xml")
    for question in questions:
        add(test, "dependency", identifierref=question.ident)
        href = f"items/{question.ident}.xml"
        one = add(resources, "resource", identifier=question.ident, type="imsqti_item_xmlv2p1",
                  href=href)  # fmt: skip
        add(one, "file", href=href)
        if question.picture:
            add(one, "file", href=f"images/{question.picture.name}")
    return document(root)
