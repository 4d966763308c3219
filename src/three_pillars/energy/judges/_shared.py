"""What the judges of both chapters ask of the tables: events in a window, and gas by supplier."""

from __future__ import annotations

import math

import pandas as pd

from ...data import Reader, once
from ...day import dated, in_words
from ...ledger import Finding, found_count, found_value, missing
from ...ledger.criteria import Criterion
from ...words import listed, moved_by
from ..errors import MeasureError
from ..suppliers import RUSSIA, UNITS, breakdown, share_by_year

LNG = "energy/lng_imports"

BASES_DIFFER = 0.15
"""Percentage points by which a share by volume and one by weight may differ: the largest difference
in the five years that have both is below it (tests/test_data.py)."""


@once
def events(load: Reader, **wanted: str | tuple[str, ...]) -> pd.DataFrame:
    """Load the verified events that have these values in these columns, with their days."""
    table = load("energy/events", verified_only=True)
    for column, values in wanted.items():
        table = table[table[column].isin(values if isinstance(values, tuple) else [values])]
    return dated(table).sort_values("first_day", kind="stable")


def in_window(
    rows: pd.DataFrame,
    criterion: Criterion,
    day: pd.Timestamp,
    unit: str,
    says: str,
    figure: str = "",
) -> Finding:
    """Count dated rows of a selection in a criterion's window.

    Args:
        rows: Rows from ``three_pillars.day.dated()``, not yet cut to the window.
        criterion: Whose window.
        day: The day on which is judged.
        unit: What one row is, in the plural.
        says: The sentence.
        figure: The finding in a few words.
    """
    inside = criterion.inside(rows, day)
    return found_count(inside, unit, says, whole=False, also=[rows], figure=figure)


def days(rows: pd.DataFrame) -> str:
    """List the dates of rows as prose has them, each once."""
    return listed(dict.fromkeys(in_words(date) for date in rows["date"]))


def russian_share(lng: pd.DataFrame) -> pd.DataFrame:
    """Follow Russia's share of Japan's LNG, by volume or weight, as far as there are suppliers.

    Returns:
        A table by year: ``share`` in per cent, ``volume_bcm`` and ``basis``; empty if no year has
        its suppliers, or none of them is Russia.
    """
    for weights in (True, False):
        try:
            found = share_by_year(lng, weights=weights).set_index("year")
        except MeasureError:
            continue
        return found.assign(share=100 * found["share"])
    try:
        only = breakdown(lng, "Mt").assign(volume_bcm=lambda rows: rows["amount"])
        found = share_by_year(only).set_index("year")
    except MeasureError:
        return pd.DataFrame(columns=["share", "volume_bcm", "basis"])
    return found.assign(share=100 * found["share"], volume_bcm=float("nan"), basis="weight")


def suppliers(lng: pd.DataFrame, years: list[int]) -> pd.DataFrame:
    """Keep the rows of all suppliers of some years: what a share of these years rests on."""
    full = lng[list(UNITS.values())].notna().any(axis=1) & lng["preferred"]
    kinds = lng["row_type"].isin(["exporter", "residual_group"])
    calendar = lng["period_type"] == "calendar_year"
    return lng[full & kinds & calendar & lng["year"].isin(years)]


def all_suppliers(load: Reader, found: pd.DataFrame, years: list[int]) -> bool:
    """Tell whether the suppliers of these years are complete."""
    scopes = {"weight": "suppliers by weight", "volume": "suppliers by volume"}
    return all(load.whole(LNG, scopes[found["basis"][year]]) for year in years)


def rise_of_share(
    load: Reader, lng: pd.DataFrame, found: pd.DataFrame, years: list[int], why: tuple[str, str]
) -> Finding:
    """Measure by how many percentage points Russia's share of Japan's LNG rose.

    Args:
        load: The reader.
        lng: The table ``energy/lng_imports``, as the reader gave it.
        found: What ``russian_share`` made of it.
        years: The first and the last year.
        why: What each of the two is, for the sentence.
    """
    first, last = years
    if not {first, last} <= set(found.index):
        return missing(
            "percentage points", f"Japan's LNG by supplier is not known for {first} and {last}."
        )
    old, new = found["share"][first], found["share"][last]
    mixed = found["basis"][first] != found["basis"][last]
    slack = BASES_DIFFER if mixed else 0.0
    by = " (by customs weight, then by volume)" if mixed else ""
    return found_value(
        new - old,
        "percentage points",
        f"Russia's share of Japan's LNG {moved_by(new - old, ' percentage points')}, from "
        f"{old:.1f}% in {first}, {why[0]}, to {new:.1f}% in {last}, {why[1]}{by}.",
        rows=[suppliers(lng, [first, last])],
        low=new - old - slack,
        high=new - old + slack,
        whole=all_suppliers(load, found, [first, last]),
        figure=f"{old:.1f}% → {new:.1f}%",
    )


def rank_bounds(named: pd.Series, groups: pd.Series, supplier: str = RUSSIA) -> tuple[int, int]:
    """Bound a supplier's rank where a group may hide suppliers larger than it.

    Args:
        named: Amounts of the named suppliers.
        groups: Amounts of groups that the source does not split.
        supplier: One of the named.

    Returns:
        The rank among the named, and the worst that it can be: a group of three times its size may
        hold three that are larger.
    """
    own = named[supplier]
    best = int((named > own).sum()) + 1
    hidden = sum(math.ceil(group / own) - 1 for group in groups if group > own) if own > 0 else 0
    return best, best + hidden
