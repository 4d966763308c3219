"""A block: how it travels, what it brings along, and what it does not know."""

import re

import pytest

from three_pillars import choice, quiz
from three_pillars.blocks import MIME_TYPE, Block, BlockError, to_html
from three_pillars.blocks.core import KINDS, Kind, declare


def test_blocks_travel_as_data_to_the_book_and_as_html_to_jupyter(monkeypatch):
    block = quiz(choice("Which?", {"a": "It is.", "b": "It is not."}, right="a"))
    monkeypatch.setenv("THREE_PILLARS_BOOK", "1")
    assert block._repr_mimebundle_() == {MIME_TYPE: block.payload}
    monkeypatch.delenv("THREE_PILLARS_BOOK")
    page = block._repr_mimebundle_()["text/html"]
    assert "<style>" in page
    assert "threePillarsBlocks" in page, "Jupyter's copy must bring its script along"


def test_no_two_outputs_of_a_notebook_have_the_same_ids(blocks):
    pages = [blocks["quiz"]._repr_mimebundle_()["text/html"] for _ in range(2)]
    first, second = (set(re.findall(r' id="([^"]+)"', page)) for page in pages)
    assert first
    assert not first & second


def test_there_is_one_block_of_every_kind_in_these_tests(blocks):
    assert set(blocks) == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_name_for_readers_who_cannot_see_it(blocks, kind):
    page = to_html(blocks[kind].payload, "b1", base="../")
    assert re.match(r'<section class="tp-block[^"]*" id="b1" aria-label="[A-Z][^"]+"', page)


def test_an_unknown_kind_is_named():
    with pytest.raises(BlockError, match=r"no block of kind 'riddle'; there are .*quiz"):
        to_html(Block("riddle").payload, "b1")


def test_a_name_stands_for_one_kind():
    with pytest.raises(BlockError, match="two kinds of block named 'quiz'"):
        declare(Kind("quiz", needs=("storage",)))
    assert declare(KINDS["quiz"]) is KINDS["quiz"], "the same kind may be declared again"
