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
    "fractions": True,
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
        lines(FRAME.assign(share=FRAME["share"] / 100), subtitle="fractions"),
        lines(
            FRAME.assign(share=FRAME["share"] / 100), y=alt.Y("share:Q", axis=alt.Axis(format="%"))
        ),
        lines(FRAME.assign(year=["2013", "2014"] * 2), x="year:T"),
        lines(FRAME.pivot(index="year", columns="of", values="share").reset_index()).transform_fold(
            ["Japan", "Russia"], as_=["of", "share"]
        ),
        lines(FRAME.query("of == 'Japan'"), color=alt.datum("Japan"))
        + lines(FRAME.query("of == 'Russia'"), color=alt.datum("Russia")),
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
        (lines(x="of:N"), "shows 'of' on x; look for another"),
        (lines(x="Year:Q"), "has 'Year' on x, and its table has no such column: write 'year'"),
        (lines(y="part:Q"), "no such column: its columns are year, share and of"),
        (lines(x="year:T"), "plain numbers: they would be drawn as moments of 1970"),
        (lines(y="of:Q"), "takes 'of' as a quantity (:Q), and the column holds text"),
        (lines(FRAME.assign(share=None)), "has no value in any row"),
        (lines(FRAME.rename(columns={"share": "n"}), y="n:Q"), "call the column 'share'"),
        (lines(FRAME.assign(share=FRAME["share"] / 100)), "says per cent and draws fractions"),
        (lines(y=alt.Y("share:Q", axis=alt.Axis(format=".0%"))), "50 becomes 5000%"),
        (
            lines(FRAME.query("of == 'Japan'"), color=alt.value("red"))
            + lines(FRAME.query("of == 'Russia'"), color=alt.value("blue")),
            "2 groups apart",
        ),
        (lines(color=alt.Color("of:N", legend=None)), "no legend and no names"),
        (lines(title="Chart chart chart"), "needs a title of three words"),
        (lines(alt_text="chart " * 9), "needs an alt text of eight words"),
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
    assert "on x; look for another" in said(chart, turned, "the chart", **ASKED)
    assert said(chart, turned, "the chart", **ASKED, swap=True) == ""


@pytest.mark.parametrize(("data", "years", "words"), [
    (FRAME, (2013, 2014), ""),
    (FRAME, (2013, 2015), "runs from 2013 to 2014; 2013 to 2015 is asked"),
    (FRAME, (2014, 2014), "runs from 2013 to 2014; 2014 to 2014 is asked"),
    (FRAME.assign(year=[2013, 2015] * 2), (2013, 2015), "leaves out years between"),
    (FRAME.assign(year=["2013-01-01", "2014-01-01"] * 2), (2013, 2014), ""),
])  # fmt: skip
def test_the_years_asked_for(said, data, years, words):
    got = said(chart, lines(data, x="year:O"), "the chart", **ASKED, years=years)
    assert words in got
    assert bool(words) is bool(got)


def test_years_by_another_name(said):
    renamed = lines(FRAME.rename(columns={"year": "when"}), x="when:O")
    assert "call the column 'year'" in said(chart, renamed, "the chart", **ASKED)
    assert said(chart, renamed, "the chart", **ASKED, years=(2013, 2014)) == ""


def test_years_that_the_chart_itself_leaves_out(said):
    kept = lines().transform_filter("datum.year > 2013")
    clipped = lines(x=alt.X("year:Q", scale=alt.Scale(domain=[2014, 2014])))
    for one in (kept, clipped):
        assert said(chart, one, "the chart", **ASKED, years=(2014, 2014)) == ""


def test_the_sources_that_it_rests_on(said):
    named = lines().properties(usermeta={"three_pillars": {"sources": ["a/b"]}})
    assert said(chart, named, "the chart", **ASKED, sources=["a/b"]) == ""
    assert "rests on c/d too" in said(chart, named, "the chart", **ASKED, sources=["a/b", "c/d"])
    assert "names no table" in said(chart, lines(), "the chart", **ASKED, sources=["a/b"])


def test_a_row_without_its_place_is_not_drawn(said):
    lost = lines(FRAME.assign(year=[2013, 2014, 2013, None]))
    assert "for all 4 points (3 found)" in said(chart, lost, "the chart", **ASKED)


def test_a_factor_of_a_hundred(said):
    both = {**ASKED, "shows": {"one": [0.1, 0.2], "the other": [0.3, 0.4]}}
    mixed = lines(FRAME.assign(share=[0.1, 0.2, 30, 40]))
    assert "bring both to one unit" in said(chart, mixed, "the chart", **both)
    assert said(chart, lines(), "the chart", **both) == ""
    asked = {**ASKED, "fractions": False, "shows": {"the shares": [1000, 2000, 3000, 4000]}}
    assert "draws the shares 100 times too small" in said(chart, lines(), "the chart", **asked)
