"""One state as a multiple of another, and its growth, within one price base and one edition."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from ..words import quoted
from .errors import BalanceError

_VALUES = ("spending_usd_mn", "gdp_usd_bn", "cinc_share", "value")


def ratio(
    table: pd.DataFrame,
    above: str | Sequence[str] = "CHN",
    below: str | Sequence[str] = "JPN",
    price_base: str | Sequence[str] | None = None,
) -> pd.DataFrame:
    """Divide one state by another, year by year, within one price base.

    Args:
        table: ``balance/military_spending``, ``balance/gdp``, ``balance/capabilities``, or any
            table with ``iso3``, ``year`` and one of their value columns. Where it has a column
            ``preferred``, only preferred rows count.
        above: the state on top, or several whose values are added, such as ``("JPN", "RUS")``.
        below: the state below, or several.
        price_base: the price base to use; may be left out only if the table holds just one.

    Returns:
        ``year``, ``ratio`` and, where the table has it, ``price_base``: the years with a value for
        every state.

    Raises:
        BalanceError: price bases or editions would be mixed, or a state or base is not there.
    """
    above, below = _states(above), _states(below)
    column = _value_column(table)
    rows, base = _one_base(table.dropna(subset=[column]), price_base)
    for state in (*above, *below):
        if state not in set(rows["iso3"]):
            known = ", ".join(sorted(rows["iso3"].unique()))
            raise BalanceError(f"there is no value for {state!r} here; the states are {known}.")
    wide = rows.pivot(index="year", columns="iso3", values=column)
    top = wide[list(above)].sum(axis=1, min_count=len(above))
    bottom = wide[list(below)].sum(axis=1, min_count=len(below))
    result = (top / bottom.where(bottom > 0)).dropna().rename("ratio").reset_index()
    return result if base is None else result.assign(price_base=base)


def growth(
    table: pd.DataFrame,
    state: str,
    first: int,
    last: int,
    price_base: str | Sequence[str] | None = None,
) -> float:
    """Compute a state's mean growth a year between two years, as a fraction.

    It is the compound rate: the one that leads from the first value to the last if it is the same
    every year.

    Args:
        table: as for ``ratio()``.
        state: the state by its ISO code.
        first: the year to start from.
        last: the year to end with.
        price_base: as for ``ratio()``.

    Raises:
        BalanceError: the years are in the wrong order or without a value, or price bases or
            editions would be mixed.
    """
    if last <= first:
        raise BalanceError(f"growth needs a last year after the first, not {first} to {last}.")
    column = _value_column(table)
    rows, _base = _one_base(table.dropna(subset=[column]), price_base)
    series = rows[rows["iso3"] == state].set_index("year")[column]
    for year in (first, last):
        if year not in series.index:
            raise BalanceError(f"{state} has no value for {year}, so no growth from {first}.")
    return float((series[last] / series[first]) ** (1 / (last - first)) - 1)


def _states(states: str | Sequence[str]) -> tuple[str, ...]:
    return (states,) if isinstance(states, str) else tuple(states)


def _value_column(table: pd.DataFrame) -> str:
    for name in ("iso3", "year"):
        if name not in table.columns:
            raise BalanceError(f"the table has no column {name!r}, which a ratio needs.")
    for name in _VALUES:
        if name in table.columns:
            return name
    raise BalanceError(f"the table has none of the value columns {', '.join(_VALUES)}.")


def _one_base(
    table: pd.DataFrame, price_base: str | Sequence[str] | None
) -> tuple[pd.DataFrame, str | None]:
    """Keep one price base and one edition, or say which would be mixed."""
    if "price_base" not in table.columns:
        if price_base is not None:
            raise BalanceError(f"this table has no price bases, so not {price_base!r}.")
        rows, base = table, None
    else:
        held = sorted(table["price_base"].unique())
        wanted = held if price_base is None else sorted(set(_states(price_base)))
        for name in wanted:
            if name not in held:
                raise BalanceError(
                    f"there is no price base {name!r}; here are {quoted(held, 'and') or 'none'}."
                )
        if len(wanted) > 1:
            mixture = " and ".join(quoted([name]) for name in wanted)  # each is one too many
            raise BalanceError(
                f"price bases would be mixed in one line: {mixture}; choose one with "
                f"price_base={wanted[0]!r}."
            )
        base = wanted[0] if wanted else None
        rows = table[table["price_base"] == base]
    if "preferred" in rows.columns:
        rows = rows[rows["preferred"]]
    editions = sorted(rows["edition"].unique()) if "edition" in rows.columns else []
    if len(editions) > 1:
        raise BalanceError(f"editions would be mixed in one line: {quoted(editions, 'and')}.")
    twice = rows[rows.duplicated(["iso3", "year"])]
    if not twice.empty:
        row = twice.iloc[0]
        raise BalanceError(f"{row['iso3']} has two values for {row['year']}; keep one.")
    return rows, base
