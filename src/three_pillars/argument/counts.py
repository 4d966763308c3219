"""Counts of meetings: by year, host or leader, by time in office, and beside official counts."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from ..day import dated
from .errors import ArgumentError


def setting(meetings: pd.DataFrame) -> pd.Series:
    """Tell a visit from a meeting on the margin of something else.

    Returns:
        For each row ``"visit"`` (one goes to see the other), ``"summit"`` (on the margin of a
        gathering such as the G20) or ``"occasion"`` (Olympics, anniversary, economic forum).
    """
    form = meetings["format"]
    return pd.Series(
        [
            "visit" if f.endswith("_visit") else "summit" if f.endswith("_sideline") else "occasion"
            for f in form
        ],
        index=meetings.index,
        name="setting",
    )


def count(
    meetings: pd.DataFrame, by: str = "year", years: Sequence[int] | None = None
) -> pd.DataFrame:
    """Count meetings.

    Args:
        meetings: the meetings to count; choose the pair and ``presidents()`` before.
        by: a column such as ``"year"``, ``"host_iso3"``, ``"format"`` or ``"leader"``.
        years: for ``by="year"``, the years to list, so that a year without a meeting shows as
            nought; from the first to the last by default.

    Returns:
        One row each with ``meetings`` and how many of them are ``unverified``.

    Raises:
        ArgumentError: there is no such column, or nothing to count.
    """
    if by not in meetings:
        raise ArgumentError(f"meetings have no column '{by}' to count by.")
    if meetings.empty:
        raise ArgumentError("there are no meetings to count.")
    table = meetings.groupby(by).agg(
        meetings=("verified", "size"), unverified=("verified", lambda v: int((~v).sum()))
    )
    if by == "year":
        listed = (
            range(int(table.index.min()), int(table.index.max()) + 1) if years is None else years
        )
        table = table.reindex(list(listed), fill_value=0).rename_axis("year")
    else:
        table = table.sort_values("meetings", ascending=False, kind="stable")
    return table.reset_index()


def per_year_in_office(meetings: pd.DataFrame, terms: pd.DataFrame, end: str) -> pd.DataFrame:
    """Set the meetings of each Japanese prime minister against his time in office.

    Args:
        meetings: meetings of the pair JPN-RUS; choose ``presidents()`` before.
        terms: the table ``argument/terms``.
        end: last day that the list of meetings covers, such as ``"2019-12-31"``.

    Returns:
        One row for each term: ``leader``, ``start``, ``years``, ``meetings``, ``per_year``.
    """
    close = pd.Timestamp(end)
    held = dated(meetings)
    begin = held["first_day"].min()
    office = terms[(terms["country_iso3"] == "JPN") & (terms["office"] == "prime_minister")]
    rows = []
    for term in office.itertuples():
        start = max(term.date_start, begin.replace(month=1, day=1))
        stop = close if pd.isna(term.date_end) else min(term.date_end, close)
        if stop <= start:
            continue
        leader = term.person.split()[0]
        inside = (
            (held["leader"] == leader)
            & (held["last_day"] >= term.date_start)
            & (held["first_day"] <= stop)
        )
        years = (stop - start).days / 365.25
        rows.append(
            {
                "leader": leader,
                "start": term.date_start,
                "years": years,
                "meetings": int(inside.sum()),
                "per_year": inside.sum() / years,
            }
        )
    return pd.DataFrame(rows)


def check_counts(meetings: pd.DataFrame, official: pd.DataFrame) -> pd.DataFrame:
    """Set our count of a series beside the count that a government gave on a date.

    Args:
        meetings: the table ``argument/leader_meetings``.
        official: the table ``argument/official_counts``.

    Returns:
        One row for each official count: ``series``, ``date``, ``official_count``, ``our_count``,
        ``difference``.
    """
    frame = dated(meetings)
    ours = []
    for row in official.itertuples():
        series = frame[frame["pair"] == row.pair]
        if row.series == "Abe-Putin":
            series = series[series["abe_putin_number"].notna()]
        ours.append(int((series["first_day"] <= row.date).sum()))
    table = official[["series", "date", "official_count"]].copy()
    table["our_count"] = ours
    table["difference"] = table["official_count"].astype(int) - table["our_count"]
    return table
