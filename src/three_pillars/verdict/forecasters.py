"""Forecasters to be compared with: the commentary by its words, no change, the base rate."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from ..data import load
from .probability import VerdictError, probability
from .scores import weights


def words(scale: str = "icd203") -> dict[str, float]:
    """Read the commentary's three strengths of wording on a scale.

    Args:
        scale: ``"icd203"`` or ``"kent1964"``.

    Returns:
        For each strength the middle of its term's range, as a fraction.

    Raises:
        VerdictError: there is no such scale.
    """
    reading = load("verdict/readings").merge(load("verdict/wording"), on=["scale", "term"])
    known = sorted(reading["scale"].unique())
    if scale not in known:
        raise VerdictError(f"there is no scale {scale!r}; the scales are {' and '.join(known)}.")
    own = reading[reading["scale"] == scale]
    return dict(zip(own["strength"], own["centre_pct"] / 100, strict=True))


def commentary(table: pd.DataFrame, chosen: Mapping[str, float] | None = None) -> pd.Series:
    """Turn the commentary's wording into probabilities.

    Args:
        table: rows of ``questions()``.
        chosen: a probability for each of asserted, likely and possible; ``words()`` by default.

    Returns:
        Probabilities of a yes by ``outcome_id``; one minus the number where the commentary expects
        a no. Questions on which it says nothing are left out.
    """
    chosen = words() if chosen is None else chosen
    for strength, value in chosen.items():
        probability(value, f"the word {strength!r}")
    said = table[table["strength"] != "not_said"]
    odds = said["strength"].map(chosen)
    odds = odds.where(said["expects"] == "yes", 1 - odds)
    return pd.Series(odds.to_numpy(float), index=said["outcome_id"].to_numpy(), name="commentary")


def nothing_changes(table: pd.DataFrame, sure: float = 1.0) -> pd.Series:
    """Forecast that all goes on as it was on the day of the commentary.

    Args:
        table: rows of ``questions()``.
        sure: how sure, from 0.5 to 1.

    Returns:
        ``sure`` where a yes means that something goes on, one minus that where it means something
        new, by ``outcome_id``.
    """
    if not 0.5 <= sure <= 1:
        raise VerdictError(f"sure={sure!r} must lie between 0.5 and 1.")
    odds = (table["yes_means"] == "continues").map({True: sure, False: 1 - sure})
    return pd.Series(odds.to_numpy(float), index=table["outcome_id"].to_numpy(), name="no change")


def base_rate(table: pd.DataFrame) -> float:
    """Return the share of yes among the rows, each question counted once."""
    return float((table["occurred"] * weights(table["forecast_id"])).sum())
