"""The map on which the reader draws a line, with gauges of what it moves."""

from __future__ import annotations

import functools
import json
from typing import Any

import altair as alt
import pandas as pd

from ..figures import COLOURS, MUTED
from .coast import coast, etorofu_strips
from .drawn_line import TO_JAPAN, WITH_RUSSIA
from .maps import Window, background, multipolygon
from .names import GROUPS, NAMES

CLOSE_UP = Window(147.05, 44.45, 4.6, 540, 0.2, 0.36)

CLOSE_LABELS = {
    "etorofu": ("147.75", "44.62"),
    "kunashiri": ("144.95", "44.62"),
    "shikotan": ("146.45", "43.97"),
    "habomai": ("width > 450 ? 146.25 : 145.15", "width > 450 ? 43.35 : 43.08"),
}
"""Where names begin on the close-up: longitude and latitude, on a phone clear of the gauges."""

STRIPS = 100


@functools.cache
def _close_features() -> list[dict[str, Any]]:
    """Return the shapes of the close-up: three groups, and Etorofu/Iturup in a hundred strips."""
    tolerance = CLOSE_UP.tolerance_km
    features = [
        {
            "shape": group,
            "type": "Feature",
            "geometry": multipolygon(coast()[group], tolerance),
        }
        for group in GROUPS[:3]
    ]
    for i, ring in enumerate(etorofu_strips(STRIPS, tolerance, 0.4)):
        features.append(
            {
                "shape": f"strip{i}",
                "type": "Feature",
                "geometry": multipolygon([ring], 0),
            }
        )
    return features


def line_map(frame: pd.DataFrame) -> alt.LayerChart:
    """Draw a line through the disputed islands, with what it moves beside it.

    Args:
        frame: the row of `drawn_line()`.
    """
    projection = CLOSE_UP.projection().to_dict()
    wide = "width > 450"
    size = alt.ExprRef(f"{wide} ? 14 : 11")
    shapes = alt.LookupData(
        data=alt.InlineData(values=_close_features()), key="shape", fields=["type", "geometry"]
    )
    scale = alt.Scale(domain=[TO_JAPAN, WITH_RUSSIA], range=[COLOURS["Japan"], COLOURS["Russia"]])
    where = alt.Color("where:N", title="In this deal", scale=scale)
    land = (
        alt.Chart(alt.InlineData(values=background(CLOSE_UP)))
        .mark_geoshape(aria=False, fill=MUTED, fillOpacity=0.3, stroke=None, clip=True)
        .project(**projection)
    )
    groups = (
        alt.Chart()
        .mark_geoshape(aria=False, stroke=None, clip=True)
        .transform_fold(list(GROUPS[:3]), as_=["shape", "share"])
        .transform_lookup(lookup="shape", from_=shapes)
        .transform_calculate(
            where="datum.share > 0 ? 'to Japan' : 'with Russia'",
            name=f"({json.dumps(NAMES)})[datum.shape]",
        )
        .encode(color=where, tooltip=[alt.Tooltip("name:N", title="Group"),
                                      alt.Tooltip("where:N", title="In this deal")])
        .project(**projection)
    )  # fmt: skip
    strips = (
        alt.Chart()
        .mark_geoshape(aria=False, stroke=None, clip=True)
        .transform_calculate(strip=f"sequence({STRIPS})")
        .transform_flatten(["strip"])
        .transform_calculate(
            shape="'strip' + datum.strip",
            where="datum.strip < datum.etorofu ? 'to Japan' : 'with Russia'",
        )
        .transform_lookup(lookup="shape", from_=shapes)
        .encode(color=where, tooltip=[alt.Tooltip("where:N", title="Etorofu/Iturup, this part")])
        .project(**projection)
    )
    names = []
    for group, (longitude, latitude) in CLOSE_LABELS.items():
        names.append(
            alt.Chart()
            .mark_text(align="left", baseline="middle", fontSize=size, clip=True)
            .transform_calculate(
                text=f"'{NAMES[group]}: ' + datum.{group} + '%'",
                longitude=longitude,
                latitude=latitude,
            )
            .encode(longitude="longitude:Q", latitude="latitude:Q", text="text:N")
            .project(**projection)
        )
    return alt.layer(land, groups, strips, *names, *_gauges(), data=frame).properties(
        height=CLOSE_UP.height_px
    )


def _gauges() -> list[alt.Chart]:
    """Draw three gauges into the open sea of the close-up: land, people and sea."""
    left, right = "width * (width > 450 ? 0.64 : 0.52)", "width * 0.98"
    row = "(height - (width > 450 ? 128 : 84) + datum.row * (width > 450 ? 44 : 29))"
    folded = (
        alt.Chart()
        .transform_fold(["land", "people", "sea"], as_=["what", "share"])
        .transform_calculate(
            row="indexof(['land', 'people', 'sea'], datum.what)",
            text="datum.what == 'people' ? 'People ' + datum.people_text : "
            "(datum.what == 'land' ? 'Land ' : 'Sea ') + format(datum.share, '.1f') + '%'",
        )
        .transform_calculate(
            left=left,
            right=right,
            half=f"({left} + {right}) / 2",
            end=f"{left} + ({right} - {left}) * datum.share / 100",
            top=row,
            bottom=f"{row} + (width > 450 ? 12 : 8)",
        )
    )

    def at(channel: type, field: str) -> Any:
        return channel(f"{field}:Q", scale=None, axis=None)

    def bar(end: str) -> dict[str, Any]:
        return {
            "x": at(alt.X, "left"),
            "x2": alt.X2(end),
            "y": at(alt.Y, "top"),
            "y2": alt.Y2("bottom"),
        }

    return [
        folded.mark_rect(fill=COLOURS["Russia"]).encode(**bar("right")),
        folded.mark_rect(fill=COLOURS["Japan"]).encode(**bar("end")),
        folded.mark_rule(stroke="currentColor", strokeWidth=1.5).encode(
            x=at(alt.X, "half"), y=at(alt.Y, "top"), y2=alt.Y2("bottom")
        ),
        folded.mark_text(
            align="left", baseline="bottom", dy=-3, fontSize=alt.ExprRef("width > 450 ? 14 : 11")
        ).encode(x=at(alt.X, "left"), y=at(alt.Y, "top"), text="text:N"),
    ]
