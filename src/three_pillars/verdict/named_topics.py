"""What the meetings of Abe and Putin were about, by what each side said after them."""

from __future__ import annotations

import pandas as pd

NAMES = {
    "islands_treaty": "islands or treaty",
    "economy": "economy",
    "security_defence": "security",
    "energy": "energy",
    "china": "China",
}
"""The topics of ``argument/meeting_topics``, with words for a reader."""


def named_topics(table: pd.DataFrame) -> pd.DataFrame:
    """Count the meetings after which at least one side named a topic.

    A topic is surely not named only where both sides' readouts were read whole and neither names
    it; where a readout was read in part, or not found, or speaks of it by allusion, it may have
    been named.

    Args:
        table: rows of ``argument/meeting_topics``.

    Returns:
        One row a topic: ``topic``, ``name``, ``meetings`` (how many there are), ``named`` and
        ``perhaps``.
    """
    keys = [table["topic"], table["meeting_id"]]
    named = (table["named"] == "yes").groupby(keys).any()
    denied = (table["named"] == "no").groupby(keys).all()
    by_topic = pd.DataFrame({"named": named, "perhaps": ~named & ~denied}).groupby("topic").sum()
    found = by_topic.reindex(list(NAMES), fill_value=0).rename_axis("topic").reset_index()
    found.insert(1, "name", found["topic"].map(NAMES))
    found.insert(2, "meetings", table["meeting_id"].nunique())
    return found
