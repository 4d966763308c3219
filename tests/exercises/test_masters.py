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


CHAPTERS = [
    match[1]
    for path in (editions.ROOT / "chapters").rglob("*.md")
    if (match := re.search(r"^# (.+)$", path.read_text(encoding="utf-8"), re.M))
]


@pytest.mark.parametrize("part", PARTS)
def test_the_chapters_that_an_exercise_needs_are_there(part):
    text = (editions.MASTERS / f"{part}.md").read_text(encoding="utf-8")
    needed = re.search(r"\*\*You need\*\* the chapters? (.*?)\n\n", text, re.S)[1]
    names = [" ".join(name.split()) for name in re.findall(r"\*([^*]+)\*", needed)]
    assert names
    assert set(names) <= set(CHAPTERS)


@pytest.mark.parametrize("part", PARTS)
def test_one_may_stop_every_three_quarters_of_an_hour(part):
    """The memo apart, which a writer takes up and lays down."""
    text = (editions.MASTERS / f"{part}.md").read_text(encoding="utf-8")
    by_part = [
        [int(minutes) for minutes in re.findall(r"· (\d+) minutes? ·", piece)]
        for piece in text.split("**A good place to stop.**")
    ]
    assert sum(map(sum, by_part)) == EXERCISES[part].minutes
    if part == "verdict":
        assert by_part.pop() == [60]
    assert all(sum(minutes) <= 45 for minutes in by_part)
    count = {2: "two", 3: "three"}[len(by_part) + (part == "verdict")]
    assert f"minutes, in {count} parts" in text


@pytest.mark.parametrize("part", PARTS)
def test_every_task_has_its_answers(part):
    module = importlib.import_module(f"exercise_answers.{part}")
    assert set(module.ANSWERS) == {t.name for t in EXERCISES[part].tasks if not t.manual}
    for name, answers in module.ANSWERS.items():
        assert len(answers.right) >= 2, name
        assert len(answers.wrong) >= 4, name
        assert len(answers.wrong) + len(answers.common) >= 12, name
        assert answers.mutations, name
