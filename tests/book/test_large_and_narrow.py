"""A page at twice the size of text, on 320 px, without motion, and in the system's own colours."""

import pytest
from helpers.pages import DOCUMENTS
from helpers.reports import report
from helpers.visits import SETTINGS, Visit

QUICK = ("chapters/energy/dependence", "chapters/reference/bibliography")
PAGES = [p if p in QUICK else pytest.param(p, marks=pytest.mark.full) for p in DOCUMENTS]


@pytest.fixture
def narrow(monkeypatch):
    """A window of 320 px: what 1280 px are at 400 %."""
    monkeypatch.setitem(SETTINGS, "narrow", {"viewport": {"width": 320, "height": 640}})


@pytest.mark.parametrize("page", PAGES)
def test_nothing_scrolls_sideways_at_320_px_nor_at_twice_the_text(browser, server, narrow, page):
    with Visit(browser, server, page, "narrow") as visit:
        visit.page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")
        visit.check_overflow()
        visit.page.set_viewport_size({"width": 1280, "height": 800})
        visit.page.evaluate("document.documentElement.style.fontSize = '200%'")
        visit.check_overflow()
        cut = visit.page.evaluate(
            # Text that its own box cuts off, where nothing lets one scroll to it.
            """() => [...document.querySelectorAll("article :is(p, h1, h2, h3, button, label, a)")]
              .filter(e => e.checkVisibility() && !e.matches(".tp-unseen, .tp-unseen *"))
              .filter(e => getComputedStyle(e).overflow === "hidden"
                && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1))
              .map(e => e.outerHTML.slice(0, 90))"""
        )
        visit.check(not cut, f"text is cut off at 200 %: {cut[:3]}")
    report(visit.problems)


WITH_TABLES = [
    "chapters/argument/claims",
    *(
        pytest.param(page, marks=pytest.mark.full)
        for page in DOCUMENTS
        if page != "chapters/argument/claims" and "/reference/data" not in page
    ),
]


@pytest.mark.parametrize("page", WITH_TABLES)
def test_a_table_in_the_text_needs_no_scrolling_on_a_phone(browser, server, page):
    """But the data dictionary's, whose names of code are one word each."""
    with Visit(browser, server, page, "phone") as visit:
        wide = visit.page.evaluate(
            """() => [...document.querySelectorAll("article table.table, .tp-table .tp-rows")]
              .filter(e => e.checkVisibility() && e.scrollWidth > e.clientWidth + 1)
              .map(e => `${e.innerText.slice(0, 40)}: ${e.scrollWidth} in ${e.clientWidth} px`)"""
        )
        visit.check(not wide, f"tables scroll: {wide}")
    report(visit.problems)


def test_nothing_moves_for_whoever_asks_for_stillness(browser, server):
    with Visit(browser, server, "chapters/energy/dependence", "light") as visit:
        visit.all_live()
        moving = visit.page.evaluate(
            """() => [...document.querySelectorAll("*")].filter(e => {
              const style = getComputedStyle(e);
              const seconds = text => Math.max(...text.split(",").map(parseFloat));
              return seconds(style.animationDuration) > 0.01 && style.animationName !== "none"
                || seconds(style.transitionDuration) > 0.01 && style.transitionProperty !== "none";
            }).map(e => e.tagName + "." + e.className)"""
        )
        visit.check(not moving, f"still moves: {sorted(set(map(str, moving)))[:8]}")
        smooth = visit.page.evaluate("getComputedStyle(document.documentElement).scrollBehavior")
        visit.check(smooth == "auto", f"the page scrolls {smooth}")
    report(visit.problems)


def test_in_the_colours_of_the_system_controls_and_charts_are_there(browser, server):
    with Visit(browser, server, "chapters/energy/dependence", "light") as visit:
        visit.page.emulate_media(forced_colors="active")
        visit.all_live()
        faint = visit.page.evaluate(
            """() => [...document.querySelectorAll("figure.chart svg text")]
              .filter(e => e.checkVisibility() && e.textContent.trim())
              .filter(e => getComputedStyle(e).fill
                === getComputedStyle(document.body).backgroundColor)
              .map(e => e.textContent)"""
        )
        visit.check(not faint, f"text in the colour of the ground: {faint[:5]}")
        visit.page.keyboard.press("Tab")
        width = visit.page.evaluate("getComputedStyle(document.activeElement).outlineWidth")
        visit.check(float(width.removesuffix("px")) >= 2, "no mark of the keyboard's place")
        edges = visit.page.evaluate(
            """() => [...document.querySelectorAll(".tp-block button, article select")]
              .filter(e => e.checkVisibility())
              .filter(e => parseFloat(getComputedStyle(e).borderTopWidth) < 1)
              .map(e => e.outerHTML.slice(0, 80))"""
        )
        visit.check(not edges, f"controls without an edge: {edges[:3]}")
    report(visit.problems)
