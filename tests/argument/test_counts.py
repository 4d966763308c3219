"""Counts of meetings: known values, and what one counts decides."""

import pytest
from helpers.refusals import refuses
from hypothesis import given, settings
from hypothesis import strategies as st

from three_pillars import argument
from three_pillars.argument import ArgumentError
from three_pillars.data import load

MEETINGS = load("argument/leader_meetings")
JAPAN_RUSSIA = argument.pair(MEETINGS, "JPN-RUS")


def test_the_27_meetings_of_abe_and_putin_by_year():
    series = JAPAN_RUSSIA[JAPAN_RUSSIA["abe_putin_number"].notna()]
    by_year = argument.count(series).set_index("year")["meetings"]
    assert by_year[by_year > 0].to_dict() == {
        2006: 1, 2007: 2, 2013: 4, 2014: 3, 2015: 2, 2016: 4, 2017: 4, 2018: 4, 2019: 3,
    }  # fmt: skip
    assert by_year.sum() == 27
    assert sorted(series["abe_putin_number"]) == list(range(1, 28))


def test_what_one_counts_decides_the_record_year():
    presidents = argument.count(argument.presidents(JAPAN_RUSSIA)).set_index("year")["meetings"]
    everyone = argument.count(JAPAN_RUSSIA).set_index("year")["meetings"]
    assert presidents[2009] == presidents[2013] == presidents.max() == 4
    assert everyone[2009] == 5
    assert (everyone.drop(2009) < 5).all()
    assert len(JAPAN_RUSSIA) - len(argument.presidents(JAPAN_RUSSIA)) == 4


def test_hosts_and_settings_of_the_series():
    series = JAPAN_RUSSIA[JAPAN_RUSSIA["abe_putin_number"].notna()]
    hosts = argument.count(series, by="host_iso3").set_index("host_iso3")["meetings"]
    assert (hosts["RUS"], hosts["JPN"], hosts.sum() - hosts["RUS"] - hosts["JPN"]) == (11, 2, 14)
    assert set(argument.setting(MEETINGS)) == {"visit", "summit", "occasion"}


def test_xi_met_putin_more_often_and_says_how_many_are_unverified():
    china = argument.pair(MEETINGS, "CHN-RUS")
    table = argument.count(china)
    assert len(china) == table["meetings"].sum() == 39
    assert table["unverified"].sum() == 12
    early = argument.until(china, "2015-07-21")
    assert len(early) == 12


def test_our_counts_agree_with_the_official_ones_of_abe_and_putin():
    table = argument.check_counts(MEETINGS, load("argument/official_counts"))
    japan = table[table["series"] == "Abe-Putin"]
    assert len(japan) == 11
    assert (japan["difference"] == 0).all()
    china = table[table["series"] == "Xi-Putin"].set_index("date")["difference"]
    assert china["2017-07-02"] == 1
    assert china["2017-07-04"] == -1


def test_rates_in_office_of_abe():
    table = argument.per_year_in_office(
        argument.presidents(JAPAN_RUSSIA), load("argument/terms"), "2019-12-31"
    )
    abe = table[table["leader"] == "Abe"]
    assert abe["meetings"].tolist() == [3, 24]
    assert abe["per_year"].iloc[1] == pytest.approx(24 / 7.01, rel=0.01)
    assert table["meetings"].sum() == len(argument.presidents(JAPAN_RUSSIA))


def test_a_year_without_a_meeting_counts_as_nought():
    table = argument.count(JAPAN_RUSSIA, years=range(2018, 2023)).set_index("year")["meetings"]
    assert table.to_dict() == {2018: 4, 2019: 3, 2020: 0, 2021: 0, 2022: 0}


@settings(deadline=None)
@given(st.integers(0, 61))
def test_counts_add_up_however_the_list_is_cut(at):
    first, second = JAPAN_RUSSIA.iloc[:at], JAPAN_RUSSIA.iloc[at:]
    parts = [argument.count(p)["meetings"].sum() for p in (first, second) if len(p)]
    assert sum(parts) == argument.count(JAPAN_RUSSIA)["meetings"].sum()


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: argument.count(JAPAN_RUSSIA, by="mood"), "no column 'mood'"),
        (lambda: argument.count(JAPAN_RUSSIA.iloc[:0]), "no meetings to count"),
    ],
)
def test_bad_input_is_named_in_one_sentence(call, words):
    refuses(call, ArgumentError, words)
