"""predict() and quiz(): what they ask for, and the HTML they become."""

import html
import json
import re

import altair as alt
import pandas as pd
import pytest

from three_pillars import choice, figure, number, predict, quiz
from three_pillars.blocks import MIME_TYPE, BlockError, to_html

FRAME = pd.DataFrame({"name": ["a", "b"], "value": [1, 2]})
CHART = figure(
    alt.Chart(FRAME).mark_bar().encode(x="name:N", y="value:Q"),
    alt="Bar chart of two made-up values: b is twice as high as a.",
    sources=["energy/lng_imports"],
    title="B is twice A",
)
SLIDER = {"chart": CHART, "answer": 9.53, "because": "So it is.", "unit": "%",
          "low": 0, "high": 50, "step": 1}  # fmt: skip
NUMBER = {"answer": 9.53, "tolerance": 0.05, "explain": "Volume over total.", "hint": "Divide."}


def test_predict_hides_the_answer_behind_a_commitment():
    page = to_html(predict("Which share?", **SLIDER).payload, "b1", base="")
    before, after = page.split('<div class="tp-reveal">')
    assert 'type="range"' in before
    assert "<figure" not in before
    assert "<strong>9.5%.</strong> So it is." in after
    assert "<figure" in after


def test_predict_opens_in_the_middle_and_not_at_the_answer():
    payload = predict("Which share?", **{**SLIDER, "answer": 0}).payload
    assert payload["start"] == 25


def test_predict_offers_options_as_radio_buttons_with_a_legend():
    block = predict("Which?", chart=CHART, answer="b", because="So.", options=["a", "b"])
    page = to_html(block.payload, "b1", base="")
    assert '<legend class="tp-question">Which?</legend>' in page
    assert page.count('type="radio"') == 2
    assert 'data-answer="b"' in page


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"answer": 60}, "lies outside the slider, 0 to 50"),
        ({"answer": "much"}, "lies outside the slider"),
        ({"low": None}, "give low, high and step"),
        ({"step": 7}, "do not reach 50"),
        ({"options": ["a", "b"]}, "must be one of two or more different options"),
        ({"because": " "}, "because"),
        ({"chart": alt.Chart(FRAME).mark_bar()}, "must come from figure"),
    ],
)
def test_predict_says_what_is_missing(change, said):
    with pytest.raises(BlockError, match="Which share") as error:
        predict("Which share?", **{**SLIDER, **change})
    assert said in str(error.value)


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


def test_blocks_travel_as_data_to_the_book_and_as_html_to_jupyter(monkeypatch):
    block = quiz(choice("Which?", {"a": "Yes.", "b": "No."}, right="a"))
    monkeypatch.setenv("THREE_PILLARS_BOOK", "1")
    assert block._repr_mimebundle_() == {MIME_TYPE: block.payload}
    monkeypatch.delenv("THREE_PILLARS_BOOK")
    page = block._repr_mimebundle_()["text/html"]
    assert "<style>" in page
    assert "threePillarsBlocks" in page, "Jupyter's copy must bring its script along"


def test_text_of_authors_is_escaped():
    page = to_html(
        quiz(choice("Is 1 < 2?", {"<yes>": 'So "it" is.', "no": "No."}, right="<yes>")).payload,
        "b1",
    )
    assert "<yes>" not in page
    assert "Is 1 &lt; 2?" in page
