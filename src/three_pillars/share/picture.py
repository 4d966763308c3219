"""Saved pictures: the chart with its title, its notes, its sources, its licences and its address.

A picture that leaves the book takes its honesty along. The script of the page lays out a picture
in the same way (``static/share.js``, `frame`), for the setting that an explorable shows;
tests/cases/pictures.json holds what both must give.
"""

from __future__ import annotations

import math
import re
import textwrap
import zlib
from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import escape

from ..figures import WIDE, drawn_by, to_svg
from ..kept import kept

MARGIN = 24
"""Pixels of ground around everything."""

INK, SOFT, GROUND = "#222832", "#48566b", "#ffffff"
"""Colours of titles and chart, of notes, and of the ground: a saved picture is always light."""

STYLES = {
    "title": {"size": 18, "weight": 700, "fill": INK, "chars": 72},
    "subtitle": {"size": 14, "weight": 400, "fill": SOFT, "chars": 98},
    "note": {"size": 12, "weight": 400, "fill": SOFT, "chars": 114},
}
"""How lines are set: pixels, weight, colour, and the characters that fit the width."""

FONT = "Arial, 'Liberation Sans', Helvetica, sans-serif"


def frame(
    head: Sequence[Sequence[str]], foot: Sequence[Sequence[str]], chart: str, size: Sequence[float]
) -> str:
    """Return a picture as SVG: lines above, the chart, lines below, on a light ground.

    Args:
        head: pairs of a style of `STYLES` and a text, above the chart.
        foot: the same, below it.
        chart: the chart as SVG.
        size: width and height of the chart in pixels.
    """
    parts: list[str] = []
    y = float(MARGIN)

    def write(lines: Sequence[Sequence[str]]) -> None:
        nonlocal y
        for name, text in lines:
            style = STYLES[name]
            for line in _wrapped(text, style["chars"]):
                y += style["size"] * 1.35
                parts.append(
                    f'<text x="{MARGIN}" y="{y:.1f}" font-size="{style["size"]}" '
                    f'font-weight="{style["weight"]}" fill="{style["fill"]}">{escape(line)}</text>'
                )

    write(head)
    y += 14
    inner = re.sub(r"^.*?<svg", f'<svg x="{MARGIN}" y="{y:.1f}"', chart, count=1, flags=re.DOTALL)
    parts.append(inner)
    y += size[1] + 6
    write(foot)
    width, height = math.ceil(max(size[0], WIDE) + 2 * MARGIN), math.ceil(y + MARGIN)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" color="{INK}" font-family="{FONT}">'
        f'<rect width="100%" height="100%" fill="{GROUND}"/>{"".join(parts)}</svg>'
    )


def _wrapped(text: str, chars: int) -> list[str]:
    """Return a text in lines; an address longer than a line stays whole."""
    return textwrap.wrap(text, chars, break_long_words=False, break_on_hyphens=False)


def picture(spec: Mapping[str, Any], lines: Mapping[str, Sequence[Sequence[str]]]) -> str:
    """Return the whole picture of a chart at its opening setting, as SVG.

    Args:
        spec: the specification.
        lines: ``head`` and ``foot``, as `frame()` takes them.
    """
    chart = to_svg(spec, WIDE)
    width, height = (
        float(re.search(rf'<svg[^>]*\b{key}="([\d.]+)"', chart)[1]) for key in ("width", "height")
    )
    return frame(lines["head"], lines["foot"], chart, (width, height))


def _packed(png: bytes) -> bytes:
    """Return the same picture in a quarter of the bytes: what is drawn fast is packed loosely."""
    out, data, at = [png[:8]], b"", 8
    chunks = []
    while at < len(png):
        length = int.from_bytes(png[at : at + 4], "big")
        kind, content = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        at += 12 + length
        if kind == b"IDAT":
            data += content
        else:
            chunks.append((kind, content))
    chunks.insert(-1, (b"IDAT", zlib.compress(zlib.decompress(data), 6)))
    for kind, content in chunks:
        check = zlib.crc32(kind + content).to_bytes(4, "big")
        out.append(len(content).to_bytes(4, "big") + kind + content + check)
    return b"".join(out)


def to_png(svg: str) -> bytes:
    """Return a picture as PNG, twice as large as the SVG; made again only if the SVG changed."""

    def draw() -> bytes:
        import vl_convert

        return _packed(vl_convert.svg_to_png(svg, scale=2))

    return kept(f"png {drawn_by()}\n{svg}", ".png", draw)
