"""Scripts and styles: files in the folders of the core and of the kinds, joined into one text.

The book loads all of them in one file each. An output in Jupyter carries the core and its own kind
only, since every output of a notebook brings its copy along.

A script is the inside of a function: the files of a kind share one, so that they see each other's
names, and hand out to others what they put on ``tp`` (``window.threePillarsBlocks``). They are
joined in the order of their names, the one named after the kind last. What was loaded before is not
run again; blocks that came since are started each time.
"""

from __future__ import annotations

import functools
from importlib import resources
from typing import Any

from .kind import KINDS
from .shorten import short_script, short_style

PIECES = {
    "base": "blocks/core/base",
    "figure": "figures/figure",
    "table": "figures/table",
    "marks": "blocks/core/marks",
    "sliders": "blocks/core/sliders",
    "words": "blocks/core/words",
    "numbers": "blocks/core/numbers",
    "storage": "blocks/core/storage",
    "files": "blocks/core/files",
    "answers": "blocks/core/answers",
}
"""Pieces of the core: the base, which every block has, and what some kinds need. Each is a script,
a style, or both; the path is that of the file, without its ending."""

_OPEN = "window.threePillarsBlocks=window.threePillarsBlocks||{};"
_CLOSE = "threePillarsBlocks.start();"


def style(*kinds: str) -> str:
    """Return the style sheet of kinds of blocks, with the pieces of the core that they need.

    Args:
        *kinds: their names; every kind and the whole core if none is given.
    """
    return "".join(_style(name) for name in [*_pieces(kinds), *(kinds or KINDS)])


def script(*kinds: str) -> str:
    """Return the script of kinds of blocks, with the pieces of the core that they need.

    Args:
        *kinds: their names, or those of pieces of the core, to stand alone; every kind and the
            whole core if none is given.
    """
    parts = "".join(map(_script, dict.fromkeys([*_pieces(kinds), *(kinds or KINDS)])))
    return f"{_OPEN}{parts}{_CLOSE}"


def _pieces(kinds: tuple[str, ...]) -> list[str]:
    needed = {"base", *(piece for kind in kinds if kind in KINDS for piece in KINDS[kind].needs)}
    return [piece for piece in PIECES if piece in needed or not kinds]


def _files(name: str, ending: str) -> list[Any]:
    """Return the files of a piece or of a kind."""
    package = resources.files("three_pillars")
    if name in PIECES:
        file = package.joinpath(*f"{PIECES[name]}{ending}".split("/"))
        return [file] if file.is_file() else []
    found = [f for f in package.joinpath("blocks", name).iterdir() if f.name.endswith(ending)]
    return sorted(found, key=lambda file: (file.name == f"{name}{ending}", file.name))


@functools.cache
def _style(name: str) -> str:
    return "".join(short_style(file.read_text("utf-8")) for file in _files(name, ".css"))


@functools.cache
def _script(name: str) -> str:
    body = "\n".join(short_script(file.read_text("utf-8")) for file in _files(name, ".js"))
    if not body:
        return ""
    return (
        f'(function(tp){{"use strict";if(tp.has_{name})return;tp.has_{name}=1;{body}\n'
        "})(threePillarsBlocks);"
    )
