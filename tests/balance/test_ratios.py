"""Ratios of two states: known values, worked by hand, properties, mixtures that are refused."""

import pandas as pd
import pytest
from helpers.refusals import refuses
from helpers.small_series import table
from hypothesis import given, settings
from hypothesis import strategies as st

from three_pillars import balance
from three_pillars.balance import BalanceError
from three_pillars.data import load

CURRENT, CONSTANT = "current US$", "constant 2022 US$"

positive = st.floats(0.01, 1e6)
rows = st.lists(positive, min_size=1, max_size=12)


@pytest.fixture(scope="module")
def spending():
    return load("balance/military_spending", verified_only=True)


@pytest.mark.parametrize(
    ("base", "year", "expected"),
    [(CURRENT, 2012, 2.42), (CURRENT, 2015, 4.67), (CONSTANT, 2012, 4.20), (CONSTANT, 2015, 5.17),
     ("constant 2024 US$", 2015, 5.27), ("constant 2024 US$", 2025, 5.63)],
)  # fmt: skip
def test_known_ratios_of_military_spending(spending, base, year, expected):
    found = balance.ratio(spending, price_base=base).set_index("year")["ratio"]
    assert found[year] == pytest.approx(expected, abs=0.005)


def test_ratio_adds_states_and_keeps_only_common_years():
    small = table(CHN=[10, 20, 30], JPN=[5, 5, 5], RUS=[5, 15])
    assert balance.ratio(small)["ratio"].tolist() == [2, 4, 6]
    both = balance.ratio(small, ("JPN", "RUS"), "CHN")
    assert both["year"].tolist() == [2000, 2001]
    assert both["ratio"].tolist() == [1, 1]


def test_growth_is_the_compound_rate():
    small = table(CHN=[100, 500, 121], JPN=[50, 50, 50])
    assert balance.growth(small, "CHN", 2000, 2002) == pytest.approx(0.1)


@settings(deadline=None)  # several work on two cores
@given(rows, rows)
def test_a_ratio_and_its_reverse_multiply_to_one(up, down):
    small = table(CHN=up, JPN=down)
    there, back = balance.ratio(small), balance.ratio(small, "JPN", "CHN")
    assert (there["ratio"] * back["ratio"]).tolist() == pytest.approx([1] * len(there))


@settings(deadline=None)  # several work on two cores
@given(rows, st.floats(0.01, 100))
def test_a_ratio_does_not_depend_on_the_unit(values, unit):
    small = table(CHN=values, JPN=values[::-1])
    other = small.assign(value=small["value"] * unit)
    assert balance.ratio(small)["ratio"].tolist() == pytest.approx(
        balance.ratio(other)["ratio"].tolist()
    )


def test_mixed_price_bases_are_refused_by_name(spending):
    two = spending[spending["price_base"].isin([CURRENT, CONSTANT])]
    with pytest.raises(BalanceError, match="'constant 2022 US\\$' and 'current US\\$'"):
        balance.ratio(two)
    with pytest.raises(BalanceError, match="'constant 2022 US\\$' and 'current US\\$'"):
        balance.ratio(spending, price_base=[CURRENT, CONSTANT])
    with pytest.raises(BalanceError, match="mixed"):
        balance.growth(spending, "CHN", 2000, 2010)
    with pytest.raises(BalanceError, match="mixed"):
        balance.projection(spending, 2010, 3, 2015)


def test_mixed_editions_are_refused_by_name(spending):
    one = spending[spending["price_base"] == CURRENT]
    both = pd.concat([one, one.assign(edition="SIPRI 2026")])
    with pytest.raises(BalanceError, match=r"editions .* 'SIPRI 2024' and 'SIPRI 2026'"):
        balance.ratio(both)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (
            lambda: balance.ratio(
                load("balance/military_spending"), price_base="constant 1999 US$"
            ),
            "no price base",
        ),
        (
            lambda: balance.ratio(load("balance/military_spending"), "KOR", price_base=CURRENT),
            "no value for 'KOR'",
        ),
        (lambda: balance.ratio(load("balance/capabilities"), price_base=CURRENT), "no price bases"),
        (lambda: balance.ratio(load("balance/scrambles")), "no column 'iso3'"),
        (lambda: balance.ratio(pd.DataFrame({"iso3": [], "year": []})), "value columns"),
        (lambda: balance.ratio(pd.concat([table(CHN=[1], JPN=[1])] * 2)), "two values for 2000"),
        (lambda: balance.growth(table(CHN=[1, 2]), "CHN", 2001, 2000), "after the first"),
        (lambda: balance.growth(table(CHN=[1, 2]), "CHN", 1990, 2000), "no value for 1990"),
    ],
)
def test_bad_input_is_refused_in_words(call, words):
    refuses(call, BalanceError, words)


def test_each_line_of_spending_comes_from_one_edition():
    rows = load("balance/military_spending").query("preferred")
    editions = rows.groupby(["measure", "price_base"])["edition"]
    assert (editions.nunique() == 1).all()


def test_spending_rows_hold_an_amount_or_a_share():
    rows_ = load("balance/military_spending")
    amount = rows_["measure"] == "spending"
    assert (rows_["spending_usd_mn"].notna() == amount).all()
    assert (rows_["share_of_gdp_pct"].notna() != amount).all()
    assert ((rows_["price_base"] == "none") != amount).all()
    assert (rows_["estimate"] == (rows_["iso3"] == "CHN")).all()


def test_the_two_editions_disagree_on_japan_in_2022(spending):
    change = {}
    for base in (CONSTANT, "constant 2024 US$"):
        japan = spending[(spending["iso3"] == "JPN") & (spending["price_base"] == base)]
        japan = japan.set_index("year")["spending_usd_mn"]
        change[base] = japan[2022] / japan[2021] - 1
    assert change[CONSTANT] == pytest.approx(0.07, abs=0.005)
    assert change["constant 2024 US$"] == pytest.approx(-0.06, abs=0.005)
