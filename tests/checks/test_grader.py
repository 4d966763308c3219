"""The student's grader in a notebook: sentences, and what happened above a check."""

import json
import os
import subprocess
import sys

import pytest
from IPython.core.interactiveshell import InteractiveShell
from traitlets.config import Config

from three_pillars.checks import Feedback, Grader, grader, open_grader

CHECK = """
def check({name}):
    from three_pillars import checks
    checks.number({name}, 3, "the number")
"""


def task(name, checks=1):
    return {
        "name": name,
        "answers": [name] if checks else [],
        "checks": [CHECK.format(name=name)] * checks,
        "stub": f"{name} = ..." if checks else "",
    }


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder as a student has it, without tasks in the package."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(grader, "_history", grader.History())
    monkeypatch.delenv("JPY_SESSION_NAME", raising=False)
    tasks = {"exercise": "tiny", "tasks": [task("a"), task("b"), task("words", 0)]}
    (tmp_path / "tiny.json").write_text(json.dumps(tasks), encoding="utf-8")
    return tmp_path


@pytest.fixture(scope="module")
def shell():
    """An IPython like that of a kernel, without a history on disk."""
    settings = Config()
    settings.HistoryManager.enabled = False
    return InteractiveShell(config=settings)


@pytest.fixture
def run(shell, folder, monkeypatch):
    """Run a cell; give what its last line gives."""
    monkeypatch.setattr("IPython.get_ipython", lambda: shell)
    shell.reset(new_session=False)
    assert shell.run_cell(
        "from three_pillars.checks import open_grader\ngrader = open_grader('tiny.ipynb')"
    ).success
    return lambda source, cell=None: shell.run_cell(source, cell_id=cell).result


def save(folder, *cells, name="tiny.ipynb", later=5.0, **metadata):
    """Save a notebook, some seconds after now."""
    made = [{"cell_type": "code", "id": f"c{n}", "source": one} for n, one in enumerate(cells)]
    made.append({"cell_type": "markdown", "source": ["_Type your answer here, replacing this._"]})
    path = folder / name
    notebook = {"metadata": {"three_pillars": {"exercise": "tiny", **metadata}}, "cells": made}
    path.write_text(json.dumps(notebook), encoding="utf-8")
    now = path.stat().st_mtime
    os.utime(path, (now + later, now + later))


def test_feedback_says_it_in_a_terminal():
    assert repr(Feedback("share", [])) == "share: right."
    assert repr(Feedback("share", [], "Well done.")) == "share: right. Well done."
    assert repr(Feedback("share", ["One.", "Two."], "Well done.")) == "share: not yet. One. Two."


def test_feedback_is_escaped_in_a_notebook():
    right, wrong = Feedback("a", [], "5 < 6."), Feedback("a", ["It's <b>."])
    assert "<strong>Right.</strong> 5 &lt; 6.</div>" in right._repr_html_()
    assert "<strong>Not yet.</strong> It&#x27;s &lt;b&gt;.</div>" in wrong._repr_html_()
    assert 'role="status"' in wrong._repr_html_()


def test_answers_are_checked_as_they_are(run):
    run("a = 3")
    assert run("grader.check('a')").right
    assert "there is nothing (None)" in repr(run("b = None\ngrader.check('b')"))
    summary = run("grader.check_all()")
    assert "1 of 2 checked tasks" in repr(summary)
    assert "Right." in summary._repr_html_()
    assert "No task is called 'c'; there are 'a' and 'b'." in repr(run("grader.check('c')"))


def test_a_cell_that_stopped_is_said_and_its_earlier_answer_is_not_judged(run):
    run("a = 3")
    run("a = 3 + nothing")
    assert "a NameError and a still holds an earlier answer" in repr(run("grader.check('a')"))
    run("a = 3 +")
    assert "a SyntaxError and a still holds an earlier" in repr(run("grader.check('a')"))
    run("b = a / 0")
    assert "a ZeroDivisionError and gave no b" in repr(run("grader.check('b')"))
    assert "0 of 2" in repr(run("grader.check_all()"))
    run("a = 3\na.nothing")
    assert run("grader.check('a')").right  # it stopped below the answer
    run("a = 1 / 0")
    assert run("a = 3\ngrader.check('a')").right  # called in the very cell
    assert run("%time a = 3") is None
    assert run("grader.check('a')").right


def test_opening_the_grader_again_forgets_nothing(run):
    run("a = 3")
    run("a = 1 / 0")
    run("grader = open_grader('tiny.ipynb')")
    assert "still holds an earlier" in repr(run("grader.check('a')"))


def test_a_cell_that_was_changed_and_not_run_is_said(run, folder):
    run("a = 3", "c0")
    save(folder, "a = 4", later=-60)  # what was run is newer than the file
    assert run("grader.check('a')").right
    save(folder, "a = 3\n")
    assert run("grader.check('a')").right
    save(folder, "a = 4")
    assert "The cell of a was changed after it ran" in repr(run("grader.check('a')"))
    assert run("a = 3\ngrader.check('a')").right is False  # the file is newer than this run, too
    save(folder, "b = 1", "a = 4", "a = 5")  # which of the two?
    run("a = 3", "elsewhere")
    assert run("grader.check('a')").right


def test_the_file_to_hand_in(run, folder):
    assert "one file: save it with File, Save" in repr(run("grader.export()"))
    save(folder, "a = ...", "b = ...")
    assert "holds no answer" in repr(run("grader.export(pdf=False)"))
    run("a = 3", "c0")
    save(folder, "a = ...", "b = ...", later=-60)
    assert "older than what you ran (a): save it" in repr(run("grader.export()"))
    save(folder, "a = 3", "b = ...")
    said = run("grader.export()")
    assert "tiny.ipynb, this one file" in repr(said)
    assert "Without an answer so far: b and words." in repr(said)
    assert [path.name for path in folder.iterdir() if path.suffix != ".json"] == ["tiny.ipynb"]


def test_a_renamed_notebook_and_a_neighbour(run, folder, monkeypatch):
    save(folder, "a = 3", "b = 3", name="mine.ipynb")
    save(folder, "z = 1", name="other.ipynb", exercise="other")
    assert "mine.ipynb, this one" in repr(run("grader.export()"))
    save(folder, "a = ...", "b = ...", name="copy.ipynb")
    assert "copy.ipynb and mine.ipynb are notebooks of this" in repr(run("grader.export()"))
    monkeypatch.setenv("JPY_SESSION_NAME", str(folder / "mine.ipynb"))
    assert "mine.ipynb, this one" in repr(run("grader.export()"))


def test_without_its_tasks_it_says_so(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    lost = open_grader("nowhere.ipynb")
    for said in (lost.check("a"), lost.check_all(), lost.export()):
        assert "keep the notebook beside the folders" in repr(said)


def test_a_chart_that_passes_is_read_by_a_person():
    source = "def check(x):\n    if x: checks.chart(x, 'the chart')"
    one = {"name": "x", "answers": ["x"], "checks": [source], "stub": ""}
    assert "Your teacher reads" in repr(Grader("tiny.ipynb", [one]).check("x", {"x": 0}))


def test_it_imports_nothing_that_a_student_has_not():
    code = ("import sys, three_pillars.checks as c; c.open_grader('x.ipynb');"
            "print([m for m in ('otter', 'nbconvert', 'nbformat', 'IPython', 'frictionless',"
            " 'vl_convert') if m in sys.modules])")  # fmt: skip
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.stdout.strip() == "[]", done.stderr
