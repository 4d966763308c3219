"""The day as a filter: what of a table was public on a day.

A descriptor's ``known_from`` is a list of rules. The first whose filter fits a row tells from when
that row was public; a column ``known_from`` in the table, filled only where a row departs from its
rule, comes before. A field with a ``known_from`` of its own is empty before its day. ``preferred``
is settled last, among the rows that are left.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from ..day import last_day
from .errors import DataError

RULES = ("always", "never", "column", "year", "period end", "month", "edition")
"""The kinds of rule; `_known()` says what each needs."""

_ALWAYS, _NEVER = pd.Timestamp("1677-09-22"), pd.Timestamp("2262-04-11")


def public(frame: pd.DataFrame, resource: dict[str, Any], day: pd.Timestamp) -> pd.DataFrame:
    """Keep what was public by the end of a day.

    Args:
        frame: all rows of the table, typed.
        resource: its descriptor, with ``known_from`` and perhaps ``preferred``.
        day: the day.

    Returns:
        The rows known by then, with the fields known by then, ``preferred`` settled among them, and
        a column ``later_edition`` that is True where a value of a later edition stands in.

    Raises:
        DataError: the table has no rules, a rule cannot be read, a row fits none, or no row was
            public yet.
    """
    name = resource["name"]
    known, later = known_from(frame, resource)
    kept = frame[known <= day].copy()
    if kept.empty:
        first = known[known > _ALWAYS].min()
        raise DataError(
            f"no row of '{name}' was public on {day:%Y-%m-%d}"
            + ("." if first == _NEVER else f"; the first became so on {first:%Y-%m-%d}.")
        )
    kept["later_edition"] = later[kept.index]
    for field in resource["schema"]["fields"]:
        if own := field.get("known_from"):
            column = field["name"]
            until = _days(frame.loc[kept.index, own], name)
            kept[column] = kept[column].mask(until > day)
    return _settled(kept, resource).reset_index(drop=True)


def known_from(frame: pd.DataFrame, resource: dict[str, Any]) -> tuple[pd.Series, pd.Series]:
    """Return for each row from when it was public, and whether a later edition stands in."""
    name = resource["name"]
    rules = resource.get("known_from")
    if not rules:
        raise DataError(
            f"table '{name}' does not say from when its rows were public; "
            "give its descriptor in datapackage.json a 'known_from'."
        )
    known = pd.Series(pd.NaT, index=frame.index, dtype="datetime64[ns]")
    later = pd.Series(False, index=frame.index)
    for rule in rules:
        rows = known.isna() & _fits(frame, rule.get("filter", {}), name)
        if rows.any():
            known[rows] = _known(frame[rows], rule, name)
            later[rows] = bool(rule.get("later_edition", False))
    if "known_from" in frame:
        own = frame["known_from"].notna()
        known[own] = _days(frame.loc[own, "known_from"], name)
    if known.isna().any():
        row = frame[known.isna()].iloc[0]
        raise DataError(
            f"no rule of 'known_from' of table '{name}' fits the row that begins with "
            f"{', '.join(str(cell) for cell in row.iloc[:3])}; add one to datapackage.json."
        )
    return known, later


def _fits(frame: pd.DataFrame, wanted: dict[str, Any], name: str) -> pd.Series:
    rows = pd.Series(True, index=frame.index)
    for column, values in wanted.items():
        if column not in frame:
            raise DataError(f"a filter in the descriptor of '{name}' names no column: '{column}'.")
        values = values if isinstance(values, list) else [values]
        rows &= frame[column].isin(values)
    return rows


def _known(frame: pd.DataFrame, rule: dict[str, Any], name: str) -> pd.Series:
    """Apply one rule.

    ``always`` and ``never`` need nothing. ``column`` takes the last day that the date in ``column``
    may mean, plus ``days``. ``year`` takes ``month_day`` of the year after the one in ``column``,
    or ``years`` later. ``period end`` is ``column`` for the last day of a period, plus ``days``.
    ``month`` is the first day of the month after. ``edition`` looks the value of ``column`` up in
    ``editions``.
    """
    kind = rule.get("rule")
    column = rule.get("column", "")
    if kind not in RULES or (kind not in ("always", "never") and column not in frame):
        raise DataError(
            f"a rule of 'known_from' of table '{name}' cannot be read: {rule}; its rule is one of "
            f"{', '.join(RULES)}, and its column one of the table's."
        )
    if kind in ("always", "never"):
        return pd.Series(_ALWAYS if kind == "always" else _NEVER, index=frame.index)
    if kind == "year":
        years = frame[column].astype("int64") + int(rule.get("years", 1))
        return pd.to_datetime(years.astype(str) + "-" + rule["month_day"])
    if kind == "edition":
        editions = rule["editions"]
        if unknown := set(frame[column]) - set(editions):
            raise DataError(
                f"table '{name}' has the edition '{min(unknown)}', for which its descriptor "
                "gives no day."
            )
        return pd.to_datetime(frame[column].map(editions))
    days = _days(frame[column], name)
    if kind == "month":
        return days.dt.to_period("M").dt.to_timestamp() + pd.offsets.MonthBegin(1)
    return days + pd.Timedelta(days=int(rule.get("days", 0)))


def _days(dates: pd.Series, name: str) -> pd.Series:
    """Read dates of any precision: the last day that each may mean."""
    if pd.api.types.is_datetime64_any_dtype(dates):
        return dates.astype("datetime64[ns]")
    try:
        read = dates.map(lambda date: pd.NaT if pd.isna(date) else last_day(str(date)))
        return pd.to_datetime(read).astype("datetime64[ns]")
    except (ValueError, TypeError) as error:
        raise DataError(
            f"table '{name}' has a day in '{dates.name}' that is none: {error}"
        ) from None


def _settled(kept: pd.DataFrame, resource: dict[str, Any]) -> pd.DataFrame:
    """Prefer, among rows of one thing, the one whose edition ranks first."""
    rank = resource.get("preferred")
    if not rank:
        return kept
    order = {edition: place for place, edition in enumerate(rank["rank"])}
    place = kept[rank["column"]].map(order)
    best = place.groupby([kept[key].fillna("") for key in rank["by"]]).transform("min")
    kept["preferred"] = (place == best) & place.notna()
    return kept
