"""Who needs whom? Two dependences compared, and summed up over channels."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from ..words import listed
from ._checked import amounts, known
from .errors import MeasureError

TWICE = ["LNG", "all gas"]
"""Two ways to count Russia's gas beside the one gas that Japan has."""

DEFAULT = {"LNG": 1.0, "goods trade": 1.0}


def asymmetry(a_on_b: float, b_on_a: float) -> float:
    """Compare two dependences: (a - b) / (a + b).

    Args:
        a_on_b: How much A depends on B: B's weight in something of A's, such as a share of imports.
        b_on_a: How much B depends on A, on the same scale.

    Returns:
        From -1 (only B depends) over 0 (both alike) to 1 (only A depends). If nobody depends on
        anybody it is 0.

    Raises:
        MeasureError: A dependence is negative, missing or no number.
    """
    pair = amounts(pd.Series({"A on B": a_on_b, "B on A": b_on_a}), "dependence of")
    total = pair.sum()
    return 0.0 if total == 0 else float((pair["A on B"] - pair["B on A"]) / total)


def interdependence_index(
    a_on_b: pd.Series | Mapping[str, float],
    b_on_a: pd.Series | Mapping[str, float],
    weights: pd.Series | Mapping[str, float] | None = None,
) -> float:
    """Sum up who depends on whom over several channels.

    The index is the weighted mean of ``asymmetry`` over the channels, the weights scaled to add up
    to 1. It is our reading of Keohane and Nye (1977), for whom power comes from asymmetric
    interdependence: the less dependent side holds it. Three choices are ours. A ratio within each
    channel, so that a channel counts by its lopsidedness and not by its size; size enters only by
    the weight. Shares of trade, which show sensitivity (what a cut touches at once), not
    vulnerability (what it costs once one has adapted). Weights that the reader sets, since no
    theory gives them.

    Args:
        a_on_b: A's dependence on B by channel, non-negative.
        b_on_a: B's dependence on A by channel, with the same channels.
        weights: A weight for each channel, non-negative, not all zero; equal weights if left out.

    Returns:
        From -1 (only B depends on A) to 1 (only A depends on B). Swapping A and B changes the sign;
        the index is 0 if both depend alike in each channel.

    Raises:
        MeasureError: Channels differ, a value is negative, or all weights are zero.
    """
    ours = amounts(a_on_b, "dependence in")
    theirs = amounts(b_on_a, "dependence in")
    _same_channels(ours.index, theirs.index, "the second side")
    if weights is None:
        scaled = pd.Series(1 / len(ours), index=ours.index)
    else:
        given = amounts(weights, "weight of")
        _same_channels(ours.index, given.index, "the weights")
        if given.sum() == 0:
            raise MeasureError(
                "all channels have a weight of zero; give at least one of them a weight above 0."
            )
        scaled = given / given.sum()
    return float(
        sum(scaled[channel] * asymmetry(ours[channel], theirs[channel]) for channel in ours.index)
    )


def index_by_year(
    weights_table: pd.DataFrame, channel_weights: Mapping[str, float] | None = None
) -> pd.DataFrame:
    """Compute the index of asymmetric interdependence for each year.

    Args:
        weights_table: What ``mutual_weights`` returns.
        channel_weights: A weight for each channel, such as ``{"LNG": 2, "goods trade": 1}``; a
            channel that is left out or has the weight 0 does not count. By default LNG and goods
            trade count alike.

    Returns:
        One row a year that has all channels that count: ``year``, ``index`` (below 0: Russia
        depends more on Japan; above 0: Japan depends more on Russia) and ``verified`` (false if an
        input is not verified).

    Raises:
        MeasureError: A channel is unknown, a weight is negative, all weights are zero, or LNG and
            all gas both count: they have the same Japanese share, which would count twice.
    """
    channels = list(dict.fromkeys(weights_table["channel"]))
    chosen = dict(DEFAULT if channel_weights is None else channel_weights)
    for channel in chosen:
        known(channel, channels, "channel")
    given = amounts(chosen, "weight of")
    counted = given[given > 0]
    if counted.empty:
        raise MeasureError(
            "all channels have a weight of zero; give at least one of them a weight above 0."
        )
    if len(counted.index.intersection(TWICE)) > 1:
        raise MeasureError(
            f"{listed(TWICE)} have the same Japanese share, so it would count twice; "
            "give one of them the weight 0."
        )
    rows = weights_table[weights_table["channel"].isin(counted.index)]
    table = []
    for year, group in rows.groupby("year"):
        if len(group) < len(counted):
            continue
        group = group.set_index("channel")
        table.append(
            {
                "year": int(year),
                "index": interdependence_index(
                    group["japan_on_russia"], group["russia_on_japan"], counted
                ),
                "verified": bool(group["verified"].all()),
            }
        )
    return pd.DataFrame(table, columns=["year", "index", "verified"])


def _same_channels(first: pd.Index, second: pd.Index, what: str) -> None:
    """Say which channel one side lacks."""
    odd = list(first.symmetric_difference(second))
    if odd:
        raise MeasureError(
            f"channel '{odd[0]}' is not on both lists ({what} differ); give the same channels."
        )
