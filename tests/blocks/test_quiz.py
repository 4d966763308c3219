"""quiz(): what it asks for, and the HTML it becomes."""

import html
import json
import re

import pytest

from three_pillars import choice, number, quiz
from three_pillars.blocks import BlockError, to_html

NUMBER = {"answer": 9.53, "tolerance": 0.05, "explain": "Volume over total.", "hint": "Divide."}


def test_quiz_gives_each_question_a_label_and_a_place_for_feedback():
    page = to_html(
        quiz(
            choice("Which one?", {"a": "Yes.", "b": "No."}, right="a"),
            number("How much?", unit="%", feedback={9.79: "That is 2013."}, **NUMBER),
        ).payload,
        "b1",
        base="",
    )
    assert '<legend class="tp-question">1 of 2: Which one?</legend>' in page
    assert '<label class="tp-question" for="b1-2-value">2 of 2: How much?</label>' in page
    assert page.count('role="status"') == 2
    items = [json.loads(html.unescape(d)) for d in re.findall(r'data-item="(.*?)"', page)]
    assert items[0]["options"] == {"a": "Yes.", "b": "No."}
    assert items[1]["mistakes"] == [[9.79, "That is 2013."]]


def test_questions_without_feedback_are_refused():
    with pytest.raises(BlockError, match="'b' has no feedback"):
        choice("Which?", {"a": "Yes.", "b": ""}, right="a")
    with pytest.raises(BlockError, match="right one among them"):
        choice("Which?", {"a": "Yes.", "b": "No."}, right="c")
    with pytest.raises(BlockError, match="give explain"):
        number("How much?", **{**NUMBER, "hint": ""})
    with pytest.raises(BlockError, match="finite number"):
        number("How much?", **{**NUMBER, "answer": float("nan")})
    with pytest.raises(BlockError, match=r"wrong number 9\.5 would count as right"):
        number("How much?", feedback={9.5: "No."}, **NUMBER)
    with pytest.raises(BlockError, match="one or more questions"):
        quiz()


def test_text_of_authors_is_escaped():
    page = to_html(
        quiz(choice("Is 1 < 2?", {"<yes>": 'So "it" is.', "no": "No."}, right="<yes>")).payload,
        "b1",
    )
    assert "<yes>" not in page
    assert "Is 1 &lt; 2?" in page
