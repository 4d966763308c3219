"""Sanctions in one compartment, meetings in the other: year by year, were both there and apart?"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from .steps import changes

TOPICS = ("islands_treaty", "economy")
"""The topics of a meeting that the other compartment holds."""


def compartments(
    measures: pd.DataFrame,
    meetings: pd.DataFrame,
    topics: pd.DataFrame,
    years: Sequence[int],
) -> pd.DataFrame:
    """Set sanctions and meetings of Japan and Russia beside each other, year by year.

    Args:
        measures: the table ``constraint/measures``.
        meetings: meetings of Japan's prime minister and Russia's president, one row each, with
            ``meeting_id`` and ``year``.
        topics: the table ``argument/meeting_topics``.
        years: the years to look at.

    Returns:
        One row a year: ``year``; ``standing``, Japan's measures in force at its end; ``meetings``;
        ``on_topic``, meetings at which a readout that was read names the islands, the treaty or the
        economy; ``unread``, other meetings with a readout that was not read to its end; ``new``,
        Japan's new measures against Russia and Russia's answers to Japan.
    """
    named = topics[topics["topic"].isin(TOPICS)]
    yes = set(named.loc[named["named"] == "yes", "meeting_id"])
    read = set(named.loc[named["named"] == "no", "meeting_id"])
    new = measures[
        ((measures["actor"] == "Japan") & (measures["kind"] == "measure"))
        | (
            (measures["actor"] == "Russia")
            & (measures["kind"] == "counter_measure")
            & measures["target"].str.contains("Japan")
        )
    ]
    rows, changed = [], changes(measures)
    for year in years:
        held = meetings.loc[meetings["year"] == year, "meeting_id"]
        on_topic = int(held.isin(yes).sum())
        rows.append(
            {
                "year": year,
                "standing": int(changed[changed.index <= f"{year}-12-31"].sum()),
                "meetings": len(held),
                "on_topic": on_topic,
                "unread": int((~held.isin(yes | read)).sum()),
                "new": int((new["year"] == year).sum()),
            }
        )
    columns = ["year", "standing", "meetings", "on_topic", "unread", "new"]
    return pd.DataFrame(rows, columns=columns)
