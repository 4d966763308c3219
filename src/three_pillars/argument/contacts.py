"""Every contact in person of Japan and Russia on one time line."""

from __future__ import annotations

import pandas as pd

from ..data import load
from ..day import dated
from ..meetings import LEADERS, MINISTERS, SECURITY, pair

KINDS = {
    "leaders": "Leaders",
    "premiers": "With a Russian premier",
    "foreign_ministers": "Foreign ministers",
    "two_plus_two": "2+2",
    "security_advisers": "Security advisers",
    "vice_ministers_peace_treaty": "Vice-ministers",
    "special_envoy": "Envoy",
    "security": "Drills and military visits",
}
"""Kinds of contact between Japan and Russia, from the top down, with the words for a reader."""


def contacts(
    meetings: pd.DataFrame, ministers: pd.DataFrame, security: pd.DataFrame
) -> pd.DataFrame:
    """Put every contact in person of Japan and Russia on one time line.

    Left out: telephone calls; freezes and postponements, which are the opposite of a contact;
    agreements and 2+2 talks of the security table, which the other two tables hold already; and the
    one disputed row.

    Args:
        meetings: the table ``argument/leader_meetings``.
        ministers: the table ``argument/ministerial_meetings``.
        security: the table ``argument/security_cooperation``.

    Returns:
        One row each: ``event_id``, ``kind``, ``what``, ``place``, ``host_iso3``, ``verified``, the
        columns of ``dated()``, in order of time.
    """
    top = pair(meetings, "JPN-RUS")
    premier = top["counterpart_role"] == "prime minister"
    parts = [
        pd.DataFrame(
            {
                "event_id": top["meeting_id"],
                "kind": premier.map({True: "premiers", False: "leaders"}),
                "what": top["leader"] + " and " + top["counterpart"] + ", " + top["occasion"],
                "place": top["place"],
                "host_iso3": top["host_iso3"],
                "date": top["date"],
                "date_precision": top["date_precision"],
                "verified": top["verified"],
            }
        )
    ]
    met = ministers[ministers["in_person"]]
    parts.append(
        pd.DataFrame(
            {
                "event_id": met["meeting_id"],
                "kind": met["kind"],
                "what": met["japan_side"] + " and " + met["russia_side"],
                "place": met["place"],
                "host_iso3": met["host_iso3"],
                "date": met["date"],
                "date_precision": met["date_precision"],
                "verified": met["verified"],
            }
        )
    )
    done = security[
        security["status"].isin(["held", "announced"])
        & ~security["disputed"]
        & (security["category"] != "defence_talks")
    ]
    parts.append(
        pd.DataFrame(
            {
                "event_id": done["event_id"],
                "kind": "security",
                "what": done["title"],
                "place": done["place"],
                "host_iso3": None,
                "date": done["date"],
                "date_precision": done["date_precision"],
                "verified": done["verified"],
            }
        )
    )
    every = dated(pd.concat(parts, ignore_index=True))
    every["label"] = every["kind"].map(KINDS)
    return every.sort_values(["first_day", "event_id"], ignore_index=True)


def all_contacts() -> pd.DataFrame:
    """Return `contacts()` of the three tables of the book."""
    return contacts(load(LEADERS), load(MINISTERS), load(SECURITY))
