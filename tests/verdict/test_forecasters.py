"""The forecasters of the book: the words of the commentary, no change, the base rate."""

import pandas as pd
import pytest

from three_pillars import load, verdict
from three_pillars.verdict import VerdictError


def test_both_scales_cover_zero_to_a_hundred_without_a_wrong_end():
    wording = load("verdict/wording")
    assert (wording["low_pct"] <= wording["high_pct"]).all()
    assert (wording["centre_pct"] == (wording["low_pct"] + wording["high_pct"]) / 2).all()
    assert (wording.groupby("scale")["centre_pct"].apply(list).map(lambda v: v == sorted(v))).all()
    icd = wording[wording["scale"] == "icd203"]
    assert (icd["high_pct"].iloc[:-1].to_numpy() == icd["low_pct"].iloc[1:].to_numpy()).all()
    kent = wording[wording["scale"] == "kent1964"].set_index("term")
    assert (kent.loc["probable", "low_pct"], kent.loc["probable", "high_pct"]) == (63, 87)


def test_words_are_the_middles_of_their_ranges():
    assert verdict.words() == {"asserted": 0.97, "likely": 0.675, "possible": 0.5}
    assert verdict.words("kent1964") == {"asserted": 0.93, "likely": 0.75, "possible": 0.5}
    with pytest.raises(VerdictError, match="the scales are icd203 and kent1964"):
        verdict.words("icd")


def test_the_commentary_expects_a_no_with_one_minus_the_word(table):
    said = verdict.commentary(table)
    assert len(said) == 67, "seven rows of three questions are left out"
    assert said["F08_2016"] == pytest.approx(1 - 0.675)
    assert said["F16_2015"] == 0.97
    with pytest.raises(VerdictError, match="the word 'likely': '70%' is not"):
        verdict.commentary(table, {"likely": "70%"})


def test_always_half_scores_a_quarter_whatever_came(table):
    half = pd.Series(0.5, index=table["outcome_id"])
    assert verdict.score(half, table) == pytest.approx(0.25)


def test_base_rate_scores_its_own_uncertainty(table):
    rate = verdict.base_rate(table)
    flat = pd.Series(rate, index=table["outcome_id"])
    assert verdict.score(flat, table) == pytest.approx(rate * (1 - rate))


def test_no_change_is_right_about_all_that_goes_on_until_2018(table):
    early = table[(table["yes_means"] == "continues") & (table["horizon_date"] < "2019")]
    assert verdict.score(verdict.nothing_changes(early), table) == 0
    with pytest.raises(VerdictError, match=r"between 0\.5 and 1"):
        verdict.nothing_changes(table, 0.2)
