"""A block: a plain description in JSON that becomes HTML, alike in the book and in Jupyter."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from typing import Any

from ...explore import in_book
from .assets import script, style
from .kind import kind_of
from .templates import render

MIME_TYPE = "application/vnd.three-pillars.block+json"
"""The type under which a block travels to the book."""

_serial = itertools.count(1)


class Block:
    """Something that shows itself: the last expression of a cell."""

    def __init__(self, kind: str, **content: Any):
        """Hold the description: the kind of block, and content that JSON can carry."""
        self.payload = {"kind": kind, **content}

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        if in_book():
            return {MIME_TYPE: self.payload}
        kind = self.payload["kind"]
        body = to_html(self.payload, f"block-{next(_serial)}")
        return {"text/html": f"<style>{style(kind)}</style>{body}<script>{script(kind)}</script>"}


def to_html(payload: Mapping[str, Any], uid: str, base: str | None = None) -> str:
    """Return the HTML of a block.

    Args:
        payload: what a `Block` holds.
        uid: a name for the block, unlike any other on the page.
        base: the path from the page to the root of the book; None outside the book.

    Raises:
        BlockError: there is no such kind of block.
    """
    kind = kind_of(payload)
    return render(
        f"{kind.name}/{kind.name}.html",
        block=payload,
        uid=uid,
        base=base,
        **kind.view(payload, uid, base),
    )
