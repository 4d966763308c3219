"""Pieces: what the build met on its way, kept so that each can have a page of its own."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from .. import blocks, figures
from ..words import curly


@dataclass(frozen=True)
class Piece:
    """A chart, a claim or a question of the book.

    Args:
        page: where it stands, without its folder ``chapters``: ``"energy/dependence"``.
        name: what it is called there: ``"lng-share"``.
        kind: ``"chart"``, ``"claim"`` or ``"question"``.
        content: the specification, the claim's row of the ledger, or the question, as the code
            made it.
        place: its place on the page, to list pieces in reading order.
    """

    page: str
    name: str
    kind: str
    content: Mapping[str, Any]
    place: int = 0

    @property
    def address(self) -> str:
        """The page and the name: ``"energy/dependence/lng-share"``."""
        return f"{self.page}/{self.name}"

    @property
    def printed(self) -> Mapping[str, Any]:
        """The content with the apostrophes of print; files of data keep those of the tables."""
        return curly(self.content)

    @property
    def folder(self) -> str:
        """Where its page and its files lie in the built book."""
        return f"share/{self.address}"

    @property
    def base(self) -> str:
        """The path from its page to the root of the book."""
        return "../" * (self.folder.count("/") + 1)

    @property
    def in_chapter(self) -> str:
        """Where it stands in the book, from the root: the page with the anchor."""
        # The cards of a chapter are inside one block; the block's name comes first.
        anchor = f"verdicts-{self.name}" if self.kind == "claim" else self.name
        return f"{document_of(self.page)}.html#{anchor}"


def page_of(document: str) -> str:
    """Return a document's name as addresses have it, without its folder ``chapters``."""
    return document.removeprefix("chapters/")


def document_of(page: str) -> str:
    """Return the document of a page in an address; the other way round from `page_of()`."""
    return f"chapters/{page}" if "/" in page else page


def pieces_of(document: str, mime: str, content: Mapping[str, Any]) -> Iterator[Piece]:
    """Yield the pieces of an output: a chart, or what a block holds.

    Args:
        document: the document of the book, such as ``"chapters/energy/dependence"``.
        mime: the type of the output.
        content: the specification or the payload.
    """
    page = page_of(document)
    # A form's chart shows what a class puts into it: nothing to share before.
    predicted = mime == blocks.MIME_TYPE and content["kind"] == "predict"
    spec = content if mime == figures.MIME_TYPE else content.get("spec") if predicted else None
    if spec and (name := figures.name_of(spec)):
        yield Piece(page, name, "chart", spec)
    if mime != blocks.MIME_TYPE:
        return
    if content["kind"] == "quiz":
        for question in content["questions"]:
            if "name" in question:
                yield Piece(page, question["name"], "question", question)
    if content["kind"] == "ledger":
        for claim in content["claims"]:
            yield Piece(claim["chapter"], claim["id"], "claim", claim)


def keep_pieces(store: Path, document: str, pieces: Iterable[Piece]) -> None:
    """Keep the pieces of an output beside what the build keeps of its page.

    Args:
        store: the folder for all pages.
        document: the page.
        pieces: what `pieces_of()` found.
    """
    folder = store / document
    folder.mkdir(parents=True, exist_ok=True)
    for piece in pieces:
        place = sum(1 for _ in folder.iterdir())
        text = json.dumps({**asdict(piece), "place": place}, ensure_ascii=False)
        (folder / f"{piece.name}.json").write_text(text, encoding="utf-8")


def drop_pieces(store: Path, document: str) -> None:
    """Forget the pieces of a page, which is read again or is gone."""
    shutil.rmtree(store / document, ignore_errors=True)


def kept_pieces(store: Path, documents: list[str]) -> list[Piece]:
    """Return the pieces of pages, in reading order; a claim that two ledgers show comes once.

    Args:
        store: the folder for all pages.
        documents: the pages.
    """
    found: dict[str, Piece] = {}
    for document in documents:
        folder = store / document
        files = sorted(folder.glob("*.json")) if folder.is_dir() else []
        held = [Piece(**json.loads(file.read_text("utf-8"))) for file in files]
        for piece in sorted(held, key=lambda piece: piece.place):
            found.setdefault(piece.address, piece)
    return list(found.values())
