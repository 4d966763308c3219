"""How the book's theme draws, and how data reach a chart."""

import json
import re

import altair as alt
import pandas as pd
import vl_convert
from helpers.charts import ALT

from three_pillars import figures
from three_pillars.figures import figure, to_svg


def test_missing_values_reach_the_page_as_null():
    frame = pd.DataFrame({"name": ["a", None], "value": [1.0, float("nan")]})
    assert frame["name"].dtype == "str", "pandas 3 keeps text in a type of its own, with NaN"
    chart = alt.Chart(frame).mark_bar().encode(x="name:N", y="value:Q")
    spec = figure(chart, alt=ALT, sources=["energy/lng_imports"], title="One is missing").to_dict()
    json.dumps(spec, allow_nan=False)
    (rows,) = spec["datasets"].values()
    assert rows[1] == {"name": None, "value": None}


def test_a_notebook_draws_categories_as_wide_as_the_column():
    """JupyterLab draws the specification as it is; by default each category would get 20 pixels."""
    chart = alt.Chart(pd.DataFrame({"year": ["2013", "2014"], "n": [1, 2]})).mark_bar()
    svg = vl_convert.vegalite_to_svg(
        chart.encode(x="year:O", y="n:Q").to_dict(), vl_version=figures.VL_VERSION
    )
    assert float(re.search(r'<svg[^>]* width="([\d.]+)"', svg)[1]) > figures.WIDE


def test_a_legend_of_shapes_is_seen_on_a_dark_page():
    rows = pd.DataFrame(
        {"x": [1, 2], "y": [1, 2], "who": ["A", "B"], "known": ["read", "recalled"]}
    )
    chart = alt.Chart(rows).mark_point().encode(x="x:Q", y="y:Q", color="who:N", shape="known:N")
    svg = to_svg(figure(chart, title="T", alt=ALT, sources=["energy/lng_imports"]).to_dict(), 640)
    assert "recalled" in svg
    assert "black" not in svg, "black is not seen on the dark page"
