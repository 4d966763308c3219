"""Japanese and Russian words say what language they are in, wherever they come from."""

import pytest
from helpers import pages

from three_pillars.book.languages import mark_languages


def test_words_are_marked_by_their_script_and_only_once():
    page = "<p>Hoppō ryōdo (北方領土), Южные Курилы, 8項目の協力プラン</p>"
    marked = mark_languages(page)
    assert marked == (
        '<p>Hoppō ryōdo (<span lang="ja">北方領土</span>), <span lang="ru">Южные Курилы</span>, '
        '<span lang="ja">8項目の協力プラン</span></p>'
    )
    assert mark_languages(marked) == marked


@pytest.mark.parametrize(
    "page",
    [
        "<p>Etorofu, naïve, café, 2014</p>",
        '<script>var a = "択捉島";</script>',
        '<a title="択捉島">x</a>',
        '<td lang="ja">択捉島</td>',
        "<title>択捉島</title>",
    ],
)
def test_what_needs_no_mark_or_cannot_have_one_stays(page):
    assert mark_languages(page) == page


@pytest.mark.parametrize("page", ["chapters/reference/glossary", "chapters/territory/islands"])
def test_no_word_of_a_page_is_without_its_language(browser, server, page):
    context = browser.new_context()
    opened = context.new_page()
    opened.goto(f"{server}/{page}.html")
    found = opened.evaluate(
        """() => {
          const shape = /[\\u3040-\\u30ff\\u3400-\\u9fff]|[\\u0400-\\u04ff]/;
          const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          const said = {ja: 0, ru: 0}, bare = [];
          while (walk.nextNode()) {
            const text = walk.currentNode.data, over = walk.currentNode.parentElement;
            if (!shape.test(text) || over.closest("script, style")) continue;
            const lang = over.closest("[lang]").lang;
            if (lang === (/[\\u0400-\\u04ff]/.test(text) ? "ru" : "ja")) said[lang] += 1;
            else bare.push(text);
          }
          const latin = [...document.querySelectorAll("[lang$=-Latn]")].map(e => e.lang);
          return [said, bare, latin];
        }"""
    )
    context.close()
    said, bare, latin = found
    assert bare == []
    assert said["ja"] >= 4 and said["ru"] >= 4
    if page.endswith("glossary"):
        # As many transliterations as the page has roles.
        text = pages.source(page).read_text("utf-8")
        assert latin.count("ja-Latn") == text.count("{ja}`")
        assert latin.count("ru-Latn") == text.count("{ru}`") > 20
