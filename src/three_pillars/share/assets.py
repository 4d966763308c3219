"""The styles and scripts of the pieces' pages, and what the book's own pages fetch to share one."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from .page import write_changed

FILES = ("piece.js", "share.js")


def write_assets(folder: Path, style: str) -> None:
    """Write ``piece.css``, ``piece.js`` and ``share.js``.

    Args:
        folder: where to, in the built book.
        style: the style of charts and blocks, which ``piece.css`` begins with.
    """
    here = resources.files("three_pillars.share")
    files = {name: here.joinpath(name).read_bytes() for name in FILES}
    own = here.joinpath("piece.css").read_text("utf-8")
    write_changed(folder, {**files, "piece.css": (style + own).encode()})
