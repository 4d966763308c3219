"""Votes in the General Assembly: known means, two ways to one distance, the session left out."""

import pandas as pd
import pytest
from helpers.refusals import refuses

from three_pillars import balance
from three_pillars.balance import BalanceError
from three_pillars.data import load


@pytest.mark.parametrize(
    ("first", "last", "expected"), [(2007, 2012, 0.606), (2013, 2019, 0.514), (2022, 2023, 0.368)]
)
def test_known_agreement_of_japan_and_russia(first, last, expected):
    agreement = balance.alignment(load("balance/un_voting"), "JPN", "RUS")
    assert balance.period_mean(agreement, first, last) == pytest.approx(expected, abs=0.0005)


def test_known_distances_of_japan_and_russia():
    distance = balance.alignment(
        load("balance/un_voting"), "JPN", "RUS", measure="ideal_point_distance"
    )
    found = [round(balance.period_mean(distance, *p), 3) for p in ((2007, 2012), (2013, 2019))]
    assert found == [0.676, 0.633]


def test_distance_from_ideal_points_agrees_with_the_published_pairs():
    votes = load("balance/un_voting")
    for one, other in balance.PAIRS.values():
        mine = balance.alignment_distance(votes, one, other).set_index("year")["value"]
        table_has = balance.alignment(votes, one, other, "ideal_point_distance").set_index("year")
        assert (mine - table_has["value"]).abs().max() < 0.0002


def test_the_order_of_a_pair_does_not_matter():
    votes = load("balance/un_voting")
    for measure in balance.INDICATORS.values():
        pd.testing.assert_frame_equal(
            balance.alignment(votes, "JPN", "RUS", measure),
            balance.alignment(votes, "RUS", "JPN", measure),
        )


def test_bars_average_the_agreement_of_each_pair():
    votes = load("balance/un_voting")
    bars = balance.agreement_bars(votes, [(1998, 2002), (2007, 2012)])
    assert bars["period"].tolist() == ["1998–2002", "2007–12"] * 4
    assert bars["pair"].unique().tolist() == list(balance.PAIRS)
    own = balance.alignment(votes, "JPN", "RUS")
    assert bars["agreement"].iloc[1] == balance.period_mean(own, 2007, 2012)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: balance.alignment(load("balance/un_voting"), "JPN", "IND"), "JPN–IND"),
        (lambda: balance.alignment(load("balance/un_voting"), "JPN", "JPN"), "JPN–JPN"),
        (lambda: balance.alignment(load("balance/un_voting"), "JPN", "RUS", "love"), "'love'"),
        (
            lambda: balance.alignment(load("balance/un_voting"), "JPN", "RUS", "ideal_point"),
            "ideal_point_distance",
        ),
        (lambda: balance.alignment_distance(load("balance/un_voting"), "JPN", "KOR"), "'KOR'"),
    ],
)
def test_bad_input_is_refused_in_words(call, words):
    refuses(call, BalanceError, words)


def test_session_71_is_marked_and_left_out():
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


def test_ideal_points_lie_in_their_intervals():
    votes = load("balance/un_voting")
    points = votes[votes["measure"] == "ideal_point"]
    assert points["value"].between(points["q05"], points["q95"]).all()
    assert points["iso3_b"].isna().all()
    assert votes.loc[votes["measure"] != "ideal_point", "iso3_b"].notna().all()
    shares = votes[votes["measure"].str.startswith("agreement")]
    assert shares["value"].between(0, 1).all()
