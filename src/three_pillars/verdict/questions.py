"""The questions that the commentary answers, and what came."""

from __future__ import annotations

import pandas as pd

from ..data import load
from ..ledger import claims


def questions() -> pd.DataFrame:
    """Put questions and outcomes together: one row for each question and horizon.

    Returns:
        The columns of ``verdict/outcomes`` and ``verdict/questions``, with ``part`` (of the claim
        that the question belongs to) and ``main`` (whether the sheet asks for this horizon).
    """
    asked = load("verdict/questions").drop(columns="source_id")
    part = claims().set_index("claim_id")["part"]
    asked["part"] = asked["claim_id"].map(part)
    table = load("verdict/outcomes").merge(asked, on="forecast_id", validate="many_to_one")
    table["main"] = table["horizon_date"] == table["main_horizon"]
    return table
