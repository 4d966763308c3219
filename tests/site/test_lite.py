"""JupyterLite: exercises and chapters run there, checks say what they say in Jupyter."""

import json
import re

import pytest
from helpers.deadlines import LIMIT
from helpers.exercise_runs import EXERCISES, answers_of
from helpers.pages import CHAPTERS
from helpers.sites import Visit

from three_pillars.checks import grader as module
from three_pillars.classroom import editions

PART = "energy"
PANEL = "window.jupyterapp.shell.currentWidget"
CODE = f"{PANEL}.content.widgets.filter((cell) => cell.model.type === 'code')"
CHECK = re.compile(r"grader\.check\(.+\)")


class Notebook:
    """A notebook open in JupyterLite."""

    def __init__(self, visit, path):
        self.page = visit.page
        visit.go(f"lite/notebooks/index.html?path={path}")
        self.opened()

    def opened(self):
        self.page.wait_for_selector("#tp-strip")
        self.page.wait_for_function(
            f"{PANEL}.sessionContext.session?.kernel?.status === 'idle'", timeout=LIMIT * 1000
        )

    def sources(self):
        return self.page.evaluate(f"{CODE}.map((cell) => cell.model.sharedModel.getSource())")

    def write(self, sources):
        self.page.evaluate(
            f"(all) => {CODE}.forEach((cell, i) => cell.model.sharedModel.setSource(all[i]))",
            sources,
        )

    def run(self):
        """Run all cells; return what each shows, as text."""
        self.page.click(".jp-Notebook .jp-Cell >> nth=0")
        self.page.evaluate(f"{CODE}.forEach((cell) => {{ cell.model.executionCount = null }})")
        self.page.evaluate("() => { window.jupyterapp.commands.execute('runmenu:run-all') }")
        self.page.wait_for_function(
            f"""{CODE}.every((cell) => cell.model.executionCount > 0
                || !cell.model.sharedModel.getSource().trim()
                || cell.model.outputs.toJSON().some((one) => one.output_type === "error"))
              && {PANEL}.sessionContext.session.kernel.status === "idle" """,
            timeout=LIMIT * 1000,
        )
        return self.page.evaluate(
            f"""{CODE}.map((cell) => cell.model.outputs.toJSON().map((one) =>
                one.ename ? one.ename + ": " + one.evalue
                  : [(one.data || {{}})["text/plain"] || one.text || ""]
                      .flat().join("")).join(""))"""
        )

    def save(self):
        self.page.evaluate(f"{PANEL}.context.save()")


def in_a_part(chapter):
    return chapter.split("/")[1:2] and chapter.split("/")[1] in editions.PARTS


def said_in_jupyter(part, sources, monkeypatch):
    """What each check of a notebook says outside the browser, in order."""
    tasks = editions.OUT / "student" / part / "three_pillars" / "checks" / "tasks"
    monkeypatch.setattr(module, "TASKS", tasks)
    names, said = {}, []
    for source in sources:
        if CHECK.fullmatch(source.strip()):
            said.append(repr(eval(source, names)))
        elif "export(" not in source:
            exec(compile(source, "<cell>", "exec"), names)
    return said


def answered(sources, part):
    """The cells with every solution in its place, but one answer wrong."""
    tasks = [task for task in EXERCISES[part].tasks if not task.manual]
    wrong = next(task.name for task in tasks if answers_of(part, task.name).wrong)
    stubs = {task.stub.strip(): task for task in tasks}
    out = []
    for source in sources:
        task = stubs.get(source.strip())
        out.append(task.solution if task else source)
        if task and task.name == wrong:
            out[-1] += "\n" + answers_of(part, wrong).wrong[0][0]
    assert out != sources
    return out


@pytest.mark.parametrize(
    "part", [pytest.param(p, marks=[] if p == PART else pytest.mark.full) for p in EXERCISES]
)
def test_checks_say_what_they_say_in_jupyter(visit, part, monkeypatch):
    notebook = Notebook(visit, f"{part}.ipynb")
    for sources in (notebook.sources(), answered(notebook.sources(), part)):
        notebook.write(sources)
        shown = notebook.run()
        assert not [text for text in shown if re.match(r"\w+Error: ", text)]
        in_lite = [
            text for text, source in zip(shown, sources, strict=True)
            if CHECK.fullmatch(source.strip())
        ]  # fmt: skip
        assert in_lite == said_in_jupyter(part, sources, monkeypatch)
    assert any("right." in text for text in in_lite)
    assert any("not yet." in text for text in in_lite)
    assert not visit.elsewhere


@pytest.mark.full
def test_work_is_kept_and_begun_again(browser, site_server):
    with Visit(browser, site_server.address) as one:
        notebook = Notebook(one, f"{PART}.ipynb")
        page = one.page
        original = notebook.sources()
        notebook.write([*original[:-1], original[-1] + "\n# mine"])
        # An older edition of the notebook, as it lies in the browser of whoever began last year.
        page.evaluate(
            f"""() => {{ const model = {PANEL}.content.model.sharedModel;
                model.setMetadata("three_pillars", {{exercise: "{PART}", edition: "older"}}) }}"""
        )
        notebook.save()
        page.reload()
        notebook.opened()
        assert notebook.sources()[-1].endswith("# mine")
        page.locator("#tp-strip.tp-newer").wait_for()
        assert "newer one" in page.locator("#tp-strip").inner_text()
        with page.expect_download() as waiting:
            page.get_by_role("button", name="Download").click()
        kept = json.loads(waiting.value.path().read_text("utf-8"))
        assert "".join(kept["cells"][-1]["source"]).endswith("# mine")
        page.once("dialog", lambda dialog: dialog.accept())
        with page.expect_navigation():
            page.get_by_role("button", name="Begin again").click()
        notebook.opened()
        assert notebook.sources() == original
        assert "tp-newer" not in (page.locator("#tp-strip").get_attribute("class") or "")
        assert one.loaded(site_server.folder, twins=False) < 40e6


@pytest.mark.full
@pytest.mark.parametrize("chapter", [name for name in CHAPTERS if in_a_part(name)])
def test_a_chapter_runs_as_a_notebook(visit, chapter):
    notebook = Notebook(visit, f"{chapter}.ipynb")
    shown = notebook.run()
    assert not [text for text in shown if re.match(r"\w+Error: ", text)]
    assert not visit.elsewhere
