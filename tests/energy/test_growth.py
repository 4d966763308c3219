"""A change of a total, split among its suppliers."""

import math

import pandas as pd
import pytest
from helpers.markets import YEAR, markets, rows
from helpers.refusals import refuses
from hypothesis import assume, given, settings

from three_pillars import energy


def test_contributions_by_hand():
    table = pd.concat(
        [rows(("A", 10.0), ("B", 5.0)), rows(("A", 8.0), ("B", 9.0), ("C", 3.0), year=2021)]
    )
    found = energy.contribution_to_growth(table, 2020, 2021).set_index("exporter")
    assert found["change"].to_dict() == {"B": 4.0, "C": 3.0, "A": -2.0}
    assert found["part_of_growth"].to_dict() == {"B": 0.8, "C": 0.6, "A": -0.4}
    assert math.isclose(found.loc["B", "growth_points"], 4 / 15)
    assert found.loc["C", "start"] == 0


@pytest.mark.parametrize(("start", "end"), [(2013, 2014), (2014, 2015), (2013, 2024)])
def test_contributions_add_up(lng, start, end):
    found = energy.contribution_to_growth(lng, start, end)
    total = energy.lng_year(lng, end).sum() - energy.lng_year(lng, start).sum()
    assert math.isclose(found["change"].sum(), total)
    assert math.isclose(found["part_of_growth"].sum(), 1)
    assert math.isclose(
        found["growth_points"].sum(), total / energy.lng_year(lng, start).sum(), abs_tol=1e-9
    )
    assert found["change"].is_monotonic_decreasing


@settings(deadline=None)
@given(markets(low=2), markets(low=2))
def test_contributions_of_any_two_years_add_up(first, last):
    assume(abs(last.sum() - first.sum()) > 1e-3 * last.sum())
    table = pd.concat([rows(*first.items()), rows(*last.items(), year=2021)])
    found = energy.contribution_to_growth(table, 2020, 2021)
    assert math.isclose(found["part_of_growth"].sum(), 1, rel_tol=1e-6)
    assert math.isclose(found["change"].sum(), last.sum() - first.sum(), rel_tol=1e-6)


def test_who_filled_the_gap_after_the_accident(lng):
    """17.31 Mt more from 2010 to 2012: Qatar 8.03, Nigeria 4.15, Australia 2.64, Russia 2.28."""
    found = energy.contribution_to_growth(lng, 2010, 2012, "Mt").set_index("exporter")
    assert round(found["change"].sum(), 2) == 17.31
    largest = found["change"].head(4).round(2)
    assert largest.to_dict() == {"Qatar": 8.03, "Nigeria": 4.15, "Australia": 2.64, "Russia": 2.28}
    assert round(found.loc["Russia", "part_of_growth"], 3) == 0.131
    assert round(found.loc["Indonesia", "change"], 2) == -6.62


LIES = [
    (lambda: energy.contribution_to_growth(YEAR, 2021, 2020), "put the earlier year first"),
    (lambda: energy.contribution_to_growth(YEAR, 2020, 2021), "2021 has no data"),
    (
        lambda: energy.contribution_to_growth(
            pd.concat([YEAR, YEAR.assign(year=2021)]), 2020, 2021
        ),
        "the total is the same in 2020 and 2021",
    ),
    (lambda: energy.contribution_to_growth(YEAR, 2019, 2020, "m3"), "there is no unit 'm3'"),
]


@pytest.mark.parametrize(("call", "message"), LIES, ids=[message[:40] for _, message in LIES])
def test_a_wrong_input_says_what_is_wrong(call, message):
    refuses(call, energy.MeasureError, message)


def test_no_change_spans_weights_and_volumes(lng):
    with pytest.raises(energy.MeasureError, match=r"2010 has no data .* in bcm"):
        energy.contribution_to_growth(lng, 2010, 2014)
    with pytest.raises(energy.MeasureError, match=r"2014 has no data .* in Mt.*2009 to 2012"):
        energy.contribution_to_growth(lng, 2010, 2014, "Mt")
