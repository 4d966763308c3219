"""The argument: known counts, hand-worked windows and gaps, properties, bad input, judges."""

import csv
import datetime as dt
import shutil
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from three_pillars import argument, data, ledger
from three_pillars.argument import ArgumentError
from three_pillars.data import load

MEETINGS = load("argument/leader_meetings")
JAPAN_RUSSIA = argument.pair(MEETINGS, "JPN-RUS")
CHAPTER = "argument/thaw"


def events(*rows):
    """Make a small table of events from (date, precision, verified, kind)."""
    frame = pd.DataFrame(rows, columns=["date", "date_precision", "verified", "kind"])
    frame["event_id"] = [f"e{i}" for i in range(len(frame))]
    return frame


# Known values ------------------------------------------------------------------------------------


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


def test_no_summit_between_november_2014_and_september_2015():
    table = argument.gaps(argument.presidents(JAPAN_RUSSIA))
    gap = table[table["start"] == "2014-11-09"].iloc[0]
    assert gap["end"] == "2015-09-28"
    assert gap["days_min"] == gap["days_max"] == 323
    assert gap["unverified_inside"] == 0


def test_the_longest_gap_of_the_list_is_doubtful_and_says_so():
    longest = argument.gaps(argument.presidents(JAPAN_RUSSIA)).iloc[0]
    assert longest["start"] == "2001-03-25"
    assert longest["unverified_inside"] == 2  # Genoa and Shanghai, both recalled


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


def test_approval_fell_at_every_pollster_that_asked_twice_before_the_commentary():
    table = argument.approval_change(load("argument/approval"), "2015-07-21").set_index("pollster")
    assert table["change"].round(1).to_dict() == {
        "Kyodo": -9.7, "NHK": -7.0, "Mainichi": -7.0, "Asahi": -2.0,
    }  # fmt: skip
    later = argument.approval_change(load("argument/approval")).set_index("pollster")
    assert later.loc["Yomiuri", "change"] == -6.0


# Worked by hand ----------------------------------------------------------------------------------


def test_a_window_keeps_sure_possible_and_unverified_apart():
    table = argument.window(
        events(
            ("2014-01-18", "day", True, "leaders"),  # first day of the window before
            ("2014-01-17", "day", True, "leaders"),  # one day too early
            ("2014-03-18", "day", True, "leaders"),  # the day itself counts as after
            ("2014-05-17", "day", True, "leaders"),  # last day of the window after
            ("2014-05-18", "day", True, "leaders"),  # one day too late
            ("2014-03", "month", True, "leaders"),  # on either side
            ("2014-02", "month", True, "leaders"),  # wholly before
            ("2014-04-01", "day", False, "leaders"),
        ),
        "2014-03-18",
        2,
    ).set_index("side")
    assert table.loc["before", ["contacts", "perhaps", "unverified"]].tolist() == [2, 1, 0]
    assert table.loc["after", ["contacts", "perhaps", "unverified"]].tolist() == [2, 1, 1]


def test_a_window_after_crimea():
    table = argument.window(argument.all_contacts(), "2014-03-18", 16)
    counts = table.set_index(["kind", "side"])["contacts"]
    assert counts["leaders"].tolist() == [5, 2]
    assert counts["foreign_ministers"].tolist() == [3, 0]
    # Yachi's talk of March 2014 is dated to the month, which straddles the event.
    perhaps = table.set_index(["kind", "side"])["perhaps"]
    assert perhaps["security_advisers", "after"] >= 1


def test_imprecise_dates_become_ranges():
    frame = argument.dated(
        events(
            ("2014", "year", True, "x"), ("2012-02", "month", True, "x"),
            ("2014-10-28", "day", True, "x"),
        )
    )  # fmt: skip
    assert frame["first_day"].dt.date.tolist() == [
        dt.date(2014, 1, 1), dt.date(2012, 2, 1), dt.date(2014, 10, 28),
    ]  # fmt: skip
    assert frame["last_day"].dt.date.tolist() == [
        dt.date(2014, 12, 31), dt.date(2012, 2, 29), dt.date(2014, 10, 28),
    ]  # fmt: skip


def test_a_gap_with_an_imprecise_end_is_a_range():
    table = argument.gaps(
        events(
            ("2014-01-31", "day", True, "x"), ("2014-03", "month", True, "x"),
            ("2014-02-10", "day", False, "x"),
        )
    )  # fmt: skip
    assert table[["days_min", "days_max", "unverified_inside"]].values.tolist() == [[29, 59, 1]]


def test_a_month_that_may_run_past_the_day_is_not_counted_until_it_is_over():
    frame = events(("2015-07", "month", True, "x"), ("2015-07-21", "day", True, "x"))
    assert len(argument.until(frame, "2015-07-21")) == 1
    assert len(argument.until(frame, "2015-07-31")) == 2


def test_contacts_leave_out_calls_freezes_and_doubles():
    every = argument.all_contacts()
    assert every["event_id"].is_unique
    assert not every["event_id"].str.startswith("fmtel").any()
    assert not every["event_id"].isin(["sec_01", "sec_14", "sec_11", "sec_06"]).any()
    assert set(every["kind"]) <= set(argument.KINDS)
    assert (every["kind"] == "premiers").sum() == 4
    assert every["first_day"].is_monotonic_increasing


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


def test_half_years_hold_no_month_twice():
    table = argument.half_years(argument.all_contacts(), 2013, 2016)
    leaders = table[table["kind"] == "leaders"].set_index("half")["contacts"]
    assert leaders["2013 I"] == 2
    assert leaders["2015 I"] == 0
    assert leaders["2015 II"] == 2


# Properties --------------------------------------------------------------------------------------

days = st.dates(dt.date(2000, 1, 1), dt.date(2020, 12, 31))
tables = st.lists(
    st.tuples(days, st.sampled_from(["day", "month", "year"]), st.booleans()),
    min_size=2,
    max_size=30,
)


def build(rows):
    """Write each date as far as its precision says."""
    cut = {"day": 10, "month": 7, "year": 4}
    return events(*((str(d)[: cut[p]], p, v, "x") for d, p, v in rows))


@settings(deadline=None)
@given(tables)
def test_a_date_lies_between_its_first_and_its_last_day(rows):
    frame = argument.dated(build(rows))
    true = pd.to_datetime(pd.Series([d for d, _, _ in rows]))
    assert (frame["first_day"] <= true).all()
    assert (true <= frame["last_day"]).all()
    assert frame["day"].between(frame["first_day"], frame["last_day"]).all()


@settings(deadline=None)
@given(tables, days, st.integers(1, 60))
def test_a_longer_window_never_holds_fewer(rows, at, months):
    frame = build(rows)

    def found(length):
        try:
            return argument.window(frame, str(at), length)[["contacts", "unverified"]].sum()
        except ArgumentError:
            return pd.Series({"contacts": 0, "unverified": 0})

    assert (found(months) <= found(months + 1)).all()


@settings(deadline=None)
@given(tables, days, st.integers(1, 60))
def test_a_window_counts_each_verified_event_at_most_once_as_sure(rows, at, months):
    frame = build(rows)
    try:
        table = argument.window(frame, str(at), months)
    except ArgumentError:
        return
    assert table["contacts"].sum() <= frame["verified"].sum()
    assert (table[["contacts", "perhaps", "unverified"]] >= 0).all(axis=None)


@settings(deadline=None)
@given(tables)
def test_gaps_are_ordered_ranges(rows):
    frame = build(rows)
    if frame["verified"].sum() < 2:
        with pytest.raises(ArgumentError, match="two verified events"):
            argument.gaps(frame)
        return
    table = argument.gaps(frame)
    assert len(table) == frame["verified"].sum() - 1
    assert (table["days_min"] >= 0).all()
    assert (table["days_min"] <= table["days_max"]).all()
    assert table["days_min"].is_monotonic_decreasing


@settings(deadline=None)
@given(st.integers(0, 61))
def test_counts_add_up_however_the_list_is_cut(at):
    first, second = JAPAN_RUSSIA.iloc[:at], JAPAN_RUSSIA.iloc[at:]
    parts = [argument.count(p)["meetings"].sum() for p in (first, second) if len(p)]
    assert sum(parts) == argument.count(JAPAN_RUSSIA)["meetings"].sum()


# Bad input ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (
            lambda: argument.dated(events(("2014-03", None, True, "x"))),
            "'e0' has no date_precision",
        ),
        (
            lambda: argument.dated(events(("2014-03", "day", True, "x"))),
            "'2014-03', which is no day",
        ),
        (lambda: argument.dated(events((None, "day", True, "x"))), "which is no day"),
        (lambda: argument.dated(pd.DataFrame({"date": ["2014"]})), "column 'date_precision'"),
        (
            lambda: argument.window(events(("2010-01-01", "day", True, "x")), "2014-03-18", 6),
            "no contact is on record in the 6 months before or after 18 March 2014",
        ),
        (lambda: argument.window(events(), "2014-03-18", 0), "one month or more, not 0"),
        (lambda: argument.gaps(events()), "there are 0"),
        (lambda: argument.count(JAPAN_RUSSIA, by="mood"), "no column 'mood'"),
        (lambda: argument.count(JAPAN_RUSSIA.iloc[:0]), "no meetings to count"),
        (lambda: argument.pair(MEETINGS, "USA-RUS"), "no pair 'USA-RUS'"),
    ],
)
def test_bad_input_is_named_in_one_sentence(call, words):
    with pytest.raises(ArgumentError) as error:
        call()
    text = str(error.value)
    assert words in text
    assert text.endswith(".")
    assert "\n" not in text


# Judges ------------------------------------------------------------------------------------------


def test_every_claim_of_the_chapter_is_judged():
    declared = ledger.claims()
    ids = set(declared.loc[declared["chapter"] == CHAPTER, "claim_id"])
    assert ids == set(ledger.judgements(CHAPTER))
    assert ids == {f"C{n:02d}" for n in (1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 15, 53, 54, 55, 56)}


def test_a_forecast_could_not_be_tested_on_its_own_day():
    kinds = ledger.claims().set_index("claim_id")["kind"]
    for claim, judgement in ledger.judgements(CHAPTER).items():
        if kinds[claim] == "forecast" and claim != "C04":  # C04 reports a plan that existed
            assert judgement.then == "untestable", claim


def test_the_figures_of_the_judges():
    found = ledger.judgements(CHAPTER)
    figures = {claim: judgement.figure for claim, judgement in found.items()}
    assert figures["C08"] == "10 meetings, 7 since 2012"
    assert figures["C09"] == "1 official visit in 3 trips"
    assert figures["C11"] == "2009: 4, 2013: 4"
    assert figures["C10"].startswith("10.3 years")
    assert "254 days" in found["C15"].evidence


# Damaged tables ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("table", "column", "name"),
    [
        ("argument/claims", "source_id", "claims.csv"),
        ("argument/leader_meetings", "date_precision", "leader_meetings.csv"),
    ],
)
def test_a_claim_without_a_source_or_an_event_without_precision_is_named(
    table, column, name, tmp_path, monkeypatch
):
    folder = Path(data.__file__).parents[2] / "data"
    shutil.copytree(folder, tmp_path / "data")
    path = tmp_path / "data" / f"{table}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    rows[4][column] = ""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    monkeypatch.setenv("THREE_PILLARS_DATA", str(tmp_path / "data"))
    with pytest.raises(
        data.DataError, match=rf"{name}, row 6, column '{column}': the cell is empty"
    ):
        load(table)
