"""Means of two periods, and whether their difference is more than chance."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from .errors import BalanceError


@dataclass(frozen=True)
class Comparison:
    """Two means, their difference and its interval.

    Args:
        before: mean of the first period.
        after: mean of the second period.
        difference: after less before.
        low: lower end of the 95 per cent interval; None if a period has fewer than two values.
        high: upper end.
        n_before: values in the first period.
        n_after: values in the second period.
    """

    before: float
    after: float
    difference: float
    low: float | None
    high: float | None
    n_before: int
    n_after: int

    @property
    def moved(self) -> bool | None:
        """Tell whether the interval leaves out zero; None without an interval."""
        if self.low is None or self.high is None:
            return None
        return self.low > 0 or self.high < 0


def before_after(
    values: pd.DataFrame,
    before: tuple[int, int],
    after: tuple[int, int],
    *,
    column: str = "value",
    time: str = "year",
    draws: int = 2000,
    seed: int = 2015,
) -> Comparison:
    """Compare the means of two periods, with a bootstrap interval.

    Each period is drawn again from its own years, with replacement, ``draws`` times; the interval
    holds the middle 95 per cent of the differences. The generator is NumPy's default with a fixed
    seed, so the interval is the same on every run. Years are taken as independent, which they are
    not quite: the true interval is somewhat wider.

    Args:
        values: one row a year.
        before: first and last year of the first period, both included.
        after: the same for the second period.
        column: the column to average.
        time: the column with the years.
        draws: how often to draw.
        seed: seed of the generator.

    Raises:
        BalanceError: a period holds no value, or the periods overlap.
    """
    (a, b), (c, d) = before, after
    if a > b or c > d or b >= c:
        raise BalanceError(
            f"the periods must follow each other, not {a} to {b} and {c} to {d}; "
            "each runs from its first year to its last."
        )
    first, second = (
        values.loc[values[time].between(low, high), column].dropna().to_numpy(float)
        for low, high in (before, after)
    )
    for (low, high), part in ((before, first), (after, second)):
        if not len(part):
            raise BalanceError(f"there is no value from {low} to {high}, so nothing to compare.")
    difference = float(second.mean() - first.mean())
    low_end = high_end = None
    if min(len(first), len(second)) > 1:
        dice = np.random.default_rng(seed)
        drawn = dice.choice(second, (draws, len(second))).mean(axis=1) - dice.choice(
            first, (draws, len(first))
        ).mean(axis=1)
        low_end, high_end = (float(q) for q in np.quantile(drawn, (0.025, 0.975)))
    return Comparison(
        float(first.mean()),
        float(second.mean()),
        difference,
        low_end,
        high_end,
        len(first),
        len(second),
    )


def period_mean(values: pd.DataFrame, first: int, last: int, column: str = "value") -> float:
    """Average a yearly series over a period, both years included.

    Raises:
        BalanceError: the period holds no value.
    """
    part = values.loc[values["year"].between(first, last), column].dropna()
    if part.empty:
        raise BalanceError(f"there is no value from {first} to {last}.")
    return float(part.mean())


def span(first: int, last: int) -> str:
    """Write a period as prose has it: "2007–12", or "1998–2002" across a century."""
    same = str(first)[:2] == str(last)[:2]
    return f"{first}–{str(last)[2:] if same else last}"
