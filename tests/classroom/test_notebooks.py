"""An open answer is what a student wrote, wherever it stands, and nothing else."""

import json

import pytest
from helpers.class_of_students import EXERCISE, PART, cell, notebook

from three_pillars.classroom import notebooks

pytestmark = pytest.mark.exercises


def texts_of(content):
    return notebooks.open_answers(notebooks.read_notebook(content.encode()), EXERCISE)


def test_an_open_answer_without_its_tag_is_found():
    task = next(task for task in EXERCISE.tasks if task.manual)
    read = json.loads(notebook())
    read["cells"] = [c for c in read["cells"] if c["cell_type"] == "code"]
    read["cells"] += [
        cell("markdown", task.question),
        cell("code", "Russia needed the market more, since four fifths went to Japan."),
        cell("markdown", "## Hand in\n\nSave the notebook."),
    ]
    anna = texts_of(json.dumps(read))
    read["cells"][-3:-1] = [cell("markdown", task.question + "\n\nMy own words, below it.")]
    assert anna["advice"].startswith("Russia needed the market")
    assert texts_of(json.dumps(read)) == {"advice": "My own words, below it."}


STUDENTS = {"cells": [], "metadata": {"three_pillars": {"exercise": PART}}, "nbformat": 4}
"""A notebook as `otter assign` makes it: cells of code have the tag of answers too."""


def as_assigned(*answer):
    tagged = {"tags": ["otter_answer_cell"]}
    cells = []
    for task in EXERCISE.tasks:
        begin = "<!-- BEGIN QUESTION -->\n\n" if task.manual else ""
        cells.append(cell("markdown", begin + task.question))
        if not task.manual:
            cells.append(cell("code", task.solution, **tagged))
            cells.append(cell("code", f'grader.check("{task.name}")'))
    end = "<!-- END QUESTION -->\n\n## Hand in\n\nSave the notebook, then run the cell below."
    cells += [*answer, cell("markdown", end), cell("code", "grader.export()")]
    return json.dumps(STUDENTS | {"cells": cells})


ASKED = "_Type your answer here, replacing this text._"
TAGGED = {"tags": ["otter_answer_cell"]}
OPEN = {
    "blank": ([cell("markdown", ASKED, **TAGGED)], ""),
    "replaced": ([cell("markdown", "Mine.", **TAGGED)], "Mine."),
    "below the words that ask": ([cell("markdown", f"{ASKED}\n\nMine.", **TAGGED)], "Mine."),
    "in a cell added below": ([cell("markdown", ASKED, **TAGGED), cell("markdown", "Mine.")],
                              "Mine."),
    "under a heading of one's own": ([cell("markdown", "# Mine\n\nYes.")], "# Mine\n\nYes."),
    "turned into code": ([cell("code", "# Mine", **TAGGED)], "# Mine"),
}  # fmt: skip


@pytest.mark.parametrize("kind", OPEN)
def test_an_open_answer_is_the_students_own_words_and_nothing_else(kind):
    cells, words = OPEN[kind]
    assert texts_of(as_assigned(*cells)) == {"advice": words}
