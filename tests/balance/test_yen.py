"""The yen's part in the jump of the ratio."""

import pandas as pd
import pytest

from three_pillars import balance
from three_pillars.balance import BalanceError
from three_pillars.data import load


def test_yen_makes_well_over_half_of_the_jump():
    spending = load("balance/military_spending", verified_only=True)
    current, constant = (
        balance.ratio(spending, price_base=base) for base in ("current US$", "constant 2022 US$")
    )
    part = balance.yen_part(current, constant, balance.yen_per_dollar(), 2012, 2015)
    assert part.yen_share == pytest.approx(0.633, abs=0.001)
    assert part.real_share == pytest.approx(0.314, abs=0.001)
    assert part.points_share == pytest.approx(0.707, abs=0.001)
    assert part.at_old_yen == pytest.approx(3.08, abs=0.005)
    assert part.yen_share + part.real_share + part.rest_share == pytest.approx(1)


def test_yen_part_of_a_ratio_that_only_the_yen_moved():
    now = pd.DataFrame({"year": [1, 2], "ratio": [2.0, 4.0]})
    real = pd.DataFrame({"year": [1, 2], "ratio": [3.0, 3.0]})
    rates = pd.DataFrame({"year": [1, 2], "units_per_usd": [80.0, 160.0]})
    part = balance.yen_part(now, real, rates, 1, 2)
    assert (part.yen_share, part.real_share, part.at_old_yen) == pytest.approx((1, 0, 2))


def test_yen_part_names_what_lacks():
    now = pd.DataFrame({"year": [1, 2], "ratio": [2.0, 4.0]})
    rates = pd.DataFrame({"year": [1, 2], "units_per_usd": [80.0, 160.0]})
    with pytest.raises(BalanceError, match="no yen rate for 2"):
        balance.yen_part(now, now, rates[:1], 1, 2)
    with pytest.raises(BalanceError, match="did not change"):
        balance.yen_part(now.assign(ratio=3.0), now, rates, 1, 2)
    with pytest.raises(BalanceError, match="two rows"):
        balance.yen_part(now, now, pd.concat([rates, rates]), 1, 2)
