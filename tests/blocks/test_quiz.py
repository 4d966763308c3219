"""quiz(): what it asks for, and the HTML it becomes."""

import html
import json
import re

import pytest

from three_pillars import choice, number, quiz, sorting
from three_pillars.blocks import BlockError, to_html

NUMBER = {"answer": 9.53, "tolerance": 0.05, "explain": "Volume over total.", "hint": "Divide."}


def test_quiz_gives_each_question_a_label_and_a_place_for_feedback():
    page = to_html(
        quiz(
            choice("Which one?", {"a": "It is.", "b": "It is not."}, right="a"),
            number("How much?", unit="%", feedback={9.79: "That is 2013."}, **NUMBER),
        ).payload,
        "b1",
        base="",
    )
    assert '<legend class="tp-question">1 of 2: Which one?</legend>' in page
    assert '<label class="tp-question" for="b1-2-value">2 of 2: How much?</label>' in page
    assert page.count('role="status"') == 2
    items = [json.loads(html.unescape(d)) for d in re.findall(r'data-item="(.*?)"', page)]
    assert items[0]["options"] == {"a": "It is.", "b": "It is not."}
    assert items[1]["mistakes"] == [[9.79, "That is 2013."]]


def test_questions_without_feedback_are_refused():
    with pytest.raises(BlockError, match="'b' has no feedback"):
        choice("Which?", {"a": "It is.", "b": ""}, right="a")
    with pytest.raises(BlockError, match="right one among them"):
        choice("Which?", {"a": "It is.", "b": "It is not."}, right="c")
    with pytest.raises(BlockError, match="give explain"):
        number("How much?", **{**NUMBER, "hint": ""})
    with pytest.raises(BlockError, match="finite number"):
        number("How much?", **{**NUMBER, "answer": float("nan")})
    with pytest.raises(BlockError, match=r"wrong number 9\.5 would count as right"):
        number("How much?", feedback={9.5: "Less."}, **NUMBER)
    with pytest.raises(BlockError, match=r"wrong number 9\.79 would be told: That is 2013"):
        number("How much?", feedback={9.79: "That is 2013.", 9.7900001: "2012."}, **NUMBER)
    with pytest.raises(BlockError, match="one or more questions"):
        quiz()


@pytest.mark.parametrize("said", ["Right. So it is.", "Yes: so it is.", "no, it is not", "Right"])
def test_the_page_says_right_once(said):
    with pytest.raises(BlockError, match="says whether it is right; leave out"):
        choice("Which?", {"a": said, "b": "Lower."}, right="a")
    with pytest.raises(BlockError, match="says whether it is right; leave out"):
        number("How much?", feedback={9.79: said}, **NUMBER)
    with pytest.raises(BlockError, match="says whether it is right; leave out"):
        sorting("Sort.", [("It was.", "fact", {"fact": said, "trend": "So."})] * 2,
                kinds=["fact", "trend"])  # fmt: skip


def test_text_of_authors_is_escaped():
    page = to_html(
        quiz(choice("Is 1 < 2?", {"<yes>": 'So "it" is.', "no": "Less."}, right="<yes>")).payload,
        "b1",
    )
    assert "<yes>" not in page
    assert "Is 1 &lt; 2?" in page
