"""What the judges of the part read: statements and joint activities."""

import pandas as pd

from three_pillars.data import load


def test_statements_bear_on_claims_of_this_part():
    rows_ = load("balance/statements")
    claims = load("argument/claims")
    mine = claims.loc[claims["chapter"].str.startswith("balance/"), "claim_id"]
    assert len(rows_)
    assert set(rows_["claim_id"]) <= set(mine)
    assert rows_["verified"].all()


def test_dates_are_no_finer_than_they_are_known():
    size = {"day": 10, "month": 7, "year": 4}
    for name in ("joint_activity", "opinion", "statements"):
        rows_ = load(f"balance/{name}")
        assert (rows_["date"].str.len() == rows_["date_precision"].map(size)).all(), name
    joint = load("balance/joint_activity")
    day = joint[joint["date_end"].notna() & (joint["date_precision"] == "day")]
    assert (pd.to_datetime(day["date"]) <= day["date_end"]).all()
    assert (joint["year"].astype(str) == joint["date"].str[:4]).all()


def test_ten_bomber_patrols_nine_of_them_near_japan():
    joint = load("balance/joint_activity", verified_only=True)
    bombers = joint[joint["kind"] == "bomber_patrol"]
    assert (len(bombers), int(bombers["near_japan"].sum())) == (10, 9)
