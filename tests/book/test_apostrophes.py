"""One apostrophe everywhere in the pages' text, and quotation marks of print."""

import html
import re

import pytest
from helpers.pages import DOCUMENTS

from three_pillars.words import curly

SILENT = re.compile(r"<(script|style|pre|code|textarea)\b.*?</\1>", re.DOTALL)


@pytest.mark.parametrize("page", DOCUMENTS)
def test_no_page_has_a_straight_apostrophe_or_quotes_a_word_in_them(book, page):
    text = (book / f"{page}.html").read_text("utf-8")
    article = SILENT.sub("", text[text.find("<article") : text.find("<footer")])
    shown = [html.unescape(part) for part in re.findall(r">([^<]+)<", article)]
    # Inside a drawing Vega itself names axes, in quotation marks of code; the drawing has one name.
    outside = re.sub(r"<svg\b.*?</svg>", "", article, flags=re.DOTALL)
    shown += [html.unescape(name) for name in re.findall(r'aria-label="([^"]*)"', outside)]
    found = [part.strip()[:90] for part in shown if re.search(r"\w'|'\w", part)]
    assert found == []


def test_only_apostrophes_become_curly():
    assert curly("Japan's and the ministers' own") == "Japan’s and the ministers’ own"
    assert curly("the ministers' and leaders'") == "the ministers’ and leaders’"
    assert curly("'as' and 'b'") == "'as' and 'b'"
    expression = "datum.fuel == 'gas' && datum['a b'] > 1 ? 'x' : 'y'"
    assert curly(expression) == expression
    assert curly({"Japan's": ["Russia's", 2, None], "b": True}) == {
        "Japan’s": ["Russia’s", 2, None],
        "b": True,
    }
