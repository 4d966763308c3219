"""The claims of the balance part and the two days on which they are judged."""

import pandas as pd

from three_pillars.day import COMMENTARY

CHAPTERS = {
    "balance/power": ("C19", "C45"),
    "balance/hedge": ("C06", "C37", "C38", "C39", "C40", "C41", "C42", "C43",
                      "C47", "C48", "C49", "C50", "C57", "C58"),
}  # fmt: skip
CLAIMS = tuple(claim for claims in CHAPTERS.values() for claim in claims)
DAYS = {"then": COMMENTARY, "today": pd.Timestamp("2026-11-28")}


def says(judged):
    """All sentences of a claim's findings."""
    return " ".join(test.finding.says for test in judged.tests)
