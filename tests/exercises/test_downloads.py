"""The exercises in the built book: a zip for each, and no solution anywhere."""

import zipfile

import pytest
from helpers.exercise_runs import EXERCISES, PARTS, flat, solution_lines

from three_pillars.classroom import editions

pytestmark = pytest.mark.book

PAGE = "chapters/teaching/exercises.html"


def test_no_solution_stands_in_the_built_book(book):
    pages = [flat(path.read_text(encoding="utf-8")) for path in book.rglob("*.html")]
    pages += [flat(path.read_text(encoding="utf-8")) for path in (book / "_sources").rglob("*.*")]
    assert len(pages) > 40
    chapters = (editions.ROOT / "chapters").rglob("*.md")
    written = flat("\n".join(path.read_text(encoding="utf-8") for path in chapters))
    for part in PARTS:
        for line in solution_lines(part):
            # A line that a chapter itself has, such as an axis, tells nothing about a solution;
            # one that gives the answer its name may stand nowhere.
            answers = any(line.startswith(f"{task.name} =") for task in EXERCISES[part].tasks)
            if answers or flat(line) not in written:
                assert not [page for page in pages if flat(line) in page], line


@pytest.mark.parametrize("part", PARTS)
def test_each_exercise_can_be_downloaded(book, part):
    page = (book / PAGE).read_text(encoding="utf-8")
    assert f'href="../../exercises/{part}.zip"' in page
    assert f"{EXERCISES[part].minutes} minutes" in page
    with zipfile.ZipFile(book / "exercises" / f"{part}.zip") as archive:
        notebook = flat(archive.read(f"{part}/{part}.ipynb").decode().replace("\\n", "\n"))
    for line in solution_lines(part):
        assert flat(line) not in notebook, line
