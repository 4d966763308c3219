"""The two-level game as a row to be drawn, and its chart."""

from __future__ import annotations

import functools

import altair as alt
import pandas as pd

from ..figures import COLOURS, INK, MUTED
from .axes import share_axis
from .game import MEASURES, two_level_game
from .ideas import ideas


@functools.cache
def _known_ideas() -> pd.DataFrame:
    """Keep `ideas()`, which a grid of games would otherwise work out a thousand times."""
    return ideas()


ACCEPTED = {
    (True, True): "both",
    (True, False): "only Japan",
    (False, True): "only Russia",
    (False, False): "neither",
}


def game_row(
    measure: str, japan_least: float, russia_most: float, side_deals: float
) -> pd.DataFrame:
    """Return a two-level game as one row, with thresholds in per cent, to be drawn.

    Args:
        measure: land, people or sea.
        japan_least: the smallest share acceptable in Japan, in per cent.
        russia_most: the largest share acceptable in Russia, in per cent.
        side_deals: what side deals add to Russia's threshold, in points.

    Returns:
        One row: both win-sets, the zone in words, and for each idea who accepts it.
    """
    game = two_level_game(
        japan_least / 100,
        russia_most / 100,
        measure=measure,
        side_deals=side_deals / 100,
        offers=_known_ideas(),
    )
    # Column by column, since a grid asks for a thousand games.
    sorted_ideas = zip(
        *(game.ideas[name] for name in ("idea", "japan_accepts", "russia_accepts")), strict=True
    )
    if game.zone is None:
        words = f"none: {(game.japan[0] - game.russia[1]) * 100:.0f} points apart"
    else:
        least, most = (f"{end * 100:.0f}" for end in game.zone)
        words = f"{least}%" if least == most else f"{least} to {most}%"
        words += f", {game.ideas.in_zone.sum()} of {len(game.ideas)} divisions"
    return pd.DataFrame(
        [
            {
                "measure": measure,
                "japan_least": japan_least,
                "russia_most": round(game.russia[1] * 100, 1),
                "zone": words,
                **{
                    idea: ACCEPTED[bool(japan), bool(russia)]
                    for idea, japan, russia in sorted_ideas
                },
            }
        ]
    )


def game_chart(frame: pd.DataFrame) -> alt.LayerChart:
    """Draw a two-level game: both win-sets, the zone, and the ideas in and out of it.

    Args:
        frame: the row of `game_row()`.
    """
    found = ideas()
    places = [
        {"key": f"{measure} {row['idea']}", "share": round(row[field] * 100, 1)}
        for measure, field in MEASURES.items()
        for row in found.to_dict("records")
    ]
    order = ["Zone", "Japan accepts", "Russia accepts", *found["idea"]]
    rows = alt.Y("row:N", title=None, sort=order, scale=alt.Scale(domain=order))
    shares = share_axis()
    base = alt.Chart()
    win_sets = [
        base.mark_bar(color=COLOURS[state], height=14)
        .transform_calculate(row=f"'{state} accepts'", low=low, high=high)
        .encode(y=rows, x=alt.X("low:Q", **shares), x2="high:Q")
        for state, low, high in (
            ("Japan", "datum.japan_least", "100"),
            ("Russia", "0", "datum.russia_most"),
        )
    ]
    # A win-set of a single point has no width: its threshold is drawn as well.
    win_sets += [
        base.mark_tick(color=COLOURS[state], thickness=4, height=22)
        .transform_calculate(row=f"'{state} accepts'")
        .encode(y=rows, x=alt.X(f"{threshold}:Q", **shares))
        for state, threshold in (("Japan", "japan_least"), ("Russia", "russia_most"))
    ]
    zone = (
        base.mark_rect(color=MUTED, opacity=0.25, aria=False)
        .transform_filter("datum.japan_least <= datum.russia_most")
        .encode(x=alt.X("japan_least:Q", **shares), x2="russia_most:Q")
    )
    words = (
        base.mark_text(align="left", dx=6, fontWeight="bold")
        .transform_calculate(row="'Zone'", low="0")
        .encode(y=rows, x=alt.X("low:Q", **shares), text="zone:N")
    )
    each = (
        base.transform_fold(list(found["idea"]), as_=["row", "accepted_by"])
        .transform_calculate(key="datum.measure + ' ' + datum.row")
        .transform_lookup(
            lookup="key",
            from_=alt.LookupData(data=alt.InlineData(values=places), key="key", fields=["share"]),
        )
    )
    scale = alt.Scale(
        domain=["both", "only Japan", "only Russia", "neither"],
        range=[INK, COLOURS["Japan"], COLOURS["Russia"], MUTED],
    )
    points = each.mark_point(size=110, filled=True, opacity=1).encode(
        y=rows,
        x=alt.X("share:Q", **shares),
        color=alt.Color("accepted_by:N", title="Accepted by", scale=scale),
        shape=alt.Shape(
            "accepted_by:N",
            title="Accepted by",
            scale=alt.Scale(
                domain=scale.domain, range=["circle", "triangle-right", "triangle-left", "cross"]
            ),
        ),
        tooltip=[
            alt.Tooltip("row:N", title="Idea"),
            alt.Tooltip("share:Q", title="Share to Japan, %"),
            alt.Tooltip("accepted_by:N", title="Accepted by"),
        ],
    )
    return alt.layer(zone, *win_sets, words, points, data=frame).properties(height=330)
