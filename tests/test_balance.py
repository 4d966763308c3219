"""The balance part: known values, hand-worked cases, properties, bad input, traps in the data."""

from __future__ import annotations

import math

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from three_pillars import balance
from three_pillars.balance import BalanceError
from three_pillars.data import load
from three_pillars.ledger import Judgement, judges

CURRENT, CONSTANT = "current US$", "constant 2022 US$"


def spending() -> pd.DataFrame:
    return load("balance/military_spending", verified_only=True)


def table(**values: list[float]) -> pd.DataFrame:
    """Make a small table: one list of values a state, from the year 2000 on."""
    return pd.DataFrame(
        [
            {"iso3": state, "year": 2000 + i, "value": value}
            for state, row in values.items()
            for i, value in enumerate(row)
        ]
    )


def series(*values: float, first: int = 2000) -> pd.DataFrame:
    return pd.DataFrame({"year": range(first, first + len(values)), "value": values})


# Known values ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("base", "year", "expected"),
    [(CURRENT, 2012, 2.42), (CURRENT, 2015, 4.67), (CONSTANT, 2012, 4.20), (CONSTANT, 2015, 5.17),
     ("constant 2024 US$", 2015, 5.27), ("constant 2024 US$", 2025, 5.63)],
)  # fmt: skip
def test_known_ratios_of_military_spending(base: str, year: int, expected: float) -> None:
    found = balance.ratio(spending(), price_base=base).set_index("year")["ratio"]
    assert found[year] == pytest.approx(expected, abs=0.005)


@pytest.mark.parametrize(
    ("ruler", "expected"),
    [
        ("Military spending, current dollars", 2006),
        ("Military spending, constant 2022 dollars", 1999),
        ("Military spending, constant 2024 dollars", 1999),
        ("GDP, current dollars", 2010),
        ("GDP, purchasing power", 2000),
        ("Capabilities (CINC)", None),
    ],
)
def test_known_years_of_overtaking(ruler: str, expected: int | None) -> None:
    passed = balance.overtaking(balance.ratio(balance.measured(ruler)))
    assert passed.year == expected
    assert passed.words == (str(expected) if expected else "before 1990")


def test_known_scrambles_of_fiscal_2014() -> None:
    row = (
        balance.scrambles_by_year(load("balance/scrambles")).set_index("fiscal_label").loc["FY2014"]
    )
    assert (row["russia"], row["china"], row["total"]) == (473, 464, 943)
    share = balance.scramble_share(load("balance/scrambles"), "russia", "FY2014")
    assert share == pytest.approx(473 / 943)


@pytest.mark.parametrize(
    ("first", "last", "expected"), [(2007, 2012, 0.606), (2013, 2019, 0.514), (2022, 2023, 0.368)]
)
def test_known_agreement_of_japan_and_russia(first: int, last: int, expected: float) -> None:
    agreement = balance.alignment(load("balance/un_voting"), "JPN", "RUS")
    assert balance.period_mean(agreement, first, last) == pytest.approx(expected, abs=0.0005)


def test_known_distances_of_japan_and_russia() -> None:
    distance = balance.alignment(
        load("balance/un_voting"), "JPN", "RUS", measure="ideal_point_distance"
    )
    found = [round(balance.period_mean(distance, *p), 3) for p in ((2007, 2012), (2013, 2019))]
    assert found == [0.676, 0.633]


def test_yen_makes_well_over_half_of_the_jump() -> None:
    current, constant = (balance.ratio(spending(), price_base=b) for b in (CURRENT, CONSTANT))
    part = balance.yen_part(current, constant, balance.yen_per_dollar(), 2012, 2015)
    assert part.yen_share == pytest.approx(0.633, abs=0.001)
    assert part.real_share == pytest.approx(0.314, abs=0.001)
    assert part.points_share == pytest.approx(0.707, abs=0.001)
    assert part.at_old_yen == pytest.approx(3.08, abs=0.005)
    assert part.yen_share + part.real_share + part.rest_share == pytest.approx(1)


def test_meetings_up_to_the_commentary() -> None:
    meetings = load("argument/leader_meetings")
    span = (balance.ABE_RETURNS, balance.COMMENTARY)
    assert balance.meeting_count(meetings, "Abe", "Putin", *span) == 7
    assert balance.meeting_count(meetings, "Xi", "Putin", *span) == 12
    assert balance.meeting_count(meetings, "Xi", "Putin", *span, verified_only=True) == 9


def test_arms_to_china_peak_and_trough() -> None:
    arms = balance.arms_to_china(load("balance/arms_transfers")).set_index("year")["tiv_mn"]
    assert arms.idxmax() == 2005
    assert arms[2014] == pytest.approx(560.5)
    assert arms[2015] / arms.max() == pytest.approx(0.25, abs=0.005)


# Worked by hand ----------------------------------------------------------------------------------


def test_ratio_adds_states_and_keeps_only_common_years() -> None:
    small = table(CHN=[10, 20, 30], JPN=[5, 5, 5], RUS=[5, 15])
    assert balance.ratio(small)["ratio"].tolist() == [2, 4, 6]
    both = balance.ratio(small, ("JPN", "RUS"), "CHN")
    assert both["year"].tolist() == [2000, 2001]
    assert both["ratio"].tolist() == [1, 1]


@pytest.mark.parametrize(
    ("values", "year", "words"),
    [([0.5, 0.9, 1.1, 1.2], 2002, "2002"), ([0.5, 1.2, 0.9, 1.1], 2003, "2003"),
     ([1.2, 1.3], None, "before 2000"), ([0.5, 1.0], None, "not by 2001")],
)  # fmt: skip
def test_overtaking_is_the_lead_that_lasts(
    values: list[float], year: int | None, words: str
) -> None:
    ratios = pd.DataFrame({"year": range(2000, 2000 + len(values)), "ratio": values})
    assert balance.overtaking(ratios) == balance.Overtaking(year, words)


def test_growth_is_the_compound_rate() -> None:
    small = table(CHN=[100, 500, 121], JPN=[50, 50, 50])
    assert balance.growth(small, "CHN", 2000, 2002) == pytest.approx(0.1)


def test_projection_carries_growth_forward() -> None:
    small = table(CHN=[100, 110, 121], JPN=[100, 100, 100])
    ahead = balance.projection(small, stand=2002, back=2, until=2004)
    assert ahead["ratio"].tolist() == pytest.approx([1.21, 1.331, 1.4641])
    slow = balance.projection(small, stand=2002, back=2, until=2003, pace=0.5)
    assert slow["ratio"].tolist() == pytest.approx([1.21, 1.21 * 1.05])


def test_projection_knows_nothing_later_than_its_stand() -> None:
    small, other = table(CHN=[1, 2, 9], JPN=[1, 1, 9]), table(CHN=[1, 2, 1], JPN=[1, 1, 3])
    first, second = (balance.projection(t, stand=2001, back=1, until=2003) for t in (small, other))
    pd.testing.assert_frame_equal(first, second)


def test_yen_part_of_a_ratio_that_only_the_yen_moved() -> None:
    now = pd.DataFrame({"year": [1, 2], "ratio": [2.0, 4.0]})
    real = pd.DataFrame({"year": [1, 2], "ratio": [3.0, 3.0]})
    rates = pd.DataFrame({"year": [1, 2], "units_per_usd": [80.0, 160.0]})
    part = balance.yen_part(now, real, rates, 1, 2)
    assert (part.yen_share, part.real_share, part.at_old_yen) == pytest.approx((1, 0, 2))


def test_before_after_of_constant_periods_has_no_width() -> None:
    found = balance.before_after(series(1, 1, 1, 3, 3, 3), (2000, 2002), (2003, 2005))
    assert (found.before, found.after, found.difference) == (1, 3, 2)
    assert (found.low, found.high, found.moved) == (2, 2, True)


def test_before_after_of_one_value_has_no_interval() -> None:
    found = balance.before_after(series(1, 2, 5), (2000, 2001), (2002, 2009))
    assert (found.difference, found.low, found.high, found.moved) == (3.5, None, None, None)
    assert (found.n_before, found.n_after) == (2, 1)


def test_quarters_are_differences_of_running_totals() -> None:
    found = balance.quarters(load("balance/scrambles"), "russia", "FY2014")
    assert found["scrambles"].tolist() == [235, 89, 45, 104]
    assert found["start"].tolist() == ["2014-04-01", "2014-07-01", "2014-10-01", "2015-01-01"]
    china = balance.quarters(load("balance/scrambles"), "china", "FY2012")
    assert china["scrambles"].tolist() == [15, 54, 91, 146]
    assert china["scrambles"].sum() == 306


def test_quarters_leave_out_what_is_not_known() -> None:
    found = balance.quarters(load("balance/scrambles"), "russia", "FY2013")
    assert found["quarter"].tolist() == ["Q1"]


def test_distance_from_ideal_points_agrees_with_the_published_pairs() -> None:
    votes = load("balance/un_voting")
    for one, other in balance.PAIRS.values():
        mine = balance.alignment_distance(votes, one, other).set_index("year")["value"]
        table_has = balance.alignment(votes, one, other, "ideal_point_distance").set_index("year")
        assert (mine - table_has["value"]).abs().max() < 0.0002


# Properties --------------------------------------------------------------------------------------

positive = st.floats(0.01, 1e6)
rows = st.lists(positive, min_size=1, max_size=12)
numbers = st.lists(st.floats(-100, 100), min_size=2, max_size=10)


@settings(deadline=None)  # several work on two cores
@given(rows, rows)
def test_a_ratio_and_its_reverse_multiply_to_one(up: list[float], down: list[float]) -> None:
    small = table(CHN=up, JPN=down)
    there, back = balance.ratio(small), balance.ratio(small, "JPN", "CHN")
    assert (there["ratio"] * back["ratio"]).tolist() == pytest.approx([1] * len(there))


@settings(deadline=None)  # several work on two cores
@given(rows, st.floats(0.01, 100))
def test_a_ratio_does_not_depend_on_the_unit(values: list[float], unit: float) -> None:
    small = table(CHN=values, JPN=values[::-1])
    other = small.assign(value=small["value"] * unit)
    assert balance.ratio(small)["ratio"].tolist() == pytest.approx(
        balance.ratio(other)["ratio"].tolist()
    )


@settings(deadline=None)  # several work on two cores
@given(st.lists(positive, min_size=1, max_size=12))
def test_after_the_overtaking_the_lead_is_never_lost(values: list[float]) -> None:
    ratios = pd.DataFrame({"year": range(1990, 1990 + len(values)), "ratio": values})
    year = balance.overtaking(ratios).year
    if year is not None:
        assert (ratios.loc[ratios["year"] >= year, "ratio"] > 1).all()
        assert (ratios.loc[ratios["year"] == year - 1, "ratio"] <= 1).all()


@settings(deadline=None)  # several work on two cores
@given(st.floats(0.5, 2), st.floats(0.5, 2), st.integers(1, 6))
def test_steady_growth_is_projected_without_error(up: float, down: float, back: int) -> None:
    small = table(CHN=[up**i for i in range(13)], JPN=[down**i for i in range(13)])
    ahead = balance.projection(small, stand=2006, back=back, until=2012)
    expected = balance.ratio(small).set_index("year")["ratio"].loc[2006:2012]
    assert ahead["ratio"].tolist() == pytest.approx(expected.tolist(), rel=1e-6)


@settings(deadline=None)  # several work on two cores
@given(numbers, numbers, st.floats(-50, 50))
def test_a_shift_of_one_period_shifts_difference_and_interval(
    first: list[float], second: list[float], shift: float
) -> None:
    periods = ((2000, 1999 + len(first)), (2000 + len(first), 1999 + len(first) + len(second)))
    plain = balance.before_after(series(*first, *second), *periods, draws=200)
    moved = balance.before_after(series(*first, *[v + shift for v in second]), *periods, draws=200)
    assert moved.difference == pytest.approx(plain.difference + shift, abs=1e-6)
    assert (moved.low, moved.high) == pytest.approx(
        (plain.low + shift, plain.high + shift), abs=1e-6
    )


@settings(deadline=None)  # several work on two cores
@given(numbers, numbers)
def test_the_interval_is_ordered_and_the_same_on_every_run(
    first: list[float], second: list[float]
) -> None:
    periods = ((2000, 1999 + len(first)), (2000 + len(first), 1999 + len(first) + len(second)))
    values = series(*first, *second)
    found = balance.before_after(values, *periods, draws=200)
    assert found.low <= found.high
    assert min(second) - max(first) - 1e-9 <= found.low
    assert found.high <= max(second) - min(first) + 1e-9
    assert found == balance.before_after(values, *periods, draws=200)


def test_the_order_of_a_pair_does_not_matter() -> None:
    votes = load("balance/un_voting")
    for measure in balance.INDICATORS.values():
        pd.testing.assert_frame_equal(
            balance.alignment(votes, "JPN", "RUS", measure),
            balance.alignment(votes, "RUS", "JPN", measure),
        )


# Bad input ---------------------------------------------------------------------------------------


def test_mixed_price_bases_are_refused_by_name() -> None:
    two = spending()
    two = two[two["price_base"].isin([CURRENT, CONSTANT])]
    with pytest.raises(BalanceError, match="'constant 2022 US\\$' and 'current US\\$'"):
        balance.ratio(two)
    with pytest.raises(BalanceError, match="'constant 2022 US\\$' and 'current US\\$'"):
        balance.ratio(spending(), price_base=[CURRENT, CONSTANT])
    with pytest.raises(BalanceError, match="mixed"):
        balance.growth(spending(), "CHN", 2000, 2010)
    with pytest.raises(BalanceError, match="mixed"):
        balance.projection(spending(), 2010, 3, 2015)


def test_mixed_editions_are_refused_by_name() -> None:
    one = spending()
    one = one[one["price_base"] == CURRENT]
    both = pd.concat([one, one.assign(edition="SIPRI 2026")])
    with pytest.raises(BalanceError, match=r"editions .* 'SIPRI 2024' and 'SIPRI 2026'"):
        balance.ratio(both)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: balance.ratio(spending(), price_base="constant 1999 US$"), "no price base"),
        (lambda: balance.ratio(spending(), "KOR", price_base=CURRENT), "no value for 'KOR'"),
        (lambda: balance.ratio(load("balance/capabilities"), price_base=CURRENT), "no price bases"),
        (lambda: balance.ratio(load("balance/scrambles")), "no column 'iso3'"),
        (lambda: balance.ratio(pd.DataFrame({"iso3": [], "year": []})), "value columns"),
        (lambda: balance.ratio(pd.concat([table(CHN=[1], JPN=[1])] * 2)), "two values for 2000"),
        (lambda: balance.measured("Steel"), "no ruler 'Steel'"),
        (lambda: balance.overtaking(pd.DataFrame({"year": [], "ratio": []})), "no years"),
        (lambda: balance.growth(table(CHN=[1, 2]), "CHN", 2001, 2000), "after the first"),
        (lambda: balance.growth(table(CHN=[1, 2]), "CHN", 1990, 2000), "no value for 1990"),
        (lambda: balance.projection(table(CHN=[1, 2], JPN=[1, 1]), 2001, 1, 2000), "back to 2000"),
        (lambda: balance.projection(table(CHN=[1, 2], JPN=[1, 1]), 2005, 1, 2009), "for 2005"),
        (lambda: balance.before_after(series(1, 2), (2000, 2001), (2001, 2002)), "follow each"),
        (lambda: balance.before_after(series(1, 2), (2000, 2001), (2005, 2009)), "2005 to 2009"),
        (lambda: balance.period_mean(series(1, 2), 1990, 1995), "1990 to 1995"),
        (lambda: balance.alignment(load("balance/un_voting"), "JPN", "IND"), "JPN–IND"),
        (lambda: balance.alignment(load("balance/un_voting"), "JPN", "JPN"), "JPN–JPN"),
        (lambda: balance.alignment(load("balance/un_voting"), "JPN", "RUS", "love"), "'love'"),
        (lambda: balance.alignment(load("balance/un_voting"), "JPN", "RUS", "ideal_point"),
         "ideal_point_distance"),
        (lambda: balance.alignment_distance(load("balance/un_voting"), "JPN", "KOR"), "'KOR'"),
        (lambda: balance.scramble_share(load("balance/scrambles"), "russia", "2014"), "'FY2014'"),
        (lambda: balance.scramble_share(load("balance/scrambles"), "russia", "FY1984"), "no split"),
        (lambda: balance.scramble_share(load("balance/scrambles"), "taiwan", "FY2014"), "'taiwan'"),
        (lambda: balance.quarters(load("balance/scrambles"), "china", "FY2020"), "no quarter"),
        (lambda: balance.closeness(load("balance/opinion"), "KOR"), "'KOR'"),
    ],
)  # fmt: skip
def test_bad_input_is_refused_in_words(call, words: str) -> None:
    with pytest.raises(BalanceError, match=words):
        call()


def test_yen_part_names_what_lacks() -> None:
    now = pd.DataFrame({"year": [1, 2], "ratio": [2.0, 4.0]})
    rates = pd.DataFrame({"year": [1, 2], "units_per_usd": [80.0, 160.0]})
    with pytest.raises(BalanceError, match="no yen rate for 2"):
        balance.yen_part(now, now, rates[:1], 1, 2)
    with pytest.raises(BalanceError, match="did not change"):
        balance.yen_part(now.assign(ratio=3.0), now, rates, 1, 2)
    with pytest.raises(BalanceError, match="two rows"):
        balance.yen_part(now, now, pd.concat([rates, rates]), 1, 2)


# Traps in the data -------------------------------------------------------------------------------


def test_each_line_of_spending_comes_from_one_edition() -> None:
    editions = load("balance/military_spending").groupby(["measure", "price_base"])["edition"]
    assert (editions.nunique() == 1).all()


def test_spending_rows_hold_an_amount_or_a_share() -> None:
    rows_ = load("balance/military_spending")
    amount = rows_["measure"] == "spending"
    assert (rows_["spending_usd_mn"].notna() == amount).all()
    assert (rows_["share_of_gdp_pct"].notna() != amount).all()
    assert ((rows_["price_base"] == "none") != amount).all()
    assert (rows_["estimate"] == (rows_["iso3"] == "CHN")).all()


def test_the_two_editions_disagree_on_japan_in_2022() -> None:
    rows_ = spending()
    change = {}
    for base in (CONSTANT, "constant 2024 US$"):
        japan = rows_[(rows_["iso3"] == "JPN") & (rows_["price_base"] == base)]
        japan = japan.set_index("year")["spending_usd_mn"]
        change[base] = japan[2022] / japan[2021] - 1
    assert change[CONSTANT] == pytest.approx(0.07, abs=0.005)
    assert change["constant 2024 US$"] == pytest.approx(-0.06, abs=0.005)


def test_session_71_is_marked_and_left_out() -> None:
    votes = load("balance/un_voting")
    marked = votes[votes["distorted"]]
    assert set(marked["session"]) == {71}
    assert set(marked["measure"]) == {"agreement_computed"}
    assert (votes["year"] == votes["session"] + 1945).all()
    plain = balance.alignment(votes, "JPN", "RUS", "agreement_computed")
    kept = balance.alignment(votes, "JPN", "RUS", "agreement_computed", keep_distorted=True)
    assert 2016 not in set(plain["year"])
    assert 2016 in set(kept["year"])
    assert 2016 in set(balance.alignment(votes, "JPN", "RUS")["year"])


def test_ideal_points_lie_in_their_intervals() -> None:
    votes = load("balance/un_voting")
    points = votes[votes["measure"] == "ideal_point"]
    assert points["value"].between(points["q05"], points["q95"]).all()
    assert points["iso3_b"].isna().all()
    assert votes.loc[votes["measure"] != "ideal_point", "iso3_b"].notna().all()
    shares = votes[votes["measure"].str.startswith("agreement")]
    assert shares["value"].between(0, 1).all()


def test_fiscal_years_are_labels_that_run_from_april_to_march() -> None:
    rows_ = load("balance/scrambles")
    assert (rows_["fiscal_label"] == "FY" + rows_["fiscal_year"].astype(str)).all()
    whole = rows_[rows_["period"] == "FY"]
    assert (
        whole["period_start"].dt.strftime("%Y-%m-%d") == whole["fiscal_year"].astype(str) + "-04-01"
    ).all()
    assert (whole["period_end"].dt.year == whole["fiscal_year"] + 1).all()


def test_contradicted_counts_are_kept_but_not_used() -> None:
    rows_ = load("balance/scrambles")
    doubtful = rows_[~rows_["verified"]].set_index(["fiscal_label", "target"])["scrambles"]
    assert doubtful.to_dict() == {
        ("FY2011", "total"): 426,
        ("FY2012", "russia"): 247,
        ("FY2014", "total"): 944,
        ("FY2016", "total"): 1180,
    }
    assert rows_.loc[~rows_["verified"], "note"].str.startswith("Contradicted").all()
    good = balance.scrambles_by_year(rows_).set_index("fiscal_label")
    assert good.loc["FY2016", "total"] == 1168
    twice = pd.concat([rows_, rows_[rows_["fiscal_label"] == "FY2013"]])
    with pytest.raises(BalanceError, match="FY2013 has two verified counts"):
        balance.scrambles_by_year(twice)


def test_nationalities_never_exceed_the_total() -> None:
    whole = load("balance/scrambles", verified_only=True)
    whole = whole[whole["period"] == "FY"].pivot(
        index="fiscal_label", columns="target", values="scrambles"
    )
    rest = whole["total"] - whole.drop(columns="total").sum(axis=1)
    assert (rest >= 0).all()
    assert (rest[["FY2010", "FY2015", "FY2022"]] == 0).all()


def test_2016_has_two_poll_rounds_and_2020_breaks_the_series() -> None:
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


def test_a_doubtful_poll_value_gives_way_to_a_better_one() -> None:
    close = balance.closeness(load("balance/opinion"), "USA").set_index("survey_round")
    assert close.loc["2021", "share_pct"] == 88.5
    assert close.loc["2017", "share_pct"] == 78.4
    rows_ = load("balance/opinion")
    best = rows_[rows_["preferred"]]
    assert not best.duplicated(["pollster", "survey_round", "target_iso3", "item"]).any()
    assert best["verified"].all()


def test_arms_have_one_preferred_edition_a_year() -> None:
    rows_ = load("balance/arms_transfers")
    best = rows_[rows_["preferred"]]
    assert not best.duplicated(["supplier_iso3", "year"]).any()
    assert set(best.loc[best["year"] >= 2000, "edition"]) == {"SIPRI 2025"}
    assert set(best.loc[best["year"] < 2000, "edition"]) == {"SIPRI 2022"}
    share = balance.arms_to_china(rows_)["share"].dropna()
    assert share.between(0, 1).all()


def test_dates_are_no_finer_than_they_are_known() -> None:
    size = {"day": 10, "month": 7, "year": 4}
    for name in ("joint_activity", "opinion", "statements"):
        rows_ = load(f"balance/{name}")
        assert (rows_["date"].str.len() == rows_["date_precision"].map(size)).all(), name
    joint = load("balance/joint_activity")
    day = joint[joint["date_end"].notna() & (joint["date_precision"] == "day")]
    assert (pd.to_datetime(day["date"]) <= day["date_end"]).all()
    assert (joint["year"].astype(str) == joint["date"].str[:4]).all()


def test_ten_bomber_patrols_nine_of_them_near_japan() -> None:
    joint = load("balance/joint_activity", verified_only=True)
    bombers = joint[joint["kind"] == "bomber_patrol"]
    assert (len(bombers), int(bombers["near_japan"].sum())) == (10, 9)


# Models of the explorables -----------------------------------------------------------------------


def words(rows_: pd.DataFrame) -> str:
    return " ".join(rows_.loc[rows_["kind"].str.startswith("words"), "text"])


def test_the_explorable_says_in_words_that_a_year_has_no_data() -> None:
    rows_ = balance.moved(
        "Agreement in votes (computed, to 2019)", "Japan–Russia", "2022, after the invasion", 3
    )
    assert "No session from 2022 to 2024" in words(rows_)
    assert "Nothing can be compared" in words(rows_)
    assert not (rows_["kind"] == "mean").any()
    assert (rows_["kind"] == "year").any()


@pytest.mark.parametrize("indicator", balance.INDICATORS)
@pytest.mark.parametrize("pair", balance.PAIRS)
def test_the_explorable_agrees_with_the_measure(indicator: str, pair: str) -> None:
    rows_ = balance.moved(indicator, pair, "2013, Abe’s first session", 6)
    values = balance.alignment(
        load("balance/un_voting"), *balance.PAIRS[pair], balance.INDICATORS[indicator]
    )
    found = balance.before_after(values, (2007, 2012), (2013, 2018))
    means = rows_.loc[rows_["kind"] == "mean", "value"].tolist()
    assert means == pytest.approx([found.before, found.after], abs=0.0006)
    assert f"{found.difference:+.3f}".replace("-", "−") in words(rows_)


@pytest.mark.parametrize("ruler", [r for r in balance.RULERS if "2024" not in r])
@pytest.mark.parametrize("pace", balance.PACES)
@pytest.mark.parametrize("stand", [2003, 2015, 2021])
def test_every_projection_can_be_drawn(ruler: str, pace: str, stand: int) -> None:
    rows_ = balance.stand_in(ruler, stand, pace)
    shown = rows_[rows_["kind"].isin(["record", "projected"])]
    assert shown["ratio"].between(1 / 16, 64).all()
    assert "expected for" in words(rows_)


def test_a_miss_is_what_the_chart_says() -> None:
    """The chart says 27.0 expected and 5.9 came."""
    settings = ("Military spending, current dollars", 2015, "as in the 3 years before")
    assert balance.miss(*settings) == pytest.approx(27.0 / 5.92 - 1, abs=0.02)
    assert f"{balance.miss(*settings):.0%} too high" in words(balance.stand_in(*settings))


@pytest.mark.parametrize("ruler", balance.RULERS)
def test_every_ruler_fits_its_chart(ruler: str) -> None:
    rows_ = balance.under_ruler(ruler)
    assert rows_["ratio"].between(0, 10).all()
    # A series in which China leads from its first year shows no passing.
    assert (rows_["kind"] == "passing").any() == ("since" in words(rows_))
    assert set(rows_.loc[rows_["kind"] == "label", "year"]) == {2012, 2015}


# Judges ------------------------------------------------------------------------------------------

EXPECTED = {
    "C06": ("supported", "supported"),
    "C19": ("partly", "partly"),
    "C37": ("partly", "partly"),
    "C38": ("partly", "partly"),
    "C39": ("partly", "partly"),
    "C40": ("supported", "supported"),
    "C41": ("supported", "supported"),
    "C42": ("supported", "supported"),
    "C43": ("partly", "partly"),
    "C45": ("untestable", "untestable"),
    "C47": ("supported", "partly"),
    "C48": ("untestable", "untestable"),
    "C49": ("partly", "partly"),
    "C50": ("supported", "partly"),
    "C57": ("supported", "supported"),
    "C58": ("partly", "untestable"),
}


@pytest.fixture(scope="module")
def found() -> dict[str, Judgement]:
    return {claim: judges()[claim]() for claim in EXPECTED}


def test_every_claim_of_the_part_has_its_judge(found: dict[str, Judgement]) -> None:
    claims = load("argument/claims")
    mine = claims[claims["chapter"].isin(["balance/power", "balance/hedge"])]
    assert set(mine["claim_id"]) == set(EXPECTED)
    power = claims.loc[claims["chapter"] == "balance/power", "claim_id"]
    assert set(power) == {"C19", "C45"}


@pytest.mark.parametrize("claim", EXPECTED)
def test_verdicts_today_and_then(claim: str, found: dict[str, Judgement]) -> None:
    assert (found[claim].verdict, found[claim].then) == EXPECTED[claim]


def test_untestable_claims_say_why(found: dict[str, Judgement]) -> None:
    for claim in ("C45", "C48"):
        assert any(word in found[claim].evidence for word in ("belief", "motive", "Urgency"))


def test_figures_are_computed(found: dict[str, Judgement]) -> None:
    assert "4.9" in found["C19"].figure
    assert found["C47"].figure.startswith("12 Xi–Putin")
    assert "473" in found["C49"].figure
    assert found["C41"].figure == "Tokyo, 2 November 2013"
    for judgement in found.values():
        assert (
            "nan"
            not in f"{judgement.figure} {judgement.evidence} {judgement.hindsight}".lower().split()
        )
        for name in judgement.tables:
            assert not load(name).empty


def test_statements_bear_on_claims_of_this_part() -> None:
    rows_ = load("balance/statements")
    assert set(rows_["claim_id"]) <= set(EXPECTED)
    assert rows_["verified"].all()
    assert math.isfinite(len(rows_))
