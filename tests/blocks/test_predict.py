"""predict(): what it asks for, and the HTML it becomes."""

import altair as alt
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from three_pillars import predict
from three_pillars.blocks import BlockError, to_html

SLIDER = {"answer": 9.53, "because": "So it is.", "unit": "%", "low": 0, "high": 50, "step": 1}


def test_predict_hides_the_answer_behind_a_commitment(chart):
    page = to_html(predict("Which share?", chart=chart, **SLIDER).payload, "b1", base="")
    before, after = page.split('<details class="tp-reveal">')
    assert 'type="range"' in before
    assert "<figure" not in before
    assert "<strong>9.5%.</strong> So it is." in after
    assert "<figure" in after


@pytest.mark.parametrize(("answer", "start"), [(0, 25), (50, 25), (25, 12), (30, 12), (20, 38)])
def test_the_slider_stands_away_from_the_answer(chart, answer, start):
    payload = predict("Which share?", chart=chart, **{**SLIDER, "answer": answer}).payload
    assert payload["start"] == start


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(low=st.integers(-50, 50), steps=st.integers(4, 300), part=st.floats(0, 1))
def test_no_slider_stands_on_its_answer(chart, low, steps, part):
    """Where a quarter is one step or more, a tenth of the slider lies between."""
    high = low + steps
    answer = low + part * steps
    asked = {**SLIDER, "low": low, "high": high, "answer": answer}
    payload = predict("Which share?", chart=chart, **asked).payload
    assert abs(payload["start"] - answer) >= (high - low) / 10


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
    ("answer", "step", "unit", "shown"),
    [
        (9.53, 1, "%", "9.5%"),
        (9.0, 1, "%", "9%"),
        (9.53, 0.5, "Mt", "9.53 Mt"),
        (12, 10, "", "12"),
    ],
)
def test_an_answer_is_shown_one_digit_finer_than_the_slider(chart, answer, step, unit, shown):
    asked = {**SLIDER, "answer": answer, "step": step, "unit": unit}
    page = to_html(predict("How much?", chart=chart, **asked).payload, "b1")
    assert ">not set</output>" in page
    assert f"<strong>{shown}.</strong>" in page
