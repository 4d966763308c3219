"""The tables of the part: what is printed, what is computed, what is complete."""

import pandas as pd
import pytest

from three_pillars import load
from three_pillars.data import Reader
from three_pillars.day import COMMENTARY

MEASURES = load("constraint/measures")
TABLES = [f"constraint/{name}" for name in
          ("measures", "listings", "results", "fuel_share", "oil_price")]  # fmt: skip


def test_russia_answered_japan_three_times_in_2014():
    answers = MEASURES[
        (MEASURES["actor"] == "Russia")
        & MEASURES["target"].str.contains("Japan")
        & (MEASURES["year"] == 2014)
    ]
    assert answers["date"].tolist() == ["2014-08-05", "2014-08-22", "2014-09-24"]


def test_fuel_shares_that_were_computed_follow_from_the_values_beside_them():
    table = load("constraint/fuel_share")
    own = table[table["value_usd_mn"].notna()]
    assert len(own) == 6
    shares = (100 * own["value_usd_mn"] / own["imports_usd_mn"]).round(1)
    assert shares.tolist() == pytest.approx(own["fuel_share_pct"].tolist(), abs=0.051)
    crude = own[own["basis"] == "lower_bound"]
    assert crude[["year", "fuel_share_pct"]].values.tolist() == [[2012, 72.8]]


def test_a_european_list_of_2016_fits_the_one_before_it():
    totals = load("constraint/listings").set_index("listing_id")["persons"]
    added = MEASURES.set_index("measure_id").loc["eu_2016_11_09", "persons_listed"]
    assert totals["list_eu_2016_09"] + added == totals["list_eu_2016_11_09"] == 152


@pytest.mark.parametrize("name", TABLES)
def test_what_was_public_on_the_day_is_not_all_and_not_later(name):
    table = Reader(COMMENTARY)(name)
    assert 0 < len(table) < len(load(name))
    if "date" in table:
        assert (table["date"] <= "2015-07-21").all()
    else:
        assert table["year"].max() == 2014


def test_the_fate_of_a_result_is_known_from_its_own_day():
    then = Reader(COMMENTARY)("constraint/results")
    assert then["title"].tolist() == ["Joint statement of Moscow"]
    assert then["status"].isna().all()
    in_2022 = Reader(pd.Timestamp("2022-03-15"))("constraint/results").set_index("result_id")
    assert in_2022.loc["res_2016_05_06", "status"] == "suspended"
    assert pd.isna(in_2022.loc["res_2016_12_16", "status"])
