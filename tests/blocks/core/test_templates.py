"""Templates of the blocks: what they may say beside what they are given."""

import re

import jinja2
import pytest

from three_pillars import day
from three_pillars.blocks import to_html
from three_pillars.blocks.core.templates import block_environment, mark, render


def test_there_is_one_environment_for_all_blocks():
    assert block_environment() is block_environment()
    assert block_environment().autoescape


@pytest.mark.parametrize(
    ("verdict", "name"),
    [("supported", "tp-supported"), ("not yet judged", "tp-not-yet-judged"),
     ("", "tp-not-yet-judged")],
)  # fmt: skip
def test_a_verdict_has_its_mark(verdict, name):
    assert mark(verdict) == name


def test_a_payload_that_lacks_something_is_an_error():
    with pytest.raises(jinja2.UndefinedError, match="steps"):
        render("chain/chain.html", block={}, uid="b1", base=None)


@pytest.mark.parametrize("kind", ["sorting", "weighing"])
def test_a_list_to_choose_from_waits_for_its_script(blocks, kind):
    lists = re.findall(r"<select[^>]*>", to_html(blocks[kind].payload, "b1"))
    assert lists
    assert all("disabled" in one for one in lists)


@pytest.mark.parametrize("kind", ["verdicts", "ledger", "weighing"])
def test_the_day_of_the_commentary_comes_from_one_place(blocks, kind, monkeypatch):
    monkeypatch.setitem(block_environment().globals, "commentary_day", "29 February 2016")
    block_environment().cache.clear()
    try:
        page = to_html(blocks[kind].payload, "b1")
        assert "29 February 2016" in page
        assert day.COMMENTARY_WORDS not in page
    finally:
        block_environment().cache.clear()
