"""Figures and tables have numbers, each kind in its own order."""

import re

from helpers import pages
from helpers.pages import CHAPTERS

from three_pillars.book.numbering import numbered

BODY = (
    '<div class="chart-title">One</div><table><caption><span>A</span></caption></table>'
    '<div class="chart-title">Two</div><table><caption>of the ledger</caption></table>'
)


def test_each_kind_is_counted_by_itself():
    found = numbered(BODY)
    assert re.findall(r'data-number="([^"]+)"', found) == ["Figure 1. ", "Table 1. ", "Figure 2. "]
    assert re.sub(' data-number="[^"]+"', "", found) == BODY


def test_the_numbers_of_a_page_have_no_gap(book):
    for page in CHAPTERS:
        text = (book / f"{page}.html").read_text("utf-8")
        found = [int(n) for n in re.findall(r'data-number="Figure (\d+)\. "', text)]
        assert found == list(range(1, text.count('class="chart-title"') + 1)), page


def test_a_title_is_the_same_words_with_a_number_beside_it(book):
    """The number is drawn by the style sheet, so search and copies have the title alone."""
    text = pages.read(book / "intro.html").text
    assert "Figure 1." not in text
