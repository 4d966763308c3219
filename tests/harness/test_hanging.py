"""A page, a chapter or a test that hangs: it is ended and named, and the rest goes on."""

import os
import subprocess
import sys
import threading
import time
from functools import partial

import pytest
from helpers import pages
from helpers.chapter_runs import Run
from helpers.deadlines import GRACE, LIMIT, WAIT, Late, until
from helpers.readers import Reader, opening
from helpers.visits import Visit, walks_of

pytestmark = pytest.mark.full  # of the tests' own tools

HANG = "<!doctype html><title>A page</title><p>Text.</p>"


def walk(visit):
    """Ask the page something."""
    visit.check(visit.page.evaluate(visit.asked) == 2, "it says something else")


def ask(script):
    def asking(visit):
        visit.asked = script
        walk(visit)

    asking.__name__ = "test_in_light"
    return asking


@pytest.mark.book
def test_a_page_whose_script_never_returns_is_closed_and_named(tmp_path):
    (tmp_path / "hangs.html").write_text(HANG, "utf-8")
    (tmp_path / "good.html").write_text(HANG, "utf-8")
    hanging, fine = ask("() => { while (true) {} }"), ask("1 + 1")
    keys = [(hanging, "file", "hangs"), (fine, "file", "good"), (fine, "file", "hangs")]
    limit = 10  # a browser must start in it
    walks = walks_of((tmp_path.as_uri(),) * 2, keys, limit=limit)
    began = time.monotonic()
    with pytest.raises(Late) as late:
        walks[keys[0]]
    assert time.monotonic() - began < limit + WAIT
    said = str(late.value)
    assert said.startswith(f"hangs (file), test_in_light: not done within {limit} seconds")
    assert "it was at harness/test_hanging.py:" in said
    assert "walk: `visit.check(visit.page.evaluate(visit.asked) == 2" in said
    assert walks[keys[1]] == []
    assert walks[keys[2]] == [], "the same page, in the browser that took the place of the first"
    walks.close()


@pytest.mark.book
def test_a_page_that_hangs_by_itself_is_closed_too(tmp_path):
    """Also a click, a key or the look for an element waits for a page that never answers."""
    (tmp_path / "busy.html").write_text(
        HANG + "<script>setTimeout(() => { while (true) {} }, 0)</script>", "utf-8"
    )

    def test_in_dark(visit):
        visit.page.query_selector("p")

    key = (test_in_dark, "file", "busy")
    walks = walks_of((tmp_path.as_uri(),) * 2, [key], limit=5)
    with pytest.raises(Late, match=r"busy \(file\), test_in_dark: not done within 5 seconds"):
        walks[key]
    walks.close()


@pytest.mark.book
def test_a_chart_that_stays_dead_is_named(tmp_path, browser, monkeypatch):
    monkeypatch.setattr("helpers.visit_charts.WAIT", 1)
    dead = '<figure class="chart" id="gas" data-state="static">Gas</figure>'
    (tmp_path / "dead.html").write_text(HANG + dead, "utf-8")
    with Visit(browser, tmp_path.as_uri(), "dead", "file") as visit:
        visit.all_live()
    assert visit.problems == ["dead (file): figure gas does not come to life within 1 seconds"]


@pytest.mark.book
def test_words_that_are_never_said_are_named_beside_what_is(tmp_path, browser, monkeypatch):
    monkeypatch.setattr("helpers.readers.until", partial(until, seconds=1))
    (tmp_path / "form.html").write_text(
        HANG + '<div class="tp-sheet"><p class="tp-feedback">2 answers read.</p></div>', "utf-8"
    )
    with opening(Reader, browser, f"{tmp_path.as_uri()}/form.html") as start:
        reader = start()
        reader.block = ".tp-sheet"
        reader.until_said("answers read")
        with pytest.raises(Late, match=r"\.tp-sheet says '3 answers'; it says '2 answers read\.'"):
            reader.until_said("3 answers")


# Tests that hang, run by a pytest of their own.
TESTS = """
import time
import pytest

def test_asks_a_page_that_never_answers(browser):
    context = browser.new_context()
    context.new_page().evaluate("() => { while (true) {} }")

def test_has_a_new_browser(browser):
    assert browser.new_context().new_page().evaluate("1 + 1") == 2
"""
MORE_TESTS = """
import time
import pytest

@pytest.fixture
def thing():
    yield
    time.sleep(600)

def test_waits_for_ever():
    time.sleep(600)

def test_fails_and_then_cannot_put_its_things_away(thing):
    assert False, "a plain failure"

def test_is_in_order():
    pass
"""
CONFTEST = """
from helpers.last_resort import SECONDS

def pytest_sessionstart(session):
    session.stash[SECONDS] = 10
"""


def pytest_says(folder, tests, *options):
    (folder / "conftest.py").write_text(CONFTEST, "utf-8")
    (folder / "test_hang.py").write_text(tests, "utf-8")
    path = [str(pages.REPOSITORY / "tests"), *filter(None, [os.environ.get("PYTHONPATH")])]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "helpers.last_resort", "--rootdir", folder,
         "-c", os.devnull, "-p", "no:cacheprovider", *options, folder],
        env={**pages.ENVIRONMENT, "PYTHONPATH": os.pathsep.join(path)},
        capture_output=True, text=True, check=False, timeout=LIMIT,
    )  # fmt: skip
    return done.stdout


@pytest.mark.book
def test_a_test_whose_page_never_answers_is_named_and_the_next_has_a_new_browser(tmp_path):
    said = pytest_says(tmp_path, TESTS)
    assert "1 failed, 1 passed" in said, said
    assert (
        "test_hang.py::test_asks_a_page_that_never_answers, the test itself: not done within 10 "
        "seconds, and ended by force; it was at test_hang.py:7, "
        "test_asks_a_page_that_never_answers: `context.new_page().evaluate("
    ) in said, said


def test_a_test_without_any_deadline_is_ended_and_so_is_its_end(tmp_path):
    said = pytest_says(tmp_path, MORE_TESTS, "-o", "timeout=3")
    assert "2 failed, 1 passed, 1 error" in said, said
    assert said.count("Failed: Timeout (>3.0s) from pytest-timeout.") >= 2, said
    assert "a plain failure" in said


@pytest.mark.parametrize("name", ["timeout", "faulthandler_timeout"])
def test_the_last_resort_comes_after_all_deadlines(pytestconfig, name):
    assert float(pytestconfig.getini(name)) > 2 * (LIMIT + GRACE) + WAIT


CHAPTER = """---
kernelspec:
  display_name: Python 3
  language: python
  name: python3
---

# A chapter

Text.

```{code-cell} python3
first = 1
```

```{code-cell} python3
import time
time.sleep(600)
```
"""


@pytest.fixture
def chapter(tmp_path):
    path = tmp_path / "sleeps.md"
    path.write_text(CHAPTER, "utf-8")
    return path


@pytest.mark.notebooks
def test_a_cell_that_never_ends_is_named(chapter, monkeypatch):
    monkeypatch.setattr("helpers.chapter_runs.LISTEN", "")  # it imports much
    run = Run("chapters/sleeps", chapter, wait=4)
    run.execute()
    assert run.error == "chapters/sleeps, cell 3 ('import time'): not done within 4 seconds"


@pytest.mark.notebooks
def test_a_kernel_that_hangs_is_killed_and_its_cell_named(chapter):
    run = Run("chapters/sleeps", chapter)
    thread = threading.Thread(target=run.execute, daemon=True)
    thread.start()
    until(lambda: run.at == 2, "the cell that sleeps has begun")
    run.end()
    thread.join(WAIT)
    assert not thread.is_alive()
    assert run.error == "chapters/sleeps, cell 3 ('import time'): the kernel died"


def test_a_build_that_hangs_is_stopped_and_named(tmp_path, monkeypatch):
    builder = tmp_path / "jupyter-book"
    builder.write_text("#!/bin/sh\necho it reads the sources >&2\nexec sleep 600\n", "utf-8")
    builder.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    with pytest.raises(Late, match="not built within 1 seconds:\nit reads the sources"):
        pages.build(tmp_path, seconds=1)
