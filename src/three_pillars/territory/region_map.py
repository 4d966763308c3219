"""The map of the region: who held which islands in a year, and the line in force."""

from __future__ import annotations

import functools
from collections.abc import Collection
from typing import Any

import altair as alt
import pandas as pd

from ..data import load
from ..figures import COLOURS, MUTED, thin
from .coast import coast
from .fact_box import fact_box
from .history import held_by, line_of
from .maps import Window, background, multipolygon
from .names import NAMES

HELD_BY = ("Japan", "Russia or USSR", "undivided")
"""Words of the legend; one colour stands for the Russian Empire, the USSR and the Federation."""

HOLDERS = ("Japan", "Russia", "Other")
"""Whose colour each of them has."""

REGION_LABELS = {
    "sakhalin_north": (144.2, 51.3, "left"),
    "sakhalin_south": (145.0, 48.0, "left"),
    "kurils_north": (154.2, 49.9, "right"),
    "kurils_middle": (150.6, 46.9, "right"),
    "etorofu": (148.6, 44.95, "left"),
    "kunashiri": (147.4, 44.33, "left"),
    "shikotan": (147.2, 43.8, "left"),
    "habomai": (146.75, 43.28, "left"),
}
"""Where the name of a group stands on the map: longitude, latitude, and which way it runs."""

REGION = Window(149.0, 47.15, 17.4, 560, 0.8)


def holders_by_year(year: int) -> pd.DataFrame:
    """Say what the region's map shows for a year: who held each group, and the line in force.

    Args:
        year: from 1855 on.

    Raises:
        TerritoryError: as for `held_by()`.
    """
    rows = []
    for row in held_by(year).itertuples():
        rows.append(
            {
                "group": NAMES[row.island_group],
                "status": "claimed by Japan" if row.claimed_by_japan else "islands",
                "held_by": "Russia or USSR" if row.colour_state == "Russia" else row.colour_state,
                "holder": row.holder,
                "since": str(row.since)[:10],
            }
        )
    lines = load("territory/lines").set_index("line_id")["label"]
    rows.append({"group": lines[line_of(year)].iloc[0], "status": "line in force"})
    return pd.DataFrame(rows)


@functools.cache
def _region_features() -> list[dict[str, Any]]:
    """Return the shapes of the region's map, with what its tooltips say."""
    facts = fact_box().set_index("island_group")
    features = []
    for group, name in NAMES.items():
        longitude, latitude, align = REGION_LABELS[group]
        fact = facts.loc[group] if group in facts.index else None
        features.append(
            {
                "group": name,
                "type": "Feature",
                "geometry": multipolygon(coast()[group], REGION.tolerance_km),
                "longitude": longitude,
                "latitude": latitude,
                "align": align,
                "area": "" if fact is None else fact["area"],
                "people": "" if fact is None else fact["people"],
                "distance": "" if fact is None else fact["distance"],
            }
        )
    for _, corners in load("territory/lines").groupby("line_id", sort=False):
        first = corners.iloc[0]
        parts = [
            part[["longitude_deg", "latitude_deg"]].to_numpy().tolist()
            for _, part in corners.groupby("part")
        ]
        features.append(
            {
                "group": first["label"],
                "type": "Feature",
                "geometry": {"type": "MultiLineString", "coordinates": parts},
                "longitude": first["label_longitude_deg"],
                "latitude": first["label_latitude_deg"],
                "align": "left",
            }
        )
    return features


def held_fill(field: str, among: Collection[str] = HELD_BY) -> dict[str, Any]:
    """Return the encoding of who held a place: the state's colour, and full, half or hardly.

    Args:
        field: the column with the words of `HELD_BY`.
        among: those of them that the legend names.

    Returns:
        Channels for ``encode(**…)``, with one legend.
    """
    shown = [
        part for part in zip(HELD_BY, HOLDERS, (0.95, 0.5, 0.2), strict=True) if part[0] in among
    ]
    domain, colours = [word for word, *_ in shown], [COLOURS[name] for _, name, _ in shown]
    # In the colour itself: a legend knows no opacity of its fill, and would be darker than the map.
    full = [thin(COLOURS[name], part) for _, name, part in shown]
    return {
        channel: kind(
            f"{field}:N",
            title="Held by",
            scale=alt.Scale(domain=domain, range=shades),
            legend=alt.Legend(symbolStrokeWidth=1),
        )
        for channel, kind, shades in (("fill", alt.Fill, full), ("stroke", alt.Stroke, colours))
    }


def region_map(frame: pd.DataFrame, among: Collection[str] = HELD_BY) -> alt.LayerChart:
    """Draw the region: who held which islands, and the line in force.

    Args:
        frame: rows of `holders_by_year()`.
        among: the words of `HELD_BY` that the legend names; all, since other years may be chosen.
    """
    projection = REGION.projection()
    wide = "width > 450"
    ink = {"fill": alt.ExprRef("'currentColor'"), "fontSize": alt.ExprRef(f"{wide} ? 13 : 11")}
    land = (
        alt.Chart(alt.InlineData(values=background(REGION)))
        .mark_geoshape(aria=False, fill=MUTED, fillOpacity=0.3, stroke=None, clip=True)
        .project(**projection.to_dict())
    )
    islands = (
        alt.Chart()
        .mark_geoshape(aria=False, strokeWidth=1, clip=True)
        .transform_filter("datum.status != 'line in force'")
        .encode(
            **held_fill("held_by", among),
            tooltip=[
                alt.Tooltip("group:N", title="Group"),
                alt.Tooltip("holder:N", title="Held by"),
                alt.Tooltip("since:N", title="Since"),
                alt.Tooltip("area:N", title="Area"),
                alt.Tooltip("people:N", title="People"),
                alt.Tooltip("distance:N", title="Distance"),
            ],
        )
        .project(**projection.to_dict())
    )
    outline = (
        alt.Chart()
        .mark_geoshape(
            aria=False, filled=False, stroke="currentColor", strokeDash=[3, 2], strokeWidth=1.5
        )
        .transform_filter("datum.status == 'claimed by Japan'")
        .project(**projection.to_dict())
    )
    line = (
        alt.Chart()
        .mark_geoshape(aria=False, filled=False, stroke="currentColor", strokeWidth=2, clip=True)
        .transform_filter("datum.status == 'line in force'")
        .project(**projection.to_dict())
    )
    names = [
        alt.Chart()
        .mark_text(align=align, baseline="middle", clip=True, **ink)
        .transform_filter(f"datum.align == '{align}'")
        .transform_calculate(
            text="datum.status == 'line in force' ? datum.group : datum.group + ': ' + datum.holder"
        )
        .encode(longitude="longitude:Q", latitude="latitude:Q", text="text:N")
        .project(**projection.to_dict())
        for align in ("left", "right")
    ]
    fields = ["type", "geometry", "longitude", "latitude", "align", "area", "people",
              "distance"]  # fmt: skip
    return (
        alt.layer(land, islands, outline, line, *names, data=frame)
        .transform_lookup(
            lookup="group",
            from_=alt.LookupData(
                data=alt.InlineData(values=_region_features()), key="group", fields=fields
            ),
        )
        .properties(height=REGION.height_px)
    )
