"""A block: a plain description in JSON that becomes HTML, alike in the book and in Jupyter."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from typing import Any

from ...explore import in_book
from ...figures import name_of, name_problem
from .assets import script, style
from .errors import BlockError
from .kind import kind_of
from .templates import render

MIME_TYPE = "application/vnd.three-pillars.block+json"
"""The type under which a block travels to the book."""

_serial = itertools.count(1)


class Block:
    """Something that shows itself: the last expression of a cell."""

    def __init__(self, kind: str, *, name: str | None = None, **content: Any):
        """Hold the description: the kind of block, its name, and content that JSON can carry.

        Args:
            kind: the kind of block.
            name: its address on the page, as in `figure()`; by default that of its kind, which
                serves where a page has one of them.
            **content: what the kind's template and scripts need.

        Raises:
            BlockError: the name is no name.
        """
        name = kind.replace("_", "-") if name is None else name
        if problem := name_problem(name):
            raise BlockError(f"{kind}(): {problem}.")
        self.payload = {"kind": kind, "name": name, **content}

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        if in_book():
            return {MIME_TYPE: self.payload}
        kind = self.payload["kind"]
        body = to_html(self.payload, f"block-{next(_serial)}")
        return {"text/html": f"<style>{style(kind)}</style>{body}<script>{script(kind)}</script>"}


def chart_uid(payload: Mapping[str, Any], uid: str, base: str | None) -> str:
    """Return the id of the chart inside a block: its name, or in Jupyter one made of the block's.

    A notebook may show a chart twice, and gives each block another uid.

    Args:
        payload: what a `Block` holds, with the chart's ``spec``.
        uid: the name of the block.
        base: the path from the page to the root of the book; None outside the book.
    """
    return (base is not None and name_of(payload["spec"])) or f"{uid}-chart"


def names_in(payload: Mapping[str, Any]) -> list[tuple[str, str | None]]:
    """Return what a block and the pieces inside it are called: pairs of a word for it and a name.

    Args:
        payload: what a `Block` holds.
    """
    found = [(f"the block {payload['kind']}", payload.get("name"))]
    if "spec" in payload:
        found.append(("its chart", name_of(payload["spec"])))
    if payload["kind"] == "quiz":
        found += [(f"its question {q['question']!r}", q.get("name")) for q in payload["questions"]]
    return found


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
