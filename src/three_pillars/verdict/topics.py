"""What the meetings of Abe and Putin were about, by the words of our summaries."""

from __future__ import annotations

import pandas as pd

from ..data import load
from ..day import first_day
from ..meetings import LEADERS, pair

TOPICS = {
    "islands or treaty": r"treaty|island|grave|joint (?:economic )?(?:activity|activities)",
    "economy": r"econom|business|exploration|project|eight-point",
    "energy alone": r"energy|exploration|\bgas\b|\boil\b",
    "security": r"2\+2|military",
    "China": r"\bChina\b|Chinese",
}
"""Words that count as a topic of a meeting, looked for in our own summaries."""


def topics(meetings: pd.DataFrame) -> pd.Series:
    """Count the meetings whose summary names each topic.

    Args:
        meetings: rows with ``outcome``, a short summary in our own words.

    Returns:
        Number of meetings by topic of ``TOPICS``.
    """
    text = meetings["outcome"].fillna("")
    return pd.Series(
        {name: int(text.str.contains(words, regex=True).sum()) for name, words in TOPICS.items()}
    )


def abe_putin() -> pd.DataFrame:
    """Return the meetings of Abe and Putin from 2013 to 2019."""
    meetings = pair(load(LEADERS), "JPN-RUS")
    own = meetings[(meetings["leader"] == "Abe") & (meetings["year"] >= 2013)]
    own = own.reset_index(drop=True)
    own["day"] = pd.to_datetime(own["date"].map(first_day))
    return own
