"""Who supplies Japan's LNG? One year's suppliers, and one supplier's share and rank by year."""

from __future__ import annotations

import pandas as pd

from ._checked import amounts, columns, known, with_data
from .errors import MeasureError

RUSSIA = "Russia"
"""Russia's name in the tables of suppliers."""


UNITS = {"bcm": "volume_bcm", "Mt": "volume_mt"}
"""Column of each unit: volumes of the yearly reviews, and customs weights."""


def breakdown(imports: pd.DataFrame, unit: str = "bcm") -> pd.DataFrame:
    """Keep the rows of full breakdowns: calendar years, suppliers and groups, in one unit.

    Args:
        imports: The table ``energy/lng_imports``.
        unit: ``"bcm"`` for the reviews' years, from 2013 on, or ``"Mt"`` for those of which only
            customs weights are full, 2009 to 2012.

    Returns:
        Its rows of named exporters and residual groups, one a supplier and year; the amount stands
        in ``amount`` too.

    Raises:
        MeasureError: A column is missing, the unit is unknown, no row is left, or a supplier
            appears twice in a year.
    """
    known(unit, UNITS, "unit")
    columns(
        imports,
        ("year", "period_type", "exporter", "row_type", UNITS[unit], "share_pct", "source_id"),
        "LNG imports",
    )
    kept = (
        (imports["period_type"] == "calendar_year")
        & imports["row_type"].isin(["exporter", "residual_group"])
        & imports[UNITS[unit]].notna()
    )
    if unit == "Mt":  # single weights beside a review, or beside customs, are no breakdown
        columns(imports, ("preferred",), "LNG imports")
        kept &= imports["preferred"]
    rows = imports[kept]
    if rows.empty:
        raise MeasureError(
            f"the table of LNG imports has no supplier with a volume in {unit}; "
            "load 'energy/lng_imports' without filtering it."
        )
    twice = rows[rows.duplicated(["year", "exporter"])]
    if not twice.empty:
        row = twice.iloc[0]
        raise MeasureError(
            f"'{row['exporter']}' appears twice in {row['year']} with a volume in {unit}; "
            "keep one edition a year."
        )
    return rows.assign(amount=rows[UNITS[unit]].astype(float))


def _all_years(imports: pd.DataFrame, weights: bool) -> pd.DataFrame:
    """Return full breakdowns by volume and, if asked for, by weight for the years without."""
    rows = breakdown(imports).assign(basis="volume")
    if not weights:
        return rows
    earlier = breakdown(imports, "Mt").assign(basis="weight")
    earlier = earlier[~earlier["year"].isin(rows["year"])]
    return pd.concat([earlier, rows], ignore_index=True)


def lng_parts(imports: pd.DataFrame, year: int, unit: str = "bcm") -> tuple[pd.Series, pd.Series]:
    """Take one year's suppliers from the table of LNG imports: the named and the groups.

    Only rows of a full breakdown of a calendar year count: one edition of one review a year, or
    customs records, whose suppliers add up to the printed total. Totals, sums over several
    suppliers and single figures stay out.

    Args:
        imports: The table ``energy/lng_imports``.
        year: A year with a full breakdown.
        unit: ``"bcm"``, or ``"Mt"`` for the years before 2013.

    Returns:
        Two Series in that unit indexed by exporter: named suppliers, residual groups (may be
        empty).

    Raises:
        MeasureError: A column is missing, the year has no breakdown, or a supplier appears twice.
    """
    rows = breakdown(imports, unit)
    what = f"LNG imports by supplier in {unit}"
    rows = rows[rows["year"] == with_data(year, rows["year"], what)]
    parts = []
    for kind in ("exporter", "residual_group"):
        of_kind = rows[rows["row_type"] == kind]
        part = pd.Series(
            of_kind["amount"].to_numpy(),
            index=pd.Index(of_kind["exporter"].astype(str), name="exporter"),
            name=UNITS[unit],
            dtype=float,
        )
        parts.append(amounts(part, f"{year} volume") if len(part) else part)
    return parts[0], parts[1]


def lng_year(imports: pd.DataFrame, year: int, unit: str = "bcm") -> pd.Series:
    """Take one year's suppliers from the table of LNG imports, groups included.

    Args:
        imports: The table ``energy/lng_imports``.
        year: A year with a full breakdown.
        unit: ``"bcm"``, or ``"Mt"`` for the years before 2013.

    Returns:
        Amounts in that unit indexed by exporter, largest first; their sum is the printed total.

    Raises:
        MeasureError: As in ``lng_parts``.
    """
    named, groups = lng_parts(imports, year, unit)
    both = pd.concat([named, groups]) if len(groups) else named
    return both.sort_values(ascending=False, kind="stable")


def share_by_year(
    imports: pd.DataFrame, exporter: str = RUSSIA, *, weights: bool = False
) -> pd.DataFrame:
    """Follow one supplier's share of Japan's LNG through the years.

    Args:
        imports: The table ``energy/lng_imports``.
        exporter: The supplier's name in the table.
        weights: Add the years before 2013, of which only customs weights are full. A share by
            weight and one by volume differ by up to a tenth of a percentage point.

    Returns:
        One row a year: ``year``, ``volume_bcm`` (missing where only the weight is known),
        ``share`` (fraction), ``basis`` ("volume" or "weight") and ``source_id``. A year with a
        breakdown in which the supplier is not named has a share of 0.

    Raises:
        MeasureError: The supplier is unknown, or a column is missing.
    """
    rows = _all_years(imports, weights)
    known(exporter, rows.loc[rows["row_type"] == "exporter", "exporter"], "supplier")
    by_year = rows.groupby("year")
    total = by_year["amount"].sum()
    own = rows[rows["exporter"] == exporter].set_index("year")["amount"]
    own = own.reindex(total.index, fill_value=0.0)
    basis = by_year["basis"].first()
    return pd.DataFrame(
        {
            "year": total.index.astype(int),
            "volume_bcm": own.where(basis == "volume").to_numpy(float),
            "share": (own / total).to_numpy(),
            "basis": basis.to_numpy(),
            "source_id": by_year["source_id"].first().to_numpy(),
        }
    )


def rank_by_year(
    imports: pd.DataFrame, exporter: str = RUSSIA, *, weights: bool = False
) -> pd.DataFrame:
    """Follow one supplier's place among the named suppliers of Japan's LNG.

    Args:
        imports: The table ``energy/lng_imports``.
        exporter: The supplier's name in the table.
        weights: Add the years before 2013, of which only customs weights are full.

    Returns:
        One row a year in which it supplied: ``year``, ``rank`` (1 is the largest; equals share the
        better rank) and ``suppliers`` (how many are named).

    Raises:
        MeasureError: The supplier is unknown, or a column is missing.
    """
    rows = _all_years(imports, weights)
    rows = rows[rows["row_type"] == "exporter"]
    known(exporter, rows["exporter"], "supplier")
    by_year = rows.groupby("year")["amount"]
    rows = rows.assign(
        rank=by_year.rank(ascending=False, method="min"), suppliers=by_year.transform("size")
    )
    own = rows.loc[rows["exporter"] == exporter, ["year", "rank", "suppliers"]]
    return own.astype(int).sort_values("year", ignore_index=True, kind="stable")
