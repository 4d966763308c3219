"""Files of answers in the chapters: what the report makes of them."""

import json
import re

import pytest

from three_pillars.blocks import script
from three_pillars.classroom import grading, submissions
from three_pillars.classroom.answers import (
    ANSWERS_FORMAT,
    ANSWERS_VERSION,
    answers_section,
    read_answers_file,
)
from three_pillars.classroom.report import Heading, class_report

pytestmark = pytest.mark.exercises


def content(**answers):
    held = {
        key: {"page": "energy/dependence", "kind": "question", "given": given, "said": said}
        for key, (given, said) in answers.items()
    }
    return json.dumps({"format": ANSWERS_FORMAT, "version": ANSWERS_VERSION, "answers": held})


ANN = content(Which=(["a <b>", "b"], "right"), More=(["9.5"], "wrong"))
BEN = content(Which=(["b"], "right"))
CHIE = content(Which=(["a <b>", "c", "a <b>"], "wrong"))


def test_the_page_and_the_report_speak_of_one_format():
    said = f'format:"{ANSWERS_FORMAT}",version:{ANSWERS_VERSION}'
    assert said in script("quiz").replace(" ", "")


def test_what_was_chosen_is_counted_by_question():
    """By hand: first a, b, a; at all a and b by two each, c by one; b was said to be right."""
    section = answers_section([read_answers_file(one.encode(), "x") for one in (ANN, BEN, CHIE)])
    which = section.split("<strong>Which</strong>")[1].split("<strong>More")[0]
    rows = re.findall(r"<tr>(.*?)</tr>", which)[1:]
    cells = [re.findall(r"<td[^>]*>(.*?)</td>", row) for row in rows]
    assert cells == [["a &lt;b&gt;", "2", "2", ""], ["b", "1", "2", "✓ right"], ["c", "0", "1", ""]]
    assert "3 files of answers" in section
    assert answers_section([]) == ""


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (ANN.replace('"version": 1', '"version": 2'), "it is of version 2"),
        (ANN.replace('"version": 1', '"version": true'), "it is of version True"),
        (json.dumps({"format": ANSWERS_FORMAT, "version": 1}), "it holds no answers"),
    ],
)
def test_a_file_that_cannot_be_used_is_named_with_the_reason(text, problem):
    read = read_answers_file(text.encode(), "Ann/my_answers.json")
    assert problem in read.problem
    section = answers_section([read])
    assert "Ann/my_answers.json" in section
    assert problem in section


@pytest.mark.parametrize("text", ["", "{", "[]", "[" * 100_000, '{"format": "other"}', "\x00"])
def test_what_is_no_file_of_answers_is_left_to_others(text):
    assert read_answers_file(text.encode(), "x") is None


def test_an_answer_that_is_none_is_passed_over():
    held = json.loads(ANN)
    held["answers"] |= {"bad": 3, "worse": {"page": "x", "given": [], "said": "right"}}
    assert len(read_answers_file(json.dumps(held).encode(), "x").answers) == 2


def test_they_lie_among_hand_ins_and_are_none(tmp_path):
    for name, text in (("Ann", ANN), ("Ben", BEN)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "my_answers.json").write_text(text)
    (tmp_path / "Ann" / "notes.json").write_text("{}")
    answers = []
    found = submissions.find_submissions(tmp_path, grading.all_exercises(), None, answers)
    assert [one.file for one in found] == ["Ann/notes.json"]
    assert [one.place for one in answers] == ["Ann/my_answers.json", "Ben/my_answers.json"]
    assert "Answers in the chapters" in "".join(class_report([], {}, Heading(answers=answers)))
