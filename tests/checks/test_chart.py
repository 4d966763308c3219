"""A chart, by what it encodes."""

import altair as alt
import pandas as pd
import pytest

from three_pillars.checks import chart

FRAME = pd.DataFrame(
    {
        "year": [2013, 2014, 2013, 2014],
        "share": [10.0, 20.0, 30.0, 40.0],
        "of": ["Japan", "Japan", "Russia", "Russia"],
    }
)
ALT = "Line chart of two made-up shares in 2013 and 2014."
ASKED = {
    "marks": ["line"],
    "channels": {
        "x": {"field": "year"},
        "y": {"field": "share", "type": "quantitative", "aggregate": None},
    },
    "shows": {"the shares": [0.1, 0.2, 0.3, 0.4]},
    "groups": 2,
    "forbidden": [("y", "sum", "a sum of shares means nothing")],
}


def lines(
    data=FRAME, mark="line", title="Both shares grew", subtitle="per cent", alt_text=ALT, **e
):
    encoding = {"x": "year:Q", "y": "share:Q", "color": "of:N"} | e
    made = getattr(alt.Chart(data), f"mark_{mark}")()
    made = made.encode(**{channel: field for channel, field in encoding.items() if field})
    return made.properties(title=alt.Title(title, subtitle=subtitle), description=alt_text)


@pytest.mark.parametrize(
    "value",
    [
        lines(),
        lines(subtitle="", y=alt.Y("share:Q").title("Share, per cent")),
        lines(FRAME.assign(share=FRAME["share"] / 100)),
        lines() + alt.Chart(FRAME).mark_rule().encode(x="year:Q"),
        lines(color=None, strokeDash="of:N"),
    ],
)
def test_a_right_chart_passes_however_it_looks(said, value):
    if isinstance(value, alt.LayerChart):
        value = value.properties(title=alt.Title("Both shares grew", subtitle="%"), description=ALT)
    assert said(chart, value, "the chart", **ASKED) == ""


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (FRAME, "is a table, not an Altair chart"),
        (lines(y="nothing"), "Altair cannot draw the chart"),
        (lines(mark="bar"), "is drawn with bar; line suits what is asked"),
        (lines(x=None), "has nothing on x"),
        (lines(x="of:N"), "shows 'of' on x; look for another field"),
        (lines(y="share:O"), "takes the field on y as ordinal; quantitative is meant (:Q"),
        (lines(y="mean(share):Q"), "aggregates the field on y with mean"),
        (lines(FRAME[:0]), "has no data in it"),
        (lines(FRAME[:3]), "does not show the shares for all 4 points (3 found)"),
        (lines(color=None), "should tell 2 groups apart"),
        (lines(title="Shares"), "needs a title of three words or more"),
        (lines(alt_text="A chart."), "needs an alt text of eight words or more"),
        (lines(subtitle=""), "does not say its unit"),
    ],
)
def test_a_wrong_chart_is_explained(said, value, words):
    assert words in said(chart, value, "the chart", **ASKED)


def test_an_aggregation_may_be_a_mistake_of_its_own(said):
    asked = {**ASKED, "channels": {"y": {"field": "share"}}}
    sentence = said(chart, lines(y="sum(share):Q"), "the chart", **asked)
    assert sentence == "A sum of shares means nothing."


def test_x_and_y_may_change_places_if_they_may(said):
    turned = lines(x="share:Q", y="year:Q")
    assert "on x; look for another field" in said(chart, turned, "the chart", **ASKED)
    assert said(chart, turned, "the chart", **ASKED, swap=True) == ""
