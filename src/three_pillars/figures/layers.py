"""Layers that several charts share: a mark at a year, names at the ends of lines, hollow points."""

from __future__ import annotations

from collections.abc import Mapping

import altair as alt
import pandas as pd


def year_mark(year: float, label: str, align: str = "left") -> alt.LayerChart:
    """Return a layer with a dashed rule at a year and its name beside it.

    Args:
        year: place on an axis whose field is ``year``; 2011.2 is March 2011.
        label: what happened there.
        align: "left" writes to the right of the rule, "right" to the left of it.
    """
    at = alt.Chart(pd.DataFrame({"year": [year], "label": [label]})).encode(x="year:Q")
    text = at.mark_text(align=align, dx=5 if align == "left" else -5)
    return at.mark_rule(strokeDash=[3, 3]) + text.encode(y=alt.value(6), text="label:N")


def line_names(
    table: pd.DataFrame, y: str, name: str, nudge: Mapping[str, float] | None = None
) -> alt.Chart:
    """Return a layer that writes each line's name at its end, which needs no legend.

    Args:
        table: one row a point, with the columns ``year``, ``y`` and ``name``.
        y: the column drawn upwards.
        name: the column that tells the lines apart.
        nudge: how far to move a name up or down, in units of ``y``, where two would touch.
    """
    last = table.sort_values("year", kind="stable").groupby(name, as_index=False).tail(1)
    last = last.assign(label_at=last[y] + last[name].map(nudge or {}).fillna(0))
    return (
        alt.Chart(last)
        .mark_text(align="left", dx=8)
        .encode(x="year:Q", y="label_at:Q", text=f"{name}:N")
    )


def hollow(field: str, solid: str, flagged: str, colour: str) -> alt.Fill:
    """Return a fill for points that leaves the flagged ones hollow, and says so in the legend.

    Args:
        field: the column that holds both words.
        solid: the word of a plain row.
        flagged: the word of a row to be read with care.
        colour: the colour of the points.
    """
    return alt.Fill(
        f"{field}:N",
        scale=alt.Scale(domain=[solid, flagged], range=[colour, "transparent"]),
        legend=alt.Legend(symbolStrokeColor=colour, symbolStrokeWidth=1.5),
    )
