"""The built book as files: every page of it, its links, its words and its weight."""

import gzip
import re

import pytest
from helpers import pages
from helpers.pages import CHAPTERS, PAGES
from helpers.reports import report

from three_pillars.book.mime import TEACHES_FRAMES

KILOBYTES = 150  # a chapter's HTML, gzipped
# What a page must not say: a hole in the data, a program's message, or a computation left undone.
SLIPS = [
    r"\{eval\}",
    r"\b[Nn]a[Nn]\b(?!-)",
    r"\bNaT\b",
    r"<NA>",
    r"\bnp\.\w+\(",
    r"(?<![\w-])inf(?![\w.-])",
    r"Traceback \(most recent call last\)",
    r"\bstderr\b",
    r"\\u[0-9a-f]{4}",
    r"\{(?:cite|doc|ref|term|eval|glossary)[:}]",
]


def test_the_book_has_these_pages_and_no_others(book):
    found = {path.relative_to(book).with_suffix("").as_posix() for path in book.rglob("*.html")}
    found = {name for name in found if not name.startswith(("_static/", "_sources/", "share/"))}
    assert found == {*PAGES, "index", "404"}, "pages of _toc.yml, and the pages that Sphinx adds"
    assert CHAPTERS, "no page of _toc.yml is a notebook"


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(book, page):
    report(f"{page}: {wrong}" for wrong in pages.broken_links(book, page))


def test_the_first_page_opens(book):
    assert f"url={PAGES[0]}.html" in (book / "index.html").read_text("utf-8")


@pytest.mark.parametrize("page", PAGES)
def test_nothing_is_fetched_from_elsewhere(book, page):
    """Whatever a page loads by itself lies in the book; only links a reader clicks lead out."""
    found = pages.read(book / f"{page}.html").links
    report(
        f"{page}: <{tag} {name}={address!r}>"
        for tag, name, address in found
        if pages.outside(address) and (tag, name) not in (("a", "href"), ("form", "action"))
    )


def test_style_sheets_fetch_nothing_from_elsewhere(book):
    report(
        f"{sheet.relative_to(book)}: {found}"
        for sheet in book.rglob("*.css")
        for found in re.findall(
            r"""(?:url\(|@import)\s*['"]?((?:https?:)?//[^'")]+)""", sheet.read_text("utf-8")
        )
    )


@pytest.mark.parametrize("page", PAGES)
def test_nothing_holds_up_the_first_paint(book, page):
    """Scripts in the head wait, and icons come with the page, not as a font or a script."""
    text = (book / f"{page}.html").read_text("utf-8")
    head = text[: text.index("</head>")]
    scripts = re.findall(r"<script[^>]* src=[^>]*>", head)
    assert scripts, "no script at all: charts stay dead"
    report(f"{page}: {script} does not wait" for script in scripts if " defer" not in script)
    report(f"{page}: {link}" for link in re.findall(r"<[^>]*fontawesome[^>]*>", text))
    icons = re.findall(r'<(?:i|span) class="[^"]*\bfa-[a-z][^>]*>(.{4})', text)
    assert icons, "a page without a single icon: the theme writes them in another way"
    report(f"{page}: an icon without its drawing" for inside in icons if inside != "<svg")


def test_no_file_lies_there_for_nothing(book):
    assert not list(book.rglob("*fontawesome*"))


@pytest.mark.parametrize("page", PAGES)
def test_text_has_no_slips(book, page):
    found = pages.read(book / f"{page}.html")
    problems = [
        f"{page}: {match[0]!r} in …{found.text[max(0, match.start() - 60) : match.end() + 30]}…"
        for slip in SLIPS
        for match in re.finditer(slip, found.text)
    ]
    for name in ("stderr", "traceback", "system-message", "problematic"):
        if name in found.classes:
            problems.append(f"{page}: an output of class {name}")
    report(problems)


@pytest.mark.parametrize("page", PAGES)
def test_no_page_shows_a_bare_frame(book, page):
    """A frame is shown through `table()`, but where a page teaches the DataFrame itself."""
    bare = "dataframe" in pages.read(book / f"{page}.html").classes
    assert bare == (page in TEACHES_FRAMES), f"{page}: show its frames through table(…)"


@pytest.mark.parametrize("page", PAGES)
def test_ids_are_unique(book, page):
    ids = pages.read(book / f"{page}.html").ids
    twice = {name for name in ids if ids.count(name) > 1}
    if page == "search":  # the theme's own page beside the theme's own dialogue
        twice.discard("search-input")
    report(f"{page}: id {name!r} occurs {ids.count(name)} times" for name in sorted(twice))


def test_every_entry_of_the_bibliography_is_cited(book):
    """What no chapter cites is in data/sources.csv or nowhere."""
    entries = re.findall(r"(?m)^@\w+\{([^,]+),", (pages.ROOT / "references.bib").read_text("utf-8"))
    written = "\n".join(pages.source(name).read_text("utf-8") for name in pages.DOCUMENTS)
    cited = {
        key.strip()
        for keys in re.findall(r"\{cite[^}]*\}`([^`]*)`", written)
        for key in keys.split(",")
    }
    assert sorted(entries) == sorted(cited)


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_chapter_is_small(book, chapter):
    size = len(gzip.compress((book / f"{chapter}.html").read_bytes())) / 1000
    assert size <= KILOBYTES, f"{chapter}: {size:.0f} kB gzip of HTML, at most {KILOBYTES}"
