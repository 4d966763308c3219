"""How concentrated is a market? Shares, the Herfindahl-Hirschman index, and its bounds."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from ._checked import amounts
from .errors import MeasureError
from .suppliers import breakdown, lng_parts

SCALE = 10_000
"""The index of a single supplier: 100 per cent, squared."""


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
    values = amounts(volumes, "volume")
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
    return float((shares(suppliers) ** 2).sum() * SCALE)


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
    known = amounts(named, "volume")
    if residual_groups is None or len(residual_groups) == 0:
        both = herfindahl(known)
        return both, both
    groups = amounts(residual_groups, "volume of a group")
    twice = known.index.intersection(groups.index)
    if len(twice):
        raise MeasureError(
            f"'{twice[0]}' stands among the named suppliers and among the groups; "
            "keep it in one of the two lists."
        )
    squares = shares(pd.concat([known, groups])) ** 2
    return float(squares[known.index].sum() * SCALE), float(squares.sum() * SCALE)


def equivalent_suppliers(hhi: float) -> float:
    """Read an index as a number: how many suppliers of equal size would give the same index.

    Args:
        hhi: An index above 0 and up to 10,000.

    Returns:
        10,000 divided by the index, so 4.0 for an index of 2,500.

    Raises:
        MeasureError: The index lies outside its scale (perhaps it is on the scale from 0 to 1).
    """
    if not 0 < hhi <= SCALE * (1 + 1e-9):
        raise MeasureError(
            f"an index of {hhi:g} lies outside the scale above 0 and up to 10,000; "
            "compute it with herfindahl()."
        )
    if hhi <= 1:
        raise MeasureError(
            f"an index of {hhi:g} looks like the scale from 0 to 1; multiply it by 10,000."
        )
    return SCALE / hhi


def concentration_by_year(imports: pd.DataFrame, *, weights: bool = False) -> pd.DataFrame:
    """Measure the concentration of Japan's LNG suppliers in each year with a breakdown.

    Args:
        imports: The table ``energy/lng_imports``.
        weights: Add the years before 2013, of which only customs weights are full.

    Returns:
        One row a year: ``year``, ``basis`` ("volume" or "weight"), ``hhi`` (a group that the source
        does not split counts as one supplier, as in ``herfindahl``; it is the upper bound),
        ``hhi_lower`` and ``hhi_upper``, ``equivalent_suppliers`` (of ``hhi``), ``suppliers``
        (named), ``largest`` and ``largest_share`` (fraction).

    Raises:
        MeasureError: As in ``lng_parts``.
    """
    units = dict.fromkeys(breakdown(imports)["year"], "bcm")
    if weights:
        units = dict.fromkeys(breakdown(imports, "Mt")["year"], "Mt") | units
    table = []
    for year, unit in sorted(units.items()):
        named, groups = lng_parts(imports, int(year), unit)
        lower, upper = herfindahl_bounds(named, groups)
        table.append(
            {
                "year": int(year),
                "basis": "volume" if unit == "bcm" else "weight",
                "hhi": upper,
                "hhi_lower": lower,
                "hhi_upper": upper,
                "equivalent_suppliers": equivalent_suppliers(upper),
                "suppliers": len(named),
                "largest": named.idxmax(),
                "largest_share": named.max() / (named.sum() + groups.sum()),
            }
        )
    return pd.DataFrame(table)
