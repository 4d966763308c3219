"""Meetings, arms and closeness: known values, and the traps in their tables."""

import pytest
from helpers.refusals import refuses

from three_pillars import balance
from three_pillars.balance import BalanceError
from three_pillars.data import load


def test_meetings_up_to_the_commentary():
    meetings = load("argument/leader_meetings")
    span = (balance.ABE_RETURNS, balance.COMMENTARY)
    assert balance.meeting_count(meetings, "Abe", "Putin", *span) == 7
    assert balance.meeting_count(meetings, "Xi", "Putin", *span) == 12
    assert balance.meeting_count(meetings, "Xi", "Putin", *span, verified_only=True) == 9


def test_arms_to_china_peak_and_trough():
    arms = balance.arms_to_china(load("balance/arms_transfers")).set_index("year")["tiv_mn"]
    assert arms.idxmax() == 2005
    assert arms[2014] == pytest.approx(560.5)
    assert arms[2015] / arms.max() == pytest.approx(0.25, abs=0.005)


def test_2016_has_two_poll_rounds_and_2020_breaks_the_series():
    close = balance.closeness(load("balance/opinion"), "RUS")
    assert close["survey_round"].is_unique
    assert {"2016-01", "2016-10"} <= set(close["survey_round"])
    assert close["when"].is_monotonic_increasing
    mail = close["when"].dt.year >= 2020
    assert ((close["mode"] == "mail") == mail).all()
    assert close.loc[~close["verified"], "survey_round"].tolist() == ["2004", "2020"]
    segment = close.set_index("survey_round")["segment"]
    assert segment["2010":"2017"].nunique() == 1
    assert segment[["2004", "2017", "2020", "2021"]].is_unique
    china = balance.closeness(load("balance/opinion"), "CHN").set_index("survey_round")["segment"]
    assert china["2006"] != china["2008"]  # nothing for 2007
    share = close.set_index("survey_round")["share_pct"]
    assert share[["2012", "2014", "2016-01", "2024"]].tolist() == [19.5, 20.1, 17.4, 5.0]


def test_a_doubtful_poll_value_gives_way_to_a_better_one():
    close = balance.closeness(load("balance/opinion"), "USA").set_index("survey_round")
    assert close.loc["2021", "share_pct"] == 88.5
    assert close.loc["2017", "share_pct"] == 78.4
    rows_ = load("balance/opinion")
    best = rows_[rows_["preferred"]]
    assert not best.duplicated(["pollster", "survey_round", "target_iso3", "item"]).any()
    assert best["verified"].all()


def test_arms_have_one_preferred_edition_a_year():
    rows_ = load("balance/arms_transfers")
    best = rows_[rows_["preferred"]]
    assert not best.duplicated(["supplier_iso3", "year"]).any()
    assert set(best.loc[best["year"] >= 2000, "edition"]) == {"SIPRI 2025"}
    assert set(best.loc[best["year"] < 2000, "edition"]) == {"SIPRI 2022"}
    share = balance.arms_to_china(rows_)["share"].dropna()
    assert share.between(0, 1).all()


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: balance.closeness(load("balance/opinion"), "KOR"), "'KOR'"),
    ],
)
def test_bad_input_is_refused_in_words(call, words):
    refuses(call, BalanceError, words)
