"""Six rulers of power: the rows that each measures with, and the explorable that switches them."""

from __future__ import annotations

import altair as alt
import pandas as pd

from ..data import load
from ..figures import COLOURS, INK
from .errors import BalanceError
from .overtaking import overtaking
from .ratios import ratio
from .year_axis import year_axis

RULERS = {
    "Military spending, current dollars": ("military_spending", "current US$"),
    "Military spending, constant 2022 dollars": ("military_spending", "constant 2022 US$"),
    "Military spending, constant 2024 dollars": ("military_spending", "constant 2024 US$"),
    "GDP, current dollars": ("gdp", "current US$"),
    "GDP, purchasing power": ("gdp", "constant 2021 PPP $"),
    "Capabilities (CINC)": ("capabilities", None),
}
"""The six rulers of the chapter: a table of ``data/balance`` and a price base in it."""


def measured(ruler: str) -> pd.DataFrame:
    """Load the rows that one ruler measures with.

    Args:
        ruler: one of ``RULERS``.

    Returns:
        Rows of one table in one price base, ready for ``ratio()``.

    Raises:
        BalanceError: there is no such ruler.
    """
    if ruler not in RULERS:
        raise BalanceError(f"there is no ruler {ruler!r}; the rulers are {'; '.join(RULERS)}.")
    table, base = RULERS[ruler]
    rows = load(f"balance/{table}", verified_only=True)
    if "preferred" in rows.columns:  # what was printed first is no part of the series
        rows = rows[rows["preferred"]].reset_index(drop=True)
    return rows if base is None else rows[rows["price_base"] == base].reset_index(drop=True)


def under_ruler(ruler: str) -> pd.DataFrame:
    """Measure China against Japan with one ruler: the model behind the switch of ``power``.

    Returns:
        Rows of four kinds: ``year`` (the line), ``label`` (2012 and 2015), ``words`` (overtaking)
        and ``passing`` (where the series shows it).
    """
    every = ratio(measured(ruler))
    line = every[every["year"] >= 1990]
    rows = [
        {"kind": "year", "year": int(y), "ratio": round(float(r), 3), "text": ""}
        for y, r in zip(line["year"], line["ratio"], strict=True)
    ]
    rows += [
        {**row, "kind": "label", "text": f"{row['year']}: {row['ratio']:.2f}"}
        for row in list(rows)
        if row["year"] in (2012, 2015)
    ]
    passed = overtaking(every)
    at = passed.year or int(line["year"].min())
    text = f"ahead {'since ' if passed.year else ''}{passed.words}"
    rows.append({"kind": "words", "year": at, "ratio": 1.0, "text": text})
    if passed.year:
        rows.append({"kind": "passing", "year": at, "ratio": 1.0, "text": ""})
    return pd.DataFrame(rows)


def draw_ratio(rows: pd.DataFrame) -> alt.LayerChart:
    """Draw what ``under_ruler()`` returns."""
    base = alt.Chart(rows).encode(
        x=year_axis(1990, 2025),
        y=alt.Y("ratio:Q", title="China ÷ Japan", scale=alt.Scale(domain=[0, 10])),
    )
    line = (
        base.transform_filter("datum.kind == 'year'")
        .mark_line(
            color=COLOURS["China"], point=alt.OverlayMarkDef(color=COLOURS["China"], size=30)
        )
        .encode(tooltip=["year:Q", alt.Tooltip("ratio:Q", format=".2f", title="China ÷ Japan")])
    )
    labels = base.transform_filter("datum.kind == 'label'").mark_text(
        align="right", dx=-8, dy=-8, fontWeight="bold"
    )
    words = base.transform_filter("datum.kind == 'words'")
    equal = words.mark_rule(strokeDash=[4, 3]).encode(x=alt.value(0), x2=alt.value("width"))
    return alt.layer(
        equal,
        line,
        labels.encode(text="text:N"),
        base.transform_filter("datum.kind == 'passing'").mark_point(
            shape="diamond", size=140, color=INK
        ),
        words.mark_text(align="left", dx=9, dy=13).encode(text="text:N"),
    ).properties(
        height=320,
        title=alt.Title(
            "The ruler decides how large China’s lead is, and when it began",
            subtitle="China as a multiple of Japan; dashed: equal; diamond: China passes Japan",
        ),
    )
