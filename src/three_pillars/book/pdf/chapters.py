"""Which pages the book has, in reading order."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml


@dataclass(frozen=True)
class Part:
    """A part of the book.

    Args:
        caption: its title; "" for the landing page.
        pages: its documents, such as ``"chapters/energy/dependence"``.
    """

    caption: str
    pages: tuple[str, ...]


def read_parts(toc: Path) -> list[Part]:
    """Return the parts of the book.

    Args:
        toc: the book's ``_toc.yml``.
    """
    content = yaml.safe_load(toc.read_text("utf-8"))
    parts = [Part("", (content["root"],))]
    for part in content["parts"]:
        parts.append(Part(part["caption"], tuple(_files(part["chapters"]))))
    return parts


def _files(chapters: list[dict]) -> list[str]:
    """Return the files of a list of chapters, each before its sections."""
    found = []
    for chapter in chapters:
        found.append(chapter["file"].removesuffix(".md"))
        found += _files(chapter.get("sections", []))
    return found
