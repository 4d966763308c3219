"""Pages load no more than they need, and what the theme had Bootstrap for still works."""

import re

import pytest
from helpers.pages import CHAPTERS, first_visit
from helpers.reports import report
from helpers.visits import Visit

from three_pillars.book.light import MEASURED, lighten, used, with_specs_beside

VISIT = 150_000  # what a first visit may load, gzipped, before a chart is near


def test_a_rule_stays_where_an_element_may_be():
    sheet = (
        "/* said */ :root{--a:1} .here,.gone{color:red} .here .gone{color:red}"
        ".a\\:b{color:blue} a:not(.gone){color:green} .here:is(.gone,.here){top:0}"
        "@media (width>1px){.gone{left:0}.here{left:1px}} @media print{.gone{left:0}}"
        "@font-face{src:url(x)}"
    )
    made = used(sheet, {"here", "a:b"}).replace(" ", "")
    assert made == (
        ":root{--a:1}.here{color:red}.a\\:b{color:blue}a:not(.gone){color:green}"
        ".here:is(.gone,.here){top:0}@media(width>1px){.here{left:1px}}@font-face{src:url(x)}"
    )


def test_a_style_sheet_has_the_mark_of_what_is_left(tmp_path):
    (tmp_path / "styles").mkdir()
    sheet = tmp_path / "styles" / "bootstrap.css"
    sheet.write_text(".btn{top:0}.late{top:1px}.none{top:2px}", "utf-8")
    page = (
        '<link href="_static/styles/bootstrap.css?digest=1a" rel="stylesheet" />\n'
        '<script defer="defer" src="_static/copybutton.js?v=2"></script>'
        '<script src="_static/scripts/bootstrap.js?digest=1a"></script>\n'
        '<b class="btn"></b>'
    )
    made = lighten(tmp_path, [page], ["one.add('late')"])[0](page)
    assert sheet.read_text("utf-8") == ".btn{top:0}.late{top:1px}"
    assert re.fullmatch(
        r'<link href="_static/styles/bootstrap\.css\?v=[0-9a-f]{8}" rel="stylesheet" />\n'
        r'<script type="text/plain" data-later="_static/copybutton\.js\?v=2"></script>'
        r'<b class="btn"></b>',
        made,
    )


def test_code_that_looks_like_the_rest_is_no_element_of_its_own(tmp_path):
    (tmp_path / "pygments.css").write_text(
        "".join(
            f'html[data-theme="{theme}"] .highlight {{ background: #fff; color: {usual} }}\n'
            f'html[data-theme="{theme}"] .highlight .n {{ color: {usual} }} /* Name */\n'
            f'html[data-theme="{theme}"] .highlight .p {{ color: {other} }}\n'
            f'html[data-theme="{theme}"] .highlight .nf {{ color: {usual}; font-weight: bold }}\n'
            for theme, usual, other in (("light", "#000", "#000"), ("dark", "#fff", "#0f0"))
        ),
        "utf-8",
    )
    code = '<span class="n">a</span><span class="p">(</span><span class="nf">f</span>'
    made = lighten(tmp_path, [code], [])[0](code)
    assert made == 'a<span class="p">(</span><span class="nf">f</span>'


def test_specifications_lie_beside_their_page(tmp_path):
    def figure(name, wide, narrow):
        return (
            f'<figure class="chart explorable" id="{name}" data-state="static">'
            f'<script type="application/json" class="chart-spec">{wide}</script>'
            f'<script type="application/json" class="chart-spec-narrow">{narrow}</script></figure>'
        )

    page = tmp_path / "page.html"
    made = with_specs_beside(page, figure("one", "[1]", "[2]") + "<p>" + figure("two", "{}", "[3]"))
    script = (tmp_path / "page.charts.js").read_text("utf-8")
    assert script == 'tpSpecified("one",[1],[2]);\ntpSpecified("two",{},[3]);\n'
    named = re.search(r' data-spec="page\.charts\.js\?v=[0-9a-f]{8}"', made)[0]
    bare = figure("one", "", "") + "<p>" + figure("two", "", "")
    assert made == bare.replace(" data-state", f"{named} data-state")
    assert with_specs_beside(page, made) == made, "a page that is mended again"
    assert (tmp_path / "page.charts.js").exists()
    with_specs_beside(page, "<p>")
    assert not (tmp_path / "page.charts.js").exists(), "of a page without charts"


@pytest.mark.parametrize("page", CHAPTERS)
def test_a_first_visit_is_light(book, page):
    weights = first_visit(book, page)
    assert sum(weights.values()) <= VISIT, sorted(weights.items())


def test_the_menu_of_downloads_opens_and_closes(browser, server):
    with Visit(browser, server, "chapters/energy/dependence", "light") as visit:
        page = visit.page
        button, menu = page.locator(".dropdown-download-buttons > button"), ".dropdown-menu"
        # By keyboard: under the mouse the theme shows the menu anyway.
        button.focus()
        page.keyboard.press("Enter")
        visit.check(page.locator(menu).is_visible(), "the menu does not open")
        visit.check(button.get_attribute("aria-expanded") == "true", "it is not said to be open")
        inside = page.evaluate(
            "(s) => { const box = document.querySelector(s).getBoundingClientRect();"
            " return box.left >= 0 && box.right <= innerWidth && box.bottom <= innerHeight; }", menu
        )  # fmt: skip
        visit.check(inside, "the menu is cut off")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        focused = page.evaluate("document.activeElement.textContent.trim()")
        visit.check(focused == "Jupyter", f"the arrows lead to {focused!r}")
        page.keyboard.press("Escape")
        visit.check(not page.locator(menu).is_visible(), "Escape does not close the menu")
        visit.check(
            page.evaluate("document.activeElement.ariaExpanded") == "false", "focus is lost"
        )
        button.click()
        page.locator(".bd-article h1").click()
        visit.check(not page.locator(menu).is_visible(), "a click elsewhere does not close it")
    report(visit.problems)


def test_the_section_one_reads_is_marked(browser, server):
    with Visit(browser, server, "chapters/energy/dependence", "light") as visit:
        visit.page.locator("#verdict > h2").scroll_into_view_if_needed()
        visit.page.evaluate("document.querySelector('#verdict').scrollIntoView()")
        marked = visit.page.locator(".bd-toc-nav a.active")
        marked.wait_for()
        visit.check(marked.inner_text().strip() == "Verdict", f"marked: {marked.inner_text()}")
    report(visit.problems)


def test_code_can_be_copied(browser, server):
    with Visit(browser, server, "chapters/reference/about", "light") as visit:
        visit.check(visit.page.locator(".copybtn").count() == 0, "the script is there at once")
        visit.page.locator("div.highlight").first.hover()
        visit.page.locator(".copybtn").first.wait_for()
    report(visit.problems)


def test_the_theme_measures_nothing_as_a_page_begins(book):
    """It would lay out the whole page at once; `theme.js` measures what nears the window."""
    script = (book / "_static" / "scripts" / "pydata-sphinx-theme.js").read_text("utf-8")
    assert "scrollWidth" in script, "another theme: what measures now?"
    assert MEASURED not in script
    assert ".tp-none" in script
