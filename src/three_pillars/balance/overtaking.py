"""When a ratio passed one, and whether it stayed there."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from .errors import BalanceError


@dataclass(frozen=True)
class Overtaking:
    """When a ratio passed one.

    Args:
        year: first year of a lead that lasts to the end of the series; None if there is no such
            year, or if the lead is older than the series.
        words: the same in a few words, for a chart.
    """

    year: int | None
    words: str


def overtaking(ratios: pd.DataFrame) -> Overtaking:
    """Find the year from which a ratio stays above one.

    Args:
        ratios: result of ``ratio()``.

    Returns:
        The first year of the lead that lasts to the end; earlier leads that were lost again do not
        count. A lead that is there when the series starts has no year.

    Raises:
        BalanceError: the ratio has no years.
    """
    if ratios.empty:
        raise BalanceError("the ratio has no years; nothing can be overtaken.")
    rows = ratios.sort_values("year", kind="stable")
    ahead = (rows["ratio"] > 1).tolist()
    years = rows["year"].tolist()
    if not ahead[-1]:
        return Overtaking(None, f"not by {years[-1]}")
    start = len(ahead) - next((i for i, a in enumerate(reversed(ahead)) if not a), len(ahead))
    if start == 0:
        return Overtaking(None, f"before {years[0]}")
    return Overtaking(int(years[start]), str(years[start]))
