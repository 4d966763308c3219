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
    assert answered["july_august_2014"] == 20
    assert pd.isna(table.loc["crimea_trade_2014", "days"])


def test_what_both_partners_used_and_japan_did_not():
    assert constraint.left_out(MEASURES, "2014-12-31") == [
        "Oil technology",
        "Capital for Russian energy firms",
    ]
    assert constraint.left_out(MEASURES, "2014-03-17") == ["Asset freezes"]
    assert constraint.left_out(MEASURES, "2014-03-05") == []


def test_each_measure_of_japan_and_how_far_behind_it_came():
    own = constraint.behind(MEASURES).set_index("measure_id")
    first = own.loc[["jpn_2014_03_18", "jpn_2014_04_29", "jpn_2014_08_05"], "days"]
    assert first.tolist() == [12, 1, 20]  # 6 March, 28 April, 16 July
    assert pd.isna(own.loc["jpn_2022_03_01", "days"])


def test_a_step_of_japan_alone_has_no_lag():
    alone = MEASURES[MEASURES["actor"] == "Japan"]
    assert constraint.lags(alone).empty
    assert constraint.behind(alone)["days"].isna().all()


def test_measures_stand_until_they_are_lifted():
    for day, stand in (("2014-03-17", 0), ("2014-03-18", 1), ("2014-12-31", 5)):
        assert constraint.standing(MEASURES, day) == stand
    assert constraint.standing(MEASURES, "2017-01-01") == 5  # an easing ends none
    ended = MEASURES.assign(kind=MEASURES["kind"].replace({"easing": "lifting"}))
    assert constraint.standing(ended, "2017-01-01") == 4
