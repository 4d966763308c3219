"""The pages of the site: those of the book, with what makes their cells run."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Any

from three_pillars.commentary import PARTS
from three_pillars.markup import in_script

from .chapters import chapter_cells

PAGE = Path(__file__).parent / "page"

# Scripts and styles stand in the pages of the theme, and Vega turns its expressions into functions;
# but whatever runs here, it can neither load from another host nor send to one.
POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' 'wasm-unsafe-eval'; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
    "connect-src 'self' data: blob:; worker-src 'self' blob:; frame-src 'self' blob:; "
    "object-src 'none'; base-uri 'self'; form-action 'self'"
)
"""The content security policy of every page, as the pages and `serve` give it."""


def write_pages(book: Path, out: Path, root: Path) -> None:
    """Put the built book into the site's folder, its chapters with their cells.

    Args:
        book: the built book.
        out: the site's folder; what is there and not the book's stays.
        root: the repository, with ``chapters/``.
    """
    for source in sorted(book.rglob("*")):
        if source.is_dir() or "_sources" in source.parts:
            continue
        target = out / source.relative_to(book)
        if source.suffix == ".html":
            _write(target, _page(source, book, root).encode())
        else:
            _write(target, source.read_bytes())
    for source in sorted(PAGE.iterdir()):
        if source.is_file():
            _write(out / "_static" / "run" / source.name, source.read_bytes())


def _page(path: Path, book: Path, root: Path) -> str:
    text = path.read_text("utf-8")
    document = path.relative_to(book).with_suffix("").as_posix()
    base = "../" * document.count("/")
    told = _told(document, root)
    head = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}" />\n'
    if told:
        # A new edition has other addresses here, so no browser mixes two of them.
        edition = hashlib.sha256(
            b"".join(file.read_bytes() for file in sorted(PAGE.iterdir()) if file.is_file())
        ).hexdigest()[:8]
        head += (
            f'<link rel="stylesheet" href="{base}_static/run/run.css?v={edition}" />\n'
            f'<script defer src="{base}_static/run/start.js?v={edition}"></script>\n'
            f'<script type="application/json" id="tp-run">{in_script({"base": base, **told})}'
            "</script>\n"
        )
    return re.sub(r"<head>\s*(<meta charset=[^>]*>)?", lambda m: f"{m[0]}\n{head}", text, count=1)


def _told(document: str, root: Path) -> dict[str, Any]:
    """Return what the script of a page is told: its cells, its exercise; nothing if it has none."""
    source = root / f"{document}.md"
    part = document.split("/")[1] if document.startswith("chapters/") else ""
    if document == "chapters/teaching/exercises":
        return {"exercises": [p for p in PARTS if (root / "exercises" / f"{p}.md").is_file()]}
    if not source.is_file() or "kernelspec:" not in source.read_text("utf-8")[:600]:
        return {}
    told = {"document": document, "cells": chapter_cells(source)}
    told["notebook"] = part in PARTS  # only these are notebooks in JupyterLite, too
    if part in PARTS and (root / "exercises" / f"{part}.md").is_file():
        told["exercise"] = part
    return told


def _write(target: Path, content: bytes) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if not target.is_file() or target.read_bytes() != content:
        target.write_bytes(content)
