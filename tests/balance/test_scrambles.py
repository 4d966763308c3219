"""Scrambles by fiscal year, nationality and quarter, and the traps in their table."""

import pandas as pd
import pytest
from helpers.refusals import refuses

from three_pillars import balance
from three_pillars.balance import BalanceError
from three_pillars.data import load


def test_known_scrambles_of_fiscal_2014():
    row = (
        balance.scrambles_by_year(load("balance/scrambles")).set_index("fiscal_label").loc["FY2014"]
    )
    assert (row["russia"], row["china"], row["total"]) == (473, 464, 943)
    share = balance.scramble_share(load("balance/scrambles"), "russia", "FY2014")
    assert share == pytest.approx(473 / 943)


def test_quarters_are_differences_of_running_totals():
    found = balance.quarters(load("balance/scrambles"), "russia", "FY2014")
    assert found["scrambles"].tolist() == [235, 89, 45, 104]
    assert found["start"].tolist() == ["2014-04-01", "2014-07-01", "2014-10-01", "2015-01-01"]
    china = balance.quarters(load("balance/scrambles"), "china", "FY2012")
    assert china["scrambles"].tolist() == [15, 54, 91, 146]
    assert china["scrambles"].sum() == 306


def test_quarters_leave_out_what_is_not_known():
    found = balance.quarters(load("balance/scrambles"), "russia", "FY2013")
    assert found["quarter"].tolist() == ["Q1"]


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: balance.scramble_share(load("balance/scrambles"), "russia", "2014"), "'FY2014'"),
        (lambda: balance.scramble_share(load("balance/scrambles"), "russia", "FY1984"), "no split"),
        (lambda: balance.scramble_share(load("balance/scrambles"), "taiwan", "FY2014"), "'taiwan'"),
        (lambda: balance.quarters(load("balance/scrambles"), "china", "FY2020"), "no quarter"),
    ],
)
def test_bad_input_is_refused_in_words(call, words):
    refuses(call, BalanceError, words)


def test_fiscal_years_are_labels_that_run_from_april_to_march():
    rows_ = load("balance/scrambles")
    assert (rows_["fiscal_label"] == "FY" + rows_["fiscal_year"].astype(str)).all()
    whole = rows_[rows_["period"] == "FY"]
    assert (
        whole["period_start"].dt.strftime("%Y-%m-%d") == whole["fiscal_year"].astype(str) + "-04-01"
    ).all()
    assert (whole["period_end"].dt.year == whole["fiscal_year"] + 1).all()


def test_contradicted_counts_are_kept_but_not_used():
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


def test_nationalities_never_exceed_the_total():
    whole = load("balance/scrambles", verified_only=True)
    whole = whole[whole["period"] == "FY"].pivot(
        index="fiscal_label", columns="target", values="scrambles"
    )
    rest = whole["total"] - whole.drop(columns="total").sum(axis=1)
    assert (rest >= 0).all()
    assert (rest[["FY2010", "FY2015", "FY2022"]] == 0).all()
