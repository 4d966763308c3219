"""The zips run, and their checks answer alike, on the machines that students have.

Each machine is an environment that uv makes; where it cannot be had, the test fails and says why.
"""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from exercise_answers import Answers
from helpers.exercise_runs import EXERCISES, PARTS, answers_of, feedback, solved

pytestmark = [pytest.mark.exercises, pytest.mark.full]

MACHINES = {
    "old": ("3.11", "pandas==2.2.*", "altair==5.5.*"),
    "middle": ("3.12", "pandas>=3,<4", "altair==5.5.*"),
    "new": ("3.13", "pandas>=3,<4", "altair>=6,<7"),
}
RUN = Path(__file__).parents[1] / "helpers" / "student_machine.py"


def uv(*arguments):
    """Run uv, wherever it is; the message of what went wrong, if anything did."""
    own = Path(sys.executable).with_name("uv")
    command = [str(own)] if own.exists() else [shutil.which("uv") or ""]
    if not command[0]:
        command = [sys.executable, "-m", "uv"]
    done = subprocess.run(
        [*command, *arguments], capture_output=True, text=True, timeout=600, check=False
    )
    return "" if done.returncode == 0 else done.stderr.strip()[-300:]


@pytest.fixture(scope="session", params=MACHINES)
def machine(request, tmp_path_factory):
    version, *packages = MACHINES[request.param]
    place = tmp_path_factory.mktemp(f"python-{version}")
    python = place / "bin" / "python"
    # Those that pyenv keeps are found by no other name than their path.
    here = sorted(Path.home().glob(f".pyenv/versions/{version}.*/bin/python"))
    for one in (version, *map(str, here)):
        wrong = uv("venv", "-q", "--clear", "--python", one, str(place))
        if not wrong:
            break
    wrong = wrong or uv("pip", "install", "-q", "--python", str(python), *packages, "ipython")
    if wrong:
        pytest.fail(f"No machine with Python {version} and {' and '.join(packages)}: {wrong}")
    return python


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    from three_pillars.classroom import editions

    out = tmp_path_factory.mktemp("zips")
    editions.build(PARTS, out)
    return out


def run(machine, made, part, tmp_path, cells):
    """Run a student's notebook there, some of its cells replaced."""
    with zipfile.ZipFile(made / f"{part}.zip") as archive:
        archive.extractall(tmp_path)
    written = tmp_path / "cells.json"
    written.write_text(json.dumps(cells), encoding="utf-8")
    done = subprocess.run(
        [str(machine), str(RUN), str(tmp_path / part), str(written)],
        capture_output=True, text=True, timeout=300, check=False,
        env={"PATH": os.defpath, "HOME": str(tmp_path)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout.splitlines()[-1])


@pytest.mark.parametrize("part", PARTS)
def test_solutions_pass_and_charts_are_shown(machine, made, tmp_path, part):
    checked = [task for task in EXERCISES[part].tasks if not task.manual]
    cells = {task.stub.strip(): task.solution for task in checked}
    said = run(machine, made, part, tmp_path, cells)
    assert said["errors"] == []
    assert {name: one for name, one in said["checks"].items() if "right." not in one} == {}
    assert len(said["checks"]) == len(checked)
    assert "older than what you ran" in said["export"]
    assert said["package"] == str(tmp_path / part)
    assert said["shown"]
    for kinds in said["shown"]:
        vega = {"text/html", "application/vnd.vegalite.v5+json"}
        assert vega & set(kinds), "a chart has no form that its machine can draw"


@pytest.mark.parametrize("part", PARTS)
def test_wrong_answers_get_the_same_sentences(machine, made, tmp_path, part):
    """The first wrong answer of each task that runs, below the solution."""
    cells, wanted = {}, {}
    for task in EXERCISES[part].tasks:
        if not task.manual:
            answers: Answers = answers_of(part, task.name)
            code = answers.wrong[0][0]
            names = solved(part, task.name)
            exec(code, names)
            wanted[task.name] = " ".join(feedback(part, task.name, names))
            check = f'grader.check("{task.name}")'
            cells[task.stub.strip()] = task.solution
            kept = f"_kept = {task.name}\n{code}\n_said = {check}"
            cells[check] = f"{kept}\n{task.name} = _kept\n_said"
    said = run(machine, made, part, tmp_path, cells)
    got = {name: one.partition("not yet. ")[2] for name, one in said["checks"].items()}
    assert got == wanted
