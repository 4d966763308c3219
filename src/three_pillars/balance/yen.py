"""What the yen's fall did to a ratio in current dollars."""

from __future__ import annotations

import math
from dataclasses import dataclass

import pandas as pd

from ..data import load
from .errors import BalanceError


@dataclass(frozen=True)
class YenPart:
    """What the yen did to a ratio between two years.

    The change of the ratio in current dollars is a product: the change at constant prices, times
    the yen's fall against the dollar, times the rest (the other currency and prices in the two
    states). In logarithms the three add up, so each has a share.

    Args:
        first: the ratio in current dollars in the first year.
        last: the same in the last year.
        at_old_yen: the last ratio, had a dollar cost as many yen as in the first year.
        yen_fall: how many times as many yen a dollar cost in the last year.
        yen_share: the yen's share of the logarithmic change, a fraction.
        real_share: the share of the change at constant prices.
        rest_share: what is left.
        points_share: the yen's share if points of the ratio are counted instead of logarithms.
    """

    first: float
    last: float
    at_old_yen: float
    yen_fall: float
    yen_share: float
    real_share: float
    rest_share: float
    points_share: float


def yen_part(
    current: pd.DataFrame, constant: pd.DataFrame, rates: pd.DataFrame, first: int, last: int
) -> YenPart:
    """Split the change of China's ratio to Japan into the yen, real growth and the rest.

    Args:
        current: the ratio in current dollars, from ``ratio()``.
        constant: the ratio at constant prices, from ``ratio()``.
        rates: ``year`` and ``units_per_usd``: yen for a dollar, one row a year.
        first: first year.
        last: last year.

    Raises:
        BalanceError: a series lacks one of the years, the rates have two rows for one, or the ratio
            did not change.
    """
    now, real = (frame.set_index("year")["ratio"] for frame in (current, constant))
    yen = rates.set_index("year")["units_per_usd"]
    if not yen.index.is_unique:
        raise BalanceError("the exchange rates have two rows for one year; keep one series.")
    for what, series in (("current ratio", now), ("constant ratio", real), ("yen rate", yen)):
        for year in (first, last):
            if year not in series.index:
                raise BalanceError(f"there is no {what} for {year}.")
    whole = math.log(now[last] / now[first])
    if abs(whole) < 1e-12:
        raise BalanceError(f"the ratio did not change between {first} and {last}.")
    fall = float(yen[last] / yen[first])
    by_yen = math.log(fall) / whole
    by_growth = math.log(real[last] / real[first]) / whole
    at_old = float(now[last]) / fall
    return YenPart(
        first=float(now[first]),
        last=float(now[last]),
        at_old_yen=at_old,
        yen_fall=fall,
        yen_share=by_yen,
        real_share=by_growth,
        rest_share=1 - by_yen - by_growth,
        points_share=float((now[last] - at_old) / (now[last] - now[first])),
    )


def yen_per_dollar() -> pd.DataFrame:
    """Load the preferred yearly rate of the yen: ``year`` and ``units_per_usd``."""
    rows = load("energy/exchange_rates", verified_only=True)
    rows = rows[(rows["currency"] == "JPY") & rows["preferred"]]
    return rows[["year", "units_per_usd"]].reset_index(drop=True)
