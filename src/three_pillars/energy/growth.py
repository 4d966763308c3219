"""Who supplied the growth? The change of a total, split among its suppliers."""

from __future__ import annotations

import math

import pandas as pd

from .errors import MeasureError
from .suppliers import lng_year


def contribution_to_growth(
    imports: pd.DataFrame, start: int, end: int, unit: str = "bcm"
) -> pd.DataFrame:
    """Split the change of Japan's LNG imports between two years among the suppliers.

    A supplier that is missing in one of the years counts as zero there. The changes add up to the
    change of the total, and the fractions add up to 1.

    Args:
        imports: The table ``energy/lng_imports``.
        start: The first year, with a full breakdown.
        end: The last year, with a full breakdown in the same unit, after ``start``.
        unit: ``"bcm"`` from 2013 on, ``"Mt"`` for 2009 to 2012; no change spans both.

    Returns:
        One row a supplier, largest gain first: ``exporter``, ``start``, ``end`` and ``change`` (in
        the unit), ``part_of_growth`` (fraction of the total change; above 1 or below 0 when gains
        and losses offset each other) and ``growth_points`` (fraction of the start's total).

    Raises:
        MeasureError: A year has no breakdown, the years are in the wrong order, or the total did
            not change, so that there is nothing to split.
    """
    if end <= start:
        raise MeasureError(f"the years run from {start} to {end}; put the earlier year first.")
    table = (
        pd.concat(
            {"start": lng_year(imports, start, unit), "end": lng_year(imports, end, unit)}, axis=1
        )
        .fillna(0.0)
        .rename_axis("exporter")
        .reset_index()
    )
    table["change"] = table["end"] - table["start"]
    change = table["change"].sum()
    if math.isclose(change, 0, abs_tol=1e-9):
        raise MeasureError(
            f"the total is the same in {start} and {end}, so no part of its growth can be named; "
            "compare the volumes instead."
        )
    table["part_of_growth"] = table["change"] / change
    table["growth_points"] = table["change"] / table["start"].sum()
    return table.sort_values("change", ascending=False, kind="stable", ignore_index=True)
