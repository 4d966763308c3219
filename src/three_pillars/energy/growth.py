"""Who supplied the growth? The change of a total, split among its suppliers."""

from __future__ import annotations

import math
from dataclasses import dataclass

import pandas as pd

from ..words import fraction
from ._checked import with_data
from .errors import MeasureError
from .suppliers import RUSSIA, lng_year, share_by_year


def contribution_to_growth(imports: pd.DataFrame, start: int, end: int) -> pd.DataFrame:
    """Split the change of Japan's LNG imports between two years among the suppliers.

    A supplier that is missing in one of the years counts as zero there. The changes add up to the
    change of the total, and the fractions add up to 1.

    Args:
        imports: The table ``energy/lng_imports``.
        start: The first year, with a full breakdown.
        end: The last year, with a full breakdown, after ``start``.

    Returns:
        One row a supplier, largest gain first: ``exporter``, ``start_bcm``, ``end_bcm``,
        ``change_bcm``, ``part_of_growth`` (fraction of the total change; above 1 or below 0 when
        gains and losses offset each other) and ``growth_points`` (fraction of the start's total).

    Raises:
        MeasureError: A year has no breakdown, the years are in the wrong order, or the total did
            not change, so that there is nothing to split.
    """
    if end <= start:
        raise MeasureError(f"the years run from {start} to {end}; put the earlier year first.")
    table = (
        pd.concat(
            {"start_bcm": lng_year(imports, start), "end_bcm": lng_year(imports, end)}, axis=1
        )
        .fillna(0.0)
        .rename_axis("exporter")
        .reset_index()
    )
    table["change_bcm"] = table["end_bcm"] - table["start_bcm"]
    change = table["change_bcm"].sum()
    if math.isclose(change, 0, abs_tol=1e-9):
        raise MeasureError(
            f"the total is the same in {start} and {end}, so no part of its growth can be named; "
            "compare the volumes instead."
        )
    table["part_of_growth"] = table["change_bcm"] / change
    table["growth_points"] = table["change_bcm"] / table["start_bcm"].sum()
    return table.sort_values("change_bcm", ascending=False, kind="stable", ignore_index=True)


@dataclass(frozen=True)
class SupplierGrowth:
    """One supplier's part of the growth of a total; bcm, and fractions of the growth.

    ``part_low`` and ``part_high`` allow for the rounding of the published share.
    """

    total_change: float
    supplier_start: float
    supplier_change: float
    part: float
    part_low: float
    part_high: float


def growth_from_published_share(
    total_start: float,
    share_start: float,
    total_end: float,
    supplier_end: float,
    *,
    rounding: float = 0.0,
) -> SupplierGrowth:
    """Find one supplier's part of growth when its first volume is known only as a share.

    The supplier's first volume is ``share_start * total_start``. The rest is as in
    ``contribution_to_growth``, for one supplier.

    Args:
        total_start: All imports in the first year (bcm).
        share_start: The supplier's published share of them, a fraction.
        total_end: All imports in the last year (bcm).
        supplier_end: The supplier's volume in the last year (bcm).
        rounding: Half a unit of the share's last printed digit: 0.005 for whole per cents.

    Returns:
        The changes and the supplier's part, with its range if ``rounding`` is given.

    Raises:
        MeasureError: A volume is negative, the share lies outside 0 to 1, the supplier is larger
            than the total, or the total did not change.
    """
    for label, value in (
        ("total_start", total_start),
        ("total_end", total_end),
        ("supplier_end", supplier_end),
        ("rounding", rounding),
    ):
        if not (math.isfinite(value) and value >= 0):
            raise MeasureError(f"{label} is {value:g}; give a number of 0 or more.")
    share_start = fraction(share_start, "share_start", MeasureError)
    if supplier_end > total_end:
        raise MeasureError(
            f"the supplier's {supplier_end:g} bcm is more than the total of {total_end:g} bcm; "
            "check that both have the same unit and year."
        )
    change = total_end - total_start
    if math.isclose(change, 0, abs_tol=1e-9):
        raise MeasureError(
            "the total did not change, so no part of its growth can be named; "
            "compare the volumes instead."
        )
    low, high = max(share_start - rounding, 0.0), min(share_start + rounding, 1.0)
    parts = sorted((supplier_end - share * total_start) / change for share in (low, high))
    start = share_start * total_start
    return SupplierGrowth(
        total_change=change,
        supplier_start=start,
        supplier_change=supplier_end - start,
        part=(supplier_end - start) / change,
        part_low=parts[0],
        part_high=parts[1],
    )


def growth_since(
    imports: pd.DataFrame, exporter: str = RUSSIA, start: int = 2010, end: int = 2014
) -> SupplierGrowth:
    """Find one supplier's part of growth from a year of which only its published share is known.

    Both totals come from the one revised series, so that they can be compared. The supplier's last
    volume is the one printed in the edition with the breakdown, which differs from that series by
    1 to 2 per cent in 2013 to 2015.

    Args:
        imports: The table ``energy/lng_imports``.
        exporter: The supplier's name in the table.
        start: A year with a whole-per-cent published share (2010 or 2012 for Russia).
        end: A year with a full breakdown.

    Returns:
        As ``growth_from_published_share`` with a rounding of half a per cent.

    Raises:
        MeasureError: The supplier is unknown, or a year has no such figure.
    """
    series = share_by_year(imports, exporter, published=True)
    printed = series[series["basis"] == "published"]
    first = with_data(start, printed["year"], f"a published share of {exporter}")
    revised = imports[imports["row_type"] == "total_revised"].set_index("year")["volume_bcm"]
    for year in (start, end):
        with_data(year, revised.index, "the revised total of LNG imports")
    return growth_from_published_share(
        float(revised[start]),
        float(printed.set_index("year")["share"][first]),
        float(revised[end]),
        float(lng_year(imports, end).get(exporter, 0.0)),
        rounding=0.005,
    )
