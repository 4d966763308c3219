"""PDFs of the book: tags, bookmarks, and contents with the right numbers of pages."""

import contextlib
import html
import re
from concurrent.futures import ThreadPoolExecutor

import pypdfium2
import pytest
from helpers import pages
from helpers.browser_setup import find
from helpers.deadlines import LIMIT
from pypdfium2.raw import FPDFCatalog_IsTagged

from three_pillars.book.pdf import Part, PdfError, make_pdfs, read_parts

SMALL = [
    Part("", ("intro",)),
    Part("Teaching", ("chapters/teaching/deal", "chapters/verdict/synthesis")),
    Part("Reference", ("chapters/reference/glossary", "chapters/reference/about")),
]


def made(out, book, **more):
    """Make the PDFs and return what was said of them.

    In a thread, since the browser of other tests may have left an event loop in this one.
    """
    with pytest.MonkeyPatch.context() as patch, ThreadPoolExecutor(1) as thread:
        patch.setenv("CHROMIUM", find())
        making = thread.submit(lambda: list(make_pdfs(pages.ROOT, out, html=book, **more)))
        return making.result(timeout=LIMIT)


@pytest.fixture(scope="module")
def small(book, tmp_path_factory):
    """A book of five pages and its hand-outs, and what was said of them."""
    out = tmp_path_factory.mktemp("pdf")
    return out, made(out, book, parts=SMALL)


def read(path):
    """Return the text of each page, the bookmarks of chapters, and whether there are tags."""
    with contextlib.closing(pypdfium2.PdfDocument(path)) as document:
        texts = [page.get_textpage().get_text_range() for page in document]
        marks = [
            (mark.get_title(), mark.get_dest().get_index() + 1)
            for mark in document.get_toc()
            if mark.level == 0
        ]
        return texts, marks, bool(FPDFCatalog_IsTagged(document.raw))


def title_of(page):
    heading = re.search(r"<h1>((?:(?!</h1>).)*)<a class=\"headerlink", page, re.S)[1]
    return html.unescape(re.sub(r"<[^>]+>", "", heading))


def squeezed(text):
    return re.sub(r"\s+", "", text)


def check_book(path, book, parts):
    texts, marks, tagged = read(path)
    assert tagged
    wanted = [page for part in parts for page in part.pages]
    titles = [title_of((book / f"{page}.html").read_text("utf-8")) for page in wanted]
    assert [title for title, _ in marks[1:]] == titles
    contents = "".join(texts[1:3])
    for part in parts:
        assert part.caption in contents
    for title, number in marks[1:]:
        assert squeezed(f"{title}{number}") in squeezed(contents), "the contents give the page"
        # The page is that, by what is printed on it.
        assert squeezed(title) in squeezed(texts[number - 1])
        assert f"{number} / {len(texts)}" in texts[number - 1]
    check_sheets(texts[2:])  # after cover and contents
    linked = path.read_bytes()
    assert b"(https://" in linked and b"(file:" not in linked, "a link leads to this machine"


def check_sheets(texts):
    """Check that no sheet holds little more than a heading."""
    assert [number for number, text in enumerate(texts, 1) if len(text.split()) < 30] == []


def test_a_small_book(small, book):
    out, said = small
    check_book(out / "book.pdf", book, SMALL)
    assert re.fullmatch(r"book\.pdf: \d+ pages, \d+\.\d MB\.", said[0])
    assert re.fullmatch(r"2 hand-outs: \d+ to \d+ pages, \d+\.\d MB\. All in .*\.", said[1])


def test_a_hand_out(small):
    out, _ = small
    assert sorted(file.name for file in out.iterdir()) == [
        "book.pdf", "teaching-deal.pdf", "verdict-synthesis.pdf",
    ]  # fmt: skip
    texts, marks, tagged = read(out / "verdict-synthesis.pdf")
    assert tagged
    assert marks[0] == ("What is your verdict?", 1)
    for number, text in enumerate(texts, 1):
        assert "What is your verdict?" in text, "the running head"
        assert f"{number} / {len(texts)}" in text
        assert "chapters/verdict/synthesis" in text, "the address"
    whole = "".join(texts)
    assert whole.index("Answers") < whole.index("References")


def test_a_page_that_is_not_built_is_named(book, tmp_path):
    parts = [Part("", ("intro", "chapters/energy/nowhere"))]
    with pytest.raises(PdfError, match=r"chapters/energy/nowhere\.html is not in .* make book"):
        list(make_pdfs(pages.ROOT, tmp_path, html=book, parts=parts))


def test_parts_are_those_of_the_book():
    parts = read_parts(pages.ROOT / "_toc.yml")
    assert [page for part in parts for page in part.pages] == pages.DOCUMENTS
    assert parts[0].caption == "" and parts[1].caption.startswith("Argument")


@pytest.mark.full
def test_the_whole_book(book, tmp_path):
    made(tmp_path, book)
    check_book(tmp_path / "book.pdf", book, read_parts(pages.ROOT / "_toc.yml"))
    for file in tmp_path.glob("*-*.pdf"):
        check_sheets(read(file)[0])
