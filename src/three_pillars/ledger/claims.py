"""The claims of the commentary, as declared."""

from __future__ import annotations

import pandas as pd

from ..data import load

KIND_ORDER = ("fact", "trend", "causal", "forecast", "belief", "reported")
"""The kinds of claims, in this order everywhere: what was so, what rose or fell, what brought
something about, what will be so, what somebody wanted or believed, and what somebody said."""


def claims() -> pd.DataFrame:
    """Return the claims as declared, one row each.

    Returns:
        The table ``argument/claims``: ``claim_id``, ``part``, ``chapter``, ``pillar``,
        ``paragraph``, ``claim`` (in our words), ``kind``, ``test`` and ``source_id``.
    """
    return load("argument/claims")
