"""Meetings of leaders: pairs, presidents and terms, read by several parts in the same way.

Two traps are dealt with here. Rows with a Russian premier are incomplete, so `presidents()` leaves
them out of every ranking. A person can hold an office twice, so `term()` asks from when.
"""

from __future__ import annotations

import pandas as pd

from .words import listed

LEADERS = "argument/leader_meetings"
MINISTERS = "argument/ministerial_meetings"
SECURITY = "argument/security_cooperation"
TERMS = "argument/terms"


class MeetingError(ValueError):
    """Meetings cannot be chosen as asked; the message says why in one sentence."""


def pair(meetings: pd.DataFrame, name: str) -> pd.DataFrame:
    """Keep the meetings of one pair of states, such as ``"JPN-RUS"``.

    Raises:
        MeetingError: there is no such pair.
    """
    known = list(meetings["pair"].unique())
    if name not in known:
        raise MeetingError(f"there is no pair '{name}'; the pairs are {', '.join(known)}.")
    return meetings[meetings["pair"] == name].reset_index(drop=True)


def presidents(meetings: pd.DataFrame) -> pd.DataFrame:
    """Leave out the rows with a Russian premier, which are too few to rank years by."""
    return meetings[meetings["counterpart_role"] != "prime minister"].reset_index(drop=True)


def between(meetings: pd.DataFrame, leader: str, counterpart: str) -> pd.DataFrame:
    """Keep the meetings of two persons, such as ``"Abe"`` and ``"Putin"``, in order of date."""
    rows = meetings[(meetings["leader"] == leader) & (meetings["counterpart"] == counterpart)]
    return rows.sort_values("date", kind="stable").reset_index(drop=True)


def term(terms: pd.DataFrame, person: str, office: str, since: str = "") -> pd.Series:
    """Return a person's first term in an office that began on a day or later.

    Args:
        terms: the table ``argument/terms``.
        person: family name, or family and given name as the table has them.
        office: such as ``"prime_minister"``.
        since: earliest start, such as ``"2012"``; the first term of all by default.

    Returns:
        The row of the term, with ``date_start`` and ``date_end``.

    Raises:
        MeetingError: there is no such term.
    """
    known = terms[terms["office"] == office]
    own = known[(known["person"] == person) | (known["person"].str.split().str[0] == person)]
    own = own[own["date_start"] >= since] if since else own
    if own.empty:
        named = listed(dict.fromkeys(known["person"]))
        raise MeetingError(
            f"{person} has no term as {office}{f' from {since} on' if since else ''}; "
            f"the persons are {named or 'none'}."
        )
    return own.sort_values("date_start", kind="stable").iloc[0]
