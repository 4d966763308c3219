"""The minutes that a chapter names are those that it takes: words at 200 a minute, and tasks."""

import re

import pytest
from helpers import pages
from helpers.reading_time import minutes

TIMED = [name for name in pages.CHAPTERS if not re.search(r"teaching|reference|intro", name)]


@pytest.mark.parametrize("chapter", TIMED)
def test_a_chapter_names_the_minutes_that_it_takes(chapter):
    text = pages.source(chapter).read_text("utf-8")
    assert int(re.search(r"\*\*Time\*\* (\d+) minutes", text)[1]) == minutes(text)


def test_the_first_page_names_the_shortest_and_the_longest():
    every = [minutes(pages.source(chapter).read_text("utf-8")) for chapter in TIMED]
    first = pages.source("intro").read_text("utf-8")
    assert f"A chapter takes {min(every)} to {max(every)} minutes" in first


def test_minutes_by_hand():
    """401 words, a chart, a prediction with its own, two questions: 2 + 1 + 1 + 2 minutes."""
    text = "---\nx: y\n---\n" + "word " * 400 + "{cite}`no` {eval}`f(1, 2)`\n\n" + (
        "```{code-cell}\nfigure(x)\n```\n\n```{code-cell}\npredict(\n  chart=figure(y),\n)\n```\n\n"
        "```{code-cell}\nquiz(\n    choice(\n    ),\n    number(\n    ),\n)\n```\n\n"
        "## Sources\n\n" + "word " * 900
    )  # fmt: skip
    assert minutes(text) == 10  # 6.005, up to the next five
