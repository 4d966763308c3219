"""A specification drawn as SVG."""

from __future__ import annotations

import functools
import hashlib
import json
import os
import re
from collections.abc import Callable, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

from .specs import sized

VL_VERSION = "5.20"
"""The Vega-Lite version that draws the static charts and that the bundle of the book holds."""

_MADE = 2
# Counts the changes of what this package itself does to a drawing: a kept one is then drawn anew.

KEPT_IN = "THREE_PILLARS_DRAWINGS"
"""The environment variable that names a folder for drawings; without it each is drawn anew."""


def to_svg(spec: Mapping[str, Any], width: int) -> str:
    """Draw a specification as SVG markup, ``width`` pixels wide, for embedding in HTML."""
    drawn = sized(spec, width)

    def draw() -> bytes:
        import vl_convert  # only the book draws; a notebook leaves that to Jupyter

        return _rounded(vl_convert.vegalite_to_svg(drawn, vl_version=VL_VERSION)).encode()

    return drawing(json.dumps(drawn, sort_keys=True, default=str), ".svg", draw).decode()


def _rounded(svg: str) -> str:
    """Round the outlines to a tenth of a pixel: nobody sees more, and a coast is a third less."""

    def shorter(number: re.Match[str]) -> str:
        return f"{float(number[0]):.1f}".removesuffix(".0")

    return re.sub(r'(?<= d=")[^"]+', lambda path: re.sub(r"-?\d+\.\d+", shorter, path[0]), svg)


def drawing(content: str, ending: str, draw: Callable[[], bytes]) -> bytes:
    """Return what was drawn from the same content before, or draw it and keep it.

    A drawing is kept under the hash of all that it is made of, so only a changed one is drawn
    again.

    Args:
        content: all that the drawing is made of.
        ending: what the kept file's name ends in, such as ``".svg"``.
        draw: draws it.
    """
    folder = os.environ.get(KEPT_IN)
    if not folder:
        return draw()
    key = hashlib.sha256(f"{_drawn_by()}\n{content}".encode()).hexdigest()
    file = Path(folder) / f"{key}{ending}"
    if file.is_file():
        os.utime(file)  # used: it is not to be thrown away
        return file.read_bytes()
    made = draw()
    file.parent.mkdir(parents=True, exist_ok=True)
    # Pages are read side by side, and two may draw the same chart: whole or not at all.
    draft = file.with_name(f"{file.name}.{os.getpid()}")
    draft.write_bytes(made)
    draft.replace(file)
    return made


@functools.cache
def _drawn_by() -> str:
    return f"{version('vl-convert-python')} {VL_VERSION} {_MADE}"
