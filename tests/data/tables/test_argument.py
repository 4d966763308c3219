"""The table of claims."""

from three_pillars import load


def test_sixty_three_claims_each_with_one_chapter():
    claims = load("argument/claims")
    assert claims["claim_id"].tolist() == [f"C{number:02d}" for number in range(1, 64)]
    assert claims["kind"].value_counts().to_dict() == {
        "fact": 21,
        "trend": 10,
        "causal": 7,
        "belief": 9,
        "reported": 4,
        "forecast": 12,
    }
    assert (claims["chapter"].str.split("/").str[0] == claims["part"]).all()
    assert claims["chapter"].value_counts().to_dict() == {
        "argument/thaw": 15,
        "territory/bargain": 13,
        "energy/dependence": 6,
        "energy/interdependence": 2,
        "balance/power": 2,
        "balance/hedge": 14,
        "constraint/sanctions": 10,
        "verdict/synthesis": 1,
    }
    assert claims["paragraph"].is_monotonic_increasing
    assert not claims["claim"].duplicated().any()
    assert "verdict" not in claims
    energy = claims[claims["part"] == "energy"]["claim_id"].tolist()
    assert energy == ["C18", "C31", "C32", "C33", "C34", "C35", "C36", "C46"]
