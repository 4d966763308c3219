"""Both names of the islands stand on a page before it says "the disputed islands"."""

import pytest
from helpers import pages

NAMES = ("Northern Territories", "southern Kurils")


@pytest.mark.parametrize("page", pages.DOCUMENTS)
def test_both_names_come_first(page):
    text = pages.source(page).read_text("utf-8")
    short = text.find("disputed islands")
    late = [name for name in NAMES if short >= 0 and not 0 <= text.find(name) < short]
    assert not late, f"{page} says 'disputed islands' before it has said {late}"
