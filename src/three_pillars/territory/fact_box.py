"""What a reader should know of each of the four groups, as words."""

from __future__ import annotations

import pandas as pd

from ..data import load
from .names import GROUPS, NAMES
from .stakes import stakes


def fact_box() -> pd.DataFrame:
    """Return what a reader should know of each of the four groups, as words.

    Returns:
        One row a group: both names, names in script, area, people in 1945 and 2023, distance.
    """
    at_stake = stakes()
    islands = load("territory/islands")
    islands = islands[islands["is_group"]].set_index("island_id")
    rows = []
    for group in reversed(GROUPS):
        island = islands.loc[group]
        near = island["distance_computed_km"]
        rows.append(
            {
                "island_group": group,
                "name": NAMES[group],
                "in_script": f"{island['name_ja']} / {island['name_ru'].split(' (')[0]}",
                "area": f"{at_stake.land[group]:,.0f} km²",
                "people": f"{at_stake.people_1945[group]:,.0f} in 1945, "
                f"{at_stake.people[group]:,.0f} in 2023",
                "distance": f"{near:.1f} km to Hokkaido"
                if near < 100
                else f"{near:.0f} km to Hokkaido",
            }
        )
    return pd.DataFrame(rows)
