"""A specification drawn as SVG."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from ..kept import kept
from .specs import sized

VL_VERSION = "5.20"
"""The Vega-Lite version that draws the static charts and that the bundle of the book holds."""

_MADE = 3
# Counts the changes of what this package itself does to a drawing: a kept one is then drawn anew.


def to_svg(spec: Mapping[str, Any], width: int) -> str:
    """Draw a specification as SVG markup, ``width`` pixels wide, for embedding in HTML."""
    drawn = sized(spec, width)

    def draw() -> bytes:
        import vl_convert  # only book and class report draw; a notebook leaves that to Jupyter

        return _rounded(vl_convert.vegalite_to_svg(drawn, vl_version=VL_VERSION)).encode()

    content = f"{drawn_by()}\n{json.dumps(drawn, sort_keys=True, default=str)}"
    return kept(content, ".svg", draw).decode()


def _rounded(svg: str) -> str:
    """Round outlines and places to a tenth of a pixel: nobody sees more, and it is a third less."""

    def shorter(number: re.Match[str]) -> str:
        return f"{float(number[0]):.1f}".removesuffix(".0")

    def rounded(numbers: re.Match[str]) -> str:
        return re.sub(r"-?\d+\.\d+", shorter, numbers[0])

    return re.sub(r' d="[^"]+|(?<= transform="translate)\([^)]*\)', rounded, svg)


@functools.cache
def drawn_by() -> str:
    """Name what draws, in its version: another may draw the same specification otherwise."""
    try:
        drawer = version("vl-convert-python")
    except PackageNotFoundError:  # in a page, whose own script draws
        drawer = "no vl-convert"
    return f"{drawer} {VL_VERSION} {_MADE}"
