"""Made-up markets: suppliers drawn at random, and tables in the shape of energy/lng_imports."""

import pandas as pd
from hypothesis import strategies as st

NAMES = ["Australia", "Qatar", "Malaysia", "Russia", "Oman", "Brunei", "Peru", "Yemen"]

amount = st.floats(0.001, 1e6, allow_nan=False, allow_infinity=False)
fraction = st.floats(0, 1, allow_nan=False)


def markets(low=1, high=8):
    """Draw a market: volumes above zero by supplier."""
    return st.lists(amount, min_size=low, max_size=high).map(
        lambda values: pd.Series(values, index=NAMES[: len(values)])
    )


def rows(*volumes, year=2020, kind="exporter"):
    """Build a small table of imports in the shape of energy/lng_imports."""
    return pd.DataFrame(
        [
            {
                "year": year,
                "period_type": "calendar_year",
                "exporter": name,
                "row_type": kind,
                "volume_bcm": volume,
                "share_pct": None,
                "share_basis": None,
                "source_id": "made_up",
            }
            for name, volume in volumes
        ]
    )


MARKET = {"Russia": 0.1, "Qatar": 0.9}
YEAR = rows(("Russia", 1.0), ("Qatar", 3.0))
