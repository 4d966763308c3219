"""Japan's goods trade with Russia in two currencies, and at the exchange rate of one year.

Trade in current dollars mixes quantities, prices and the exchange rate; this file takes the rate
out, ``deflators`` the price of fuels.
"""

from __future__ import annotations

import pandas as pd

from .errors import ConstraintError


def trade(flows: pd.DataFrame, rates: pd.DataFrame) -> pd.DataFrame:
    """Put Japan's goods trade with Russia together, by year, in dollars and in yen.

    Args:
        flows: the table ``energy/bilateral_trade``; Japanese statistics, preferred rows.
        rates: the table ``energy/exchange_rates``, to turn dollars into yen.

    Returns:
        One row a year: ``exports``, ``imports``, ``total`` in billion dollars, ``total_jpy_trn`` in
        trillion yen, ``verified`` (both flows were read in a source) and ``basis``: reported,
        derived or recalled, the weaker of the two flows.

    Raises:
        ConstraintError: the table has no such trade, or there is no rate of the yen.
    """
    rows = flows[
        (flows["reporter_iso3"] == "JPN")
        & (flows["partner_iso3"] == "RUS")
        & (flows["period_type"] == "calendar_year")
        & flows["flow"].isin(["export", "import"])
        & flows["preferred"]
    ]
    if rows.empty:
        raise ConstraintError("the table holds no preferred yearly trade of Japan with Russia.")
    value = rows.pivot(index="year", columns="flow", values="value_usd_mn").astype(float) / 1000
    table = value.rename(columns={"export": "exports", "import": "imports"}).dropna()
    table["total"] = table["exports"] + table["imports"]
    table["total_jpy_trn"] = table["total"] * _rate(rates, "JPY") / 1000
    table["verified"] = rows.groupby("year")["verified"].all()
    strength = {"recalled": 0, "derived": 1}
    table["basis"] = (
        rows.assign(at=rows["basis"].map(lambda b: strength.get(b, 2)))
        .groupby("year")["at"]
        .min()
        .map({0: "recalled", 1: "derived", 2: "reported"})
    )
    table.columns.name = None
    return table.reset_index()


def at_constant_rate(table: pd.DataFrame, rates: pd.DataFrame, base: int) -> pd.Series:
    """Value yearly trade in dollars at the exchange rate of one year.

    The yen value of each year is divided by the yen rate of the base year. So what moves is the yen
    value, and a fall of the yen alone no longer looks like a fall of trade.

    Args:
        table: the result of ``trade()``.
        rates: the table ``energy/exchange_rates``.
        base: the year whose rate is kept.

    Returns:
        Billion dollars at that rate, one number for each row of ``table``.

    Raises:
        ConstraintError: there is no rate for the base year.
    """
    yen = _rate(rates, "JPY")
    if base not in yen.index:
        raise ConstraintError(f"there is no exchange rate for the base year {base}.")
    return (table["total_jpy_trn"] * 1000 / yen[base]).rename("total_at_rate")


def _rate(rates: pd.DataFrame, currency: str) -> pd.Series:
    """Return the units of a currency for one dollar, by year."""
    rows = rates[(rates["currency"] == currency) & rates["preferred"]]
    if rows.empty:
        raise ConstraintError(f"there is no preferred exchange rate for '{currency}'.")
    return rows.set_index("year")["units_per_usd"]
