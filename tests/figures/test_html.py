"""The figure on a page."""

import json
import re

import altair as alt
import pandas as pd
import pytest
from helpers.charts import ALT, bars, made
from helpers.shared_cases import cases

from three_pillars import figures
from three_pillars.figures import FigureError, figure, to_html
from three_pillars.figures.html import _cell


def test_html_has_all_that_the_page_promises():
    page = to_html(made(), "cell-1-1", base="../../")
    named = 'aria-labelledby="cell-1-1-title"'
    assert page.startswith(f'<figure class="chart" id="cell-1-1" {named} data-state="static">')
    assert '<div class="chart-title" id="cell-1-1-title">' in page
    assert f'role="img" aria-label="{ALT}"' in page
    assert page.count("<svg") == 2
    assert '<a href="../../chapters/reference/data/energy.html#energy-lng-imports">' in page
    assert '<a href="../../data/energy/lng_imports.csv" download>' in page
    assert '<th scope="col" data-name="name">Name</th>' in page  # fmt: skip
    assert "<tr><td>b</td><td>2</td></tr>" in page
    spec = json.loads(re.search(r'class="chart-spec">(.*?)</script>', page)[1])
    assert spec["mark"]["type"] == "bar"
    slim = json.loads(re.search(r'class="chart-spec-narrow">(.*?)</script>', page)[1])
    assert "datasets" not in slim, "the data must be in the page once"


def test_html_outside_the_book_has_no_links_and_no_script():
    page = to_html(made(), "cell-1-1")
    assert "<a " not in page
    assert "<script" not in page


def test_html_escapes_what_data_and_titles_bring_along():
    frame = pd.DataFrame({"name": ["</script><b>"], "value": [1]})
    chart = alt.Chart(frame).mark_bar().encode(x="name:N", y="value:Q")
    spec = figure(
        chart, alt='Bar chart of "one" value <called> after a tag.' + " It is 1.",
        sources=["energy/lng_imports"], title="5 < 6 & 7",
    ).to_dict()  # fmt: skip
    page = to_html(spec, "cell-1-1", base="")
    assert "<b>" not in page
    assert page.count("</script>") == 2
    assert "5 &lt; 6 &amp; 7" in page


def test_html_refuses_a_chart_that_did_not_pass_through_figure():
    with pytest.raises(FigureError, match=r"'B is twice A' lacks .* figure\(chart"):
        to_html(bars().to_dict(), "cell-1-1")


def test_long_data_is_cut_in_the_page_and_says_so():
    frame = pd.DataFrame({"x": range(100), "y": range(100)})
    chart = alt.Chart(frame).mark_line().encode(x="x:Q", y="y:Q").properties(title="A line")
    page = to_html(figure(chart, alt=ALT, sources=["energy/lng_imports"]).to_dict(), "c", base="")
    assert "Data of this chart (100 rows)" in page
    assert f"The first {figures.TABLE_ROWS} of 100 rows." in page
    assert page.count("<tr><td>") == figures.TABLE_ROWS


def test_a_reader_sees_words_and_no_keys():
    frame = pd.DataFrame({"kind_of_row": ["naval_exercise"], "n": [3], "source_id": ["mofa_1"]})
    chart = (
        alt.Chart(frame).mark_bar().encode(x="n:Q", y="kind_of_row:N", tooltip=["kind_of_row", "n"])
    )
    made = figure(chart, alt=ALT, sources=["energy/lng_imports"], title="Three of a kind")
    page = to_html(made.to_dict(), "c", base="")
    assert re.findall(r"<th [^>]*>([^<]*)</th>", page) == ["Kind of row", "N"]
    assert re.findall(r"<td>([^<]*)</td>", page) == ["naval exercise", "3"]
    spec = json.loads(re.search(r'class="chart-spec">(.*?)</script>', page)[1])
    assert [tip["title"] for tip in spec["encoding"]["tooltip"]] == ["Kind of row", "N"]
    assert next(iter(spec["datasets"].values()))[0]["source_id"] == "mofa_1"


@pytest.mark.parametrize("case", cases("cells"))
def test_a_cell_is_written_as_by_hand(case):
    assert _cell(case["value"]) == case["shown"]
