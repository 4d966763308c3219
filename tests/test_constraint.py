"""The constraint: known counts and falls, hand-worked deflators and windows, bad input, judges."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from three_pillars import constraint, ledger
from three_pillars.constraint import ConstraintError
from three_pillars.data import load

MEASURES = load("constraint/measures")
LISTINGS = load("constraint/listings")
RATES = load("energy/exchange_rates")
TRADE = constraint.trade(load("energy/bilateral_trade"), RATES)
OIL = load("constraint/oil_price").set_index("year")["price_usd_per_barrel"]
CHAPTER = "constraint/sanctions"


# Known values: sanctions -------------------------------------------------------------------------


def test_japan_by_the_end_of_2014():
    assert constraint.frozen(MEASURES, "2014-12-31") == {
        "persons": 66, "entities": 16, "banks": 5, "visas": 23,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("day", "persons", "banks", "visas"),
    [
        ("2014-03-17", 0, 0, 0), ("2014-04-28", 0, 0, 0), ("2014-04-29", 0, 0, 23),
        ("2014-08-04", 0, 0, 23), ("2014-08-05", 40, 0, 23), ("2014-09-24", 40, 5, 23),
        ("2014-12-08", 40, 5, 23), ("2014-12-09", 66, 5, 23), ("2015-07-21", 66, 5, 23),
        ("2022-02-22", 66, 5, 23),
    ],
)  # fmt: skip
def test_the_list_grows_day_by_day(day, persons, banks, visas):
    own = constraint.frozen(MEASURES, day)
    assert (own["persons"], own["banks"], own["visas"]) == (persons, banks, visas)


def test_the_sum_agrees_with_the_totals_that_others_counted():
    own = constraint.frozen(MEASURES, "2014-12-31")
    names = own["persons"] + own["entities"]
    for scope in ("all", "measures of 2014"):
        total = constraint.published_total(LISTINGS, "Japan", "2022-03-31", scope=scope)
        assert total["persons_and_entities"] == names == 82


def test_persons_are_never_summed_across_the_rounds_of_2022():
    with pytest.raises(ConstraintError, match="incomplete"):
        constraint.frozen(MEASURES, "2022-03-01")
    # The rounds on record would give a wrong total: 499 Russians stood on the list by 12 April.
    rounds = MEASURES[(MEASURES["actor"] == "Japan") & (MEASURES["year"] == 2022)]
    rounds = rounds[rounds["date"] <= "2022-04-12"]
    total = constraint.published_total(LISTINGS, "Japan", "2022-04-12", scope="Russians only")
    assert rounds["persons_listed"].sum() != total["persons"] == 499


@pytest.mark.parametrize(
    ("day", "persons", "entities"),
    [("2014-07-30", 95, 23), ("2014-12-31", 132, 28), ("2015-07-21", 151, 37)],
)
def test_totals_of_the_european_union(day, persons, entities):
    total = constraint.published_total(LISTINGS, "European Union", day)
    assert (total["persons"], total["entities"]) == (persons, entities)


def test_an_unverified_total_is_passed_over():
    total = constraint.published_total(LISTINGS, "European Union", "2014-07-29")
    assert total["persons"] == 87  # not the 91 of the press


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


def test_japan_added_nobody_alone_and_eased_once_between_the_commentary_and_2022():
    rows = MEASURES[(MEASURES["actor"] == "Japan") & MEASURES["year"].between(2015, 2021)]
    assert rows["kind"].tolist() == ["easing"]


# Known values: trade -----------------------------------------------------------------------------


def test_trade_peaks_in_2013_in_dollars_and_in_2014_in_yen():
    table = TRADE.set_index("year")
    assert table["total"].idxmax() == 2013
    assert table.loc[2013, "total"] == pytest.approx(34.6, abs=0.05)
    assert table["total_jpy_trn"].idxmax() == 2014
    assert table.loc[2014, "total_jpy_trn"] == pytest.approx(3.59, abs=0.005)


@pytest.mark.parametrize(
    ("column", "start", "end", "percent"),
    [
        ("total", 2013, 2014, -2), ("total_jpy_trn", 2013, 2014, 6),
        ("total", 2014, 2015, -39), ("total_jpy_trn", 2014, 2015, -30),
    ],
)  # fmt: skip
def test_the_money_decides_the_story(column, start, end, percent):
    series = TRADE.set_index("year")[column]
    assert round(100 * constraint.change(series, start, end)) == percent


def test_at_the_oil_price_of_2013_imports_do_not_fall_in_2015_and_exports_still_halve():
    table = constraint.at_constant_price(TRADE, OIL, 0.70, 2013).set_index("year")
    assert table.loc[2013, "imports"] == pytest.approx(23.65, abs=0.01)
    assert constraint.change(table["imports"], 2013, 2015) == pytest.approx(0.04, abs=0.01)
    assert constraint.change(table["exports"], 2013, 2015) == pytest.approx(-0.53, abs=0.01)


def test_weak_years_are_marked():
    basis = TRADE.set_index("year")["basis"]
    assert set(basis[[2017, 2018]]) == {"recalled"}
    assert set(basis[[2019, 2020, 2022, 2024]]) == {"derived"}
    assert TRADE.loc[~TRADE["verified"], "year"].tolist() == [2017, 2018]


def test_summits_by_year():
    met = constraint.summits(load("argument/leader_meetings"), range(2013, 2022))
    assert met.tolist() == [4, 3, 2, 4, 4, 4, 3, 0, 0]


# Worked by hand ----------------------------------------------------------------------------------


def test_the_deflator_by_hand():
    price = pd.Series({2013: 100.0, 2015: 50.0})
    index = constraint.price_index(price, 0.7, 2013)
    assert index.to_dict() == {2013: 1.0, 2015: pytest.approx(0.65)}
    table = pd.DataFrame({"year": [2013, 2015], "exports": [10.0, 5.0], "imports": [20.0, 13.0]})
    kept = constraint.at_constant_price(table, price, 0.7, 2013)
    assert kept["imports"].tolist() == [20.0, pytest.approx(20.0)]
    assert kept["total"].tolist() == [30.0, pytest.approx(25.0)]


def test_a_constant_rate_by_hand():
    rates = pd.DataFrame(
        {
            "year": [2013, 2014],
            "currency": "JPY",
            "units_per_usd": [100.0, 110.0],
            "preferred": True,
        }
    )
    table = pd.DataFrame({"year": [2013, 2014], "total_jpy_trn": [3.0, 3.3]})
    assert constraint.at_constant_rate(table, rates, 2013).tolist() == [30.0, 33.0]
    assert constraint.at_constant_rate(table, rates, 2014).tolist() == [
        pytest.approx(27.27, abs=0.01), pytest.approx(30.0),
    ]  # fmt: skip


def test_a_window_by_hand():
    series = pd.Series({2012: 10.0, 2013: 20.0, 2014: 99.0, 2015: 4.0, 2016: 6.0})
    table = constraint.event_window(series, 2014, 2).set_index("year")
    assert table["side"].tolist() == ["before", "before", "event", "after", "after"]
    assert table.loc[2012, "mean"] == 15
    assert table.loc[2016, "mean"] == 5
    assert pd.isna(table.loc[2014, "mean"])


# Properties --------------------------------------------------------------------------------------

prices = st.dictionaries(st.integers(2005, 2024), st.floats(1, 500), min_size=2, max_size=20).map(
    pd.Series
)
shares = st.floats(0, 1)


@settings(deadline=None)
@given(prices, shares)
def test_the_index_is_one_in_its_base_year_and_lies_between_no_change_and_the_price(price, share):
    base = price.index[0]
    index = constraint.price_index(price, share, base)
    ratio = price / price[base]
    assert index[base] == pytest.approx(1)
    low, high = ratio.clip(upper=1), ratio.clip(lower=1)
    assert (index >= low - 1e-9).all()
    assert (index <= high + 1e-9).all()


@settings(deadline=None)
@given(prices)
def test_without_fuel_nothing_is_deflated(price):
    assert constraint.price_index(price, 0, price.index[0]).tolist() == pytest.approx(
        [1] * len(price)
    )


@settings(deadline=None)
@given(shares, st.floats(0.1, 10))
def test_the_unit_of_the_price_does_not_matter(share, factor):
    one = constraint.at_constant_price(TRADE, OIL, share, 2013)
    other = constraint.at_constant_price(TRADE, OIL * factor, share, 2013)
    pd.testing.assert_frame_equal(one, other)


@settings(deadline=None)
@given(st.integers(1993, 2023), st.integers(1, 40))
def test_a_window_holds_no_year_outside_and_its_means_lie_within_its_values(at, width):
    series = TRADE.set_index("year")["total"]
    table = constraint.event_window(series, at, width)
    assert table["year"].between(at - width, at + width).all()
    for _, side in table[table["side"] != "event"].groupby("side"):
        assert side["value"].min() - 1e-9 <= side["mean"].iloc[0] <= side["value"].max() + 1e-9


@settings(deadline=None)
@given(st.dates(pd.Timestamp("2014-03-01").date(), pd.Timestamp("2022-02-22").date()))
def test_the_list_never_shrinks(day):
    now = constraint.frozen(MEASURES, str(day))
    end = constraint.frozen(MEASURES, "2022-02-22")
    assert all(now[key] <= end[key] for key in now)


# Bad input ---------------------------------------------------------------------------------------

SERIES = pd.Series({2013: 1.0, 2014: 0.0, 2015: 2.0})


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (
            lambda: constraint.frozen(MEASURES, "2014-12-31", "European Union"),
            "European Union are incomplete",
        ),
        (lambda: constraint.frozen(MEASURES, "2023-01-01"), "use published_total()"),
        (
            lambda: constraint.published_total(LISTINGS, "Japan", "2014-01-01"),
            "on or before 1 January 2014",
        ),
        (lambda: constraint.event_window(SERIES, 2015, 3), "no year in the 3 years after 2015"),
        (lambda: constraint.event_window(SERIES, 2013, 1), "no year in the 1 years before 2013"),
        (lambda: constraint.event_window(SERIES, 2014, 0), "one year or more, not 0"),
        (lambda: constraint.price_index(OIL, 1.2, 2013), "between 0 and 1, not 1.2"),
        (lambda: constraint.price_index(OIL, 0.7, 1950), "base year 1950"),
        (lambda: constraint.price_index(pd.Series({2013: 0.0}), 0.7, 2013), "nought or less"),
        (lambda: constraint.at_constant_rate(TRADE, RATES, 1950), "base year 1950"),
        (lambda: constraint.change(SERIES, 2013, 1999), "no value for 1999"),
        (lambda: constraint.change(SERIES, 2014, 2015), "nought in 2014"),
        (
            lambda: constraint.trade(load("energy/bilateral_trade").iloc[:0], RATES),
            "no preferred yearly trade",
        ),
    ],
)
def test_bad_input_is_named_in_one_sentence(call, words):
    with pytest.raises(ConstraintError) as error:
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
    assert ids == {f"C{n}" for n in (12, 13, 14, 44, 51, 59, 60, 61, 62, 63)}


def test_a_forecast_could_not_be_tested_on_its_own_day():
    kinds = ledger.claims().set_index("claim_id")["kind"]
    for claim, judgement in ledger.judgements(CHAPTER).items():
        assert (judgement.then == "untestable") == (kinds[claim] == "forecast"), claim


def test_the_figures_of_the_judges():
    figures = {claim: found.figure for claim, found in ledger.judgements(CHAPTER).items()}
    assert figures["C13"] == "66 persons, 16 bodies, 5 banks"
    assert figures["C44"] == "1234 days between the first two 2+2 talks"
    assert figures["C60"] == "82 names in 2014, 82 in 2022"
