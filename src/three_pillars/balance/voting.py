"""How states vote in the General Assembly: equal votes, and the distance of ideal points."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from ..words import quoted
from .errors import BalanceError
from .periods import period_mean, span

PAIRS = {
    "Japan–Russia": ("JPN", "RUS"),
    "Japan–China": ("JPN", "CHN"),
    "Japan–United States": ("JPN", "USA"),
    "Russia–China": ("RUS", "CHN"),
}
"""The pairs that the chapters compare."""


def alignment(
    votes: pd.DataFrame,
    one: str,
    other: str,
    measure: str = "agreement_published",
    keep_distorted: bool = False,
) -> pd.DataFrame:
    """Follow how two states vote, session by session.

    Args:
        votes: ``balance/un_voting``.
        one: a state by its ISO code.
        other: the other one; the order does not matter.
        measure: ``agreement_published``, ``agreement_computed`` or ``ideal_point_distance``.
        keep_distorted: keep computed agreement of session 71, swollen by votes on paragraphs.

    Returns:
        ``year`` in which the session opens, ``session`` and ``value``.

    Raises:
        BalanceError: the pair or the measure is not in the table.
    """
    if measure == "ideal_point":
        raise BalanceError("an ideal point belongs to one state; take 'ideal_point_distance'.")
    known = sorted(set(votes["measure"]) - {"ideal_point"})
    if measure not in known:
        raise BalanceError(
            f"there is no measure {measure!r}; the measures are {quoted(known, 'and')}."
        )
    pair = {one, other}
    rows = votes[
        (votes["measure"] == measure) & votes["iso3_a"].isin(pair) & votes["iso3_b"].isin(pair)
    ]
    if one == other or rows.empty:
        raise BalanceError(f"there is no {measure} for the pair {one}–{other} in the table.")
    if not keep_distorted:
        rows = rows[~rows["distorted"]]
    return rows.sort_values("year", kind="stable")[["year", "session", "value"]].reset_index(
        drop=True
    )


def alignment_distance(votes: pd.DataFrame, one: str, other: str) -> pd.DataFrame:
    """Compute the distance of two states' ideal points: how far apart they vote.

    Unlike the share of equal votes, ideal points allow for what was on the agenda: a session with
    many votes on which everybody agrees does not bring two states together.

    Returns:
        ``year`` and ``value``, the absolute difference.

    Raises:
        BalanceError: the table has no ideal point of one of them.
    """
    points = votes[votes["measure"] == "ideal_point"]
    wide = points.pivot(index="year", columns="iso3_a", values="value")
    for state in (one, other):
        if state not in wide.columns:
            raise BalanceError(f"there is no ideal point of {state!r} in the table.")
    return (wide[one] - wide[other]).abs().dropna().rename("value").reset_index()


def agreement_bars(votes: pd.DataFrame, periods: Sequence[tuple[int, int]]) -> pd.DataFrame:
    """Average published agreement of the four pairs over periods: ``pair, period, agreement``."""
    rows = []
    for name, (one, other) in PAIRS.items():
        series = alignment(votes, one, other)
        for first, last in periods:
            rows.append(
                {
                    "pair": name,
                    "period": span(first, last),
                    "agreement": period_mean(series, first, last),
                }
            )
    return pd.DataFrame(rows)
