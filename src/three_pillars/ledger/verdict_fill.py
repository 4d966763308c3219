"""How a chart shows verdicts: by how full a mark is, so in every light, on paper, to every eye."""

from __future__ import annotations

from typing import Any

import altair as alt

from ..figures import HALF, INK
from .judgement import VERDICTS


def verdict_fill(field: str = "verdict") -> dict[str, Any]:
    """Return the encoding of verdicts: full, half, empty, and empty with a broken outline.

    Args:
        field: the column that holds them.

    Returns:
        Channels for ``encode(**…)`` of bars or points; the legend comes with them.
    """
    order = list(VERDICTS)
    fill = alt.Scale(domain=order, range=[INK, HALF, "transparent", "transparent"])
    dash = alt.Scale(domain=order, range=[[1, 0], [1, 0], [1, 0], [3, 3]])
    legend = alt.Legend(symbolType="square", symbolSize=130, symbolStrokeWidth=1.2)
    return {
        "fill": alt.Fill(f"{field}:N", scale=fill, title=None, legend=legend),
        "strokeDash": alt.StrokeDash(f"{field}:N", scale=dash, title=None),
        "stroke": alt.value(INK),
        "strokeWidth": alt.value(1.2),
    }
