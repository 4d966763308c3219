"""Who supplies Japan's LNG? One year's suppliers, and one supplier's share and rank by year."""

from __future__ import annotations

import pandas as pd

from ._checked import amounts, columns, known, with_data
from .errors import MeasureError

RUSSIA = "Russia"
"""Russia's name in the tables of suppliers."""


def breakdown(imports: pd.DataFrame) -> pd.DataFrame:
    """Keep the rows of full breakdowns: calendar years, suppliers and groups, volumes in bcm.

    Args:
        imports: The table ``energy/lng_imports``.

    Returns:
        Its rows of named exporters and residual groups, one a supplier and year.

    Raises:
        MeasureError: A column is missing, no row is left, or a supplier appears twice in a year.
    """
    columns(
        imports,
        ("year", "period_type", "exporter", "row_type", "volume_bcm", "share_pct", "source_id"),
        "LNG imports",
    )
    rows = imports[
        (imports["period_type"] == "calendar_year")
        & imports["row_type"].isin(["exporter", "residual_group"])
        & imports["volume_bcm"].notna()
    ]
    if rows.empty:
        raise MeasureError(
            "the table of LNG imports has no supplier with a volume in bcm; "
            "load 'energy/lng_imports' without filtering it."
        )
    twice = rows[rows.duplicated(["year", "exporter"])]
    if not twice.empty:
        row = twice.iloc[0]
        raise MeasureError(
            f"'{row['exporter']}' appears twice in {row['year']} with a volume in bcm; "
            "keep one edition a year."
        )
    return rows


def lng_parts(imports: pd.DataFrame, year: int) -> tuple[pd.Series, pd.Series]:
    """Take one year's suppliers from the table of LNG imports: the named and the groups.

    Only rows with a volume in bcm of a calendar year count: one edition of one review a year, whose
    suppliers add up to its printed total. Totals, sums over several suppliers and figures by weight
    stay out.

    Args:
        imports: The table ``energy/lng_imports``.
        year: A year with a full breakdown.

    Returns:
        Two Series in bcm indexed by exporter: named suppliers, residual groups (may be empty).

    Raises:
        MeasureError: A column is missing, the year has no breakdown, or a supplier appears twice.
    """
    rows = breakdown(imports)
    rows = rows[rows["year"] == with_data(year, rows["year"], "LNG imports by supplier in bcm")]
    parts = []
    for kind in ("exporter", "residual_group"):
        of_kind = rows[rows["row_type"] == kind]
        part = pd.Series(
            of_kind["volume_bcm"].astype(float).to_numpy(),
            index=pd.Index(of_kind["exporter"].astype(str), name="exporter"),
            name="volume_bcm",
        )
        parts.append(amounts(part, f"{year} volume") if len(part) else part)
    return parts[0], parts[1]


def lng_year(imports: pd.DataFrame, year: int) -> pd.Series:
    """Take one year's suppliers from the table of LNG imports, groups included, in bcm.

    Args:
        imports: The table ``energy/lng_imports``.
        year: A year with a full breakdown.

    Returns:
        Volumes in bcm indexed by exporter, largest first; their sum is the printed total.

    Raises:
        MeasureError: As in ``lng_parts``.
    """
    return pd.concat(lng_parts(imports, year)).sort_values(ascending=False, kind="stable")


def share_by_year(
    imports: pd.DataFrame, exporter: str = RUSSIA, *, published: bool = False
) -> pd.DataFrame:
    """Follow one supplier's share of Japan's LNG through the years.

    Args:
        imports: The table ``energy/lng_imports``.
        exporter: The supplier's name in the table.
        published: Add the rounded shares that sources printed for years without a breakdown.

    Returns:
        One row a year: ``year``, ``volume_bcm``, ``share`` (fraction), ``basis`` ("computed" from
        the volumes of one edition or "published") and ``source_id``. A year with a breakdown in
        which the supplier is not named has a share of 0.

    Raises:
        MeasureError: The supplier is unknown, or a column is missing.
    """
    rows = breakdown(imports)
    known(exporter, rows.loc[rows["row_type"] == "exporter", "exporter"], "supplier")
    total = rows.groupby("year")["volume_bcm"].sum()
    own = rows[rows["exporter"] == exporter].set_index("year")
    table = pd.DataFrame(
        {
            "year": total.index.astype(int),
            "volume_bcm": own["volume_bcm"].reindex(total.index, fill_value=0.0).to_numpy(),
            "share": (own["volume_bcm"].reindex(total.index, fill_value=0.0) / total).to_numpy(),
            "basis": "computed",
            "source_id": rows.groupby("year")["source_id"].first().to_numpy(),
        }
    )
    if published:
        extra = imports[
            (imports["exporter"] == exporter)
            & (imports["row_type"] == "exporter")
            & (imports["period_type"] == "calendar_year")
            & (imports["share_basis"] == "published")
            & ~imports["year"].isin(table["year"])
        ]
        table = pd.concat(
            [
                pd.DataFrame(
                    {
                        "year": extra["year"].astype(int),
                        "volume_bcm": float("nan"),
                        "share": extra["share_pct"].astype(float) / 100,
                        "basis": "published",
                        "source_id": extra["source_id"],
                    }
                ),
                table,
            ]
        )
    return table.sort_values("year", ignore_index=True)


def rank_by_year(imports: pd.DataFrame, exporter: str = RUSSIA) -> pd.DataFrame:
    """Follow one supplier's place among the named suppliers of Japan's LNG.

    Args:
        imports: The table ``energy/lng_imports``.
        exporter: The supplier's name in the table.

    Returns:
        One row a year in which it supplied: ``year``, ``rank`` (1 is the largest; equals share the
        better rank) and ``suppliers`` (how many are named).

    Raises:
        MeasureError: The supplier is unknown, or a column is missing.
    """
    rows = breakdown(imports)
    rows = rows[rows["row_type"] == "exporter"]
    known(exporter, rows["exporter"], "supplier")
    by_year = rows.groupby("year")["volume_bcm"]
    rows = rows.assign(
        rank=by_year.rank(ascending=False, method="min"), suppliers=by_year.transform("size")
    )
    own = rows.loc[rows["exporter"] == exporter, ["year", "rank", "suppliers"]]
    return own.astype(int).sort_values("year", ignore_index=True)
