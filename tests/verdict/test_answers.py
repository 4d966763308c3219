"""Answers files of every kind."""

import json

import pytest
from helpers.shared_cases import cases, content
from hypothesis import given, settings
from hypothesis import strategies as st

from three_pillars import verdict
from three_pillars.verdict import AnswerError

GOOD = {"format": "three-pillars-forecasts", "version": 1, "answers": {"F01_2015": 0.4}}


def saved(folder, content, name="mine.json"):
    path = folder / name
    path.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
    return path


def test_an_answers_file_comes_back_as_it_was_saved(tmp_path, table):
    answers = {name: n / 73 for n, name in enumerate(table["outcome_id"])}
    path = verdict.write_answers(tmp_path / "mine.json", answers)
    assert verdict.read_answers(path) == answers
    assert [p.name for p in tmp_path.iterdir()] == ["mine.json"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "mine.json is damaged and cannot be read; save it again."),
        ('{"format": "three-pillars-', "mine.json is damaged"),
        ("[1, 2]", "mine.json is not an answers file of this book."),
        ({"answers": {}}, "mine.json is not an answers file"),
        ({**GOOD, "version": 2}, "mine.json is of version 2, and this book reads version 1."),
        ({**GOOD, "version": "1"}, "is of version '1'"),
        ({**GOOD, "answers": [0.4]}, "mine.json holds no answers."),
        ({**GOOD, "answers": {"F99_2015": 0.4}}, "there is no question 'F99_2015' in this book."),
        (
            {**GOOD, "answers": {"F01_2015": "70%"}},
            "mine.json, question F01_2015: '70%' is not a probability between 0 and 1; write 0.7.",
        ),
        ({**GOOD, "answers": {"F01_2015": "a lot"}}, "'a lot' is not a probability"),
        (
            {**GOOD, "answers": {"F01_2015": 70}},
            "question F01_2015: 70 lies outside 0 to 1; for 70% write 0.7.",
        ),
        ({**GOOD, "answers": {"F01_2015": -0.1}}, "lies outside 0 to 1"),
        ({**GOOD, "answers": {"F01_2015": True}}, "True is not a probability"),
        ({**GOOD, "answers": {"F01_2015": None}}, "None is not a probability"),
        ('{"format": "three-pillars-forecasts", "version": 1, "answers": {"F01_2015": NaN}}',
         "nan lies outside 0 to 1"),
    ],
)  # fmt: skip
def test_a_bad_answers_file_is_one_sentence(tmp_path, content, message):
    with pytest.raises(AnswerError) as error:
        verdict.read_answers(saved(tmp_path, content))
    said = str(error.value)
    assert message in said
    assert said.endswith(".")
    assert "\n" not in said


def test_a_missing_or_unreadable_file_is_one_sentence(tmp_path):
    with pytest.raises(AnswerError, match=r"there is no file gone\.json"):
        verdict.read_answers(tmp_path / "gone.json")
    (tmp_path / "raw.json").write_bytes(b"\xff\xfe\x00{")
    with pytest.raises(AnswerError, match=r"raw\.json is damaged"):
        verdict.read_answers(tmp_path / "raw.json")
    with pytest.raises(AnswerError, match="cannot be saved"):
        verdict.write_answers(tmp_path / "no" / "folder.json", {"F01_2015": 0.5})


def test_what_is_no_probability_leaves_the_older_file_alone(tmp_path):
    path = verdict.write_answers(tmp_path / "mine.json", {"F01_2015": 0.4})
    with pytest.raises(AnswerError, match="lies outside"):
        verdict.write_answers(path, {"F01_2015": 40})
    assert verdict.read_answers(path) == {"F01_2015": 0.4}


@given(st.text(max_size=200))
@settings(deadline=None)
def test_any_text_is_read_or_refused_in_one_sentence(tmp_path_factory, text):
    path = tmp_path_factory.mktemp("answers") / "mine.json"
    path.write_text(text, "utf-8", errors="replace")
    with pytest.raises(AnswerError):
        verdict.read_answers(path)


@pytest.mark.parametrize("case", cases("answers"))
def test_files_that_the_page_must_read_alike(tmp_path, case):
    path = tmp_path / "mine.json"
    path.write_bytes(case["text"].encode())
    if "answers" in case:
        assert verdict.read_answers(path) == case["answers"]
        return
    with pytest.raises(AnswerError) as error:
        verdict.read_answers(path)
    said = str(error.value).replace('"', "'")
    assert said.startswith("mine.json") and said.endswith(".")
    for piece in case["refused"]:
        assert piece in said


def test_the_cases_ask_what_the_book_asks(table):
    every = content("answers")
    assert (every["format"], every["version"]) == (GOOD["format"], GOOD["version"])
    assert set(every["questions"]) <= set(table["outcome_id"])
