"""What a Brier score is made of, and how far words and outcomes agree."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from .probability import VerdictError
from .scores import brier


@dataclass(frozen=True)
class Decomposition:
    """The three parts of a Brier score: ``reliability - resolution + uncertainty``.

    ``reliability`` (0 is best) is how far what came lies from what was said; ``resolution`` (more
    is better) how far the groups differ from each other; ``uncertainty`` how hard the questions
    are. ``base_rate`` is the share of yes.
    """

    reliability: float
    resolution: float
    uncertainty: float
    base_rate: float

    @property
    def brier(self) -> float:
        """The score that the parts add up to."""
        return self.reliability - self.resolution + self.uncertainty


def decompose(
    probabilities: Iterable[float],
    outcomes: Iterable[bool],
    weight: Iterable[float] | None = None,
) -> Decomposition:
    """Split a Brier score into reliability, resolution and uncertainty.

    Forecasts of the same probability form a group, so the parts add up exactly.

    Args:
        probabilities: of a yes, from 0 to 1.
        outcomes: what came, 1 or 0.
        weight: weights of the rows, equal by default; see ``weights()``.

    Source:
        Murphy (1973).
    """
    table = _groups(probabilities, outcomes, weight)
    rate = float((table["weight"] * table["came"]).sum() / table["weight"].sum())
    table["hit"] = table["weight"] * table["came"]
    found = table.groupby("said")[["weight", "hit"]].sum()
    found = found[found["weight"] > 0]
    found["share"] = found["hit"] / found["weight"]
    part = found["weight"] / found["weight"].sum()
    said = found.index.to_numpy(float)
    return Decomposition(
        reliability=float((part * (said - found["share"]) ** 2).sum()),
        resolution=float((part * (found["share"] - rate) ** 2).sum()),
        uncertainty=rate * (1 - rate),
        base_rate=rate,
    )


def calibration(
    probabilities: Iterable[float],
    outcomes: Iterable[bool],
    weight: Iterable[float] | None = None,
    bands: int = 5,
) -> pd.DataFrame:
    """Compare what was said with what came, band by band.

    Args:
        probabilities: of a yes, from 0 to 1.
        outcomes: what came, 1 or 0.
        weight: weights of the rows, equal by default; see ``weights()``.
        bands: number of equal bands between 0 and 1; a number on a border counts above it.

    Returns:
        One row for each band that is not empty: ``low``, ``high``, ``said`` (mean probability),
        ``came`` (share of yes), ``forecasts`` (number of rows).
    """
    table = _groups(probabilities, outcomes, weight)
    # A hair of room, so that 0.6 falls on the border it looks like.
    table["band"] = (table["said"] * bands + 1e-9).astype(int).clip(upper=bands - 1)
    rows = []
    for band, g in table.groupby("band"):
        total = g["weight"].sum()
        rows.append(
            {
                "low": band / bands,
                "high": (band + 1) / bands,
                "said": (g["weight"] * g["said"]).sum() / total,
                "came": (g["weight"] * g["came"]).sum() / total,
                "forecasts": len(g),
            }
        )
    return pd.DataFrame(rows)


def _groups(
    probabilities: Iterable[float], outcomes: Iterable[bool], weight: Iterable[float] | None
) -> pd.DataFrame:
    said, came = list(probabilities), list(outcomes)
    brier(said, came)  # says what is wrong with them
    if not said:
        raise VerdictError("there are no forecasts.")
    held = [1.0] * len(said) if weight is None else [float(w) for w in weight]
    if len(held) != len(said) or min(held) < 0 or sum(held) <= 0:
        raise VerdictError("weights must be one for each forecast, none negative, not all zero.")
    return pd.DataFrame({"said": said, "came": came, "weight": held}).astype(float)
