"""A kind of block: what its folder holds, and what it needs from the core."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from .errors import BlockError

View = Callable[[Mapping[str, Any], str, str | None], Mapping[str, Any]]
"""From a block's payload, its uid and the path to the root of the book: what the template needs
beside these three."""


def _nothing(block: Mapping[str, Any], uid: str, base: str | None) -> dict[str, Any]:
    return {}


@dataclass(frozen=True)
class Kind:
    """A kind of block.

    Its folder in `three_pillars.blocks` has its name, and holds its template (``<name>.html``), its
    scripts and its style; the last two may be missing.

    Args:
        name: what payloads call it, such as ``"quiz"``.
        view: works out what the template shows and the payload does not hold as such.
        needs: pieces of the core (`assets.PIECES`) that its scripts and its style rest on.
    """

    name: str
    view: View = field(default=_nothing, compare=False)
    needs: tuple[str, ...] = ()


KINDS: dict[str, Kind] = {}
"""Every kind by its name, in the order in which the book joins their scripts and styles."""


def declare(kind: Kind) -> Kind:
    """Make a kind known; the module of each kind does so, again if it is loaded again.

    Raises:
        BlockError: another kind has this name.
    """
    if KINDS.get(kind.name, kind) != kind:
        raise BlockError(f"there are two kinds of block named {kind.name!r}; rename one.")
    KINDS[kind.name] = kind
    return kind


def kind_of(payload: Mapping[str, Any]) -> Kind:
    """Return the kind of a payload.

    Raises:
        BlockError: there is no such kind.
    """
    name = payload.get("kind")
    if name not in KINDS:
        raise BlockError(f"there is no block of kind {name!r}; there are {', '.join(KINDS)}.")
    return KINDS[name]
