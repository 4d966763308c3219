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
import time
import urllib.request

import pages
import pytest

TOKEN = "three-pillars-test"
WAIT = 120_000  # milliseconds for a chapter to run


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
    (folder / ".venv" / "ready").touch()  # the environment is the one that runs these tests
    (folder / "data").symlink_to(pages.REPOSITORY / "data", target_is_directory=True)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    env = dict(os.environ, JUPYTER_PORT=str(port), JUPYTER_TOKEN=TOKEN, BROWSER="true")
    # Nothing from this machine's own settings, and no sign that a book is being built.
    env = {k: v for k, v in env.items() if k not in ("THREE_PILLARS_BOOK", "JUPYTERLAB_DIR")}
    env["HOME"] = str(folder / "home")
    command = ["make", "lab", f"PY={sys.executable}"]
    with (folder / "log").open("w") as log:
        server = subprocess.Popen(
            command, cwd=folder, env=env, stdout=log, stderr=log, start_new_session=True
        )
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(240):
            assert server.poll() is None, f"make lab ended:\n{(folder / 'log').read_text()[-3000:]}"
            try:
                urllib.request.urlopen(f"{address}/api/status?token={TOKEN}", timeout=5).close()
                break
            except OSError:
                time.sleep(0.25)
        else:
            pytest.fail(f"make lab does not answer:\n{(folder / 'log').read_text()[-3000:]}")
        yield address
    finally:
        for sign in (signal.SIGTERM, signal.SIGKILL):  # make, JupyterLab and its kernels
            with contextlib.suppress(ProcessLookupError, subprocess.TimeoutExpired):
                os.killpg(server.pid, sign)
                server.wait(20)


@pytest.fixture(scope="module")
def notebook(lab, browser):
    """A chapter, opened in JupyterLab as a notebook and run by the menu."""
    assert CHAPTER, "no chapter has a prediction, an explorable and a quiz"
    context = browser.new_context(viewport={"width": 1400, "height": 1000})
    context.set_default_timeout(WAIT)
    page = context.new_page()
    page.asked = []
    context.on("request", lambda request: page.asked.append(request.url))
    page.on("websocket", lambda socket: page.asked.append(socket.url))
    page.goto(f"{lab}/lab/tree/{CHAPTER}.md?token={TOKEN}")
    page.wait_for_selector(".jp-NotebookPanel .jp-Cell")
    # Run before the kernel is there, and JupyterLab asks which kernel to take.
    page.wait_for_selector(".jp-Toolbar-kernelName:has-text('Python 3')")
    until(page, lambda: "idle" in kernel_states(lab), "no kernel starts")
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
    wait_until_run(page)
    yield page
    context.close()


def cells(page):
    """Go through the notebook from top to bottom; yields at each stop."""
    scroller = ".jp-NotebookPanel:not(.lm-mod-hidden) .jp-WindowedPanel-outer"
    height = page.eval_on_selector(scroller, "e => e.scrollHeight")
    for y in range(0, height + 800, 700):
        page.eval_on_selector(scroller, "(e, y) => e.scrollTo(0, y)", y)
        page.wait_for_timeout(120)
        yield


def prompts(page):
    """Return what stands beside the code cells: [ ] before, [*] during and [7] after a run."""
    found = page.query_selector_all(".jp-CodeCell .jp-InputPrompt")
    return [prompt.text_content().strip() for prompt in found]


def kernel_states(lab):
    with urllib.request.urlopen(f"{lab}/api/kernels?token={TOKEN}", timeout=10) as answer:
        return [kernel["execution_state"] for kernel in json.load(answer)]


def until(page, holds, otherwise):
    """Wait until something holds, or fail with a sentence."""
    deadline = time.monotonic() + WAIT / 1000
    while not holds():
        if time.monotonic() > deadline:
            pytest.fail(f"{CHAPTER} in JupyterLab: {otherwise} within {WAIT // 1000} seconds")
        page.wait_for_timeout(200)


def wait_until_run(page):
    """Wait until every code cell has its number."""

    def done():
        said = prompts(page)
        return said and all(re.search(r"\d", prompt) for prompt in said)

    until(page, done, "not every cell has run")
    page.wait_for_selector(".jp-Notebook-ExecutionIndicator[data-status='idle']")


def first(page, selector):
    """Return the first element of a kind, wherever in the notebook it is."""
    for _ in cells(page):
        found = page.query_selector(selector)
        if found and found.is_visible():
            found.scroll_into_view_if_needed()
            return found
    return None


def test_a_chapter_opens_as_a_notebook_and_runs(notebook, runs):
    """Charts are drawn where the run has charts; no cell shows an error."""
    drawn, errors = set(), []
    for _ in cells(notebook):
        drawn |= set(
            notebook.evaluate(
                """() => [...document.querySelectorAll(".jp-OutputArea-output")]
                  .filter(o => o.querySelector(".vega-embed svg, .vega-embed canvas"))
                  .map(o => {
                    o.dataset.seen = o.dataset.seen || Math.random().toString(36).slice(2);
                    return o.dataset.seen;
                  })"""
            )
        )
        bad = ".jp-OutputArea-output[data-mime-type='application/vnd.jupyter.error'], " \
              ".jp-OutputArea-output[data-mime-type='application/vnd.jupyter.stderr']"  # fmt: skip
        errors += [e.inner_text()[:300] for e in notebook.query_selector_all(bad)]
    assert not errors, f"{CHAPTER} in JupyterLab: {errors}"
    wanted = runs[CHAPTER].charts + len(runs[CHAPTER].explorables)
    assert len(drawn) >= wanted, f"{CHAPTER}: {len(drawn)} charts drawn, {wanted} expected"


def test_computed_numbers_show_in_the_text(notebook, runs):
    """jupyterlab-myst puts the value of each {eval} into the text once the cells have run."""
    text = ""
    for _ in cells(notebook):
        text += " ".join(
            e.text_content() for e in notebook.query_selector_all(".jp-MarkdownCell")
        )  # fmt: skip
    text = " ".join(text.split())
    missing = [f"{expr} = {value}" for _, expr, _, value, *_ in runs[CHAPTER].evals
               if " ".join(value.split()) not in text]  # fmt: skip
    assert not missing, f"{CHAPTER} in JupyterLab lacks {missing}"


def test_a_slider_moves_its_chart(notebook):
    """An explorable is ipywidgets here; its keys redraw the chart."""
    handle = first(notebook, ".jupyter-widgets [role=slider], .jupyter-widgets select")
    assert handle, f"{CHAPTER} shows no slider in JupyterLab"
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
    until(
        notebook,
        lambda: (area.evaluate(marks) or before) != before,
        "the chart stays the same when its slider moves",
    )


def test_a_prediction_opens(notebook):
    block = first(notebook, ".tp-predict")
    assert block, f"{CHAPTER} shows no prediction in JupyterLab"
    reveal = block.query_selector(".tp-reveal")
    assert not reveal.is_visible(), "the chart shows before the reader has answered"
    block.query_selector("input").focus()
    notebook.keyboard.press("Space")
    block.query_selector("button[type=submit]").focus()
    notebook.keyboard.press("Enter")
    assert reveal.is_visible(), "the chart stays hidden after the answer"
    assert block.query_selector(".tp-feedback").inner_text(), "no word about the answer"
    svg = [s for s in reveal.query_selector_all("figure.chart svg") if s.is_visible()]
    assert len(svg) == 1, f"{len(svg)} drawings show, one expected"


def test_a_quiz_answers(notebook):
    quiz = first(notebook, ".tp-quiz")
    assert quiz, f"{CHAPTER} shows no quiz in JupyterLab"
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
