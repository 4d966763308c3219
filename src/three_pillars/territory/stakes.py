"""What is at stake: land, people and sea of each group of islands."""

from __future__ import annotations

import functools
from dataclasses import dataclass

import pandas as pd

from ..data import load
from .names import GROUPS


@dataclass(frozen=True)
class Stakes:
    """What each group holds of what can be divided.

    Args:
        land: area of each group in km2, islets included, as the Japanese survey prints it.
        people: residents of each group on 1 January 2023.
        people_1945: Japanese residents of each group on 15 August 1945.
        sea: sea of each group in km2, by the book's model of equal distance.
        etorofu_sea: the model's sea of the south-western part of Etorofu/Iturup, by that part's
            share of the island's land (from 0 to 1).
    """

    land: pd.Series
    people: pd.Series
    people_1945: pd.Series
    sea: pd.Series
    etorofu_sea: pd.Series


@functools.cache
def stakes() -> Stakes:
    """Read what is at stake from the tables of areas, people and sea."""
    areas = load("territory/areas")
    land = areas[areas["preferred"]].set_index("island_id")["area_km2"]
    people = load("territory/population", verified_only=True).set_index(["date", "place_id"])
    sea = load("territory/sea_areas", verified_only=True)
    sea = sea[sea["preferred"]]
    strips = sea[(sea["island_group"] == "etorofu") & (sea["from_share"] == 0)]
    whole = sea[(sea["from_share"] == 0) & (sea["to_share"] == 1)].set_index("island_group")
    knots = strips.set_index("to_share")["sea_km2"].sort_index()
    knots = pd.concat([pd.Series({0.0: 0.0}), knots])

    def of(series: pd.Series) -> pd.Series:
        return series.reindex(list(GROUPS)).astype(float)

    return Stakes(
        land=of(land),
        people=of(people.loc["2023-01-01", "population"]),
        people_1945=of(people.loc["1945-08-15", "population"]),
        sea=of(whole["sea_km2"]),
        etorofu_sea=knots.astype(float),
    )
