"""deal_form(): the words that a game has to say of itself."""

import re

import pytest

from three_pillars.blocks import BlockError, deal_form, deals_form, to_html
from three_pillars.blocks.deal_form.deal_form import WORDS


@pytest.fixture
def given(blocks):
    """What a part hands over, without its words."""
    held = blocks["deal_form"].payload
    game = {"measure": "land", "least": 0.3, "most": 0.6, "rows": []}
    promise = {"worth": 0.1, "vetoed_by": "Beijing", "wanted_by": ""}
    return {
        "games": {name: {**game, **kept} for name, kept in held["games"].items()},
        "side_deals": {name: {**promise, **kept} for name, kept in held["side_deals"].items()},
        "etorofu_sea": held["knots"],
        **{name: held[name] for name in ("groups", "format", "version")},
    }


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


def test_the_form_gives_no_threshold_and_no_worth_away(given, chart):
    """Not to the eye, and not to whoever reads the source of the page."""
    page = to_html(deal_form(**given).payload, "d")
    for secret in ("0.3", "0.6", "0.1", "Beijing", "Chart the deals", "<figure"):
        assert secret not in page, secret
    page = to_html(deals_form(**given, chart=chart, row_height=20).payload, "d")
    assert "<figure" in page
    assert "Chart the deals" in page
    assert "<form" not in page
