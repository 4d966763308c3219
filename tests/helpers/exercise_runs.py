"""What the tests of exercises share: masters taken apart, notebooks in which solutions have run."""

import importlib
import math
import re

import numpy as np
import pandas as pd
import pytest
from exercise_answers import Answers

from three_pillars import checks
from three_pillars.classroom import editions

MASTERS = sorted(editions.MASTERS.glob("*.md"))
PARTS = [path.stem for path in MASTERS]
EXERCISES = {path.stem: editions.read_master(path) for path in MASTERS}
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
