"""Every master has what an exercise needs, and answers to try its checks with."""

import importlib
import re

import pytest
from helpers.exercise_runs import EXERCISES, PARTS

from three_pillars.classroom import editions

pytestmark = pytest.mark.exercises


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
