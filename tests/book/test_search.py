"""The book's search: numbers, claims, both names, other scripts; excerpts; with no server."""

import json

import pytest
from helpers.reports import report
from helpers.visits import Visit

from three_pillars.book.search import sections_of

ASKED = {
    "C45": ("argument/claims.html#C45", "C45"),
    "2+2": ("glossary.html#term-2-2", "2+2"),
    "1956": ("glossary.html#term-Joint-Declaration-of-1956", "1956"),
    "Etorofu": ("glossary.html#term-Etorofu-Iturup", "Etorofu"),
    "Iturup": ("glossary.html#term-Etorofu-Iturup", "Iturup"),
    "択捉島": ("glossary.html#term-Etorofu-Iturup", "択捉島"),
    "Итуруп": ("glossary.html#term-Etorofu-Iturup", "Итуруп"),
    "hoppo ryodo": ("glossary.html#term-Northern-Territories-southern-Kurils", "Hoppō ryōdo"),
    "suppliers concentrated": ("energy/dependence.html#were-japan-s-suppliers-", "supplier"),
}
RESULTS = """() => [...document.querySelectorAll("#search-results li")].map(found => ({
  link: found.querySelector("a").getAttribute("href"),
  title: found.querySelector("a").textContent,
  text: found.querySelector(".context").textContent,
  marks: [...found.querySelectorAll("mark")].map(mark => mark.textContent),
}))"""


def test_sections_charts_claims_and_terms_are_found_apart_and_no_words_are_glued():
    body = """
      <section id="look"><h2>Look<a class="headerlink">#</a></h2><p>One <b>bo</b>ld word.</p>
        <p>Two</p>
        <details class="admonition hide above-input"><summary>Show the code</summary>x = 1</details>
        <figure class="chart" id="lng"><div class="chart-title">Gas &amp; oil</div>
          <svg><text>drawn</text></svg><figcaption>Data: T</figcaption></figure><p>Three.</p>
      </section>
      <details data-claim="C45" id="ledger-C45"><summary><span class="tp-id">C45</span><span
        class="tp-what">Abe believed</span></summary><span class="tp-mark">partly</span><span
        class="tp-kind">belief</span></details>
      <article><h3 class="tp-claim" id="verdicts-C19">C19. A hedge</h3><p>Found.</p></article>
      <dl><dt id="term-LNG">LNG</dt><dd><p>Gas.</p></dd><dt id="term-Mt">Mt</dt><dd>Tonnes</dd></dl>
    """
    assert sections_of(body) == [
        ["look", "Look", "One bold word.\nTwo\nThree."],
        ["lng", "Gas & oil", "Data: T"],
        ["C45", "C45 Abe believed", "partly\nbelief"],
        ["verdicts-C19", "C19. A hedge", "Found."],
        ["term-LNG", "LNG", "Gas."],
        ["term-Mt", "Mt", "Tonnes"],
    ]


@pytest.mark.parametrize("place", ["light", "file"])
def test_what_readers_ask_is_found_where_it_is_explained(browser, server, book, place):
    base = server if place == "light" else book.as_uri()
    with Visit(browser, base, "search", place, query="?q=Japan") as visit:
        for asked, (link, word) in ASKED.items():
            visit.page.locator("form.bd-search input[name=q]").last.fill(asked)
            visit.page.keyboard.press("Enter")
            visit.page.wait_for_selector("#search-results .search-summary[role=status]")
            found = visit.page.evaluate(RESULTS)
            first = found[0] if found else {}
            visit.check(link in first.get("link", ""), f"{asked} finds first {first}")
            visit.check(word in first.get("title", "") + first.get("text", ""), f"{asked}: {first}")
            # An excerpt is a sentence: whole, or cut at a space with a sign for it.
            for one in found:
                text = one["text"]
                visit.check(len(text) < 260, f"{asked}: a long excerpt: {text}")
                visit.check(text == text.strip(" "), f"{asked}: {text!r}")
            visit.check(any(one["marks"] for one in found), f"{asked}: nothing is marked")
    report(visit.problems)


def test_every_address_that_the_search_can_give_is_there(book):
    text = (book / "_static" / "search-text.js").read_text("utf-8")
    held = json.loads(text.removeprefix("window.tpSearchText=").removesuffix(";\n"))
    wrong = []
    for page, sections in held:
        html = (book / f"{page}.html").read_text("utf-8")
        wrong += [f"{page}#{a}" for a, *_ in sections if a and f'id="{a}"' not in html]
    assert wrong == []
    anchors = {anchor for _, sections in held for anchor, *_ in sections}
    assert {"C01", "C63", "lng-share"} <= anchors


def test_a_word_that_is_nowhere_is_said_to_be_nowhere(browser, server):
    with Visit(browser, server, "search", "light", query="?q=zzyzx") as visit:
        said = visit.page.locator("#search-results [role=status]").text_content()
        assert said == "Nothing in the book has zzyzx."


def test_chapters_do_not_carry_the_search(book):
    for page in ("intro", "chapters/energy/dependence"):
        text = (book / f"{page}.html").read_text("utf-8")
        assert "search-text.js" not in text and "searchindex.js" not in text
