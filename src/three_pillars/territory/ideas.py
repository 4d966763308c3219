"""The ideas ever floated, grouped by what they would move."""

from __future__ import annotations

import pandas as pd

from ..data import load
from .names import GROUPS
from .outcome import outcome

IDEA_NAMES = {
    (0, 0, 0, 0): "None",
    (1, 1, 0, 0): "Two islands",
    (1, 1, 1, 0): "Three islands",
    (1, 1, 1, 0.2101): "Equal land",
    (1, 1, 1, 0.25): "3¼ islands",
    (1, 1, 1, 0.5): "3½ islands",
    (1, 1, 1, 1): "Four islands",
}
"""Ideas that move the same shares of (Habomai, Shikotan, Kunashiri, Etorofu) share one name."""


def ideas(options: pd.DataFrame | None = None) -> pd.DataFrame:
    """Group the ideas ever floated by what they would move, with what each would bring Japan.

    Args:
        options: rows of ``territory/options``; the verified ones by default. Ideas that name no
            shares are left out.

    Returns:
        One row for each division: ``idea``, ``count``, ``first`` and ``last`` year, ``floated_by``,
        the four shares, and the fields of `Outcome`.
    """
    options = load("territory/options", verified_only=True) if options is None else options
    columns = [f"{group}_share_to_japan" for group in GROUPS]
    rows = []
    for shares, found in options.dropna(subset=columns).groupby(columns, sort=True):
        moved = dict(zip(GROUPS, shares, strict=True))
        years = found["date"].str[:4].astype(int)
        rows.append(
            {
                "idea": IDEA_NAMES.get(tuple(shares), "Another"),
                "count": len(found),
                "first": int(years.min()),
                "last": int(years.max()),
                "floated_by": "; ".join(
                    found.sort_values("date", kind="stable")["floated_by"].drop_duplicates()
                ),
                **moved,
                **vars(outcome(moved)),
            }
        )
    return pd.DataFrame(rows).sort_values("land", ignore_index=True, kind="stable")
