"""Colours: seen on both themes, and told apart by every reader."""

import itertools

import pytest
from helpers.charts import made
from helpers.contrast import contrast, rgb
from helpers.sight import SIGHT, TOLD_APART, distance, lab, unclear_series

from three_pillars import figures
from three_pillars.commentary import STATE_COLOURS
from three_pillars.figures import FigureError


@pytest.mark.parametrize("ground", ["#ffffff", "#14181e"])
@pytest.mark.parametrize("name", [*figures.COLOURS, *figures.CATEGORIES, "muted"])
def test_colours_stand_out_on_both_themes(name, ground):
    colour = name if name.startswith("#") else figures.COLOURS.get(name, figures.MUTED)
    assert contrast(rgb(colour), rgb(ground)) >= 3, f"{name} {colour} on {ground}"


# These four Vega-Lite draws at 0.7 unless it is told; a colour of the palette is then too pale.
@pytest.mark.parametrize("mark", ["point", "circle", "square", "tick"])
def test_marks_have_the_colours_in_full(mark):
    assert made()["config"][mark]["opacity"] == 1


@pytest.mark.parametrize("sight", SIGHT)
def test_state_colours_stay_apart_for_colour_blind_readers(sight):
    for a, b in itertools.combinations(STATE_COLOURS, 2):
        gap = distance(STATE_COLOURS[a], STATE_COLOURS[b], sight)
        assert gap >= TOLD_APART, f"{a} and {b} look alike ({sight}, {gap:.1f})"


def test_state_scale_refuses_a_name_without_a_colour():
    with pytest.raises(FigureError, match="Atlantis"):
        figures.state_scale(["Japan", "Atlantis"])


def test_no_hue_of_a_kind_is_that_of_a_state():
    for hue in figures.CATEGORIES:
        for state, colour in STATE_COLOURS.items():
            assert distance(hue, colour) >= TOLD_APART, f"{hue} looks like {state}"


# CIE 1976 L*, a*, b* of the sRGB primaries under D65, as published (Lindbloom, rounded).
@pytest.mark.parametrize(
    ("colour", "known"),
    [("#ff0000", (53.2, 80.1, 67.2)), ("#00ff00", (87.7, -86.2, 83.2)), ("#ffffff", (100, 0, 0))],
)
def test_lightness_and_hue_of_known_colours(colour, known):
    assert lab(colour) == pytest.approx(known, abs=0.4)


def test_red_and_green_of_one_lightness_are_one_colour_to_a_dichromat_only():
    assert distance("#c83232", "#6f7a2c") > 60
    assert distance("#b0463c", "#7d6a2f", "protan") < distance("#b0463c", "#7d6a2f") / 2


def spec(**encoding):
    rows = [{"who": who, "year": year} for who in ("Japan", "Russia") for year in (1, 2)]
    colours = {"domain": ["Japan", "Russia"], "range": ["#cd0703", "#2b6dde"]}
    return {
        "datasets": {"d": rows},
        "data": {"name": "d"},
        "layer": [{"mark": "line", "encoding": encoding}],
        "encoding": {"color": {"field": "who", "type": "nominal", "scale": colours}},
    }


def test_series_that_only_a_hue_tells_apart_are_named_with_the_reader_who_cannot():
    assert unclear_series(spec()) == ["who: Japan and Russia (grey)"]
    for channel in ("strokeDash", "shape", "text", "yOffset"):
        assert unclear_series(spec(**{channel: {"field": "who", "type": "nominal"}})) == []
    bright = spec()
    bright["encoding"]["color"]["scale"]["range"] = ["currentColor", "#7d8794"]
    assert unclear_series(bright) == []


def test_a_colour_can_let_the_page_show_through():
    assert figures.thin("#2b6dde", 0.5) == "rgba(43,109,222,0.5)"
    assert list(lab("rgba(0,0,0,0.5)")) == pytest.approx(list(lab("#808080")), abs=0.5)
