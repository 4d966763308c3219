"""Who needs whom? Measures, inputs and judges of the energy part.

The measures are pure: they take Series and DataFrames, load nothing, change nothing, and return
new objects. A share is a fraction (0.095) unless a name ends in ``_pct``; concentration is on the
usual scale from 0 to 10,000; gas is in bcm (billion cubic metres), money in million dollars or
billion yen. A wrong input raises ``MeasureError``: one sentence that says what is wrong, where, and
what to do.

The judges at the end load the tables and weigh the commentary's energy claims.
"""

from __future__ import annotations

import difflib
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from .data import in_words, load
from .ledger import Judgement, judge

__all__ = [
    "MeasureError",
    "SupplierGrowth",
    "asymmetry",
    "concentration_by_year",
    "contribution_to_growth",
    "counterfactual_curve",
    "counterfactual_herfindahl",
    "counterfactual_shares",
    "equivalent_suppliers",
    "growth_from_published_share",
    "growth_since",
    "herfindahl",
    "herfindahl_bounds",
    "hhi_minimising_share",
    "index_by_year",
    "interdependence_index",
    "lng_parts",
    "lng_year",
    "mutual_weights",
    "percent_change",
    "rank_by_year",
    "share_by_year",
    "shares",
    "trade_by_year",
    "trade_weight",
    "usd_mn_to_jpy_bn",
]

RUSSIA = "Russia"
"""Russia's name in the tables of suppliers."""

CHANNELS = ("LNG", "all gas", "goods trade")
"""The channels of ``mutual_weights``."""

COMMENTARY = "2015-07-21"
"""The day of the commentary: what was published later is hindsight."""

_SCALE = 10_000
_TOLERANCE = 0.005  # shares printed with two decimals add up to one within this


class MeasureError(ValueError):
    """A measure was given something it cannot measure; the message says what and what to do."""


# Shares and concentration ------------------------------------------------------------------------


def shares(volumes: pd.Series | Mapping[str, float]) -> pd.Series:
    """Turn volumes into shares: each supplier's part of the sum.

    Args:
        volumes: One non-negative number a supplier, indexed by its name, all in one unit.

    Returns:
        Fractions in the same order, which add up to 1.

    Raises:
        MeasureError: A volume is negative, missing or no number; a supplier appears twice; the list
            is empty or all zero.
    """
    values = _amounts(volumes, "volume")
    total = values.sum()
    if total == 0:
        raise MeasureError(
            "all volumes are zero, so there is nothing to share; check the year and the unit."
        )
    return (values / total).rename("share")


def herfindahl(suppliers: pd.Series | Mapping[str, float]) -> float:
    """Measure concentration: the Herfindahl-Hirschman index, the sum of squared percentage shares.

    The list is taken to be the whole market: whatever is left out is treated as if it did not
    exist. For a market with unnamed suppliers use ``herfindahl_bounds``.

    Args:
        suppliers: Volumes (any unit) or shares of all suppliers, indexed by name.

    Returns:
        A number from 10,000/n (n equal suppliers) to 10,000 (a single supplier).

    Raises:
        MeasureError: As in ``shares``.

    Source:
        Hirschman (1945) and Herfindahl (1950); on who was first, Hirschman (1964).
    """
    return float((shares(suppliers) ** 2).sum() * _SCALE)


def herfindahl_bounds(
    named: pd.Series | Mapping[str, float],
    residual_groups: pd.Series | Mapping[str, float] | None = None,
) -> tuple[float, float]:
    """Bound the index when a part of the market is printed only as groups ("Other Europe").

    Shares are always shares of the whole market, groups included. Lower bound: a group consists of
    so many small suppliers that its squares vanish. Upper bound: each group is one single supplier,
    none of those already named.

    Args:
        named: Volumes of the named suppliers, indexed by name.
        residual_groups: Volumes of the unnamed groups in the same unit; none or empty if there is
            no group, and then both bounds are ``herfindahl(named)``.

    Returns:
        The lower and the upper bound, on the scale from 0 to 10,000.

    Raises:
        MeasureError: As in ``shares``, or a name stands in both lists.
    """
    known = _amounts(named, "volume")
    if residual_groups is None or len(residual_groups) == 0:
        both = herfindahl(known)
        return both, both
    groups = _amounts(residual_groups, "volume of a group")
    twice = known.index.intersection(groups.index)
    if len(twice):
        raise MeasureError(
            f"'{twice[0]}' stands among the named suppliers and among the groups; "
            "keep it in one of the two lists."
        )
    squares = shares(pd.concat([known, groups])) ** 2
    return float(squares[known.index].sum() * _SCALE), float(squares.sum() * _SCALE)


def equivalent_suppliers(hhi: float) -> float:
    """Read an index as a number: how many suppliers of equal size would give the same index.

    Args:
        hhi: An index above 0 and up to 10,000.

    Returns:
        10,000 divided by the index, so 4.0 for an index of 2,500.

    Raises:
        MeasureError: The index lies outside its scale (perhaps it is on the scale from 0 to 1).
    """
    if not 0 < hhi <= _SCALE * (1 + 1e-9):
        raise MeasureError(
            f"an index of {hhi:g} lies outside the scale above 0 and up to 10,000; "
            "compute it with herfindahl()."
        )
    if hhi <= 1:
        raise MeasureError(
            f"an index of {hhi:g} looks like the scale from 0 to 1; multiply it by 10,000."
        )
    return _SCALE / hhi


# One supplier over the years ---------------------------------------------------------------------


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
    rows = _breakdown(imports)
    rows = rows[rows["year"] == _with_data(year, rows["year"], "LNG imports by supplier in bcm")]
    parts = []
    for kind in ("exporter", "residual_group"):
        of_kind = rows[rows["row_type"] == kind]
        part = pd.Series(
            of_kind["volume_bcm"].astype(float).to_numpy(),
            index=pd.Index(of_kind["exporter"].astype(str), name="exporter"),
            name="volume_bcm",
        )
        parts.append(_amounts(part, f"{year} volume") if len(part) else part)
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
    rows = _breakdown(imports)
    _known(exporter, rows.loc[rows["row_type"] == "exporter", "exporter"], "supplier")
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
    rows = _breakdown(imports)
    rows = rows[rows["row_type"] == "exporter"]
    _known(exporter, rows["exporter"], "supplier")
    by_year = rows.groupby("year")["volume_bcm"]
    rows = rows.assign(
        rank=by_year.rank(ascending=False, method="min"), suppliers=by_year.transform("size")
    )
    own = rows.loc[rows["exporter"] == exporter, ["year", "rank", "suppliers"]]
    return own.astype(int).sort_values("year", ignore_index=True)


def concentration_by_year(imports: pd.DataFrame) -> pd.DataFrame:
    """Measure the concentration of Japan's LNG suppliers in each year with a breakdown.

    Args:
        imports: The table ``energy/lng_imports``.

    Returns:
        One row a year: ``year``, ``hhi_lower``, ``hhi_upper``, ``equivalent_suppliers`` (of the
        lower bound), ``suppliers`` (named), ``largest`` and ``largest_share`` (fraction).

    Raises:
        MeasureError: As in ``lng_parts``.
    """
    table = []
    for year in sorted(_breakdown(imports)["year"].unique()):
        named, groups = lng_parts(imports, int(year))
        lower, upper = herfindahl_bounds(named, groups)
        table.append(
            {
                "year": int(year),
                "hhi_lower": lower,
                "hhi_upper": upper,
                "equivalent_suppliers": equivalent_suppliers(lower),
                "suppliers": len(named),
                "largest": named.idxmax(),
                "largest_share": named.max() / (named.sum() + groups.sum()),
            }
        )
    return pd.DataFrame(table)


# Who supplied the growth? ------------------------------------------------------------------------


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
    share_start = _fraction(share_start, "share_start")
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
    first = _with_data(start, printed["year"], f"a published share of {exporter}")
    revised = imports[imports["row_type"] == "total_revised"].set_index("year")["volume_bcm"]
    for year in (start, end):
        _with_data(year, revised.index, "the revised total of LNG imports")
    return growth_from_published_share(
        float(revised[start]),
        float(printed.set_index("year")["share"][first]),
        float(revised[end]),
        float(lng_year(imports, end).get(exporter, 0.0)),
        rounding=0.005,
    )


# What if? ----------------------------------------------------------------------------------------


def counterfactual_shares(
    actual: pd.Series | Mapping[str, float],
    supplier: str,
    new_share: float,
    *,
    newcomer: bool = False,
) -> pd.Series:
    """Give one supplier another share and let the others shrink or grow in proportion.

    The total stays as it is and the others keep their proportions to each other: an assumption, not
    a forecast. At the supplier's actual share nothing changes.

    Args:
        actual: Shares of all suppliers, fractions that add up to 1.
        supplier: Who gets the new share.
        new_share: The new share, a fraction from 0 to 1.
        newcomer: Allow a supplier that is not in the list, as if its share had been 0.

    Returns:
        The new shares, which add up to 1, in the same order (a newcomer comes last).

    Raises:
        MeasureError: The shares do not add up to 1, the supplier is unknown, the new share lies
            outside 0 to 1, or there is nobody else to take the rest.
    """
    before = _market(actual)
    new_share = _fraction(new_share, "new_share")
    if newcomer and supplier not in before.index:
        before = pd.concat([before, pd.Series({supplier: 0.0})])
    _known(supplier, before.index, "supplier")
    others = before.drop(supplier)
    if others.sum() == 0:
        if new_share == 1:
            return before
        raise MeasureError(
            f"'{supplier}' is the only supplier, so nobody can take the other "
            f"{1 - new_share:.0%}; add the others first."
        )
    after = before / others.sum() * (1 - new_share)
    after[supplier] = new_share
    return after.rename("share")


def counterfactual_herfindahl(
    actual: pd.Series | Mapping[str, float], supplier: str, new_share: float
) -> float:
    """Measure concentration after ``counterfactual_shares``.

    With s for the new share and H for the index of the others among themselves (scale 0 to 1) it is
    10,000 · (s² + (1 - s)² · H).

    Args:
        actual: Shares of all suppliers, fractions that add up to 1.
        supplier: Who gets the new share.
        new_share: The new share, a fraction from 0 to 1.

    Returns:
        The index on the scale from 0 to 10,000.

    Raises:
        MeasureError: As in ``counterfactual_shares``.
    """
    return herfindahl(counterfactual_shares(actual, supplier, new_share))


def hhi_minimising_share(actual: pd.Series | Mapping[str, float], supplier: str) -> float:
    """Find the share of one supplier at which concentration is lowest.

    The derivative of s² + (1 - s)² · H is zero at s = H / (1 + H), where H is the index of the
    others among themselves on the scale from 0 to 1. Below it more of this supplier diversifies;
    above it, more of it concentrates.

    Args:
        actual: Shares of all suppliers, fractions that add up to 1.
        supplier: The supplier whose share varies.

    Returns:
        A fraction from 0 to 0.5.

    Raises:
        MeasureError: The shares do not add up, the supplier is unknown, or it has no rival.
    """
    before = _market(actual)
    _known(supplier, before.index, "supplier")
    others = before.drop(supplier)
    if others.sum() == 0:
        raise MeasureError(
            f"'{supplier}' is the only supplier, so its share cannot vary; add the others first."
        )
    among_themselves = herfindahl(others) / _SCALE
    return among_themselves / (1 + among_themselves)


def counterfactual_curve(
    actual: pd.Series | Mapping[str, float],
    supplier: str,
    new_shares: Iterable[float] = tuple(step / 100 for step in range(0, 51)),
) -> pd.DataFrame:
    """Tabulate concentration against one supplier's share, for a chart or an explorable.

    Args:
        actual: Shares of all suppliers, fractions that add up to 1.
        supplier: The supplier whose share varies.
        new_shares: The shares to try, fractions; 0 to 50 per cent by default.

    Returns:
        One row a share: ``new_share``, ``hhi``, ``change`` (index points against the actual index).

    Raises:
        MeasureError: As in ``counterfactual_shares``.
    """
    table = pd.DataFrame({"new_share": [float(share) for share in new_shares]})
    table["hhi"] = [
        counterfactual_herfindahl(actual, supplier, share) for share in table["new_share"]
    ]
    table["change"] = table["hhi"] - herfindahl(_market(actual))
    return table


# Who needs whom? ---------------------------------------------------------------------------------


def asymmetry(a_on_b: float, b_on_a: float) -> float:
    """Compare two dependences: (a - b) / (a + b).

    Args:
        a_on_b: How much A depends on B: B's weight in something of A's, such as a share of imports.
        b_on_a: How much B depends on A, on the same scale.

    Returns:
        From -1 (only B depends) over 0 (both alike) to 1 (only A depends). If nobody depends on
        anybody it is 0.

    Raises:
        MeasureError: A dependence is negative, missing or no number.
    """
    pair = _amounts(pd.Series({"A on B": a_on_b, "B on A": b_on_a}), "dependence of")
    total = pair.sum()
    return 0.0 if total == 0 else float((pair["A on B"] - pair["B on A"]) / total)


def interdependence_index(
    a_on_b: pd.Series | Mapping[str, float],
    b_on_a: pd.Series | Mapping[str, float],
    weights: pd.Series | Mapping[str, float] | None = None,
) -> float:
    """Sum up who depends on whom over several channels.

    The index is the weighted mean of ``asymmetry`` over the channels, the weights scaled to add up
    to 1. It is our reading of Keohane and Nye (1977), for whom power comes from asymmetric
    interdependence: the less dependent side holds it. Three choices are ours. A ratio within each
    channel, so that a channel counts by its lopsidedness and not by its size; size enters only by
    the weight. Shares of trade, which show sensitivity (what a cut touches at once), not
    vulnerability (what it costs once one has adapted). Weights that the reader sets, since no
    theory gives them.

    Args:
        a_on_b: A's dependence on B by channel, non-negative.
        b_on_a: B's dependence on A by channel, with the same channels.
        weights: A weight for each channel, non-negative, not all zero; equal weights if left out.

    Returns:
        From -1 (only B depends on A) to 1 (only A depends on B). Swapping A and B changes the sign;
        the index is 0 if both depend alike in each channel.

    Raises:
        MeasureError: Channels differ, a value is negative, or all weights are zero.
    """
    ours = _amounts(a_on_b, "dependence in")
    theirs = _amounts(b_on_a, "dependence in")
    _same_channels(ours.index, theirs.index, "the second side")
    if weights is None:
        scaled = pd.Series(1 / len(ours), index=ours.index)
    else:
        given = _amounts(weights, "weight of")
        _same_channels(ours.index, given.index, "the weights")
        if given.sum() == 0:
            raise MeasureError(
                "all channels have a weight of zero; give at least one of them a weight above 0."
            )
        scaled = given / given.sum()
    return float(
        sum(scaled[channel] * asymmetry(ours[channel], theirs[channel]) for channel in ours.index)
    )


def index_by_year(
    weights_table: pd.DataFrame, channel_weights: Mapping[str, float] | None = None
) -> pd.DataFrame:
    """Compute the index of asymmetric interdependence for each year.

    Args:
        weights_table: What ``mutual_weights`` returns.
        channel_weights: A weight for each channel, such as ``{"LNG": 2, "goods trade": 1}``; a
            channel that is left out or has the weight 0 does not count. Equal weights by default.

    Returns:
        One row a year that has all channels that count: ``year``, ``index`` (below 0: Russia
        depends more on Japan; above 0: Japan depends more on Russia) and ``verified`` (false if an
        input is not verified).

    Raises:
        MeasureError: A channel is unknown, a weight is negative, or all weights are zero.
    """
    channels = list(dict.fromkeys(weights_table["channel"]))
    chosen = dict.fromkeys(channels, 1.0) if channel_weights is None else dict(channel_weights)
    for channel in chosen:
        _known(channel, channels, "channel")
    given = _amounts(chosen, "weight of")
    counted = given[given > 0]
    if counted.empty:
        raise MeasureError(
            "all channels have a weight of zero; give at least one of them a weight above 0."
        )
    rows = weights_table[weights_table["channel"].isin(counted.index)]
    table = []
    for year, group in rows.groupby("year"):
        if len(group) < len(counted):
            continue
        group = group.set_index("channel")
        table.append(
            {
                "year": int(year),
                "index": interdependence_index(
                    group["japan_on_russia"], group["russia_on_japan"], counted
                ),
                "verified": bool(group["verified"].all()),
            }
        )
    return pd.DataFrame(table, columns=["year", "index", "verified"])


# Inputs from the tables ---------------------------------------------------------------------------


def mutual_weights(
    imports: pd.DataFrame, gas_weights: pd.DataFrame, trade_shares: pd.DataFrame
) -> pd.DataFrame:
    """Put each side's weight in the other's gas and trade beside each other.

    - "LNG": Russia's share of Japan's LNG imports; Japan's share of Russia's LNG exports.
    - "all gas": the same share of Japan's imports, since no gas reaches Japan by pipe; Japan's
      share of all Russian gas exports, by pipe and by ship.
    - "goods trade": Russia's share of Japan's goods trade (Japanese statistics); Japan's share of
      Russia's (Russian statistics to 2018, then Japanese flows over the Russian total).

    Args:
        imports: The table ``energy/lng_imports``.
        gas_weights: The table ``energy/gas_weights``.
        trade_shares: The table ``energy/trade_shares``.

    Returns:
        One row a year and channel in which both weights are known: ``year``, ``channel``,
        ``japan_on_russia``, ``russia_on_japan`` (fractions) and ``verified``.

    Raises:
        MeasureError: A column is missing.
    """
    _columns(
        gas_weights,
        ("year", "japan_share_of_russian_lng_pct", "japan_share_of_russian_gas_pct", "verified"),
        "gas weights",
    )
    lng = share_by_year(imports, RUSSIA).set_index("year")["share"]
    gas = gas_weights.set_index("year")
    parts = []
    for channel, column in (
        ("LNG", "japan_share_of_russian_lng_pct"),
        ("all gas", "japan_share_of_russian_gas_pct"),
    ):
        part = pd.DataFrame(
            {
                "japan_on_russia": lng,
                "russia_on_japan": gas[column] / 100,
                "verified": gas["verified"],
            }
        )
        parts.append(part.dropna().assign(channel=channel))
    ours = trade_weight(trade_shares, "russia_share_in_japan_trade").set_index("year")
    theirs = trade_weight(trade_shares, "japan_share_in_russia_trade").set_index("year")
    common = ours.index.intersection(theirs.index)
    ours, theirs = ours.loc[common], theirs.loc[common]
    parts.append(
        pd.DataFrame(
            {
                "japan_on_russia": ours["share"],
                "russia_on_japan": theirs["share"],
                "verified": ours["verified"] & theirs["verified"],
                "channel": "goods trade",
            }
        )
    )
    table = pd.concat(parts).rename_axis("year").reset_index()
    table["year"] = table["year"].astype(int)
    table["verified"] = table["verified"].astype(bool)
    return table[["year", "channel", "japan_on_russia", "russia_on_japan", "verified"]]


def trade_weight(trade_shares: pd.DataFrame, indicator: str) -> pd.DataFrame:
    """Take the preferred series of one share of trade.

    Args:
        trade_shares: The table ``energy/trade_shares``.
        indicator: Such as ``"japan_share_in_russia_trade"``.

    Returns:
        One row a year: ``year``, ``share`` (fraction), ``method`` and ``verified``.

    Raises:
        MeasureError: The indicator is unknown, or a column is missing.
    """
    _columns(
        trade_shares,
        ("year", "indicator", "share_pct", "method", "preferred", "verified"),
        "trade shares",
    )
    _known(indicator, trade_shares["indicator"], "indicator")
    rows = trade_shares[(trade_shares["indicator"] == indicator) & trade_shares["preferred"]]
    rows = rows.assign(share=rows["share_pct"] / 100).sort_values("year", ignore_index=True)
    return rows[["year", "share", "method", "verified"]]


def usd_mn_to_jpy_bn(value_usd_mn: float, yen_per_usd: float) -> float:
    """Convert million dollars to billion yen.

    Args:
        value_usd_mn: An amount in million dollars.
        yen_per_usd: The mean rate of the year.

    Returns:
        The amount in billion yen.

    Raises:
        MeasureError: The rate is not above 0.
    """
    if not yen_per_usd > 0:
        raise MeasureError(
            f"a rate of {yen_per_usd:g} yen a dollar cannot be; take it from exchange rates."
        )
    return value_usd_mn * yen_per_usd / 1000


def trade_by_year(
    bilateral: pd.DataFrame,
    rates: pd.DataFrame,
    reporter: str = "JPN",
    partner: str = "RUS",
) -> pd.DataFrame:
    """Add up a state's goods trade with another one, in dollars and in yen.

    Yen are dollars times the mean market rate of the year, so both columns tell one story in two
    currencies.

    Args:
        bilateral: The table ``energy/bilateral_trade``.
        rates: The table ``energy/exchange_rates``.
        reporter: Whose statistics, ISO 3166 alpha-3.
        partner: With whom, ISO 3166 alpha-3; ``"WLD"`` for all.

    Returns:
        One row a calendar year that has both flows: ``year``, ``export_usd_mn``,
        ``import_usd_mn``, ``total_usd_mn``, ``total_jpy_bn`` and ``verified``.

    Raises:
        MeasureError: The pair is not in the table, or a rate is missing.
    """
    _columns(
        bilateral,
        (
            "year",
            "period_type",
            "reporter_iso3",
            "partner_iso3",
            "flow",
            "value_usd_mn",
            "preferred",
            "verified",
        ),
        "bilateral trade",
    )
    _known(reporter, bilateral["reporter_iso3"], "reporter")
    own = bilateral[bilateral["reporter_iso3"] == reporter]
    _known(partner, own["partner_iso3"], f"partner of {reporter}")
    rows = own[
        (own["partner_iso3"] == partner)
        & own["preferred"]
        & (own["period_type"] == "calendar_year")
        & own["flow"].isin(["export", "import"])
        & own["value_usd_mn"].notna()
    ]
    flows = rows.pivot(index="year", columns="flow", values="value_usd_mn").dropna()
    table = pd.DataFrame(
        {
            "year": flows.index.astype(int),
            "export_usd_mn": flows["export"].to_numpy(float),
            "import_usd_mn": flows["import"].to_numpy(float),
        }
    )
    table["total_usd_mn"] = table["export_usd_mn"] + table["import_usd_mn"]
    yen = rates[(rates["currency"] == "JPY") & rates["preferred"]].set_index("year")[
        "units_per_usd"
    ]
    for year in table["year"]:
        _with_data(int(year), yen.index, "a preferred rate of the yen")
    table["total_jpy_bn"] = [
        usd_mn_to_jpy_bn(value, float(yen[year]))
        for year, value in zip(table["year"], table["total_usd_mn"], strict=True)
    ]
    table["verified"] = rows.groupby("year")["verified"].all().reindex(table["year"]).to_numpy(bool)
    return table


def percent_change(series: pd.Series, start: int, end: int) -> float:
    """Compare two years of a series.

    Args:
        series: Amounts above 0, indexed by year.
        start: The first year.
        end: The last year.

    Returns:
        The change as a fraction of the first value: -0.39 for a fall by 39 per cent.

    Raises:
        MeasureError: A year is missing, or the first value is not above 0.
    """
    for year in (start, end):
        _with_data(year, series.index, series.name or "the series")
    first, last = float(series[start]), float(series[end])
    if not first > 0:
        raise MeasureError(
            f"the value of {start} is {first:g}; a change in per cent needs a start above 0."
        )
    return last / first - 1


# Checks ------------------------------------------------------------------------------------------


def _amounts(values: pd.Series | Mapping[str, float], what: str) -> pd.Series:
    """Return values as a float Series, or say which of them is no amount."""
    series = pd.Series(values) if not isinstance(values, pd.Series) else values
    if series.empty:
        raise MeasureError(
            f"there is no {what.removesuffix(' of').removesuffix(' in')} at all; "
            "check the filter that made the list."
        )
    if not series.index.is_unique:
        name = series.index[series.index.duplicated()][0]
        raise MeasureError(
            f"'{name}' appears twice; keep one source a year, or add its rows up first."
        )
    numbers = pd.to_numeric(series, errors="coerce").astype(float)
    for name, number in numbers.items():
        if not math.isfinite(number):
            raise MeasureError(
                f"the {what} '{name}' is {series.to_dict()[name]!r}, not a number; "
                "fill it in or leave it out."
            )
        if number < 0:
            raise MeasureError(
                f"the {what} '{name}' is {number:g}, below zero; check the sign and the source."
            )
    return numbers


def _fraction(value: float, what: str) -> float:
    """Return a fraction, or say that it is none."""
    if not (math.isfinite(value) and 0 <= value <= 1):
        hint = f"; did you mean {value / 100:g}?" if 1 < value <= 100 else "."
        raise MeasureError(f"{what} is {value:g}; give a fraction from 0 to 1{hint}")
    return float(value)


def _market(actual: pd.Series | Mapping[str, float]) -> pd.Series:
    """Return the shares of a whole market scaled to exactly 1, or say that they do not add up."""
    values = _amounts(actual, "share of")
    total = values.sum()
    if abs(total - 1) > _TOLERANCE:
        raise MeasureError(
            f"the shares add up to {total:.4g}, not to 1; "
            "turn volumes into shares with shares(), and leave no supplier out."
        )
    return values / total


def _known(name: str, names: Iterable[str], what: str) -> None:
    """Say which names come near if a name is unknown."""
    known = list(dict.fromkeys(str(one) for one in names))
    if name in known:
        return
    lower = {one.lower(): one for one in known}
    near = [one for low, one in lower.items() if name.lower() in low or low in name.lower()]
    near += [lower[low] for low in difflib.get_close_matches(name.lower(), lower, cutoff=0.6)]
    near = list(dict.fromkeys(near))[:3]
    hint = (
        "did you mean " + " or ".join(f"'{one}'" for one in near) + "?"
        if near
        else ("there are " + ", ".join(sorted(known)[:25]) + ".")
    )
    raise MeasureError(f"there is no {what} '{name}'; {hint}")


def _with_data(year: int, years: Iterable[int], what: str) -> int:
    """Return the year, or say which years have data."""
    have = sorted({int(one) for one in years})
    if year in have:
        return year
    if not have:
        raise MeasureError(f"there is no year with data ({what}); check the table.")
    span = (
        f"{have[0]} to {have[-1]}"
        if have == list(range(have[0], have[-1] + 1)) and len(have) > 1
        else ", ".join(str(one) for one in have)
    )
    raise MeasureError(f"{year} has no data ({what}); available: {span}.")


def _same_channels(first: pd.Index, second: pd.Index, what: str) -> None:
    """Say which channel one side lacks."""
    odd = list(first.symmetric_difference(second))
    if odd:
        raise MeasureError(
            f"channel '{odd[0]}' is not on both lists ({what} differ); give the same channels."
        )


def _columns(table: pd.DataFrame, names: Iterable[str], what: str) -> None:
    """Say which column a table lacks."""
    missing = [name for name in names if name not in table.columns]
    if missing:
        raise MeasureError(
            f"the table of {what} has no column '{missing[0]}'; load it with three_pillars.load()."
        )


def _breakdown(imports: pd.DataFrame) -> pd.DataFrame:
    """Keep the rows of full breakdowns: calendar years, suppliers and groups, volumes in bcm."""
    _columns(
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


# Judges ------------------------------------------------------------------------------------------


def _events(category: str | None = None, until: str = COMMENTARY, after: str = "") -> pd.DataFrame:
    """Load verified events of a category, dated after one day and up to another."""
    events = load("energy/events", verified_only=True)
    rows = events[(events["date"] > after) & (events["date"] <= until)]
    return rows if category is None else rows[rows["category"] == category]


def _mentions(events: pd.DataFrame, pattern: str) -> pd.DataFrame:
    """Keep the events whose project or text mentions a pattern."""
    text = events["project"] + " " + events["event"]
    return events[text.str.contains(pattern, case=False, regex=True)]


def _count(number: int, noun: str) -> str:
    """Say how many: "no report", "1 report", "2 reports"."""
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"


@judge("C18")
def both_wanted_a_partnership() -> Judgement:
    """Did both governments want a stronger energy partnership? What they signed shows the wish."""
    before = _events("agreement")
    later = _events("agreement", until="9999", after=COMMENTARY)
    russia = share_by_year(load("energy/lng_imports")).set_index("year")
    last = int(russia.index.max())
    span = f"{before['year'].min()} to {before['year'].max()}"
    return Judgement(
        verdict="supported",
        then="supported",
        figure=f"{len(before)} agreements, {span}",
        evidence=(
            f"From {span} the two sides made {len(before)} agreements on energy projects, while "
            f"Russia already supplied {russia['share'][2014]:.1%} of Japan's LNG (2014); what is "
            "signed shows the wish."
        ),
        hindsight=(
            f"{_count(len(later), 'more agreement')} followed, yet deliveries fell from "
            f"{russia['volume_bcm'][2014]:.1f} bcm in 2014 to {russia['volume_bcm'][last]:.1f} in "
            f"{last}: the wish was real, the new gas did not come."
        ),
        tables=["energy/events", "energy/lng_imports"],
    )


@judge("C31")
def far_east_investment_announced() -> Judgement:
    """Were more cooperation and, at its centre, investment in the Far East announced?

    The first half needs agreements on projects there; the second needs investment among them.
    """
    place = "Far East|Vladivostok|Sakhalin"
    agreed = _events("agreement")
    there = _mentions(agreed, place)
    invested = _mentions(_events("investment"), place)
    later = _events("investment", until="9999", after=COMMENTARY)
    later_there = _mentions(later, place)
    verdict = "supported" if len(invested) else "partly"
    whole = "all" if len(there) == len(agreed) else f"{len(there)} of the"
    return Judgement(
        verdict=verdict,
        then=verdict,
        figure=(
            f"Far East: {len(there)} of {len(agreed)} agreements, "
            f"{_count(len(invested), 'investment')}"
        ),
        evidence=(
            f"Before the commentary {whole} {len(agreed)} agreements in the table concern "
            "projects in Russia's Far East, "
            + (
                f"and {_count(len(invested), 'announcement')} of joint investment there "
                f"({', '.join(map(in_words, invested['date']))}) puts it at the centre."
                if len(invested)
                else "but the table holds no announcement of Japanese investment there: the place "
                "is confirmed, the centre is not."
            )
        ),
        hindsight=(
            f"Of {_count(len(later), 'later decision')} on investment in the table "
            f"{len(later_there) or 'none'} concerns the Far East: announced is not invested."
        ),
        tables=["energy/events"],
    )


@judge("C32")
def fuller_energy_dialogue() -> Judgement:
    """Was a fuller energy dialogue agreed? Look for the agreement, and for its sessions."""
    words = r"energy (?:dialogue|council|initiative|consultation)"
    agreed = _events("agreement")
    sessions = _mentions(_events(), words)
    later = _mentions(_events(until="9999", after=COMMENTARY), words)
    return Judgement(
        verdict="partly",
        then="partly",
        figure=(
            f"{_count(len(agreed), 'agreement')}, {_count(len(sessions), 'session')} of a dialogue"
        ),
        evidence=(
            f"Before the commentary the table has {_count(len(agreed), 'agreement')} on energy "
            f"projects and {_count(len(sessions), 'session')} of a standing energy dialogue of the "
            "two states: they talked about projects, and a dialogue as such is not on record."
        ),
        hindsight=(
            f"A standing body is on record only from {in_words(later['date'].iloc[0])}."
            if len(later)
            else "No standing body is on record in the table after the commentary either."
        ),
        tables=["energy/events"],
    )


@judge("C33")
def nuclear_plants_closed() -> Judgement:
    """Did Japan close its nuclear plants after the accident of 2011?"""
    mix = load("energy/electricity_mix", verified_only=True)
    nuclear = mix[(mix["series"] == "ei_2025") & (mix["fuel"] == "nuclear")].set_index("year")
    output, part = nuclear["generation_twh"], nuclear["share_pct"]
    reactors = load("energy/reactors", verified_only=True)
    in_service = reactors.loc[reactors["measure"] == "reactors_in_service", "reactors"].iloc[0]
    running = reactors[(reactors["measure"] == "reactors_running")]
    running = running[running["date"] <= COMMENTARY].sort_values("date")["reactors"].iloc[-1]
    restarted = reactors[reactors["measure"] == "reactors_restarted_cumulative"]
    restarted = restarted.sort_values("date").iloc[-1]
    last = int(nuclear.index.max())
    return Judgement(
        verdict="supported",
        then="supported",
        figure=f"{part[2010]:.1f}% → {part[2014]:.1f}% of electricity, 2010 to 2014",
        evidence=(
            f"Nuclear plants made {output[2010]:.0f} TWh in 2010 and {output[2014]:.0f} in 2014; "
            f"of the {in_service} reactors in service before the accident {running or 'none'} ran "
            "on the day of the commentary, though the closure had come in steps."
        ),
        hindsight=(
            f"The first restart came three weeks later; by {str(restarted['date'])[:4]} "
            f"{restarted['reactors']} reactors had restarted, and nuclear power made "
            f"{part[last]:.1f}% of electricity in {last}."
        ),
        tables=["energy/electricity_mix", "energy/reactors"],
    )


@judge("C34")
def fukushima_turned_japan_to_russia() -> Judgement:
    """Did the closure make Japan turn to Russia, above all for LNG?

    If it did, Russia's share should jump after March 2011 and Russia should supply the extra gas.
    """
    lng = load("energy/lng_imports")
    series = share_by_year(lng, published=True).set_index("year")["share"]
    extra = growth_since(lng, start=2010, end=2014)
    after = series[series.index > 2014]
    cargo = _mentions(_events("trade"), "first LNG cargo")["year"].min()
    return Judgement(
        verdict="partly",
        then="partly",
        figure=f"share {series[2010]:.0%} → {series[2014]:.1%}; {extra.part:.0%} of the extra gas",
        evidence=(
            f"Imports grew by {extra.total_change:.1f} bcm from 2010 to 2014 and Russia supplied "
            f"{extra.supplier_change:.1f} of them ({extra.part_low:.0%} to {extra.part_high:.0%}, "
            f"as its {series[2010]:.0%} of 2010 is rounded): more than its share before, but "
            f"others filled most of the gap, and Russian LNG had come since {cargo}, before the "
            "accident."
        ),
        hindsight=(
            f"The share then stayed between {after.min():.1%} and {after.max():.1%} up to "
            f"{int(after.index.max())}, as nuclear power came back and as total imports fell."
        ),
        tables=["energy/lng_imports", "energy/events"],
    )


@judge("C35")
def a_main_energy_partner() -> Judgement:
    """Did Russia soon rank among Japan's main energy partners? Rank and share, by fuel."""
    lng = load("energy/lng_imports")
    places = rank_by_year(lng).set_index("year")
    series = share_by_year(lng).set_index("year")["share"]
    crude = load("energy/crude_imports", verified_only=True)
    crude = crude[
        (crude["exporter"] == RUSSIA)
        & (crude["period_type"] == "calendar_year")
        & (crude["product"] == "crude")
        & crude["preferred"]
        & crude["share_pct"].notna()
    ].set_index("year")["share_pct"]
    last = int(series.index.max())
    return Judgement(
        verdict="partly",
        then="supported",
        figure=f"number {places['rank'][2014]} with {series[2014]:.1%} of LNG, 2014",
        evidence=(
            f"In 2014 Russia was number {places['rank'][2014]} of {places['suppliers'][2014]} "
            f"named LNG suppliers with {series[2014]:.1%}: a main partner by rank, though its "
            f"share was below that of 2013 ({series[2013]:.1%})."
        ),
        hindsight=(
            f"It was a plateau, not a rise: {series[last]:.1%} of LNG in {last}, number "
            f"{places['rank'][last]}; of crude, {crude[2015]:.1f}% in 2015 and "
            f"{crude[2024]:.1f}% in 2024."
        ),
        tables=["energy/lng_imports", "energy/crude_imports"],
    )


@judge("C36")
def pipeline_reported_revived() -> Judgement:
    """Was a gas pipeline, long discussed, reported revived in autumn 2014?"""
    plans = _events("pipeline", until="9999")
    plans = plans[plans["project"].str.contains("gas pipeline", case=False)].sort_values("date")
    autumn = plans[(plans["date"] >= "2014-09") & (plans["date"] < "2014-12")]
    denied = autumn[autumn["event"].str.contains("denie", case=False)]
    later = plans[plans["date"] > COMMENTARY]
    exports = load("energy/gas_exports")
    piped = exports[(exports["mode"] == "pipeline") & (exports["destination_iso3"] == "JPN")]
    delivered = f"{'no ' if piped.empty else ''}gas to Japan by pipe"
    return Judgement(
        verdict="supported",
        then="supported",
        figure=(
            f"{_count(len(autumn), 'report')} in autumn 2014, {len(denied)} denied; {delivered}"
        ),
        evidence=(
            f"The press reported a Russian offer on {in_words(autumn['date'].iloc[0])} and Tokyo "
            "denied having one; the claim is about the report, which exists. "
            f"The oldest such plan in the table is of {plans['year'].iloc[0]}"
            + ("." if plans["year"].iloc[0] < 1995 else ", so it does not show decades of talk.")
        ),
        hindsight=(
            f"The plan comes up {_count(len(later), 'more time')} up to {plans['year'].iloc[-1]} "
            f"and nothing was built: up to {int(exports['year'].max())} the table of Russian "
            f"exports shows {delivered}."
        ),
        tables=["energy/events", "energy/gas_exports"],
    )


@judge("C46")
def better_ties_help_the_economy() -> Judgement:
    """Did Abe believe that better ties would help? Nobody can observe it; the effect one can."""
    trade = trade_by_year(load("energy/bilateral_trade"), load("energy/exchange_rates"))
    trade = trade.set_index("year")
    table = load("energy/trade_shares")
    russia = trade_weight(table, "russia_share_in_japan_trade").set_index("year")["share"]
    china = trade_weight(table, "china_share_in_japan_trade").set_index("year")["share"]
    dollars = percent_change(trade["total_usd_mn"], 2014, 2015)
    yen = percent_change(trade["total_jpy_bn"], 2014, 2015)
    return Judgement(
        verdict="untestable",
        then="untestable",
        figure=f"Russia's share of Japan's trade {russia[2012]:.1%} → {russia[2014]:.1%}, 2012–14",
        evidence=(
            "A belief leaves no trace in trade figures; they show how much there was to gain: "
            f"Russia had {russia[2012]:.1%} of Japan's goods trade in 2012 and {russia[2014]:.1%} "
            f"in 2014, China {china[2014]:.1%}."
        ),
        hindsight=(
            f"Trade fell by {-dollars:.0%} in dollars and by {-yen:.0%} in yen in 2015, with the "
            f"oil price; Russia's share was {russia[2016]:.1%} in 2016, the year of the "
            f"eight-point plan, and {russia[2019]:.1%} in 2019."
        ),
        tables=["energy/bilateral_trade", "energy/exchange_rates", "energy/trade_shares"],
    )
