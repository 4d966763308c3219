"""The chart of a class's deals, and its words."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from ..figures import CATEGORIES, COLOURS, INK, MUTED, figure
from ..words import counted
from .axes import share_axis
from .weigh_deal import RESULTS

ROW_HEIGHT = 26
"""Height of a row in the chart of a class's deals, in pixels."""


def deals_chart(frame: pd.DataFrame) -> Any:
    """Draw the deals of a class against the zone of agreement and the divisions ever floated.

    Args:
        frame: the rows of `class_deals()`.

    Returns:
        The chart, with its title, its alt text and its sources.
    """
    title, subtitle, text = deals_words(frame)
    base = alt.Chart(frame).encode(alt.Y("row:N", title=None, sort=None))  # as the rows come
    shares = share_axis()
    results = alt.Scale(
        domain=list(RESULTS),
        range=[INK, CATEGORIES[0], COLOURS["Japan"], COLOURS["Russia"], MUTED],
    )  # fmt: skip
    zone = base.mark_bar(height=16, aria=False).encode(
        alt.X("least:Q", **shares),
        alt.X2("most:Q"),
        color=alt.value(MUTED),
        opacity=alt.condition("datum.least <= datum.most", alt.value(0.35), alt.value(0)),
    )
    marks = base.mark_point(size=120, filled=True, opacity=1).encode(
        alt.X("share:Q", **shares),
        color=alt.Color("result:N", scale=results),
        shape=alt.Shape(
            "result:N",
            scale=alt.Scale(
                domain=list(RESULTS),
                range=["circle", "diamond", "triangle-right", "triangle-left", "cross"],
            ),
        ),
        tooltip=["row", "result", alt.Tooltip("share:Q", title="share to Japan, %"), "land",
                 "people", "sea", "side_deals", "vetoes"],
    )  # fmt: skip
    words = base.mark_text(align="left", dx=12, fontStyle="italic").encode(
        x=alt.XDatum(0, **shares), text="note:N"
    )
    chart = alt.layer(zone, marks, words).properties(height=ROW_HEIGHT * len(frame) + 70)
    return figure(
        chart,
        name="deals-of-a-class",
        title=alt.Title(title, subtitle=subtitle),
        alt=text,
        sources=["territory/options", "territory/areas", "territory/population",
                 "territory/sea_areas"],
    )  # fmt: skip


def deals_words(frame: pd.DataFrame) -> tuple[str, str, str]:
    """Say what the chart of a class's deals shows: its title, its subtitle and its alt text.

    Args:
        frame: the rows of `class_deals()`.
    """
    ideas_, deals = (frame[frame["what"] == what] for what in ("idea", "deal"))
    low, most = ideas_["least"].iloc[0], ideas_["most"].iloc[0]
    measure = ideas_["counts"].iloc[0]
    inside = int((ideas_["result"] == "in the zone").sum())
    if low <= most:
        zone = f"from {low:.0f} to {most:.0f}%"
        lies = "lies" if inside == 1 else "lie"
        title = (
            f"{inside} of {len(ideas_)} divisions that were floated {lies} in the role sheets' zone"
        )
    else:
        zone = f"none before side deals: {low:.0f}% at least against {most:.0f}% at most"
        title = "Without side deals the role sheets leave no zone of agreement"
    told = [
        f"{row['row']}: no deal" if pd.isna(row["share"])
        else f"{row['row']}: {row['share']:.1f}%, {row['result']}"
        for row in deals.to_dict("records")
    ]  # fmt: skip
    if told:
        inside = int((deals["result"] == "in the zone").sum())
        groups = counted(len(deals), "group")
        title = f"Deals of the class in the zone of the role sheets: {inside} of {groups}"
    subtitle = (
        f"Share of the {measure} that goes to Japan. Shaded: the zone in which both sign, by "
        "the game's assumptions"
    )
    text = (
        f"Dot plot of {len(deals)} results of a class and {len(ideas_)} divisions that were "
        f"floated by the share of the {measure} that goes to Japan, with the zone of agreement of "
        f"the role sheets, {zone}, and who could sign each. "
        + ("; ".join(told) + "." if told else "No deal has been added yet.")
    )
    return title, subtitle, text
