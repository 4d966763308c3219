"""The student's edition has stubs where the teacher's has solutions."""

import json

import pytest
from helpers.exercise_runs import EXERCISES, PARTS, flat, solution_lines

pytestmark = pytest.mark.exercises


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
def test_the_students_edition_asks_for_nothing_of_otter(part, made):
    folder = made / "student" / part
    notebook = json.loads((folder / f"{part}.ipynb").read_text(encoding="utf-8"))
    assert set(notebook["metadata"]) == {"kernelspec", "language_info", "three_pillars"}
    sources = ["".join(cell["source"]) for cell in notebook["cells"]]
    assert [one for one in sources if "grader.export" in one] == ["grader.export()"]
    code = "\n".join(path.read_text("utf-8") for path in (folder / "three_pillars").rglob("*.py"))
    assert "import otter" not in code
    assert "otter" not in (folder / "requirements.txt").read_text(encoding="utf-8")
    tasks = json.loads(
        (folder / "three_pillars" / "checks" / "tasks" / f"{part}.json").read_text("utf-8")
    )["tasks"]
    assert [one["name"] for one in tasks] == [task.name for task in EXERCISES[part].tasks]
    for one, task in zip(tasks, EXERCISES[part].tasks, strict=True):
        assert bool(one["checks"]) is not task.manual
        assert task.manual or one["answers"] == [task.name]
