"""figure(), the palette, and the HTML of a chart."""

import itertools
import json
import re

import altair as alt
import numpy as np
import pandas as pd
import pytest
import vl_convert

from three_pillars import figures
from three_pillars.figures import FigureError, figure, sized, title_lines, to_html, to_svg

ALT = "Bar chart of two made-up values: b is twice as high as a."


def bars(**props):
    frame = pd.DataFrame({"name": ["a", "b"], "value": [1, 2]})
    props.setdefault("title", alt.Title("B is twice A", subtitle="units, 2014"))
    return alt.Chart(frame).mark_bar().encode(x="name:N", y="value:Q").properties(**props)


def made(**props):
    return figure(bars(**props), alt=ALT, sources=["energy/lng_imports"]).to_dict()


# What a figure must have


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


def test_missing_values_reach_the_page_as_null():
    frame = pd.DataFrame({"name": ["a", None], "value": [1.0, float("nan")]})
    assert frame["name"].dtype == "str", "pandas 3 keeps text in a type of its own, with NaN"
    chart = alt.Chart(frame).mark_bar().encode(x="name:N", y="value:Q")
    spec = figure(chart, alt=ALT, sources=["energy/lng_imports"], title="One is missing").to_dict()
    json.dumps(spec, allow_nan=False)
    (rows,) = spec["datasets"].values()
    assert rows[1] == {"name": None, "value": None}


# Colours


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    return float(linear @ [0.2126, 0.7152, 0.0722])


def contrast(a: str, b: str) -> float:
    low, high = sorted((luminance(a), luminance(b)))
    return (high + 0.05) / (low + 0.05)


def test_contrast_of_known_pairs():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)  # WCAG's own example


@pytest.mark.parametrize("ground", ["#ffffff", "#14181e"])
@pytest.mark.parametrize("name", [*figures.COLOURS, "muted"])
def test_colours_stand_out_on_both_themes(name, ground):
    colour = figures.COLOURS.get(name, figures.MUTED)
    assert contrast(colour, ground) >= 3, f"{name} {colour} on {ground}"


# Machado, Oliveira and Fernandes (2009), severity 1: what a dichromat sees, in linear RGB.
SIGHT = {
    "normal": np.eye(3),
    "protan": np.array([[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
                        [-0.003882, -0.048116, 1.051998]]),
    "deutan": np.array([[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
                        [-0.011820, 0.042940, 0.968881]]),
    "tritan": np.array([[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
                        [0.004733, 0.691367, 0.303900]]),
}  # fmt: skip


def lab(colour: str, sight: str) -> np.ndarray:
    parts = np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    seen = np.clip(SIGHT[sight] @ linear, 0, 1)
    matrix = np.array(
        [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750],
         [0.0193339, 0.1191920, 0.9503041]]
    )  # fmt: skip
    ratio = matrix @ seen / [0.95047, 1, 1.08883]
    f = np.where(ratio > 0.008856, np.cbrt(ratio), 7.787 * ratio + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


@pytest.mark.parametrize("sight", SIGHT)
def test_state_colours_stay_apart_for_colour_blind_readers(sight):
    # A difference of 10 is plain to see; the pairs here keep 15 or more.
    for a, b in itertools.combinations(figures.STATES, 2):
        gap = np.linalg.norm(lab(figures.COLOURS[a], sight) - lab(figures.COLOURS[b], sight))
        assert gap >= 15, f"{a} and {b} look alike ({sight}, {gap:.1f})"


def test_state_scale_refuses_a_name_without_a_colour():
    with pytest.raises(FigureError, match="Atlantis"):
        figures.state_scale(["Japan", "Atlantis"])


# The drawing


@pytest.mark.parametrize("width", [figures.WIDE, figures.NARROW])
def test_drawing_fills_its_width_and_takes_the_colour_of_the_page(width):
    svg = to_svg(made(), width)
    assert re.search(rf'<svg[^>]* width="{width}"', svg)
    assert 'fill="currentColor"' in svg
    assert "B is twice A" not in svg, "the page shows the title; the drawing must not repeat it"


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


def test_views_side_by_side_are_stacked_on_a_phone():
    chart = (bars(title="Left") | bars(title="Right")).properties(title="Two views")
    spec = figure(chart, alt=ALT, sources=["energy/lng_imports"]).to_dict()
    assert "hconcat" in sized(spec, figures.WIDE)
    narrow = sized(spec, figures.NARROW)
    assert "hconcat" not in narrow
    assert all(view["width"] < figures.NARROW for view in narrow["vconcat"])


# The page


def test_html_has_all_that_the_page_promises():
    page = to_html(made(), "cell-1-1", base="../../")
    assert page.startswith('<figure class="chart" id="cell-1-1" data-state="static">')
    assert f'role="img" aria-label="{ALT}"' in page
    assert page.count("<svg") == 2
    assert '<a href="../../chapters/reference/data.html#energy-lng-imports">' in page
    assert '<a href="../../data/energy/lng_imports.csv" download>' in page
    assert "<th scope=\"col\">name</th>" in page  # fmt: skip
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


def test_names_stand_at_the_ends_of_lines_and_apart():
    table = pd.DataFrame(
        {"year": [2014, 2013, 2013], "share": [0.3, 0.1, 0.2], "who": ["Japan", "Japan", "Russia"]}
    )
    layer = figures.line_names(table, "share", "who", {"Russia": -0.05})
    placed = layer.data.set_index("who")
    assert list(placed.loc["Japan", ["year", "label_at"]]) == [2014, 0.3]
    assert list(placed.loc["Russia", ["year", "label_at"]]) == [2013, pytest.approx(0.15)]


def test_flagged_points_are_hollow_and_their_legend_says_so():
    fill = figures.hollow("basis", "reported", "unverified", "#123456").to_dict()
    assert fill["scale"] == {
        "domain": ["reported", "unverified"],
        "range": ["#123456", "transparent"],
    }
    assert fill["legend"]["symbolStrokeColor"] == "#123456"
