"""predict(): what it asks for, and the HTML it becomes."""

import altair as alt
import pandas as pd
import pytest

from three_pillars import predict
from three_pillars.blocks import BlockError, to_html

SLIDER = {"answer": 9.53, "because": "So it is.", "unit": "%", "low": 0, "high": 50, "step": 1}


def test_predict_hides_the_answer_behind_a_commitment(chart):
    page = to_html(predict("Which share?", chart=chart, **SLIDER).payload, "b1", base="")
    before, after = page.split('<div class="tp-reveal">')
    assert 'type="range"' in before
    assert "<figure" not in before
    assert "<strong>9.5%.</strong> So it is." in after
    assert "<figure" in after


def test_predict_opens_in_the_middle_and_not_at_the_answer(chart):
    payload = predict("Which share?", chart=chart, **{**SLIDER, "answer": 0}).payload
    assert payload["start"] == 25


def test_predict_offers_options_as_radio_buttons_with_a_legend(chart):
    block = predict("Which?", chart=chart, answer="b", because="So.", options=["a", "b"])
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
        ({"chart": alt.Chart(pd.DataFrame({"a": [1]})).mark_bar()}, "must come from figure"),
    ],
)
def test_predict_says_what_is_missing(chart, change, said):
    with pytest.raises(BlockError, match="Which share") as error:
        predict("Which share?", **{"chart": chart, **SLIDER, **change})
    assert said in str(error.value)


@pytest.mark.parametrize(
    ("answer", "step", "unit", "start", "shown"),
    [
        (9.53, 1, "%", "25%", "9.5%"),
        (9.0, 1, "%", "25%", "9%"),
        (9.53, 0.5, "Mt", "25.0 Mt", "9.53 Mt"),
        (12, 10, "", "30", "12"),
    ],
)
def test_an_answer_is_shown_one_digit_finer_than_the_slider(
    chart, answer, step, unit, start, shown
):
    given = {**SLIDER, "answer": answer, "step": step, "unit": unit}
    page = to_html(predict("How much?", chart=chart, **given).payload, "b1")
    assert f">{start}</output>" in page
    assert f"<strong>{shown}.</strong>" in page
