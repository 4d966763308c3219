"""Folded code is called by its own words and by what it shows."""

import re

from helpers.pages import CHAPTERS
from helpers.visits import Visit

from three_pillars.book.code_names import name_code

FOLD = (
    '<summary aria-label="Toggle hidden content">\n<p class="collapsed admonition-title">Show the '
    'code</p>\n<p class="expanded admonition-title">Hide the code</p>\n</summary><pre>x</pre>'
)


def names(page):
    """The two names of each fold, as a voice reads them."""
    return [
        [re.sub("<[^>]*>", "", words) for words in re.findall(r"<p [^>]*>(.*?)</p>", fold)]
        for fold in re.findall(r"<summary>(.*?)</summary>", page, re.DOTALL)
    ]


def test_the_name_is_the_title_of_what_follows_else_the_heading_above():
    page = (
        '<h2>Look<a class="headerlink">#</a></h2>'
        f'<div class="cell a">{FOLD}<div class="chart-title" id="a">One &amp; two</div></div>'
        f'<div class="cell b">{FOLD}</div>'
        '<div class="cell c"><div class="chart-title">T</div></div>'
    )
    named = name_code(page)
    assert names(named) == [
        ["Show the code of “One &amp; two”", "Hide the code of “One &amp; two”"],
        ["Show the code under “Look”", "Hide the code under “Look”"],
    ]
    assert name_code(named) == named


def test_every_fold_of_every_chapter_has_a_name_that_begins_with_what_stands_on_it(book):
    count = 0
    for page in CHAPTERS:
        text = (book / f"{page}.html").read_text("utf-8")
        assert "Toggle hidden content" not in text, page
        folds = [pair for pair in names(text) if pair and pair[0].startswith("Show the code")]
        for shown, hidden in folds:
            assert re.fullmatch(r"Show the code (of|under) “.+”", shown), (page, shown)
            assert hidden == shown.replace("Show", "Hide", 1)
        count += len(folds)
    assert count > 40


def test_the_browser_tells_assistive_technology_the_same(browser, server):
    with Visit(browser, server, "chapters/energy/dependence", "light") as visit:
        folds = visit.page.get_by_text(re.compile("^Show the code of “.+”$"))
        assert folds.count() > 5
        titles = visit.page.locator("figure.chart .chart-title").all_text_contents()
        named = [visit.page.get_by_role("figure", name=title).count() for title in titles]
        # A chart behind a prediction is not there yet.
        charts = visit.page.locator("figure.chart:visible").count()
        assert charts == sum(named) >= 6
