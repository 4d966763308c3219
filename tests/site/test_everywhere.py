"""Where the site must work, too: below a path, without a secure context, without storage."""

import os
import re
import shutil
import tempfile
from pathlib import Path

import pytest
from helpers.deadlines import LIMIT, PHASE, until
from helpers.firefox import Firefox
from helpers.sites import Served, Visit

CHAPTER = "chapters/energy/dependence.html"
EXERCISES = "chapters/teaching/exercises.html"
NOTEBOOK = "lite/notebooks/index.html?path=energy.ipynb"
BUTTONS = ".tp-run, .tp-toolbar, .tp-do"
PANEL = "window.jupyterapp?.shell?.currentWidget"
IDLE = f"{PANEL}?.sessionContext?.session?.kernel?.status === 'idle'"
CELLS = f"{PANEL}.content.widgets.filter((cell) => cell.model.type === 'code')"
FIRST_RAN = f"{CELLS}[0].model.executionCount > 0 && {IDLE}"
RUN_ALL = "() => { window.jupyterapp.commands.execute('runmenu:run-all') }"
FAILED = f"{CELLS}.flatMap((one) => one.model.outputs.toJSON()).filter((one) => one.ename).length"
REFUSED = """for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"])
  Object.defineProperty(window, name, { get() { throw new Error(name + " is refused") } });
"""


def without_storage(visit):
    """Storage throws, as where cookies are blocked; returns errors that are of our own scripts.

    Sphinx and the theme ask for it without care, and then choose the colours on each page anew.
    """
    errors = []
    visit.context.add_init_script(REFUSED)
    visit.page.on("pageerror", lambda error: errors.append(error.stack or str(error)))
    theirs = re.compile(r"-theme\.js|sphinx_highlight\.js|\.html:")  # and the theme's first line
    return lambda: [stack for stack in errors if not theirs.search(stack)]


def runs_cells(visit):
    page = visit.go(CHAPTER)
    page.locator(".tp-run-press").nth(1).click()
    page.wait_for_selector("[data-ran] figure.chart[data-state=live] .chart-live svg")
    assert not page.locator(".tp-error").count()


def runs_a_notebook(visit):
    page = visit.go(NOTEBOOK)
    page.wait_for_function(IDLE, timeout=LIMIT * 1000)
    page.click(".jp-Notebook .jp-Cell >> nth=0")
    page.evaluate(RUN_ALL)
    page.wait_for_function(FIRST_RAN, timeout=LIMIT * 1000)
    assert page.evaluate(FAILED) == 0


def test_without_webassembly_there_is_no_button(visit):
    visit.context.add_init_script("delete window.WebAssembly")
    for path in (CHAPTER, EXERCISES):
        page = visit.go(path)
        page.wait_for_function("document.readyState === 'complete'")
        assert page.locator(BUTTONS).count() == 0
    assert page.locator('a[href$="exercises/energy.zip"]').count()  # the other way is there
    assert not visit.said


def test_without_storage_a_change_says_that_it_is_not_kept(visit):
    errors = without_storage(visit)
    page = visit.go(CHAPTER)
    page.get_by_role("button", name="Change the code").first.click()
    page.locator(".tp-editor .cm-content").first.click()
    page.keyboard.press("x")
    page.get_by_text("this browser keeps nothing, so save it as a notebook").first.wait_for()
    assert not errors()


@pytest.mark.full
def test_without_storage_cells_run(visit):
    errors = without_storage(visit)
    runs_cells(visit)
    assert not errors()


@pytest.mark.full
def test_below_a_path(browser, site):
    # Links cost nothing; the server follows none that leads out of its folder, so they are hard.
    with tempfile.TemporaryDirectory(dir=site.parent) as folder:
        shutil.copytree(site, Path(folder) / "books" / "pillars", copy_function=os.link)
        served = Served(Path(folder))
        try:
            with Visit(browser, f"{served.address}/books/pillars") as one:
                runs_cells(one)
                assert not one.said
                one.go(EXERCISES).locator("a.tp-do").first.click()
                one.page.wait_for_function(IDLE, timeout=LIMIT * 1000)
                runs_a_notebook(one)
                # JupyterLite asks the host itself, and not below the path, whether it is awake.
                assert not [url for url in one.elsewhere if not url.startswith(served.address)]
        finally:
            served.close()


@pytest.mark.full
def test_over_plain_http_under_the_name_of_a_machine(browser, site_server):
    with Visit(browser, f"http://book.test:{site_server.port}") as one:
        runs_cells(one)
        assert not one.page.evaluate("window.isSecureContext || 'serviceWorker' in navigator")
        assert not one.said
        runs_a_notebook(one)
        assert not one.elsewhere


@pytest.mark.full
def test_two_tabs_have_a_python_each(browser, site_server):
    with Visit(browser, site_server.address) as one:
        runs_cells(one)
        other = one.context.new_page()
        other.goto(f"{one.address}/{CHAPTER}")
        other.wait_for_selector(".tp-toolbar")
        other.evaluate("threePillarsCells.cells[0].text = 'mine = 1'")
        other.evaluate("threePillarsCells.run(0)")
        assert other.locator("[data-ran=yes]").count() == 1
        # The first tab has its names still, and none of the other's.
        ask = "(code) => threePillarsCells.python.ask({ do: 'values', expressions: [code] })"
        assert one.page.evaluate(ask, "'lng' in globals()")["values"] == ["True"]
        assert one.page.evaluate(ask, "'mine' in globals()")["values"] == ["False"]


@pytest.fixture(scope="module")
def firefox():
    started = Firefox()
    yield started
    started.close()


@pytest.mark.full
@pytest.mark.timeout(2 * PHASE)
def test_cells_run_in_firefox(firefox, site_server):
    firefox.open(f"{site_server.address}/{CHAPTER}")
    until(lambda: firefox.run("return !!document.querySelector('.tp-toolbar')"), "the buttons")
    firefox.press(".tp-toolbar button")
    ran = "return threePillarsCells.cells.every((one) => one.place.dataset.ran)"
    until(lambda: firefox.run(ran), "all cells", LIMIT)
    assert firefox.run("return document.querySelectorAll('[data-ran=failed]').length") == 0
    live = "[data-ran] figure.chart[data-state=live] .chart-live svg"
    until(lambda: firefox.run("return !!document.querySelector(arguments[0])", live), "a chart")
    assert firefox.complaints() == []


@pytest.mark.full
@pytest.mark.timeout(2 * PHASE)
def test_an_exercise_runs_in_firefox(firefox, site_server):
    firefox.open(f"{site_server.address}/{NOTEBOOK}")
    until(lambda: firefox.run(f"return {IDLE}"), "the kernel", LIMIT)
    firefox.press(".jp-Notebook .jp-Cell")
    firefox.run(f"({RUN_ALL})()")
    until(lambda: firefox.run(f"return {FIRST_RAN}"), "the first cell", LIMIT)
    assert firefox.run(f"return {FAILED}") == 0
