"""The built book printed by a headless Chromium."""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Iterator, Sequence
from importlib import resources
from pathlib import Path
from typing import Any

import pypdfium2
import yaml
from playwright.sync_api import Error, sync_playwright

from ...data import today
from .chapters import Part, read_parts
from .compose import Sheet, compose
from .errors import PdfError

# For this browser no other host exists.
OPTIONS = ["--no-sandbox", "--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND"]
WAIT = 180  # seconds for one step: a long page is laid out anew for paper


def make_pdfs(
    book: Path,
    out: Path,
    *,
    html: Path | None = None,
    parts: Sequence[Part] | None = None,
    tables: bool = False,
) -> Iterator[str]:
    """Print the whole book and a hand-out of each chapter, and say what was made.

    Args:
        book: the folder of the book, with ``_config.yml`` and ``_toc.yml``.
        html: the folder of the built pages; by default ``_build/html`` in that of the book.
        out: the folder for ``book.pdf`` and a file for each chapter.
        parts: the parts to print; by default all of them.
        tables: whether the rows of each chart are printed too.

    Yields:
        One line for the book, and one for the hand-outs, with their pages and sizes.

    Raises:
        PdfError: the book is not built, or Chromium cannot print it.
    """
    root = (html or book / "_build" / "html").resolve()
    parts = read_parts(book / "_toc.yml") if parts is None else parts
    pages = [page for part in parts for page in part.pages]
    if missing := [page for page in pages if not (root / f"{page}.html").is_file()]:
        raise PdfError(f"{missing[0]}.html is not in {root}: run make book first.")
    config = yaml.safe_load((book / "_config.yml").read_text("utf-8"))
    baseurl = (config.get("html") or {}).get("baseurl") or ""
    baseurl = f"{baseurl.rstrip('/')}/" if baseurl else ""
    out.mkdir(parents=True, exist_ok=True)
    with _browser() as browser:
        press = _Press(browser, root, out, baseurl, tables)
        whole = press.book(config["title"], parts, pages)
        yield f"book.pdf: {_pages(whole)}, {_size([whole])}."
        alone = [page for page in pages if re.match(r"chapters/(?!reference/)", page)]
        made = [press.handout(page, config["title"]) for page in alone]
        if made:
            yield f"{len(made)} hand-outs: {_pages(*made)}, {_size(made)}. All in {out}."


@contextlib.contextmanager
def _browser() -> Iterator[Any]:
    with sync_playwright() as playwright:
        path = os.environ.get("CHROMIUM")
        try:
            browser = playwright.chromium.launch(executable_path=path, args=OPTIONS)
        except Error as error:
            first = str(error).splitlines()[0]
            raise PdfError(
                f"Chromium does not start ({first}): set CHROMIUM to the path of one."
            ) from None
        try:
            yield browser
        finally:
            browser.close()


class _Press:
    """One browser that takes articles out of the built pages and prints them."""

    def __init__(self, browser: Any, root: Path, out: Path, baseurl: str, tables: bool):
        self.root, self.out, self.baseurl, self.tables = root, out, baseurl, tables
        self.page = browser.new_page()
        self.page.set_default_timeout(WAIT * 1000)
        # The drawings are printed as they were built.
        self.page.route("**/_static/vega/*", lambda route: route.abort())
        self.take = resources.files(__package__).joinpath("take.js").read_text("utf-8")

    def sheets(self, pages: Sequence[str], references: bool) -> list[Sheet]:
        """Return the articles of pages."""
        found = []
        for page in pages:
            self.page.goto((self.root / f"{page}.html").as_uri())
            given = {
                "page": page,
                "pages": list(pages),
                "root": f"{self.root.as_uri()}/",
                "baseurl": self.baseurl,
                "references": references,
                "tables": self.tables,
            }
            found.append(Sheet(page, **self.page.evaluate(f"given => ({self.take})(given)", given)))
        return found

    def book(self, title: str, parts: Sequence[Part], pages: Sequence[str]) -> Path:
        """Print the book twice: the first time tells on which page each chapter begins."""
        sheets = self.sheets(pages, references=False)
        day = today()
        lines = [f"With the data of {day.day} {day:%B %Y}.", self.baseurl]
        target = self.out / "book.pdf"
        numbers: dict[str, int] = {}
        for _ in range(2):
            before = numbers  # of the first time
            text = compose(
                self.root,
                sheets,
                title=title,
                address=self.baseurl,
                parts=parts,
                numbers=numbers,
                lines=[line for line in lines if line],
            )
            self.print(text, target)
            numbers = first_pages(target, sheets)
        if numbers != before:
            raise PdfError("the numbers in the contents moved the chapters: their lines must fit.")
        return target

    def handout(self, page: str, book: str) -> Path:
        """Print one chapter, with its references."""
        (sheet,) = self.sheets([page], references=True)
        address = f"{self.baseurl}{page}.html" if self.baseurl else f"{book}: {page}"
        target = self.out / f"{page.removeprefix('chapters/').replace('/', '-')}.pdf"
        self.print(compose(self.root, [sheet], title=sheet.title, address=address), target)
        return target

    def print(self, text: str, target: Path) -> None:
        """Print a page as PDF, with bookmarks and tags."""
        long_page = self.out / ".page.html"
        long_page.write_text(text, encoding="utf-8")
        try:
            self.page.goto(long_page.as_uri())
            self.page.pdf(
                path=target, format="A4", prefer_css_page_size=True, outline=True, tagged=True
            )
        except Error as error:
            raise PdfError(f"{target.name} cannot be printed: {error}") from None
        finally:
            long_page.unlink(missing_ok=True)


def first_pages(pdf: Path, sheets: Sequence[Sheet]) -> dict[str, int]:
    """Return the page on which each article begins, counted from 1, by the PDF's bookmarks.

    Raises:
        PdfError: the bookmarks are not the titles of the articles, in order.
    """
    with contextlib.closing(pypdfium2.PdfDocument(pdf)) as document:
        marks = [
            (mark.get_title(), mark.get_dest().get_index() + 1)
            for mark in document.get_toc()
            if mark.level == 0
        ]
    # The first is the cover.
    for (title, _), sheet in zip(marks[1:], sheets, strict=False):
        if title.split() != sheet.title.split():
            raise PdfError(f"{pdf.name}: the bookmark {title!r} stands for {sheet.title!r}.")
    if len(marks) != len(sheets) + 1:
        raise PdfError(f"{pdf.name} has {len(marks)} bookmarks for {len(sheets)} chapters.")
    return {sheet.page: number for (_, number), sheet in zip(marks[1:], sheets, strict=True)}


def _pages(*files: Path) -> str:
    counts = []
    for file in files:
        with contextlib.closing(pypdfium2.PdfDocument(file)) as document:
            counts.append(len(document))
    low, high = min(counts), max(counts)
    return f"{low} pages" if low == high else f"{low} to {high} pages"


def _size(files: Sequence[Path]) -> str:
    return f"{sum(file.stat().st_size for file in files) / 1e6:.1f} MB"
