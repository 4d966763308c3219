"""deal_form(): the words that a game has to say of itself."""

import re

import pytest

from three_pillars.blocks import BlockError, deal_form, to_html
from three_pillars.blocks.deal_form.deal_form import WORDS


@pytest.fixture
def given(blocks, chart):
    """What a part hands over, without its words."""
    held = blocks["deal_form"].payload
    names = ("games", "groups", "side_deals", "format", "version", "row_height")
    return {"chart": chart, "etorofu_sea": held["knots"], **{name: held[name] for name in names}}


def test_the_words_of_a_game_reach_the_form_and_the_script(given):
    words = {name: f"{name} of ours {text}" for name, text in WORDS.items()}
    block = deal_form(**given, words=words)
    assert block.payload["words"] == words
    page = to_html(block.payload, "d")
    assert '<legend class="tp-question">goes of ours' in page
    assert '<label class="tp-question" for="d-share">share of ours' in page


def test_a_missing_word_is_named(given):
    with pytest.raises(BlockError, match=r"say words\['title'\] too"):
        deal_form(**given, words={**WORDS, "title": ""})


def test_the_largest_group_is_cut_and_the_others_go_whole(given):
    page = to_html(deal_form(**given).payload, "d")
    assert re.findall(r'name="to_japan" value="(\w+)"', page) == ["one"]
