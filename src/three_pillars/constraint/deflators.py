"""Trade at the fuel price of one year: how much of a fall was a fall of prices?"""

from __future__ import annotations

import pandas as pd

from ..words import fraction
from .errors import ConstraintError


def price_index(price: pd.Series, share: float, base: int) -> pd.Series:
    """Return the price index of imports of which a share moves with one price.

    A Laspeyres index with weights of the base year: ``(1 − share) + share · price / price(base)``.
    It says what the imports of the base year would have cost at each year's price, if everything
    that is no fuel kept its price.

    Args:
        price: the price by year.
        share: the share of fuels in imports of the base year, 0 to 1.
        base: the year whose index is 1.

    Returns:
        The index by year.

    Raises:
        ConstraintError: the share is no share, the base year has no price, or a price is not above
            nought.
    """
    share = fraction(share, "the fuel share", ConstraintError)
    if base not in price.index:
        raise ConstraintError(f"there is no price for the base year {base}.")
    if (price <= 0).any():
        raise ConstraintError("a price of nought or less cannot deflate anything.")
    return (1 - share) + share * price / price[base]


def at_constant_price(
    table: pd.DataFrame, price: pd.Series, share: float, base: int
) -> pd.DataFrame:
    """Value imports at the fuel price of one year; exports stay as they are.

    Args:
        table: the result of ``trade()``.
        price: the price by year, of crude oil or of LNG.
        share: the share of fuels in imports of the base year, 0 to 1.
        base: the year whose price is kept.

    Returns:
        The years that have a price: ``year``, ``exports``, ``imports``, ``total``, the last two at
        the base year's price, and ``index``.

    Raises:
        ConstraintError: as in ``price_index``.
    """
    index = price_index(price, share, base)
    kept = table[table["year"].isin(index.index)].copy()
    kept["index"] = kept["year"].map(index)
    kept["imports"] = kept["imports"] / kept["index"]
    kept["total"] = kept["exports"] + kept["imports"]
    return kept[["year", "exports", "imports", "total", "index"]].reset_index(drop=True)
