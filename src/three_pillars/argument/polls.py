"""What polls say of the cabinet, within each pollster."""

from __future__ import annotations

import pandas as pd

from ..day import dated, first_day, until


def approval_change(polls: pd.DataFrame, until_day: str | None = None) -> pd.DataFrame:
    """Compare each pollster's first and last poll on the cabinet, in percentage points.

    Pollsters differ in method, so a change is taken only within one of them.

    Args:
        polls: the table ``argument/approval``.
        until_day: leave out polls that ended after this day.

    Returns:
        One row for each pollster with two polls or more: ``pollster``, ``first``, ``last``,
        ``from_pct``, ``to_pct``, ``change``.
    """
    frame = dated(polls) if until_day is None else until(polls, until_day)
    rows = []
    for pollster, group in frame.sort_values("last_day", kind="stable").groupby(
        "pollster", sort=False
    ):
        if len(group) < 2:
            continue
        first, last = group.iloc[0], group.iloc[-1]
        rows.append(
            {
                "pollster": pollster,
                "first": first["date"],
                "last": last["date"],
                "from_pct": first["approve_pct"],
                "to_pct": last["approve_pct"],
                "change": last["approve_pct"] - first["approve_pct"],
            }
        )
    return pd.DataFrame(rows, columns=["pollster", "first", "last", "from_pct", "to_pct", "change"])


def change_across(polls: pd.DataFrame, event: pd.Timestamp, after: str = "first") -> pd.DataFrame:
    """Compare each pollster's last poll before an event with one after it, in percentage points.

    A poll whose days straddle the event stands on neither side.

    Args:
        polls: rows of ``argument/approval`` with the columns of ``dated()``.
        event: the day of the event; a poll that began on it stands after it.
        after: ``"first"`` for the first poll after the event, ``"last"`` for the last.

    Returns:
        One row for each pollster with polls on both sides: ``pollster``, ``first``, ``last`` (ids
        of the two polls) and ``change``.
    """
    ordered = polls.sort_values("last_day", kind="stable")
    began = ordered["date_start"].map(first_day)
    rows = []
    for pollster, group in ordered.groupby("pollster", sort=False):
        early = group[group["last_day"] < event]
        late = group[began[group.index] >= event]
        if early.empty or late.empty:
            continue
        one, other = early.iloc[-1], late.iloc[0 if after == "first" else -1]
        change = other["approve_pct"] - one["approve_pct"]
        rows.append((pollster, one["poll_id"], other["poll_id"], change))
    return pd.DataFrame(rows, columns=["pollster", "first", "last", "change"])
