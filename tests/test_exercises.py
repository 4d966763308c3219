"""Masters, editions and checks of the exercises.

Every task is tried with its solution, its untouched stub, other right answers, wrong answers and
mutations of its solution; tests/exercise_answers/<part>.py has them.
"""

import importlib
import json
import math
import re
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from exercise_answers import Answers

from three_pillars import checks
from three_pillars.classroom import editions

MASTERS = sorted(editions.MASTERS.glob("*.md"))
PARTS = [path.stem for path in MASTERS]
EXERCISES = {path.stem: editions.read(path) for path in MASTERS}
TASKS = [
    pytest.param(part, task.name, id=f"{part}-{task.name}")
    for part, exercise in EXERCISES.items()
    for task in exercise.tasks
    if not task.manual
]
_states: dict[tuple[str, str], dict] = {}


class NoGrader:
    """Stands for otter's grader where a notebook is only run."""

    def check(self, *args):
        return None

    export = check


def answers_of(part, name) -> Answers:
    module = importlib.import_module(f"exercise_answers.{part}")
    return module.ANSWERS[name]


def task_of(part, name):
    return next(task for task in EXERCISES[part].tasks if task.name == name)


def execute(code, names):
    """Run code among names; plain text in, names changed."""
    exec(compile(code, "<answer>", "exec"), names)
    return names


def before(part, name):
    """The names of a notebook in which all solutions before this task have run."""
    if (part, name) not in _states:
        names = {"pd": pd}
        original, checks.open_grader = checks.open_grader, lambda notebook: NoGrader()
        try:
            execute(EXERCISES[part].setup, names)
        finally:
            checks.open_grader = original
        for task in EXERCISES[part].tasks:
            _states[part, task.name] = dict(names)
            execute(task.solution, names)
    return dict(_states[part, name])


def solved(part, name):
    """The same, after this task's own solution."""
    return execute(task_of(part, name).solution, before(part, name))


def feedback(part, name, names):
    """What the checks of a task say: the sentences of those that fail."""
    return [said for test in task_of(part, name).tests if (said := checks.run(test, names))]


def secrets(part, name, names):
    """Numbers and words that would give the answer away."""
    code = answers_of(part, name).secret
    answer = eval(code, names) if code else names.get(name)
    if isinstance(answer, pd.DataFrame):
        answer = answer.select_dtypes("number").to_numpy().ravel()
    if isinstance(answer, dict):
        answer = list(answer.values())
    if isinstance(answer, (list, tuple, set, pd.Series, np.ndarray)):
        return list(answer)
    return [answer] if isinstance(answer, (int, float, np.number, str)) else []


def gives_away(sentence, secret):
    if isinstance(secret, str):
        return len(secret) > 2 and secret.casefold() in sentence.casefold()
    secret = float(secret)
    if math.isnan(secret):
        return False
    for written in re.findall(r"\d[\d,]*(?:\.\d+)?", sentence):
        shown = float(written.replace(",", ""))
        if len(re.sub(r"\D", "", written).strip("0")) < 2:
            continue  # too short to say anything
        if any(math.isclose(shown, abs(secret) * unit, rel_tol=0.006) for unit in (1, 100)):
            return True
    return False


def good_sentence(said):
    assert said, "nothing was said"
    assert said[0].isupper() or said[0] in "'\"", said
    assert said[-1] in ".?!", said
    assert "Traceback" not in said
    assert "cannot read this answer" not in said, said
    assert len(said) < 400, said
    assert "\n" not in said


# The masters -------------------------------------------------------------------------------------


@pytest.mark.parametrize("part", PARTS)
def test_a_master_has_what_an_exercise_needs(part):
    exercise = EXERCISES[part]
    tasks = exercise.tasks
    assert exercise.title
    assert 6 <= len(tasks) <= 9
    assert [task.number for task in tasks] == list(range(1, len(tasks) + 1))
    assert len({task.name for task in tasks}) == len(tasks)
    assert exercise.minutes == sum(task.minutes for task in tasks)
    text = (editions.MASTERS / f"{part}.md").read_text(encoding="utf-8")
    assert float(re.search(r"\*\*Points\*\* (\d+)", text)[1]) == exercise.points
    levels = " ".join(task.level.casefold() for task in tasks)
    assert "warm-up" in levels
    assert "core" in levels
    assert "stretch" in levels
    assert "trap" in levels
    assert any("checks.chart(" in test for task in tasks for test in task.tests)
    assert any(task.manual and "looks for" in task.question and task.model for task in tasks)
    for task in tasks:
        if not task.manual:
            assert task.tests, task.name
            assert task.hints >= 2, f"{task.name}: two hints at least"
            assert re.search(rf"^{task.name} = \.\.\.$|^def {task.name}\(", task.stub, re.M), (
                f"{task.name}: the stub should give the name {task.name} to the answer"
            )
        # Each hint is inside the one before it: they open one at a time.
        assert task.question.count("</details>\n</details>") >= (task.hints > 1)


@pytest.mark.parametrize("part", PARTS)
def test_every_task_has_its_answers(part):
    module = importlib.import_module(f"exercise_answers.{part}")
    assert set(module.ANSWERS) == {t.name for t in EXERCISES[part].tasks if not t.manual}
    for name, answers in module.ANSWERS.items():
        assert len(answers.right) >= 2, name
        assert len(answers.wrong) >= 4, name
        assert len(answers.wrong) + len(answers.common) >= 12, name
        assert answers.mutations, name


# The checks --------------------------------------------------------------------------------------


@pytest.mark.parametrize(("part", "name"), TASKS)
def test_the_solution_passes_fast(part, name):
    names = solved(part, name)
    feedback(part, name, names)  # reads the tables
    start = time.perf_counter()
    assert feedback(part, name, names) == []
    assert time.perf_counter() - start < 1


@pytest.mark.parametrize(("part", "name"), TASKS)
def test_the_untouched_stub_fails_kindly(part, name):
    names = before(part, name)
    execute(task_of(part, name).stub.split("\n\n\n")[0], names) if "def " in task_of(
        part, name
    ).stub else names.update({name: ...})
    said = feedback(part, name, names)
    assert said
    for sentence in said:
        good_sentence(sentence)
        assert re.search(r"three dots|nothing", sentence), sentence


@pytest.mark.parametrize(("part", "name"), TASKS)
def test_other_right_answers_pass(part, name):
    for code in answers_of(part, name).right:
        names = execute(code, solved(part, name))
        assert feedback(part, name, names) == [], code


@pytest.mark.parametrize(("part", "name"), TASKS)
def test_wrong_answers_are_caught_and_explained(part, name):
    answers = answers_of(part, name)
    hidden = secrets(part, name, solved(part, name))
    common = [(f"{name} = {value}", word) for value, word in answers.common]
    for code, word in [*common, *answers.wrong]:
        names = execute(code, solved(part, name))
        said = feedback(part, name, names)
        assert said, f"not caught: {code}"
        for sentence in said:
            good_sentence(sentence)
            for secret in hidden:
                assert not gives_away(sentence, secret), f"{code}: {sentence}"
        assert word.casefold() in " ".join(said).casefold(), f"{code}: {said}"


@pytest.mark.parametrize(("part", "name"), TASKS)
def test_a_mutation_of_the_solution_is_caught(part, name):
    solution = task_of(part, name).solution
    for old, new in answers_of(part, name).mutations:
        assert old in solution, f"{old} is not in the solution"
        names = before(part, name)
        try:
            execute(solution.replace(old, new), names)
        except Exception:
            names[name] = ...  # the student sees Python's own error
        said = feedback(part, name, names)
        assert said, f"not caught: {old} -> {new}"
        for sentence in said:
            good_sentence(sentence)


# The editions ------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    out = tmp_path_factory.mktemp("exercises")
    editions.build(PARTS, out)
    return out


def lines_of(code):
    """The lines of some code that say enough to be told from others."""
    lines = [re.sub(r"\s+#.*$", "", line).strip() for line in code.splitlines()]
    return [line for line in lines if len(line) > 12 and not line.startswith(("#", "def ", '"""'))]


def solution_lines(part):
    """All lines of the solutions of a part that are not in what students are given."""
    given = set()
    for task in EXERCISES[part].tasks:
        given |= set(lines_of(task.stub))
    given |= set(lines_of(EXERCISES[part].setup))
    wanted = []
    for task in EXERCISES[part].tasks:
        wanted += [line for line in lines_of(task.solution) if line not in given]
        wanted += [line for line in task.model.splitlines() if len(line) > 30]
    return wanted


def flat(text):
    return re.sub(r"\s+", "", text.replace('\\"', '"').replace("'", '"'))


@pytest.mark.parametrize("part", PARTS)
def test_no_solution_reaches_the_students(part, made):
    folder = made / "student" / part
    texts = [path.read_text(encoding="utf-8") for path in folder.glob("*.*")]
    notebook = json.loads((folder / f"{part}.ipynb").read_text(encoding="utf-8"))
    texts += ["\n".join("".join(cell["source"]) for cell in notebook["cells"])]
    texts += [json.dumps(notebook["metadata"], ensure_ascii=False)]
    everything = flat("\n".join(texts).replace("\\n", "\n"))
    lines = solution_lines(part)
    assert lines
    for line in lines:
        assert flat(line) not in everything, line
    assert "SOLUTION" not in everything
    teacher = (made / "teacher" / part / f"{part}.ipynb").read_text(encoding="utf-8")
    assert any(flat(line) in flat(teacher) for line in lines)


@pytest.mark.parametrize("part", PARTS)
def test_stubs_are_those_that_otter_makes(part, made):
    path = made / "student" / part / f"{part}.ipynb"
    sources = {
        "".join(cell["source"]).strip()
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]
        if cell["cell_type"] == "code"
    }
    for task in EXERCISES[part].tasks:
        if not task.manual:
            assert task.stub.strip() in sources, task.name
            assert any(f'grader.check("{task.name}")' in source for source in sources)


@pytest.mark.parametrize("part", PARTS)
def test_the_zip_holds_all_that_the_notebook_needs(part, made, tmp_path):
    with zipfile.ZipFile(made / f"{part}.zip") as archive:
        names = archive.namelist()
        archive.extractall(tmp_path)
    assert f"{part}/{part}.ipynb" in names
    assert f"{part}/README.txt" in names
    assert not [name for name in names if "classroom" in name or "/book/" in name]
    package = json.loads((tmp_path / part / "data" / "datapackage.json").read_text("utf-8"))
    kept = {resource["name"] for resource in package["resources"]}
    assert set(EXERCISES[part].tables) <= kept


BARE = """
import json, sys
for name in ("frictionless", "vl_convert"):
    sys.modules[name] = None  # not on a student's machine
cells = [c for c in json.load(open(sys.argv[1]))["cells"] if c["cell_type"] == "code"]
names = {}
for cell in cells:
    source = "".join(cell["source"])
    if source.startswith("grader.check"):
        print(repr(eval(source, names)))
    elif not source.startswith("# Save"):
        exec(source, names)
import three_pillars
print(three_pillars.__file__)
"""


@pytest.mark.parametrize("part", PARTS)
def test_the_zip_opens_anywhere_and_its_checks_answer(made, tmp_path, part):
    """With pandas, Altair and otter alone; the solutions pass where nothing of the book is."""
    with zipfile.ZipFile(made / f"{part}.zip") as archive:
        archive.extractall(tmp_path)
    folder = tmp_path / part
    student = json.loads((folder / f"{part}.ipynb").read_text(encoding="utf-8"))
    for cell in student["cells"]:
        source = "".join(cell["source"]).strip()
        for task in EXERCISES[part].tasks[:-3]:
            if not task.manual and source == task.stub.strip():
                cell["source"] = task.solution
    (folder / f"{part}.ipynb").write_text(json.dumps(student), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", BARE, f"{part}.ipynb"],
        cwd=folder, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    said = done.stdout.splitlines()
    tasks = [task for task in EXERCISES[part].tasks if not task.manual]
    assert Path(said[-1]).parent.parent == folder.resolve()
    verdicts = {
        line.partition(":")[0]: line for line in said if "right." in line or "not yet" in line
    }
    for task in EXERCISES[part].tasks[:-3]:
        if not task.manual:
            assert "right." in verdicts[task.name]
    assert len(verdicts) == len(tasks)
    assert sum("three dots" in line or "nothing" in line for line in verdicts.values()) >= 1
