"""What a figure must have."""

import altair as alt
import pandas as pd
import pytest
from helpers.charts import ALT, bars, made

from three_pillars.figures import FigureError, figure, name_of, title_lines


def test_figure_carries_alt_text_and_tables_in_standard_fields():
    spec = made()
    assert spec["description"] == ALT
    assert spec["usermeta"]["three_pillars"]["sources"] == ["energy/lng_imports"]
    assert spec["$schema"].endswith("vega-lite/v5.20.1.json") or "/v5" in spec["$schema"]


def test_figure_leaves_the_chart_it_was_given_alone():
    chart = bars()
    figure(chart, alt=ALT, sources=["energy/lng_imports"])
    assert "description" not in chart.to_dict()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"alt": ""}, "alt text '' is too short"),
        ({"alt": "chart"}, "alt text 'chart' is too short"),
        ({"sources": []}, "name its tables"),
        ({"sources": "energy/lng_imports"}, "name its tables"),
        ({"sources": ["energy/lng_import"]}, "energy/lng_imports"),
    ],
)
def test_figure_names_the_chart_and_what_it_lacks(change, said):
    with pytest.raises(FigureError, match="B is twice A") as error:
        figure(bars(), **{"alt": ALT, "sources": ["energy/lng_imports"], **change})
    assert said in str(error.value)
    assert "\n" not in str(error.value)


def test_figure_asks_for_a_finding():
    with pytest.raises(FigureError, match="title that says the finding"):
        figure(bars().properties(title=""), alt=ALT, sources=["energy/lng_imports"])


def test_altairs_own_message_stays_readable():
    chart = alt.Chart(pd.DataFrame({"a": [1]})).mark_bar().encode(x=alt.X("a:Q", scale="wide"))
    with pytest.raises(alt.utils.schemapi.SchemaValidationError, match="scale"):
        figure(chart, alt=ALT, sources=["energy/lng_imports"], title="A finding")


def test_long_titles_are_wrapped_for_jupyter_and_whole_for_the_page():
    finding = "Russia supplied about a tenth of the gas that Japan bought, before and after " * 2
    spec = made(title=finding.strip())
    assert all(len(line) <= 74 for line in spec["title"]["text"])
    assert title_lines(spec)[0] == finding.strip()


def test_a_name_travels_with_the_chart():
    assert name_of(made(name="lng-share")) == "lng-share"
    assert name_of(made()) is None


@pytest.mark.parametrize("name", ["", "LNG share", "lng_share", "-lng", "1990", "x" * 51, 7])
def test_a_name_is_words_joined_by_hyphens(name):
    with pytest.raises(FigureError, match="must be words in small letters joined by hyphens"):
        made(name=name)
