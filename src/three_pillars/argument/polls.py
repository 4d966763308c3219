"""What polls say of the cabinet, within each pollster."""

from __future__ import annotations

import pandas as pd

from ..day import dated, until


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
    for pollster, group in frame.sort_values("last_day").groupby("pollster", sort=False):
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
