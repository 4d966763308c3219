"""Chapters as plain notebooks: no MyST left, numbers filled in, and they run outside the book."""

import json
import os
import re
import subprocess
import sys
import zipfile

import nbformat
import pytest
from helpers.deadlines import LIMIT, WAIT
from helpers.pages import CHAPTERS, ENVIRONMENT, HEADER
from pybtex.database import parse_string

from three_pillars.book.notebooks import colab_address, is_offered, plain_notebook
from three_pillars.classroom.first_cell import chapter_first_cell

OFFERED = [chapter for chapter in CHAPTERS if is_offered(chapter)]
CHAPTER = (
    HEADER
    + """\
# A title

:::{admonition} This chapter
:class: note
**Time** 5 minutes
:::

It was {eval}`f"{2 + 2}"`, says {cite:t}`seed,lost`; see {term}`HHI`, {doc}`another page <thaw>`.

```{code-cell} ipython3
:tags: [remove-input]

1 + 1
```

:::{dropdown} How <it> is counted
Once. Here is {download}`a file <memo.md>` and [a page](bargain), and {eval}`3`.
:::
"""
)
SOURCES = parse_string(
    "@misc{seed, author={Miller, Jonathan}, year={2015}, url={https://example.org/a}}", "bibtex"
).entries


def test_a_chapter_becomes_plain(tmp_path):
    (tmp_path / "page.md").write_text(CHAPTER, "utf-8")
    notebook, files = plain_notebook(tmp_path / "page.md", ["4", "three"], SOURCES)
    nbformat.validate(notebook)
    first, code, last = notebook["cells"]
    assert first["source"] == (
        "# A title\n\n> **This chapter**\n>\n> **Time** 5 minutes\n\n"
        "It was 4, says [[Miller, 2015](https://example.org/a); lost]; see *HHI*, *another page*."
    )
    assert code["source"] == "1 + 1"
    assert code["metadata"] == {"jupyter": {"source_hidden": True}}
    assert last["source"] == (
        "<details><summary>How &lt;it&gt; is counted</summary>\n\n"
        "Once. Here is [a file](memo.md) and *a page*, and three.\n\n</details>"
    )
    assert files == [tmp_path / "memo.md"]
    assert notebook["metadata"]["three_pillars"] == {"files": ["memo.md"]}


@pytest.mark.parametrize("values", [["4"], ["4", "5", "6"]])
def test_a_value_too_few_or_too_many_is_an_error(tmp_path, values):
    (tmp_path / "page.md").write_text(CHAPTER, "utf-8")
    with pytest.raises(ValueError, match=r"page\.md: 2 values in the text, \d on the page"):
        plain_notebook(tmp_path / "page.md", values, SOURCES)


@pytest.mark.parametrize(
    ("repository", "address"),
    [
        ("https://github.com/a/b", "github/a/b/blob/notebooks/chapters/x/y.ipynb"),
        ("https://github.com/a/b.git", "github/a/b/blob/notebooks/chapters/x/y.ipynb"),
        ("https://gitlab.com/a/b", ""),
        ("https://github.com/a", ""),
        ("", ""),
    ],
)
def test_colab_opens_repositories_on_github_only(repository, address):
    made = colab_address(repository, "chapters/x/y")
    assert made == (address and f"https://colab.research.google.com/{address}")


@pytest.mark.parametrize("chapter", OFFERED)
def test_each_chapter_offers_its_notebook(book, chapter):
    notebook = json.loads((book / f"{chapter}.ipynb").read_text("utf-8"))
    nbformat.validate(notebook)
    texts = [one["source"] for one in notebook["cells"] if one["cell_type"] == "markdown"]
    left = re.findall(r"\{[a-z:-]+\}[`\s]|^:::.*|^:\w+:.*", "\n".join(texts), re.M)
    assert left == []
    page = (book / f"{chapter}.html").read_text("utf-8")
    assert f'href="{chapter.split("/")[-1]}.ipynb"' in page
    assert "colab.research" not in page, "no repository is named, so there is nothing to open"


def ran(folder, code, **more):
    """What Python says of some code in a folder, with nothing of the book on its path."""
    env = {k: v for k, v in ENVIRONMENT.items() if k != "PYTHONPATH"} | more
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder, env=env, capture_output=True, text=True, timeout=LIMIT, check=False,
    )  # fmt: skip


# The package of these tests is installed in place, so it would be found anywhere.
HIDDEN = """\
import sys
sys.path[:] = [place for place in sys.path if not place.endswith("src")]
sys.meta_path[:] = [finder for finder in sys.meta_path if "editable" not in str(finder)]
"""


def test_the_first_cell_says_what_is_missing(tmp_path):
    done = ran(tmp_path, HIDDEN + chapter_first_cell(address="https://example.org/notebooks.zip"))
    said = done.stderr.strip().splitlines()[-1]
    assert "Missing: The book's package is not here" in said
    assert "get notebooks.zip from https://example.org/notebooks.zip; unpack it" in said


def test_the_zip_holds_all_that_a_chapter_needs(book, tmp_path):
    with zipfile.ZipFile(book / "notebooks.zip") as archive:
        names = {name.removeprefix("three-pillars/") for name in archive.namelist()}
        archive.extractall(tmp_path)
    assert {f"{chapter.split('/')[-1]}.ipynb" for chapter in OFFERED} <= names
    assert "memo_template.md" in names
    assert not [n for n in names if n.startswith(("three_pillars/book", "exercises"))]
    # Also from a folder around it, as Colab unpacks it beside the notebook.
    for folder in (tmp_path, tmp_path / "three-pillars"):
        told = "\nimport three_pillars as t; print(t.__file__, len(t.load('energy/lng_imports')))"
        done = ran(folder, HIDDEN + chapter_first_cell() + told, THREE_PILLARS_CHECKED="")
        assert done.returncode == 0, done.stderr[-2000:]
        assert str(tmp_path / "three-pillars" / "three_pillars") in done.stdout


@pytest.mark.full
@pytest.mark.parametrize("chapter", OFFERED)
def test_a_notebook_of_the_zip_runs_and_shows_its_charts(book, tmp_path, chapter):
    with zipfile.ZipFile(book / "notebooks.zip") as archive:
        archive.extractall(tmp_path)
    folder, name = tmp_path / "three-pillars", chapter.split("/")[-1]
    env = {k: v for k, v in ENVIRONMENT.items() if k != "PYTHONPATH"}
    env["IPYTHONDIR"] = str(tmp_path / "ipython")
    for form, shown in (("html", ".html"), ("slides", ".slides.html")):
        done = subprocess.run(
            [sys.executable, "-m", "nbconvert", "--execute", "--to", form, f"{name}.ipynb"],
            cwd=folder, env=env, capture_output=True, text=True, timeout=LIMIT + WAIT, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr[-3000:]
        text = (folder / f"{name}{shown}").read_text("utf-8")
        assert "<svg" in text or "vega" in text, os.listdir(folder)
