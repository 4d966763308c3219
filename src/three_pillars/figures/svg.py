"""A specification drawn as SVG."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .specs import sized

VL_VERSION = "5.20"
"""The Vega-Lite version that draws the static charts and that the bundle of the book holds."""


def to_svg(spec: Mapping[str, Any], width: int) -> str:
    """Draw a specification as SVG markup, ``width`` pixels wide, for embedding in HTML."""
    import vl_convert  # only the book draws; a notebook leaves that to Jupyter

    return vl_convert.vegalite_to_svg(sized(spec, width), vl_version=VL_VERSION)
