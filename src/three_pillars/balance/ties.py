"""Other ties between the four states: arms to China, closeness in polls, meetings of leaders."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from ..day import first_day
from ..meetings import between
from .errors import BalanceError

ABE_RETURNS = "2012-12-26"
"""The day on which Abe became prime minister again, as text, like the tables' dates."""

_POLL_GAP_DAYS = 500  # from October 2014 to January 2016 no round was left out; beyond, one was


def arms_to_china(arms: pd.DataFrame) -> pd.DataFrame:
    """Follow Russian (to 1991 Soviet) deliveries to China in the preferred edition of each year.

    Args:
        arms: ``balance/arms_transfers``.

    Returns:
        ``year``, ``tiv_mn``, ``edition``, and ``share``: Russia's part of all deliveries to China,
        a fraction. Volumes are SIPRI's trend-indicator values, in millions.
    """
    rows = arms[arms["preferred"] & arms["verified"]]
    russian = rows[rows["supplier_iso3"].isin(["RUS", "SUN"])].set_index("year")
    everyone = rows[rows["supplier_iso3"] == "WLD"].set_index("year")["tiv_mn"]
    result = russian[["tiv_mn", "edition"]].assign(share=russian["tiv_mn"] / everyone)
    return result.reset_index().sort_values("year", ignore_index=True, kind="stable")


def closeness(opinion: pd.DataFrame, target: str) -> pd.DataFrame:
    """Follow the share of Japanese who feel close to a state, one row a round.

    Args:
        opinion: ``balance/opinion``.
        target: ISO code of the state asked about.

    Returns:
        ``survey_round``, ``when`` (first day of fieldwork; 1 October where only the year is known),
        ``share_pct``, ``mode``, ``verified``, and ``segment``: a number that grows where a line
        must break, at a change of mode or where rounds are missing. An unverified value stands
        only where nothing better is known, and breaks the line too.

    Raises:
        BalanceError: the poll did not ask about that state.
    """
    rows = opinion[
        (opinion["pollster"] == "Cabinet Office")
        & (opinion["item"] == "feel_close")
        & (opinion["target_iso3"] == target)
    ]
    if rows.empty:
        raise BalanceError(f"the poll has no closeness to {target!r}.")
    rows = rows.sort_values(["survey_round", "preferred"], ascending=[True, False])
    rows = rows.drop_duplicates("survey_round")
    when = [first_day(date if len(date) > 4 else f"{date}-10") for date in rows["date"]]
    rows = rows.assign(when=when)
    broken = rows["when"].diff().dt.days.gt(_POLL_GAP_DAYS)
    for column in ("mode", "verified"):
        broken |= rows[column].ne(rows[column].shift())
    rows["segment"] = broken.cumsum()
    return rows[["survey_round", "when", "share_pct", "mode", "verified", "segment"]].reset_index(
        drop=True
    )


def meeting_count(
    meetings: pd.DataFrame,
    leader: str,
    counterpart: str,
    since: str = "1900",
    until: str = "2100",
    verified_only: bool = False,
) -> int:
    """Count the meetings of two leaders between two days, both included.

    A meeting of which only the month is known counts if the month begins in the span.

    Args:
        meetings: ``argument/leader_meetings``.
        leader: such as ``"Abe"`` or ``"Xi"``.
        counterpart: such as ``"Putin"``.
        since: first day, as ``"2012-12-26"``.
        until: last day.
        verified_only: count only meetings that a source confirms.
    """
    rows = between(meetings, leader, counterpart)
    rows = rows[rows["date"].between(since, until)]
    return int(rows["verified"].sum()) if verified_only else len(rows)


def meetings_so_far(
    meetings: pd.DataFrame, pairs: Sequence[tuple[str, str]], since: str, until: str
) -> pd.DataFrame:
    """Add up meetings from a day on, one row a meeting, for a chart that climbs.

    Args:
        meetings: ``argument/leader_meetings``.
        pairs: leaders and their counterparts, such as ``("Abe", "Putin")``.
        since: first day, as ``"2012-12-26"``.
        until: last day.

    Returns:
        ``pair``, ``when``, ``so_far``, ``verified``, ``place``.
    """
    frames = []
    for leader, counterpart in pairs:
        rows = between(meetings, leader, counterpart)
        rows = rows[rows["date"].between(since, until)]
        frames.append(
            pd.DataFrame(
                {
                    "pair": f"{leader}–{counterpart}",
                    "when": [first_day(date) for date in rows["date"]],
                    "so_far": range(1, len(rows) + 1),
                    "verified": rows["verified"].to_numpy(),
                    "place": rows["place"].to_numpy(),
                }
            )
        )
    return pd.concat(frames, ignore_index=True)
