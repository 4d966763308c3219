"""Styles and scripts: inside each piece's page, and what the book's pages fetch to share one.

A piece's page holds its own, since in a sandboxed iframe opened from a folder a browser refuses to
read any other file; only what brings a chart to life, with Vega, lies outside.
"""

from __future__ import annotations

import functools
from importlib import resources

from .. import blocks
from ..blocks.core.shorten import short_script, short_style

_BLOCKS = {"chart": "predict", "claim": "verdicts", "question": "quiz"}
# Which kind of block has the style that a piece needs; a prediction holds a chart.


def _own(name: str) -> str:
    return resources.files("three_pillars.share").joinpath(name).read_text("utf-8")


@functools.cache
def piece_style(kind: str) -> str:
    """Return the style sheet of a piece's page.

    Args:
        kind: the kind of piece.
    """
    return blocks.style(_BLOCKS[kind]) + short_style(_own("piece.css"))


@functools.cache
def piece_script(kind: str) -> str:
    """Return the script inside a piece's page: it tells its height.

    A question answers too, and a chart's sliders stay where they are when the page is scrolled.

    Args:
        kind: the kind of piece.
    """
    own = {"question": "quiz", "chart": "sliders"}.get(kind)
    return (blocks.script(own) if own else "") + short_script(_own("piece.js"))


def share_script() -> bytes:
    """Return the script behind the Share button, which a page fetches when it is pressed."""
    return _own("share.js").encode()
