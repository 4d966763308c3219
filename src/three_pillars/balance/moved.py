"""Did two states move together or apart? The model and the chart behind ``hedge``'s explorable."""

from __future__ import annotations

import altair as alt
import pandas as pd

from ..data import load
from ..figures import CATEGORIES, INK, MUTED
from ..words import counted
from .errors import BalanceError
from .periods import before_after, span
from .voting import PAIRS, alignment
from .year_axis import year_axis

INDICATORS = {
    "Agreement in votes (published)": "agreement_published",
    "Agreement in votes (computed, to 2019)": "agreement_computed",
    "Distance of ideal points": "ideal_point_distance",
}
"""The indicators of alignment that the explorable offers."""

SPLITS = {
    "2010": 2010,
    "2013, Abe’s first session": 2013,
    "2014, after Crimea": 2014,
    "2018": 2018,
    "2022, after the invasion of Ukraine": 2022,
}
"""Where the explorable may cut time in two: the first session of the second period."""

FEWEST = 3
"""Sessions on each side that an interval needs: means of draws from two take three values only."""


def moved(indicator: str, pair: str, split: str, years: int) -> pd.DataFrame:
    """Ask whether two states moved together or apart: the model behind ``hedge``'s explorable.

    Args:
        indicator: one of ``INDICATORS``.
        pair: one of ``PAIRS``.
        split: one of ``SPLITS``, where the second period begins.
        years: length of each period; the second may be cut short by the end of the series.

    Returns:
        Rows of kind ``year`` (with a period), ``mean`` (from ``year`` to ``until``) and ``words0``
        to ``words2``. If a period holds no session the words say so.
    """
    votes = load("balance/un_voting", verified_only=True)
    series = alignment(votes, *PAIRS[pair], INDICATORS[indicator])
    start = SPLITS[split]
    before, after = (start - years, start - 1), (start, start + years - 1)
    rows: list[dict[str, object]] = []
    for year, value in zip(series["year"], series["value"], strict=True):
        period = "before" if before[0] <= year <= before[1] else "other years"
        period = "after" if after[0] <= year <= after[1] else period
        if year >= 2000:
            rows.append(
                {"kind": "year", "year": int(year), "value": round(value, 3), "period": period}
            )
    try:
        found = before_after(series, before, after)
    except BalanceError:
        ends = int(series["year"].max())
        empty, other = (after, before) if ends < after[0] else (before, after)
        there = series[series["year"].between(*other)]
        if len(there):
            rows.append(
                {
                    "kind": "mean",
                    "year": other[0],
                    "until": min(other[1], ends),
                    "value": round(float(there["value"].mean()), 3),
                    "period": "before" if other == before else "after",
                }
            )
        texts = [
            f"No session from {empty[0]} to {empty[1]} in this series.",
            f"It runs from {series['year'].min()} to {series['year'].max()}.",
            "Nothing can be compared here.",
        ]
    else:
        last = min(after[1], int(series["year"].max()))
        for period, first, end, mean in (
            ("before", *before, found.before),
            ("after", after[0], last, found.after),
        ):
            rows.append(
                {
                    "kind": "mean",
                    "year": first,
                    "until": end,
                    "value": round(mean, 3),
                    "period": period,
                }
            )
        fewest = min(found.n_before, found.n_after)
        texts = [
            f"before, {span(*before)}: {found.before:.3f}",
            f"after, {span(after[0], last)}: {found.after:.3f}",
            f"{counted(fewest, 'session')} on one side: too few for an interval"
            if fewest < FEWEST
            else f"moved {found.difference:+.3f} ({found.low:+.3f} to {found.high:+.3f})".replace(
                "-", "−"
            ),
        ]
    for i, text in enumerate(texts):
        rows.append({"kind": f"words{i}", "year": 2000, "value": 0.0, "text": text})
    return pd.DataFrame(rows).reindex(columns=["kind", "year", "until", "value", "period", "text"])


def draw_moved(rows: pd.DataFrame) -> alt.LayerChart:
    """Draw what ``moved()`` returns."""
    scale = alt.Scale(
        domain=["before", "after", "other years"],
        range=[CATEGORIES[0], INK, MUTED],
    )
    base = alt.Chart(rows)
    x = year_axis(1999.5, 2024)
    y = alt.Y("value:Q", title="agreement, or distance", scale=alt.Scale(zero=True))
    colour = alt.Color("period:N", scale=scale)
    shape = alt.Shape(
        "period:N", scale=alt.Scale(domain=scale.domain, range=["square", "circle", "cross"])
    )
    tip = [
        alt.Tooltip("year:Q", title="session opens"),
        alt.Tooltip("value:Q", format=".3f"),
        "period:N",
    ]
    points = (
        base.transform_filter("datum.kind == 'year'")
        .mark_point(size=70)
        .encode(x=x, y=y, color=colour, shape=shape, tooltip=tip)
    )
    line = (
        base.transform_filter("datum.kind == 'year'")
        .mark_line(strokeWidth=1, color=MUTED)
        .encode(x=x, y=y)
    )
    means = (
        base.transform_filter("datum.kind == 'mean'")
        .mark_rule(strokeWidth=4)
        .encode(x=x, x2="until:Q", y=y, color=colour, tooltip=tip[1:])
    )
    words = [
        base.transform_filter(f"datum.kind == 'words{i}'")
        .mark_text(align="left", dx=4, dy=-10 - 18 * (2 - i), fontWeight="bold", fontSize=14)
        .encode(x=x, y=alt.Y("value:Q"), text="text:N")
        for i in range(3)
    ]
    return alt.layer(line, points, means, *words).properties(
        height=340,
        title=alt.Title(
            "Did the pair move? It depends on the indicator and on the years",
            subtitle="A point is a session of the General Assembly, a bar the mean of a period; "
            "in brackets the 95% interval",
        ),
    )
