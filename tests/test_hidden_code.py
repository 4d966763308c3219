"""Code that gives an answer away opens collapsed in JupyterLab, and stays so after saving."""

import tomllib

import jupytext
import pytest
from helpers import pages

FILTER = tomllib.loads((pages.REPOSITORY / "pyproject.toml").read_text("utf-8"))["tool"]["jupytext"]


@pytest.mark.parametrize("chapter", pages.CHAPTERS)
def test_what_the_book_hides_is_collapsed_in_jupyter(chapter):
    notebook = jupytext.read(pages.source(chapter))
    notebook.metadata["jupytext"].update(FILTER)
    saved = jupytext.reads(jupytext.writes(notebook, fmt="md:myst"), fmt="md:myst")
    for cell in [*notebook.cells, *saved.cells]:
        if "remove-input" in cell.metadata.get("tags", []):
            assert cell.metadata["jupyter"] == {"source_hidden": True}, cell.source[:80]
        gives_away = any(word in cell.source for word in ("because=", "right=", "sorting("))
        if cell.cell_type == "code" and gives_away:
            assert "remove-input" in cell.metadata["tags"], cell.source[:80]
