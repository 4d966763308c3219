"""Which steps did each actor take, how long after the others did Japan follow, which stand?"""

from __future__ import annotations

import pandas as pd

from ..day import dated, days_between
from ._dates import first_days, on_or_before

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


def left_out(measures: pd.DataFrame, day: str | pd.Timestamp) -> list[str]:
    """Name the instruments that both partners had used by a day and Japan had not.

    Args:
        measures: the table ``constraint/measures``.
        day: the last day to look at.

    Returns:
        The words of `INSTRUMENTS`, in its order.
    """
    used = instruments(measures, day).pivot(index="instrument", columns="actor", values="used")
    gone = used["United States"] & used["European Union"] & ~used["Japan"]
    return [label for label in INSTRUMENTS.values() if gone[label]]


def lags(measures: pd.DataFrame) -> pd.DataFrame:
    """Measure how long after the first of its partners Japan acted, step by step.

    Steps to which Japan did not answer at all are left in, with no date.

    Args:
        measures: the table ``constraint/measures``.

    Returns:
        One row for each step that a partner took: ``step``, ``first_partner``, ``partner_date``,
        ``japan_date`` and ``days``.
    """
    taken = measures[
        measures["actor"].isin(ACTORS) & (measures["kind"] == "measure") & measures["step"].notna()
    ]
    rows = []
    for step, group in taken.sort_values("date", kind="stable").groupby("step", sort=False):
        partners = group[group["actor"] != "Japan"]
        if partners.empty:
            continue
        partner = partners.iloc[0]
        own = group.loc[group["actor"] == "Japan", "date"]
        date = own.iloc[0] if len(own) else None
        days = days_between(partner["date"], date) if date else None
        rows.append(
            {
                "step": step,
                "first_partner": partner["actor"],
                "partner_date": partner["date"],
                "japan_date": date,
                "days": days,
            }
        )
    columns = ["step", "first_partner", "partner_date", "japan_date", "days"]
    return pd.DataFrame(rows, columns=columns).astype({"days": "Int64"})


def behind(measures: pd.DataFrame) -> pd.DataFrame:
    """Tell for each of Japan's measures how many days after the first partner's it came.

    Args:
        measures: the table ``constraint/measures``.

    Returns:
        Japan's measures with ``first_day`` and ``last_day`` and with ``days``, from the first
        measure of a partner in the same step; missing for a measure without a step or a partner.
        A partner's date that is known to the month counts from the end of that month.
    """
    taken = dated(measures[measures["actor"].isin(ACTORS) & (measures["kind"] == "measure")])
    own = taken[taken["actor"] == "Japan"].copy()
    first = taken[taken["actor"] != "Japan"].groupby("step")["last_day"].min().to_dict()
    own["days"] = (own["first_day"] - pd.to_datetime(own["step"].map(first))).dt.days
    return own


def standing(measures: pd.DataFrame, day: str | pd.Timestamp) -> int:
    """Count Japan's measures that stand on a day: those taken by then, less those lifted.

    Args:
        measures: the table ``constraint/measures``; a row of the kind ``lifting`` ends one measure.
            An easing ends none.
        day: the day.
    """
    changed = changes(measures)
    return int(changed[changed.index <= pd.Timestamp(day)].sum())


def changes(measures: pd.DataFrame) -> pd.Series:
    """Return by day what each row adds to Japan's measures in force: 1, -1 for a lifting, or 0.

    Args:
        measures: the table ``constraint/measures``; a date known to the month or the year counts
            from its first day.
    """
    own = measures[measures["actor"] == "Japan"]
    signs = own["kind"].map({"measure": 1, "lifting": -1}).fillna(0).astype(int)
    return signs.set_axis(pd.DatetimeIndex(first_days(own["date"])))
