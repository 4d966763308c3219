"""What a division moves, and the share of one island that brings a given share of the land."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..words import fraction, unknown
from .errors import TerritoryError
from .names import GROUPS, NAMES
from .stakes import Stakes, stakes


@dataclass(frozen=True)
class Outcome:
    """What an idea would move to Japan, each as a share of all four groups.

    Args:
        land: of the land.
        people_low: of the people of 2023, if nobody lives in the part of an island that is cut off.
        people_even: of the people of 2023, if people are spread evenly over a divided island.
        people_1945: of the Japanese residents of 1945, if they were spread evenly.
        sea: of the sea, by the model of equal distance.
    """

    land: float
    people_low: float
    people_even: float
    people_1945: float
    sea: float


def outcome(shares: Mapping[str, float], at_stake: Stakes | None = None) -> Outcome:
    """Work out what goes to Japan if it gets a share of each group.

    A share of Etorofu/Iturup is counted from its south-western end, next to Kunashiri/Kunashir.

    Args:
        shares: the share of each group that goes to Japan, 0 to 1; a group not named keeps to 0.
        at_stake: what is at stake; the tables of the book by default.

    Raises:
        TerritoryError: a group is unknown, or a share is not a number from 0 to 1.
    """
    at_stake = at_stake or stakes()
    part = _shares(shares)
    whole = np.where(part == 1, 1.0, 0.0)
    sea = _by_group(at_stake.sea)
    divided = GROUPS.index("etorofu")  # its sea does not grow evenly with its land
    moved = (np.delete(part * sea, divided)).sum() + _etorofu_sea(part[divided], at_stake)
    return Outcome(
        land=_weighted(part, at_stake.land),
        people_low=_weighted(whole, at_stake.people),
        people_even=_weighted(part, at_stake.people),
        people_1945=_weighted(part, at_stake.people_1945),
        sea=float(moved / sea.sum()),
    )


def etorofu_share_for(
    land: float, others: Mapping[str, float] | None = None, at_stake: Stakes | None = None
) -> float:
    """Work out which share of Etorofu/Iturup brings Japan's part of the land to a given share.

    Args:
        land: Japan's share of the land of all four groups, 0 to 1.
        others: the shares of the other three groups; all of each by default.
        at_stake: what is at stake; the tables of the book by default.

    Raises:
        TerritoryError: no share of Etorofu/Iturup can give that much or that little.
    """
    at_stake = at_stake or stakes()
    wanted = fraction(land, "the share of the land", TerritoryError)
    rest = dict.fromkeys(GROUPS[:3], 1.0) if others is None else dict(others)
    if "etorofu" in rest:
        raise TerritoryError("leave Etorofu/Iturup out of others: its share is what is asked for.")
    low = outcome({**rest, "etorofu": 0}, at_stake).land
    high = outcome({**rest, "etorofu": 1}, at_stake).land
    if not low - 1e-12 <= wanted <= high + 1e-12:
        raise TerritoryError(
            f"{wanted:.1%} of the land cannot be reached: with those other groups Etorofu/Iturup "
            f"moves Japan's share between {low:.1%} and {high:.1%}."
        )
    return min(1.0, max(0.0, (wanted - low) / (high - low)))


# Plain arrays: an explorable asks for every share of every group, nearly a thousand times.
def _by_group(values: pd.Series) -> np.ndarray:
    return np.array([values[group] for group in GROUPS], dtype=float)


def _shares(shares: Mapping[str, float]) -> np.ndarray:
    part = np.zeros(len(GROUPS))
    for group, value in shares.items():
        if group not in GROUPS:
            raise TerritoryError(unknown(group, GROUPS, "group"))
        part[GROUPS.index(group)] = fraction(value, f"the share of {NAMES[group]}", TerritoryError)
    return part


def _weighted(part: np.ndarray, weight: pd.Series) -> float:
    weights = _by_group(weight)
    return float((part * weights).sum() / weights.sum())


def _etorofu_sea(share: float, at_stake: Stakes) -> float:
    knots = at_stake.etorofu_sea
    return float(np.interp(share, knots.index.to_numpy(float), knots.to_numpy(float)))
