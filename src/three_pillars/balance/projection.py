"""Growth carried forward from a year, and what came instead: measure, model and chart."""

from __future__ import annotations

from collections.abc import Sequence

import altair as alt
import pandas as pd

from ..figures import COLOURS, INK
from .errors import BalanceError
from .ratios import growth, ratio
from .ruler import measured
from .year_axis import year_axis

PACES = {
    "as in the 3 years before": (3, 1.0),
    "as in the 10 years before": (10, 1.0),
    "as in the 10 years before, China at half its pace": (10, 0.5),
}
"""The assumptions on growth that the explorable offers: years to look back, pace of China."""


def projection(
    table: pd.DataFrame,
    stand: int,
    back: int,
    until: int,
    price_base: str | Sequence[str] | None = None,
    above: str = "CHN",
    below: str = "JPN",
    pace: float = 1.0,
) -> pd.DataFrame:
    """Stand in a year, look back, and carry the growth seen forward.

    Both states are assumed to go on growing at their own compound rate of the last ``back`` years;
    nothing after ``stand`` is used.

    Args:
        table: as for ``ratio()``.
        stand: the year to stand in.
        back: how many years to look back for the growth.
        until: last year to project.
        price_base: as for ``ratio()``.
        above: the state on top.
        below: the state below.
        pace: factor on the growth of the state on top; 0.5 halves it.

    Returns:
        ``year`` and ``ratio`` from ``stand`` to ``until``.

    Raises:
        BalanceError: ``until`` lies before ``stand``, a year has no value, or price bases or
            editions would be mixed.
    """
    if until < stand:
        raise BalanceError(f"cannot project from {stand} back to {until}.")
    now = ratio(table, above, below, price_base).set_index("year")["ratio"]
    if stand not in now.index:
        raise BalanceError(f"there is no ratio for {stand}, the year to stand in.")
    up = growth(table, above, stand - back, stand, price_base) * pace
    down = growth(table, below, stand - back, stand, price_base)
    years = list(range(stand, until + 1))
    step = (1 + up) / (1 + down)
    return pd.DataFrame(
        {"year": years, "ratio": [float(now[stand]) * step ** (y - stand) for y in years]}
    )


def _carried(ruler: str, stand: int, pace: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the record from 1993 to 2023 and the growth before ``stand`` carried to its end."""
    table = measured(ruler)
    back, factor = PACES[pace]
    record = ratio(table)
    record = record[record["year"].between(1993, 2023)]
    return record, projection(table, stand, back, int(record["year"].max()), pace=factor)


def miss(ruler: str, stand: int, pace: str) -> float:
    """Return how far ``stand_in()`` lands from what came, as a fraction: 0.5 is half too high."""
    record, ahead = _carried(ruler, stand, pace)
    return float(ahead["ratio"].iloc[-1] / record["ratio"].iloc[-1] - 1)


def stand_in(ruler: str, stand: int, pace: str) -> pd.DataFrame:
    """Project from a year, beside what came: the model behind the explorable of ``power``.

    Args:
        ruler: one of ``RULERS``.
        stand: the year to stand in.
        pace: one of ``PACES``.

    Returns:
        Rows of kind ``record`` (what happened), ``projected`` and ``words``.
    """
    record, ahead = _carried(ruler, stand, pace)
    end = int(record["year"].max())
    rows = [
        {"kind": kind, "year": int(y), "ratio": round(float(r), 2), "text": ""}
        for kind, frame in (("record", record), ("projected", ahead))
        for y, r in zip(frame["year"], frame["ratio"], strict=True)
    ]
    came = float(record.set_index("year")["ratio"][end])
    guess = float(ahead["ratio"].iloc[-1])
    for line, text in enumerate(
        (
            f"expected for {end}: {guess:.1f}",
            f"came: {came:.1f}; {abs(guess / came - 1) * 100:.0f}% too "
            f"{'high' if guess > came else 'low'}",
        )
    ):
        rows.append({"kind": f"words{line}", "year": 1993, "ratio": 40.0, "text": text})
    return pd.DataFrame(rows)


def draw_projection(rows: pd.DataFrame) -> alt.LayerChart:
    """Draw what ``stand_in()`` returns."""
    base = alt.Chart(rows).encode(
        x=year_axis(1993, 2023),
        y=alt.Y(
            "ratio:Q",
            title="China ÷ Japan (each step doubles)",
            scale=alt.Scale(type="log", base=2, domain=[1 / 16, 64]),
            axis=alt.Axis(values=[0.125, 0.25, 0.5, 1, 2, 4, 8, 16, 32, 64], format="~g"),
        ),
    )
    tip = [
        alt.Tooltip("kind:N", title="line"),
        "year:Q",
        alt.Tooltip("ratio:Q", format=".2f", title="China ÷ Japan"),
    ]
    legend = alt.Scale(domain=["record", "projected"], range=[COLOURS["China"], INK])
    lines = (
        base.transform_filter("datum.kind == 'record' || datum.kind == 'projected'")
        .mark_line(point=alt.OverlayMarkDef(size=22))
        .encode(
            color=alt.Color(
                "kind:N", scale=legend, legend=alt.Legend(symbolType="stroke", symbolSize=300)
            ),
            strokeDash=alt.StrokeDash(
                "kind:N",
                scale=alt.Scale(domain=["record", "projected"], range=[[1, 0], [6, 3]]),
            ),
            tooltip=tip,
        )
    )
    words = [
        base.transform_filter(f"datum.kind == 'words{i}'")
        .mark_text(align="left", dx=6, dy=4 + 18 * i, fontWeight="bold", fontSize=14)
        .encode(text="text:N")
        for i in (0, 1)
    ]
    return alt.layer(lines, *words).properties(
        height=320,
        title=alt.Title(
            "A straight line into the future mostly overshoots",
            subtitle="China as a multiple of Japan: the record, and growth carried forward",
        ),
    )
