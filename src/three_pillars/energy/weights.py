"""Each side's weight in the other's gas and trade, the inputs of the index of interdependence."""

from __future__ import annotations

import pandas as pd

from ._checked import columns, known
from .suppliers import RUSSIA, share_by_year

CHANNELS = ("LNG", "all gas", "goods trade")
"""The channels of ``mutual_weights``."""


def mutual_weights(
    imports: pd.DataFrame, gas_weights: pd.DataFrame, trade_shares: pd.DataFrame
) -> pd.DataFrame:
    """Put each side's weight in the other's gas and trade beside each other.

    - "LNG": Russia's share of Japan's LNG imports; Japan's share of Russia's LNG exports.
    - "all gas": the same share of Japan's imports, since no gas reaches Japan by pipe; Japan's
      share of all Russian gas exports, by pipe and by ship. An index takes this or "LNG", not both.
    - "goods trade": Russia's share of Japan's goods trade (Japanese statistics); Japan's share of
      Russia's (Russian statistics to 2018, then Japanese flows over the Russian total).

    Args:
        imports: The table ``energy/lng_imports``.
        gas_weights: The table ``energy/gas_weights``.
        trade_shares: The table ``energy/trade_shares``.

    Returns:
        One row a year and channel in which both weights are known: ``year``, ``channel``,
        ``japan_on_russia``, ``russia_on_japan`` (fractions) and ``verified``.

    Raises:
        MeasureError: A column is missing.
    """
    columns(
        gas_weights,
        ("year", "japan_share_of_russian_lng_pct", "japan_share_of_russian_gas_pct", "verified"),
        "gas weights",
    )
    lng = share_by_year(imports, RUSSIA).set_index("year")["share"]
    gas = gas_weights.set_index("year")
    parts = []
    for channel, column in (
        ("LNG", "japan_share_of_russian_lng_pct"),
        ("all gas", "japan_share_of_russian_gas_pct"),
    ):
        part = pd.DataFrame(
            {
                "japan_on_russia": lng,
                "russia_on_japan": gas[column] / 100,
                "verified": gas["verified"],
            }
        )
        parts.append(part.dropna().assign(channel=channel))
    ours = trade_weight(trade_shares, "russia_share_in_japan_trade").set_index("year")
    theirs = trade_weight(trade_shares, "japan_share_in_russia_trade").set_index("year")
    common = ours.index.intersection(theirs.index)
    ours, theirs = ours.loc[common], theirs.loc[common]
    parts.append(
        pd.DataFrame(
            {
                "japan_on_russia": ours["share"],
                "russia_on_japan": theirs["share"],
                "verified": ours["verified"] & theirs["verified"],
                "channel": "goods trade",
            }
        )
    )
    table = pd.concat(parts).rename_axis("year").reset_index()
    table["year"] = table["year"].astype(int)
    table["verified"] = table["verified"].astype(bool)
    return table[["year", "channel", "japan_on_russia", "russia_on_japan", "verified"]]


def trade_weight(trade_shares: pd.DataFrame, indicator: str) -> pd.DataFrame:
    """Take the preferred series of one share of trade.

    Args:
        trade_shares: The table ``energy/trade_shares``.
        indicator: Such as ``"japan_share_in_russia_trade"``.

    Returns:
        One row a year: ``year``, ``share`` (fraction), ``method`` and ``verified``.

    Raises:
        MeasureError: The indicator is unknown, or a column is missing.
    """
    columns(
        trade_shares,
        ("year", "indicator", "share_pct", "method", "preferred", "verified"),
        "trade shares",
    )
    known(indicator, trade_shares["indicator"], "indicator")
    rows = trade_shares[(trade_shares["indicator"] == indicator) & trade_shares["preferred"]]
    rows = rows.assign(share=rows["share_pct"] / 100).sort_values(
        "year", ignore_index=True, kind="stable"
    )
    return rows[["year", "share", "method", "verified"]]
