"""Which steps did each actor take, and how long after its partners did Japan follow?"""

from __future__ import annotations

import pandas as pd

from ..day import days_between
from ._dates import on_or_before

ACTORS = ["Japan", "United States", "European Union"]
"""Whose measures are compared, in the order of a legend."""

INSTRUMENTS = {
    "on_persons": "Asset freezes",
    "on_crimea_trade": "Trade with Crimea",
    "on_finance": "Capital for state banks",
    "on_defence": "Arms and dual-use goods",
    "on_oil_technology": "Oil technology",
    "on_energy_firms": "Capital for Russian energy firms",
}
"""What the measures of 2014 could touch, with the words for a reader."""


def instruments(measures: pd.DataFrame, day: str | pd.Timestamp) -> pd.DataFrame:
    """Tell which instrument each actor had used by a day, and when first.

    Args:
        measures: the table ``constraint/measures``.
        day: the last day to look at.

    Returns:
        One row for each actor and instrument: ``actor``, ``instrument``, ``used``, ``first``.
    """
    taken = measures[measures["actor"].isin(ACTORS) & (measures["kind"] == "measure")]
    taken = on_or_before(taken, day)
    rows = []
    for actor in ACTORS:
        for column, label in INSTRUMENTS.items():
            dates = taken.loc[(taken["actor"] == actor) & taken[column].fillna(False), "date"]
            first = min(dates) if len(dates) else None
            rows.append(
                {"actor": actor, "instrument": label, "used": first is not None, "first": first}
            )
    return pd.DataFrame(rows)


def lags(measures: pd.DataFrame) -> pd.DataFrame:
    """Measure how long after the first of its partners Japan acted, step by step.

    Steps to which Japan did not answer at all are left in, with no date.

    Args:
        measures: the table ``constraint/measures``.

    Returns:
        One row for each step: ``step``, ``first_partner``, ``partner_date``, ``japan_date`` and
        ``days``.
    """
    taken = measures[
        measures["actor"].isin(ACTORS) & (measures["kind"] == "measure") & measures["step"].notna()
    ]
    rows = []
    for step, group in taken.sort_values("date", kind="stable").groupby("step", sort=False):
        partners = group[group["actor"] != "Japan"].iloc[0]
        own = group.loc[group["actor"] == "Japan", "date"]
        date = own.iloc[0] if len(own) else None
        days = days_between(partners["date"], date) if date else None
        rows.append(
            {
                "step": step,
                "first_partner": partners["actor"],
                "partner_date": partners["date"],
                "japan_date": date,
                "days": days,
            }
        )
    return pd.DataFrame(rows).astype({"days": "Int64"})
