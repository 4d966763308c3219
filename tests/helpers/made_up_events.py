"""Made-up events, dated to the day, the month or the year."""

import datetime as dt

import pandas as pd
from hypothesis import strategies as st

days = st.dates(dt.date(2000, 1, 1), dt.date(2020, 12, 31))
tables = st.lists(
    st.tuples(days, st.sampled_from(["day", "month", "year"]), st.booleans()),
    min_size=2,
    max_size=30,
)


def events(*rows):
    """Make a small table of events from (date, precision, verified, kind)."""
    frame = pd.DataFrame(rows, columns=["date", "date_precision", "verified", "kind"])
    frame["event_id"] = [f"e{i}" for i in range(len(frame))]
    return frame


def build(rows):
    """Write each date as far as its precision says."""
    cut = {"day": 10, "month": 7, "year": 4}
    return events(*((str(d)[: cut[p]], p, v, "x") for d, p, v in rows))
