"""JupyterLab saves a chapter and changes nothing else: what it adds is kept out of the file."""

import shutil
import sys

import jupytext
import pytest
from helpers import pages

# What JupyterLab puts into every notebook that it has opened.
BY_LAB = {
    "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
    "language_info": {
        "codemirror_mode": {"name": "ipython", "version": 3},
        "file_extension": ".py",
        "mimetype": "text/x-python",
        "name": "python",
        "nbconvert_exporter": "python",
        "pygments_lexer": "ipython3",
        "version": sys.version.split()[0],
    },
}


@pytest.fixture(scope="module")
def contents(tmp_path_factory):
    """What reads and writes files for JupyterLab, in a copy of the chapters."""
    folder = tmp_path_factory.mktemp("saving")
    shutil.copytree(pages.REPOSITORY / "chapters", folder / "chapters")
    for name in ("intro.md", "pyproject.toml"):
        shutil.copy(pages.REPOSITORY / name, folder)
    return jupytext.TextFileContentsManager(root_dir=str(folder))


def saved(contents, chapter, change=lambda notebook: None):
    """Open a chapter, change it, save it; return the lines before and after."""
    file = f"{chapter}.md"
    place = pages.REPOSITORY / file
    model = contents.get(file, type="notebook", content=True)
    model["content"]["metadata"].update(BY_LAB)
    change(model["content"])
    contents.save(model, file)
    written = contents.get(file, type="file", content=True)["content"]
    return place.read_text("utf-8").splitlines(), written.splitlines()


@pytest.mark.parametrize("chapter", pages.CHAPTERS)
def test_a_chapter_that_was_opened_and_saved_is_the_same(contents, chapter):
    before, after = saved(contents, chapter)
    assert after == before


def test_a_chapter_that_was_run_and_saved_is_the_same(contents):
    def run(notebook):
        for number, cell in enumerate(notebook["cells"]):
            if cell["cell_type"] == "code":
                cell["execution_count"] = number
                cell["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "1\n"}]
                cell["metadata"]["execution"] = {"iopub.status.busy": "2026-11-28T12:00:00Z"}
            else:  # as jupyterlab-myst keeps the value of an {eval}
                cell["metadata"]["user_expressions"] = [{"expression": "1", "result": {}}]

    before, after = saved(contents, pages.CHAPTERS[0], run)
    assert after == before


def test_a_changed_line_is_the_only_change(contents):
    def change(notebook):
        cell = next(cell for cell in notebook["cells"] if cell["cell_type"] == "code")
        cell["source"] += "\nmine = 1"

    before, after = saved(contents, pages.CHAPTERS[1], change)
    assert [line for line in after if line not in before] == ["mine = 1"]
    assert len(after) == len(before) + 1
