"""The drawing."""

import re

import pytest
from helpers.charts import made

from three_pillars import figures
from three_pillars.figures import to_svg


@pytest.mark.parametrize("width", [figures.WIDE, figures.NARROW])
def test_drawing_fills_its_width_and_takes_the_colour_of_the_page(width):
    svg = to_svg(made(), width)
    assert re.search(rf'<svg[^>]* width="{width}"', svg)
    assert 'fill="currentColor"' in svg
    assert "B is twice A" not in svg, "the page shows the title; the drawing must not repeat it"
