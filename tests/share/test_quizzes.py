"""Questions leave the book whole: read back, and scored, by readers that we did not write.

Moodle publishes no reader, and no library scores QTI 1.2 or a Common Cartridge: for these the rules
of their specifications are followed here, in `first_that_fits()`.
"""

import io
import math
import warnings
import xml.etree.ElementTree as ElementTree
import zipfile
from pathlib import Path

import pytest
from helpers.pages import ROOT

from three_pillars import choice, number
from three_pillars.share import Piece
from three_pillars.share.quizzes import (
    Picture,
    cartridge,
    export,
    gift,
    moodle,
    qti12,
    qti21,
    questions_of,
)
from three_pillars.share.quizzes.export import book_questions
from three_pillars.share.quizzes.question import FRACTION

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # pyslet is older than this Python
    import pyslet.imscpv1p2 as packages
    import pyslet.qtiv2.variables as variables
    import pyslet.qtiv2.xml as reader

# gift-pegjs 1.0.2 lies in gift_pegjs, with its MIT licence.
CHOICE = choice(
    "Is a < b & {so on}: ~ or =?",
    {"yes = so": "So: a # b.", "no ~ not": "Not so \\ it is."},
    name="signs",
    chart="lng-share",
    right="yes = so",
)
NUMBER = number(
    "What share?",
    name="share",
    answer=13.15,
    tolerance=0.5,
    unit="%",
    explain="Growth over growth.",
    hint="Divide.",
    feedback={9.5: "A level, not a growth.", 7.6: "Upside down."},
)
FEEDBACK = {
    "So: a # b.",
    "Not so \\ it is.",
    "Growth over growth.",
    "A level, not a growth.",
    "Upside down.",
    "Divide.",
    FRACTION,
}


@pytest.fixture(scope="module")
def few():
    pieces = [Piece("energy/dependence", q["name"], "question", q) for q in (CHOICE, NUMBER)]
    picture = Picture("lng-share.png", "A line.", b"PNG")
    return questions_of(pieces, {"energy/dependence/lng-share": picture})


@pytest.fixture(scope="module")
def every(book):
    return book_questions(ROOT, book.parent)[0]


def answers_to(question):
    """Every answer worth trying: with what must be said, and whether it is right."""
    for option in question.options:
        yield option if option.value is None else option.value, option.feedback, option.right
    if question.kind == "number":
        yield max(abs(option.value) for option in question.options) * 3 + 1000, None, False


def texts(xml, tag):
    return ["".join(each.itertext()).strip() for each in ElementTree.fromstring(xml).iter(tag)]


def test_a_question_knows_all_it_has_to_say(few):
    assert {text for question in few for text in question.feedbacks} == FEEDBACK
    assert few[1].text == "What share? (Answer in per cent.)"
    assert [option.text for option in few[1].options][:2] == ["13.15", "9.50"]


def moodle_says(item, given):
    """What Moodle does with an answer: the first that fits; https://docs.moodle.org numerical."""
    for answer in item.iter("answer"):
        text = answer.findtext("text")
        if item.get("type") == "multichoice":
            fits = text == given.text
        else:
            reach = float(answer.findtext("tolerance"))
            fits = text == "*" or abs(float(text) - given) <= reach
        if fits:
            return float(answer.get("fraction")), answer.findtext("feedback/text")
    return 0.0, None


def check_moodle(xml, questions):
    items = [i for i in ElementTree.fromstring(xml).iter("question") if i.get("type") != "category"]
    assert [item.findtext("name/text") for item in items] == [q.address for q in questions]
    for item, question in zip(items, questions, strict=True):
        for given, said, right in answers_to(question):
            points, feedback = moodle_says(item, given)
            assert points == (100 if right else 0), (question.address, given)
            assert feedback == (said if said is not None else question.otherwise)


def test_moodle_gives_points_and_feedback_as_the_page_does(few):
    xml = moodle(few)
    check_moodle(xml, few)
    file = next(ElementTree.fromstring(xml).iter("file"))
    assert file.get("name") == "lng-share.png"
    assert '<img src="@@PLUGINFILE@@/lng-share.png" alt="A line."' in xml.decode().replace(
        "&lt;", "<"
    ).replace("&gt;", ">").replace("&quot;", '"')


def scored(xml, given):
    """Let pyslet run the response processing of an item: points, and which feedback shows."""
    document = reader.QTIDocument()
    document.read(src=io.BytesIO(xml))
    session = variables.ItemSessionState(document.root)
    session.begin_session()
    asked = document.root.ResponseDeclaration[0]
    value = variables.Value.new_value(asked.cardinality, asked.baseType)
    value.set_value(given)
    session.map["RESPONSE"] = value
    session.end_attempt()
    shown = session["FEEDBACK"].value
    told = {each.get("identifier"): each.text for each in ElementTree.fromstring(xml)}
    return session["SCORE"].value, told[shown]


def check_qti21(packed, questions):
    archive = zipfile.ZipFile(io.BytesIO(packed))
    assert len([n for n in archive.namelist() if n.startswith("items/")]) == len(questions)
    for question in questions:
        xml = archive.read(f"items/{question.ident}.xml")
        for place, (given, said, right) in enumerate(answers_to(question)):
            answer = f"a{place}" if question.kind == "choice" else given
            points, feedback = scored(xml, answer)
            assert points == (1.0 if right else 0.0), (question.address, given)
            assert feedback == (said if said is not None else question.otherwise)


def test_qti_2_1_is_read_and_scored_by_another_program(few, tmp_path):
    packed = qti21(few, "Three Pillars")
    check_qti21(packed, few)
    file = tmp_path / "quiz.zip"
    file.write_bytes(packed)
    package = packages.ContentPackage(str(file))
    kinds = [each.type for each in package.manifest.root.Resources.Resource]
    package.close()
    assert kinds == ["imsqti_test_xmlv2p1", "imsqti_item_xmlv2p1", "imsqti_item_xmlv2p1"]


Q12 = "{http://www.imsglobal.org/xsd/ims_qtiasiv1p2}"


def holds(condition, given):
    """Whether a condition of QTI 1.2 holds; given is the id of a choice, or a number."""
    name, text = condition.tag.removeprefix(Q12), (condition.text or "").strip()
    if name == "other":
        return True
    if name in ("or", "and", "conditionvar"):
        inner = [holds(each, given) for each in condition]
        return any(inner) if name == "or" else all(inner)
    if isinstance(given, str):
        return text == given
    return {
        "varequal": math.isclose(float(text), given),
        "vargte": given >= float(text),
        "varlte": given <= float(text),
    }[name]


def first_that_fits(item, given):
    """What QTI 1.2 says of an answer: points, and all feedback, up to a condition that ends it."""
    points, shown = 0.0, []
    told = {f.get("ident"): "".join(f.itertext()).strip() for f in item.iter(f"{Q12}itemfeedback")}
    for rule in item.iter(f"{Q12}respcondition"):
        if holds(rule.find(f"{Q12}conditionvar"), given):
            points += sum(float(each.text) for each in rule.iter(f"{Q12}setvar"))
            shown += [told[each.get("linkrefid")] for each in rule.iter(f"{Q12}displayfeedback")]
            if rule.get("continue") == "No":
                break
    return points, shown


def check_qti12(packed, questions):
    archive = zipfile.ZipFile(io.BytesIO(packed))
    quiz = next(n for n in archive.namelist() if n.endswith(".xml") and "/" in n)
    items = list(ElementTree.fromstring(archive.read(quiz)).iter(f"{Q12}item"))
    assert [item.get("title") for item in items] == [q.address for q in questions]
    for item, question in zip(items, questions, strict=True):
        for place, (given, said, right) in enumerate(answers_to(question)):
            answer = f"a{place}" if question.kind == "choice" else given
            points, shown = first_that_fits(item, answer)
            assert points == (100 if right else 0), (question.address, given)
            assert shown == [said if said is not None else question.otherwise]


def test_qti_1_2_gives_points_and_feedback_as_the_page_does(few):
    packed = qti12(few, "Three Pillars")
    check_qti12(packed, few)
    assert "images/lng-share.png" in zipfile.ZipFile(io.BytesIO(packed)).namelist()


def check_cartridge(packed, questions):
    archive = zipfile.ZipFile(io.BytesIO(packed))
    manifest = ElementTree.fromstring(archive.read("imsmanifest.xml"))
    listed = [each.get("href") for each in manifest.iter() if each.tag.endswith("}file")]
    assert sorted({*listed, "imsmanifest.xml"}) == sorted(archive.namelist())
    idents = [each.get("identifier") for each in manifest.iter() if each.get("identifier")]
    assert len(idents) == len(set(idents))
    known = {e.get("identifier") for e in manifest.iter() if e.tag.endswith("}resource")}
    assert {e.get("identifierref") for e in manifest.iter() if e.get("identifierref")} <= known
    items = [
        item
        for name in archive.namelist()
        if name.startswith("quizzes/")
        for item in ElementTree.fromstring(archive.read(name)).iter(f"{Q12}item")
    ]
    assert [item.get("title") for item in items] == [q.address for q in questions]
    for item, question in zip(items, questions, strict=True):
        labels = [label.get("ident") for label in item.iter(f"{Q12}response_label")]
        results = [first_that_fits(item, label) for label in labels]
        assert sorted(points for points, _shown in results) == [0.0] * (len(labels) - 1) + [100.0]
        said = {text.removeprefix("Hint: ") for _points, shown in results for text in shown}
        assert said == set(question.feedbacks), question.address


def test_a_cartridge_lists_what_it_holds_and_loses_no_feedback(few):
    titles = {"energy/dependence": "Did Fukushima turn Japan to Russia?"}
    packed = cartridge(
        few, "Three Pillars", titles=titles, exercises={"energy": b"zip"},
        baseurl="https://example.org/book",
    )  # fmt: skip
    check_cartridge(packed, few)
    link = zipfile.ZipFile(io.BytesIO(packed)).read("links/energy-dependence.xml")
    assert b'href="https://example.org/book/chapters/energy/dependence.html"' in link


@pytest.fixture(scope="module")
def parse_gift(browser):
    """gift-pegjs, a reader of GIFT that we did not write, in the tests' browser."""
    context = browser.new_context()
    page = context.new_page()
    page.add_script_tag(path=str(Path(__file__).with_name("gift_pegjs") / "gift-parser-globals.js"))
    yield lambda text: page.evaluate("text => giftParser.parse(text)", text)
    context.close()


def check_gift(found, questions):
    asked = [each for each in found if each["type"] != "Category"]
    assert [each["title"] for each in asked] == [q.address for q in questions]
    for each, question in zip(asked, questions, strict=True):
        if question.kind == "choice":
            said = {c["text"]["text"]: c["feedback"]["text"] for c in each["choices"]}
            rights = [c["text"]["text"] for c in each["choices"] if c["isCorrect"]]
            assert said == {plain(o.text): plain(o.feedback) for o in question.options}
            assert rights == [plain(question.right.text)]
        else:
            said = [c["feedback"]["text"] for c in each["choices"]]
            assert said == [plain(o.feedback) for o in question.options]
            assert each["globalFeedback"]["text"] == plain(question.otherwise)
            first = each["choices"][0]
            assert (first["text"]["number"], first["text"]["range"], first["weight"]) == (
                question.right.value, question.right.tolerance, None,
            )  # fmt: skip
            assert {c["weight"] for c in each["choices"][1:]} <= {0}


def plain(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def test_gift_is_read_by_another_program(few, parse_gift):
    check_gift(parse_gift(gift(few)), few)
    assert "share/energy/dependence/lng-share/index.html" in gift(few)


def test_every_question_of_the_book_leaves_with_every_feedback(book, every, parse_gift, tmp_path):
    held = [p for p in (book.parent / ".doctrees" / "pieces").rglob("*.json")
            if '"kind": "question"' in p.read_text("utf-8")]  # fmt: skip
    assert len(every) == len(held) >= 58
    export(ROOT, tmp_path, book.parent)
    check_moodle((tmp_path / "moodle" / "three-pillars.xml").read_bytes(), every)
    check_gift(parse_gift((tmp_path / "gift" / "three-pillars.txt").read_text("utf-8")), every)
    check_qti12((tmp_path / "qti12" / "three-pillars.zip").read_bytes(), every)
    check_cartridge((tmp_path / "cartridge" / "three-pillars.imscc").read_bytes(), every)
    parts = {
        path.stem.removeprefix("three-pillars").strip("-") for path in tmp_path.glob("moodle/*")
    }
    assert parts == {"", *(question.part for question in every)}


@pytest.mark.full
def test_every_question_of_the_book_is_scored_by_another_program(every):
    check_qti21(qti21(every, "Three Pillars"), every)
