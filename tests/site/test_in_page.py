"""Cells in the page: they run, say what the book says, and can be changed and brought back."""

import json

import pytest
from helpers.deadlines import LIMIT
from helpers.pages import CHAPTERS
from helpers.sites import COMPARE, Visit

CHAPTER = "chapters/energy/dependence"
RUNNING = [name for name in CHAPTERS if "/teaching/" not in name and "/reference/" not in name]
ALL_RAN = """() => !threePillarsCells.running
  && threePillarsCells.cells.every((cell) => cell.place.dataset.ran)"""


def chapters():
    return [
        pytest.param(name, marks=[] if name == CHAPTER else pytest.mark.full) for name in RUNNING
    ]


@pytest.mark.parametrize("chapter", chapters())
def test_every_cell_says_what_the_book_says(visit, chapter):
    page = visit.go(f"{chapter}.html")
    page.wait_for_selector(".tp-toolbar")
    found = page.evaluate(COMPARE)
    assert not found["wrong"], "\n".join(found["wrong"])
    assert found["cells"]
    assert not visit.elsewhere
    assert not visit.said


@pytest.fixture(scope="module")
def chapter(browser, site_server):
    """One chapter, whose tests go on from each other as a reader would."""
    with Visit(browser, site_server.address, accept_downloads=True) as one:
        one.go(f"{CHAPTER}.html").wait_for_selector(".tp-toolbar")
        yield one


def test_run_takes_the_place_of_the_books_output(chapter, site_server):
    page = chapter.page
    page.locator(".tp-run-press").nth(1).click()
    page.wait_for_selector("[data-ran] figure.chart[data-state=live] .chart-live svg")
    # Whatever stands above ran first, cells that are not shown too.
    ran = page.locator("div.cell").evaluate_all("all => all.map((one) => one.dataset.ran || '')")
    last = len(ran) - 1 - ran[::-1].index("yes")
    assert ran[: last + 1] == ["yes"] * (last + 1)
    assert "" in ran
    # Packed without docstrings, but with assertions: pandas computes with those.
    sums = page.evaluate(
        "threePillarsCells.python.ask({do: 'values', expressions: "
        """["list(__import__('pandas').RangeIndex(2) + 0.5) == [0.5, 1.5]"]})"""
    )
    assert sums["values"] == ["True"]
    # What a first visit loads, plain and from a server that compresses: it must not grow unseen.
    assert 20e6 < chapter.loaded(site_server.folder, twins=False) < 27e6
    assert 15e6 < chapter.loaded(site_server.folder, twins=True) < 18e6


@pytest.mark.full
def test_python_starts_before_the_press_but_not_when_a_pointer_passes(browser, site_server):
    with Visit(browser, site_server.address) as one:
        page = one.go(f"{CHAPTER}.html")
        press = page.locator(".tp-run-press").first
        press.dispatch_event("pointerenter")
        press.dispatch_event("pointerleave")
        page.wait_for_timeout(400)
        assert not page.evaluate("threePillarsCells.python.life")
        press.dispatch_event("pointerenter")
        page.wait_for_function("threePillarsCells.python.life === 1")
        # A Python that was ended has no names: the next press begins at the top.
        page.evaluate("threePillarsCells.cells[0].done = threePillarsCells.written(0)")
        page.evaluate("threePillarsCells.python.stop()")
        page.evaluate("threePillarsCells.prepare()")
        page.evaluate("threePillarsCells.run(1)")
        page.wait_for_function("threePillarsCells.cells[1].done")
        assert page.locator("[data-ran=yes]").count() >= 2
        assert not page.locator(".tp-error").count()


def test_run_all_changes_no_number(chapter):
    page = chapter.page
    page.get_by_role("button", name="Run all").click()
    page.wait_for_function(ALL_RAN, timeout=LIMIT * 1000)
    assert not page.locator(".tp-error, .tp-value-new, .tp-value-lost, .tp-stale").count()
    assert "cells have run" in page.locator(".tp-toolbar").inner_text()


def test_a_cell_that_runs_again_meets_the_names_of_the_cells_above_it(chapter):
    page = chapter.page
    # The third cell works on `mix`, a table; a later cell gives the name to an explorable.
    assert "mix.fuel" in page.evaluate("threePillarsCells.cells[2].text")
    page.evaluate("threePillarsCells.run(2)")
    assert page.locator("[data-ran=failed]").count() == 0


def test_a_slider_asks_the_model(chapter):
    page = chapter.page
    figure = page.locator("figure.explorable").first
    figure.scroll_into_view_if_needed()
    page.wait_for_selector("figure.explorable[data-state=live]")
    before = figure.locator("script.chart-spec").text_content()
    slider = figure.locator("input[type=range]").first
    slider.evaluate("(one) => { one.value = one.max }")
    slider.dispatch_event("input")
    page.wait_for_function(
        """(old) => document.querySelector("figure.explorable script.chart-spec")
            .textContent !== old""",
        arg=before,
    )
    place = json.loads(figure.locator("script.chart-spec").text_content())["params"][0]
    assert place["value"] == int(slider.get_attribute("max"))
    page.wait_for_selector("figure.explorable[data-state=live]")


def changed(page, at, text):
    """Press Change at a shown cell, put other code into it, and return the cell."""
    cell = page.locator("div.cell:has(.tp-run)").nth(at)
    cell.get_by_role("button", name="Change the code").click()
    field = cell.locator(".cm-content")
    field.click()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(text)
    return cell


def test_a_change_marks_what_no_longer_fits_and_run_all_renews_it(chapter):
    page = chapter.page
    source = page.evaluate("threePillarsCells.cells.find((cell) => cell.bar).text")
    cell = changed(page, 0, source + "\nlng = lng[lng.year < 2014]\n")
    page.keyboard.press("Shift+Enter")
    page.wait_for_function("!threePillarsCells.running")
    assert "done in" in cell.locator(".tp-run").inner_text()
    # Made from other rows than those that the changed cell now gives.
    assert page.locator("div.cell.tp-stale").count() > 3
    assert page.locator(".tp-value-old").count() > 10
    assert "renews them" in page.locator(".tp-toolbar").inner_text()


def test_what_was_written_survives_a_reload_and_is_saved_as_a_notebook(chapter):
    page = chapter.page
    page.reload()
    page.wait_for_selector(".tp-editor .cm-content")
    assert "lng.year < 2014" in page.locator(".tp-editor .cm-content").first.inner_text()
    assert "earlier visit" in page.locator(".tp-run").first.inner_text()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save as notebook").click()
    notebook = json.loads(waiting.value.path().read_text("utf-8"))
    code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    assert len(code) == page.evaluate("threePillarsCells.cells.length")
    assert "lng.year < 2014" in "".join(code[0]["source"])


def test_the_original_comes_back(chapter):
    page = chapter.page
    with page.expect_navigation():
        page.get_by_role("button", name="Back to the original", exact=True).click()
    page.wait_for_selector(".tp-toolbar")
    assert not page.locator(".tp-editor, .tp-stale, [data-ran]").count()
    assert not page.evaluate("threePillarsCells.changed")


def test_an_error_is_said_in_plain_words(chapter):
    page = chapter.page
    cell = changed(page, 0, "numbers = [1, 2]\nprint(numberz)")
    page.keyboard.press("Shift+Enter")
    said = cell.locator(".tp-error")
    said.wait_for()
    assert "Line 2. The name numberz stands for nothing yet: did you mean numbers?" in (
        said.inner_text()
    )
    assert "print(numberz)" in said.inner_text()
    assert said.locator("details[open]").count() == 0
    assert "NameError" in said.locator("details").text_content()


def test_an_endless_loop_can_be_stopped(chapter):
    page = chapter.page
    cell = changed(page, 0, "while True: pass")
    page.keyboard.press("Shift+Enter")
    page.get_by_role("button", name="Stop cell 1", exact=True).click()
    page.wait_for_function("!threePillarsCells.running")
    assert "stopped" in cell.locator(".tp-run").inner_text()
    # And Python is there again at the next press.
    changed(page, 0, "print(6 * 7)")
    page.keyboard.press("Shift+Enter")
    page.wait_for_function(
        "document.querySelector('.cell_output .stream')?.textContent === '42\\n'"
    )


def test_code_cannot_reach_the_page(chapter):
    page = chapter.page
    attack = (
        "from IPython.display import HTML\n"
        "import js\n"
        "print(hasattr(js, 'document'), hasattr(js, 'localStorage'))\n"
        "HTML('<img src=x onerror=\"window.stolen = 1\"><script>window.stolen = 2</scr' + 'ipt>'\n"
        "     '<a href=\"java\\tscript:window.stolen = 3\">press</a>')"
    )
    changed(page, 0, attack)
    page.keyboard.press("Shift+Enter")
    page.wait_for_selector(".cell_output a:text('press')")
    assert page.locator(".cell_output .stream").first.inner_text().strip() == "False False"
    page.locator(".cell_output a:text('press')").click()
    assert page.evaluate("window.stolen") is None


def test_a_phone_can_run_and_change(browser, site_server):
    phone = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
    with Visit(browser, site_server.address, **phone) as one:
        page = one.go(f"{CHAPTER}.html")
        page.locator(".tp-run-press").first.tap()
        page.wait_for_selector("[data-ran=yes]")
        page.get_by_role("button", name="Change the code").first.tap()
        page.wait_for_selector(".tp-editor .cm-content")
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= 360
        small = page.locator(".tp-run button:visible").evaluate_all(
            "all => all.filter((one) => one.offsetHeight < 40).length"
        )
        assert small == 0


def test_from_a_folder_there_is_no_button(browser, site):
    with Visit(browser, site.as_uri()) as one:
        page = one.go(f"{CHAPTER}.html")
        page.locator("figure.chart:visible").first.scroll_into_view_if_needed()
        page.wait_for_selector("figure.chart[data-state=live]")
        assert page.locator(".tp-run, .tp-toolbar, .tp-do").count() == 0
        assert not one.said
