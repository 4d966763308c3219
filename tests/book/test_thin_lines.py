"""Lines that carry meaning stand out from the ground, light and dark, by 3:1 (WCAG 1.4.11)."""

import re

import pytest
from helpers.contrast import GROUNDS, contrast, mixed, rgb
from helpers.pages import CHAPTERS

# Lines that carry none: chart, and why.
GUIDES = {"events-by-kind": "the lines of a list, as on ruled paper"}
GROUP = re.compile(r'<g class="mark-\w+ role-mark[^"]*"[^>]*>(.*?)</g>', re.DOTALL)


def faint_lines(figure):
    """Yield stroke, opacity, ground and contrast of each line that does not stand out."""
    for group in GROUP.findall(figure):
        for line in re.findall(r"<(?:line|path)[^>]*>", group):
            given = dict(re.findall(r' ([\w-]+)="([^"]*)"', line))
            stroke = given.get("stroke", "none")
            if stroke in ("none", "transparent") or stroke.startswith("url"):
                continue
            opacity = float(given.get("opacity", 1)) * float(given.get("stroke-opacity", 1))
            for name, (ground, ink) in GROUNDS.items():
                colour = ink if stroke == "currentColor" else rgb(stroke)
                if (found := contrast(mixed(colour, ground, opacity), ground)) < 3:
                    yield stroke, opacity, name, round(found, 2)


@pytest.mark.parametrize("page", CHAPTERS)
def test_every_line_of_every_chart_stands_out(book, page):
    text = (book / f"{page}.html").read_text("utf-8")
    wrong = {}
    for figure in re.findall(r'<figure class="chart.*?</figure>', text, re.DOTALL):
        name = re.search(r' id="([^"]*)"', figure)[1]
        if name not in GUIDES and (found := set(faint_lines(figure))):
            wrong[name] = found
    assert wrong == {}


def test_the_measure_is_that_of_wcag():
    # Black on white is 21:1; #767676 is the well-known grey of 4.54:1.
    assert contrast(rgb("#000000"), rgb("#fff")) == pytest.approx(21)
    assert contrast(rgb("#767676"), rgb("#ffffff")) == pytest.approx(4.54, abs=0.01)
    line = '<g class="mark-rule role-mark"><line stroke="#7d8794" opacity="0.3"/></g>'
    assert len(list(faint_lines(line))) == 2
    assert not list(faint_lines(line.replace("0.3", "1")))
