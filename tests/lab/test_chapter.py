"""JupyterLab, started as `make lab` starts it, with no network: a chapter is run and used."""

import contextlib
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import urllib.request

import jupytext
import pytest
from helpers import pages
from helpers.chapter_runs import runs_of
from helpers.deadlines import GRACE, WAIT, until

TOKEN = "three-pillars-test"
# It has all that is tried here: charts, an explorable, a prediction, both kinds of question.
CHAPTER = "chapters/energy/dependence"


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    """The address of `make lab` in a copy of the book, so that no chapter is saved over."""
    folder = tmp_path_factory.mktemp("lab")
    keep_out = shutil.ignore_patterns("__pycache__", "lab", "migrated", "_build")
    for name in (".jupyter", "chapters", "src"):
        shutil.copytree(pages.ROOT / name, folder / name, ignore=keep_out)
    for name in ("Makefile", "pyproject.toml", "requirements.lock"):
        shutil.copy(pages.REPOSITORY / name, folder)
    (folder / ".venv").mkdir()
    # The environment is the one that runs these tests.
    (folder / ".venv" / "ready").write_text(str(folder.resolve()), "utf-8")
    (folder / "data").symlink_to(pages.REPOSITORY / "data", target_is_directory=True)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    # Nothing from this machine's own settings, and no sign that a book is being built.
    env = {k: v for k, v in pages.ENVIRONMENT.items() if k != "JUPYTERLAB_DIR"}
    env |= {"JUPYTER_PORT": str(port), "JUPYTER_TOKEN": TOKEN, "BROWSER": "true"}
    env["HOME"] = str(folder / "home")
    command = ["make", "lab", f"PY={sys.executable}"]
    with (folder / "log").open("w") as log:
        server = subprocess.Popen(
            command, cwd=folder, env=env, stdout=log, stderr=log, start_new_session=True
        )
    address = f"http://127.0.0.1:{port}"

    def answers():
        assert server.poll() is None, f"make lab ended:\n{said()}"
        try:
            urllib.request.urlopen(f"{address}/api/status?token={TOKEN}", timeout=5).close()
        except OSError:
            return False
        return True

    def said():
        return (folder / "log").read_text()[-3000:]

    try:
        until(answers, lambda: f"make lab answers:\n{said()}")
        yield address
    finally:
        for sign in (signal.SIGTERM, signal.SIGKILL):  # make, JupyterLab and its kernels
            with contextlib.suppress(ProcessLookupError, subprocess.TimeoutExpired):
                os.killpg(server.pid, sign)
                server.wait(GRACE)


@pytest.fixture(scope="module")
def notebook(lab, browser):
    """A chapter, opened in JupyterLab as a notebook and run by the menu."""
    assert CHAPTER, "no chapter has a prediction, an explorable and a quiz"
    context = browser.new_context(viewport={"width": 1400, "height": 1000})
    try:
        context.set_default_timeout(WAIT * 1000)
        page = context.new_page()
        page.asked = []
        context.on("request", lambda request: page.asked.append(request.url))
        page.on("websocket", lambda socket: page.asked.append(socket.url))
        page.goto(f"{lab}/lab/tree/{CHAPTER}.md?token={TOKEN}")
        wait_until_drawn(page)
        # Run before the kernel is there, and JupyterLab asks which kernel to take.
        page.wait_for_selector(".jp-Toolbar-kernelName:has-text('Python 3')")
        wait_for(page, lambda: "idle" in kernel_states(lab), "its kernel starts")
        page.get_by_role("menuitem", name="Run", exact=True).click()
        page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
        wait_until_run(page)
        yield page
    finally:
        context.close()


@pytest.fixture(scope="module")
def run():
    """The same chapter, run without JupyterLab."""
    made = runs_of([CHAPTER])
    yield made[CHAPTER]
    made.close()


def wait_for(page, holds, what):
    """Wait until something holds in the notebook, and return it."""

    def name():
        return f"{CHAPTER} in JupyterLab: {what() if callable(what) else what}"

    return until(holds, name, pause=lambda seconds: page.wait_for_timeout(seconds * 1000))


def stops(page):
    """Go through the notebook from top to bottom; yields at each stop, when it is drawn."""
    scroller = ".jp-NotebookPanel:not(.lm-mod-hidden) .jp-WindowedPanel-outer"
    y = 0
    while y < page.eval_on_selector(scroller, "e => e.scrollHeight") + 100:
        page.eval_on_selector(
            scroller,
            """(e, y) => new Promise(done => {
              e.scrollTo(0, y);
              requestAnimationFrame(() => requestAnimationFrame(done));
            })""",
            y,
        )
        yield
        y += 700


def collect(page, look, enough, what):
    """Go through the notebook, again and again, until what `look` finds is enough; return it.

    JupyterLab draws a cell, a chart or a number some time after it has come into view, so what is
    not there yet is looked for once more, until it is late.
    """
    found = set()

    def walk():
        for _ in stops(page):
            found.update(look())
            if enough(found):
                return True
        return False

    wait_for(page, walk, lambda: what(found))
    return found


def prompts(page):
    """Return what stands beside the code cells: [ ] before, [*] during and [7] after a run.

    A cell whose code is folded has nothing there, but a number beside its output.
    """
    return page.eval_on_selector_all(
        ".jp-CodeCell",
        """all => all.map(cell => [".jp-InputPrompt", ".jp-OutputPrompt"]
          .map(one => cell.querySelector(one)?.textContent.trim()).find(text => text) || "")""",
    )


def kernel_states(lab):
    try:
        with urllib.request.urlopen(f"{lab}/api/kernels?token={TOKEN}", timeout=10) as answer:
            return [kernel["execution_state"] for kernel in json.load(answer)]
    except OSError:  # too busy to answer
        return []


def wait_until_drawn(page):
    """Wait until all text of the notebook is on the page.

    JupyterLab draws cells one after the other, and jupyterlab-myst asks the kernel only for the
    numbers of text that is drawn when its cell runs; those of later text would stay empty.
    """
    written = jupytext.read(pages.source(CHAPTER)).cells
    wanted = sum(cell.cell_type == "markdown" for cell in written)

    def drawn():
        return page.eval_on_selector_all(
            ".jp-MarkdownCell .myst", "all => all.filter(e => e.textContent.trim()).length"
        )

    wait_for(page, lambda: drawn() == wanted, lambda: f"{drawn()} of {wanted} texts are drawn")


def wait_until_run(page):
    """Wait until every code cell has its number; cells run in order.

    A cell whose code is folded and that shows nothing has none, so one after it must have.
    """

    def done():
        said = prompts(page)
        shown = [prompt for prompt in said if prompt]
        return shown and said[-1] and all(re.search(r"\d", prompt) for prompt in shown)

    wait_for(page, done, lambda: f"every cell has run: {prompts(page)}")
    page.wait_for_selector(".jp-Notebook-ExecutionIndicator[data-status='idle']")


def first(page, selector):
    """Return the first element of a kind, wherever in the notebook it is."""

    def seek():
        for _ in stops(page):
            found = page.query_selector(selector)
            if found and found.is_visible():
                found.scroll_into_view_if_needed()
                return found
        return None

    return wait_for(page, seek, f"it shows {selector}")


def test_a_chapter_opens_as_a_notebook_and_runs(notebook, run):
    """Charts are drawn where the run has charts; no cell shows an error."""
    wanted = run.charts + len(run.explorables)
    bad = ".jp-OutputArea-output[data-mime-type='application/vnd.jupyter.error'], " \
          ".jp-OutputArea-output[data-mime-type='application/vnd.jupyter.stderr']"  # fmt: skip

    def drawn():
        errors = [e.inner_text()[:300] for e in notebook.query_selector_all(bad)]
        assert not errors, f"{CHAPTER} in JupyterLab: {errors}"
        return notebook.evaluate(
            """() => [...document.querySelectorAll(".jp-OutputArea-output")]
              .filter(o => o.querySelector(".vega-embed svg, .vega-embed canvas"))
              .map(o => {
                o.dataset.seen = o.dataset.seen || Math.random().toString(36).slice(2);
                return o.dataset.seen;
              })"""
        )

    collect(
        notebook,
        drawn,
        lambda found: len(found) >= wanted,
        lambda found: f"{wanted} charts are drawn; {len(found)} are",
    )
    for _ in stops(notebook):
        drawn()


def test_computed_numbers_show_in_the_text(notebook, run):
    """jupyterlab-myst puts the value of each {eval} into the text once the cells have run."""

    def texts():
        shown = ".jp-MarkdownCell .myst"  # as the reader sees it, without the source beside it
        found = notebook.eval_on_selector_all(shown, "all => all.map(e => e.textContent)")
        return [" ".join(text.split()) for text in found]

    def missing(found):
        text = " ".join(found)
        return [f"{expr} = {value}" for _, expr, _, value, *_ in run.evals
                if " ".join(value.split()) not in text]  # fmt: skip

    collect(
        notebook,
        texts,
        lambda found: not missing(found),
        lambda found: f"its numbers stand in its text; it lacks {missing(found)}",
    )


def test_a_slider_moves_its_chart(notebook):
    """An explorable is ipywidgets here; its keys redraw the chart."""
    handle = first(notebook, ".jupyter-widgets [role=slider], .jupyter-widgets select")
    area = handle.evaluate_handle("h => h.closest('.jp-OutputArea')").as_element()
    area.wait_for_selector(".vega-embed svg, .vega-embed canvas")
    marks = """a => {
      const drawing = a.querySelector(".vega-embed svg, .vega-embed canvas");
      return !drawing ? null : drawing.outerHTML.replace(/clip\\d+|gradient_\\d+/g, "") +
        (drawing.toDataURL ? drawing.toDataURL() : "");
    }"""
    before = area.evaluate(marks)
    handle.focus()
    notebook.keyboard.press("End")
    wait_for(
        notebook,
        lambda: (area.evaluate(marks) or before) != before,
        "the chart changes when its slider moves",
    )


def test_a_prediction_opens(notebook):
    block = first(notebook, ".tp-predict")
    reveal = block.query_selector(".tp-reveal")
    assert not reveal.is_visible(), "the chart shows before the reader has answered"
    field = block.query_selector("input")
    field.focus()
    # An untouched slider is no answer.
    notebook.keyboard.press("End" if field.get_attribute("type") == "range" else "Space")
    block.query_selector("button[type=submit]").focus()
    notebook.keyboard.press("Enter")
    assert reveal.is_visible(), "the chart stays hidden after the answer"
    assert block.query_selector(".tp-feedback").inner_text(), "no word about the answer"
    svg = [s for s in reveal.query_selector_all("figure.chart svg") if s.is_visible()]
    assert len(svg) == 1, f"{len(svg)} drawings show, one expected"


def test_a_quiz_answers(notebook):
    quiz = first(notebook, ".tp-quiz")
    for number, form in enumerate(quiz.query_selector_all("form"), 1):
        item = json.loads(form.get_attribute("data-item"))
        field = form.query_selector("input")
        field.focus()
        if item["type"] == "choice":
            notebook.keyboard.press("Space")
            wanted = next(iter(item["options"].values()))
        else:
            notebook.keyboard.type(repr(item["answer"]))
            wanted = item["explain"]
        notebook.keyboard.press("Enter")
        said = form.query_selector(".tp-feedback").text_content()
        assert said == wanted, f"question {number} says {said!r}"


def test_no_request_left(notebook, lab):
    host = lab.removeprefix("http:")
    away = [
        url
        for url in notebook.asked
        if not re.sub(r"^(http|ws):", "", url).startswith(host)
        and not url.startswith(("data:", "blob:", "about:"))
    ]
    assert notebook.asked, "no request was seen at all"
    assert not away, f"JupyterLab asks other hosts: {away}"
