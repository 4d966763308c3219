"""One year's suppliers, and one supplier through the years."""

import math

import pandas as pd
import pytest
from helpers.markets import YEAR, rows
from helpers.refusals import refuses

from three_pillars import energy


def test_a_year_adds_up_to_its_printed_total(lng):
    printed = lng[(lng["row_type"] == "total") & lng["volume_bcm"].notna()].set_index("year")
    for year in range(2013, 2025):
        assert abs(energy.lng_year(lng, year).sum() - printed["volume_bcm"][year]) < 0.002
    assert energy.lng_year(lng, 2014).is_monotonic_decreasing


def test_a_year_splits_into_named_and_groups(lng):
    named, groups = energy.lng_parts(lng, 2014)
    assert list(groups.index) == ["Other Europe"]
    assert "Other Europe" not in named.index
    assert "Total" not in named.index
    assert len(named) + len(groups) == len(energy.lng_year(lng, 2014)) == 20


def test_figures_by_weight_and_fiscal_years_stay_out(lng):
    """2015 also has customs figures in tonnes, 2023 fiscal-year shares; neither may be counted."""
    assert math.isclose(energy.lng_year(lng, 2015)["Russia"], 10.4616)
    assert energy.share_by_year(lng, "Russia", weights=True)["year"].is_unique
    fiscal = rows(("Russia", 5.0)).assign(period_type="fiscal_year_apr_mar")
    mixed = pd.concat([rows(("Russia", 1.0), ("Qatar", 3.0)), fiscal])
    assert energy.lng_year(mixed, 2020).to_dict() == {"Qatar": 3.0, "Russia": 1.0}


def test_share_of_a_year_without_the_supplier_is_zero():
    table = pd.concat(
        [rows(("Peru", 1.0), ("Qatar", 3.0)), rows(("Qatar", 4.0), year=2021)], ignore_index=True
    )
    found = energy.share_by_year(table, "Peru").set_index("year")
    assert found["share"].to_dict() == {2020: 0.25, 2021: 0.0}
    assert found["volume_bcm"].to_dict() == {2020: 1.0, 2021: 0.0}


def test_customs_weights_fill_the_years_before_the_reviews(lng):
    found = energy.share_by_year(lng, "Russia", weights=True).set_index("year")
    assert list(found.index) == list(range(2009, 2025))
    by_weight = (100 * found["share"].loc[:2012]).round(2)
    assert by_weight.to_dict() == {2009: 4.29, 2010: 8.61, 2011: 9.07, 2012: 9.51}
    assert found["basis"].loc[[2012, 2013]].tolist() == ["weight", "volume"]
    assert found["volume_bcm"].isna().sum() == 4
    assert 2010 not in energy.share_by_year(lng, "Russia")["year"].tolist()
    places = energy.rank_by_year(lng, "Russia", weights=True).set_index("year")["rank"]
    assert places.loc[:2013].tolist() == [7, 5, 5, 4, 4]


def test_single_weights_are_no_breakdown(lng):
    """2011 also has the seller's figure, 2012 one of the press, 2013 one of an agency."""
    for year, total in ((2011, 78.5316), (2012, 87.3143)):
        assert abs(energy.lng_year(lng, year, "Mt").sum() - total) < 0.001
    with pytest.raises(energy.MeasureError, match="available: 2009 to 2012"):
        energy.lng_year(lng, 2013, "Mt")


def test_ranks(lng):
    found = energy.rank_by_year(lng, "Russia").set_index("year")
    assert found["rank"].to_dict()[2014] == 4
    assert found["rank"].to_dict()[2021] == 5
    assert found["rank"].to_dict()[2022] == 3
    table = pd.concat(
        [rows(("A", 3.0), ("B", 2.0), ("C", 2.0)), rows(("Other", 9.0), kind="residual_group")]
    )
    equal = energy.rank_by_year(table, "C")
    assert equal.to_dict("records") == [{"year": 2020, "rank": 2, "suppliers": 3}]


LIES = [
    (
        lambda: energy.lng_year(YEAR, 2012),
        "2012 has no data (LNG imports by supplier in bcm); available: 2020.",
    ),
    (lambda: energy.lng_year(YEAR.drop(columns="row_type"), 2020), "no column 'row_type'"),
    (lambda: energy.lng_year(YEAR.assign(volume_bcm=-1.0), 2020), "below zero"),
    (lambda: energy.lng_year(YEAR.iloc[:0], 2020), "no supplier with a volume in bcm"),
    (lambda: energy.lng_year(pd.concat([YEAR, YEAR]), 2020), "'Russia' appears twice in 2020"),
    (lambda: energy.share_by_year(YEAR, "Russian Federation"), "did you mean 'Russia'?"),
    (lambda: energy.rank_by_year(YEAR, "Katar"), "did you mean 'Qatar'?"),
]


@pytest.mark.parametrize(("call", "message"), LIES, ids=[message[:40] for _, message in LIES])
def test_a_wrong_input_says_what_is_wrong(call, message):
    refuses(call, energy.MeasureError, message)


def test_a_year_without_a_breakdown_is_answered_with_those_that_have_one(lng):
    with pytest.raises(energy.MeasureError, match="available: 2013 to 2024"):
        energy.lng_year(lng, 2012)
