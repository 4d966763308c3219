"""The claims of the energy part and the two days on which they are judged."""

import pandas as pd

from three_pillars.day import COMMENTARY

CLAIMS = ("C18", "C31", "C32", "C33", "C34", "C35", "C36", "C46")
DAYS = {"then": COMMENTARY, "today": pd.Timestamp("2026-11-28")}


def says(judged):
    """All sentences of a claim's findings."""
    return " ".join(test.finding.says for test in judged.tests)
