"""Instruments used, and how long Japan took to follow."""

import pandas as pd

from three_pillars import constraint, load

MEASURES = load("constraint/measures")


def test_instruments_at_the_end_of_2014():
    used = constraint.instruments(MEASURES, "2014-12-31").groupby("actor")["used"].sum()
    assert used.to_dict() == {"Japan": 4, "United States": 6, "European Union": 6}
    none = constraint.instruments(MEASURES, "2014-03-05")
    assert not none["used"].any()
    assert none["first"].isna().all()


def test_japan_followed_its_partners_every_time_or_not_at_all():
    table = constraint.lags(MEASURES).set_index("step")
    answered = table["days"].dropna()
    assert len(answered) == 5
    assert (answered > 0).all()
    assert answered["april_2014"] == 1
    assert answered["mh17_july_august_2014"] == 20
    assert pd.isna(table.loc["crimea_trade_2014", "days"])
