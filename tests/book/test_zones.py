"""The built charts are the same for readers in Los Angeles, Tokyo and Kiritimati."""

import pytest
from helpers import pages
from helpers.deadlines import WAIT
from helpers.pages import PAGES, specifications
from helpers.zones import local_times

FAR_APART = ("America/Los_Angeles", "Pacific/Kiritimati")
# Every chart of the page, drawn anew from its specification.
DRAW = """async () => {
  const place = document.body.appendChild(document.createElement("div"));
  await new Promise((done, fail) => {
    const script = document.createElement("script");
    Object.assign(script, { src: "../../_static/vega/vega.js", onload: done, onerror: fail });
    document.head.appendChild(script);
  });
  const drawn = {};
  for (const figure of document.querySelectorAll("figure.chart")) {
    await tpWhole(figure);
    const spec = JSON.parse(figure.querySelector(".chart-spec").textContent);
    const made = await vegaEmbed(place, spec, { renderer: "svg", actions: false });
    const svg = await made.view.toSVG();
    drawn[figure.id] = svg.replace(/(id="|url\\(#)(gradient|clip)_?\\d+/g, "$1$2");
    made.finalize();
  }
  return drawn;
}"""


@pytest.mark.parametrize("page", PAGES)
def test_no_specification_depends_on_the_zone(book, page):
    for name, spec in specifications(book, page):
        assert local_times(spec) == [], name


@pytest.mark.parametrize(
    "page",
    [
        "chapters/argument/thaw",
        *(
            pytest.param(page, marks=pytest.mark.full)
            for page in pages.CHAPTERS
            if page != "chapters/argument/thaw"
        ),
    ],
)
def test_charts_are_drawn_alike(browser, server, page):
    drawn = []
    for zone in FAR_APART:
        context = browser.new_context(timezone_id=zone)
        context.set_default_timeout(WAIT * 1000)
        opened = context.new_page()
        opened.goto(f"{server}/{page}.html")
        drawn.append(opened.evaluate(DRAW))
        context.close()
    west, east = drawn
    assert west.keys() == east.keys()
    assert [name for name in west if west[name] != east[name]] == []
