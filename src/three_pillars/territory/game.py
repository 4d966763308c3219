"""A game at two tables (Putnam 1988): two win-sets, and the zone of agreement (Raiffa 1982)."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from ..words import fraction, unknown
from .errors import TerritoryError
from .ideas import ideas

MEASURES = {"land": "land", "people": "people_even", "sea": "sea"}
"""What a side may count, with the field of `Outcome` that holds it."""

HAIR = 0.0005
"""By how much an idea may miss a threshold: a twentieth of a point, which no page shows. The lines
of ideas are drawn on a map: the one for equal land leaves 49.99%. A class's deal is weighed as it
is signed, in `weigh_deal()`."""


@dataclass(frozen=True)
class Game:
    """The result of a two-level game.

    Args:
        japan: the least and the most that Japan's win-set holds, as shares that go to Japan.
        russia: the same for Russia's win-set.
        zone: the zone of possible agreement, or None.
        ideas: the ideas, with ``share``, ``japan_accepts``, ``russia_accepts``, ``in_zone``.
    """

    japan: tuple[float, float]
    russia: tuple[float, float]
    zone: tuple[float, float] | None
    ideas: pd.DataFrame


def two_level_game(
    japan_least: float,
    russia_most: float,
    *,
    measure: str = "land",
    side_deals: float = 0.0,
    offers: pd.DataFrame | None = None,
) -> Game:
    """Find what both sides could get through at home (after Putnam 1988).

    Each government bargains abroad and must have the result accepted at home. All that could be
    accepted is its win-set; a deal is possible where the win-sets overlap. The assumptions:

    1. Both audiences look at one number only: the share that goes to Japan of one ``measure``.
    2. Japan's audience accepts any result of ``japan_least`` or more.
    3. Russia's audience accepts any result of ``russia_most`` or less.
    4. Deals on other things (investment, energy, security) are worth ``side_deals`` to Russia's
       audience: it accepts so much more. Japan's audience is not paid.
    5. Both know the thresholds, a threshold is one point, and nobody but the two has a veto.

    Args:
        japan_least: the smallest share acceptable in Japan, 0 to 1.
        russia_most: the largest share acceptable in Russia, 0 to 1.
        measure: what both count: land, people or sea.
        side_deals: what side deals add to Russia's threshold, 0 to 1.
        offers: ideas to sort, in the shape of `ideas()`; all of these by default.

    Raises:
        TerritoryError: a threshold is not a number from 0 to 1, or the measure is unknown.
    """
    if measure not in MEASURES:
        raise TerritoryError(unknown(measure, list(MEASURES), "measure"))
    least = fraction(japan_least, "the least that Japan accepts", TerritoryError)
    most = fraction(russia_most, "the most that Russia accepts", TerritoryError)
    most = min(1.0, most + fraction(side_deals, "the worth of side deals", TerritoryError))
    table = (ideas() if offers is None else offers).copy()
    share = table[MEASURES[measure]].to_numpy(float)
    yes, da = share >= least - HAIR, share <= most + HAIR
    table["share"] = share
    table["japan_accepts"], table["russia_accepts"], table["in_zone"] = yes, da, yes & da
    return Game(
        japan=(least, 1.0),
        russia=(0.0, most),
        zone=(least, most) if least <= most + HAIR else None,
        ideas=table,
    )
