"""A change of a total, split among its suppliers."""

import math

import pandas as pd
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from markets import YEAR, amount, fraction, markets, rows
from refusals import refuses

from three_pillars import energy


def test_contributions_by_hand():
    table = pd.concat(
        [rows(("A", 10.0), ("B", 5.0)), rows(("A", 8.0), ("B", 9.0), ("C", 3.0), year=2021)]
    )
    found = energy.contribution_to_growth(table, 2020, 2021).set_index("exporter")
    assert found["change_bcm"].to_dict() == {"B": 4.0, "C": 3.0, "A": -2.0}
    assert found["part_of_growth"].to_dict() == {"B": 0.8, "C": 0.6, "A": -0.4}
    assert math.isclose(found.loc["B", "growth_points"], 4 / 15)
    assert found.loc["C", "start_bcm"] == 0


@pytest.mark.parametrize(("start", "end"), [(2013, 2014), (2014, 2015), (2013, 2024)])
def test_contributions_add_up(lng, start, end):
    found = energy.contribution_to_growth(lng, start, end)
    total = energy.lng_year(lng, end).sum() - energy.lng_year(lng, start).sum()
    assert math.isclose(found["change_bcm"].sum(), total)
    assert math.isclose(found["part_of_growth"].sum(), 1)
    assert math.isclose(
        found["growth_points"].sum(), total / energy.lng_year(lng, start).sum(), abs_tol=1e-9
    )
    assert found["change_bcm"].is_monotonic_decreasing


@settings(deadline=None)
@given(markets(low=2), markets(low=2))
def test_contributions_of_any_two_years_add_up(first, last):
    assume(abs(last.sum() - first.sum()) > 1e-3 * last.sum())
    table = pd.concat([rows(*first.items()), rows(*last.items(), year=2021)])
    found = energy.contribution_to_growth(table, 2020, 2021)
    assert math.isclose(found["part_of_growth"].sum(), 1, rel_tol=1e-6)
    assert math.isclose(found["change_bcm"].sum(), last.sum() - first.sum(), rel_tol=1e-6)


def test_growth_from_a_published_share_by_hand():
    """8% of 96.4 bcm is 7.7; of 25.4 bcm of growth Russia brought 3.8."""
    found = energy.growth_from_published_share(96.4, 0.08, 121.8, 11.5, rounding=0.005)
    assert round(found.total_change, 1) == 25.4
    assert round(found.supplier_start, 2) == 7.71
    assert round(found.supplier_change, 2) == 3.79
    assert round(found.part, 3) == 0.149
    assert round(found.part_low, 3) == 0.130  # (11.5 - 0.085 * 96.4) / 25.4
    assert round(found.part_high, 3) == 0.168  # (11.5 - 0.075 * 96.4) / 25.4


def test_growth_since_2010(lng):
    found = energy.growth_since(lng)
    assert round(found.total_change) == 25
    assert round(found.supplier_change) == 4
    assert found.part_low < found.part < found.part_high
    assert round(found.part, 2) == 0.15


@settings(deadline=None)
@given(amount, fraction, amount, fraction, st.floats(0, 0.1))
def test_growth_range_holds_its_middle(total_start, share, total_end, share_end, rounding):
    assume(abs(total_end - total_start) > 1e-3)
    found = energy.growth_from_published_share(
        total_start, share, total_end, share_end * total_end, rounding=rounding
    )
    slack = 1e-9 * max(1, abs(found.part_low), abs(found.part_high))
    assert found.part_low - slack <= found.part <= found.part_high + slack
    others = total_end * (1 - share_end) - total_start * (1 - share)
    assert math.isclose(
        found.supplier_change + others, found.total_change, abs_tol=1e-6 * (total_start + total_end)
    )


LIES = [
    (lambda: energy.contribution_to_growth(YEAR, 2021, 2020), "put the earlier year first"),
    (lambda: energy.contribution_to_growth(YEAR, 2020, 2021), "2021 has no data"),
    (
        lambda: energy.contribution_to_growth(
            pd.concat([YEAR, YEAR.assign(year=2021)]), 2020, 2021
        ),
        "the total is the same in 2020 and 2021",
    ),
    (lambda: energy.growth_from_published_share(96, 8, 121, 11), "did you mean 0.08?"),
    (lambda: energy.growth_from_published_share(-1, 0.1, 121, 11), "total_start is -1"),
    (lambda: energy.growth_from_published_share(96, 0.1, 121, 122), "more than the total of 121"),
    (lambda: energy.growth_from_published_share(96, 0.1, 96, 11), "the total did not change"),
]


@pytest.mark.parametrize(("call", "message"), LIES, ids=[message[:40] for _, message in LIES])
def test_a_wrong_input_says_what_is_wrong(call, message):
    refuses(call, energy.MeasureError, message)


def test_growth_needs_a_published_share(lng):
    with pytest.raises(
        energy.MeasureError, match=r"2013 has no data \(a published share of Russia\)"
    ):
        energy.growth_since(lng, start=2013)
