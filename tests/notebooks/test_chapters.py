"""Every chapter, run from top to bottom as in Jupyter."""

import pytest
from helpers import pages
from helpers.chapter_runs import each_chapter
from helpers.pages import CHAPTERS


@each_chapter
def test_chapter_runs(runs, chapter):
    """No cell raises, and none writes to stderr."""
    run = runs[chapter]
    assert not run.error, run.error
    assert not run.stderr, "\n".join(f"{chapter}, {cell}: {text}" for cell, text in run.stderr)


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_chapter_is_stored_without_outputs(chapter):
    """A chapter is text: its charts and numbers are made anew each time."""
    text = pages.source(chapter).read_text("utf-8")
    assert "format_name: myst" in text, f"{chapter} is no MyST notebook"
    for word in ("execution_count", "application/vnd", "image/png;base64", "user_expressions"):
        assert word not in text, f"{chapter} holds stored output: {word}"
