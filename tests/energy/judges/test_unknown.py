"""What becomes of a finding whose rows are gone."""

import pytest
from helpers.judging import judged_with, says

LNG = "energy/lng_imports"
GONE = {  # without a table's rows a finding is open, and says so
    "C33": ("energy/electricity_mix", "Nuclear output of 2010 and 2014 is not known."),
    "C34": (LNG, "Japan's LNG by supplier is not known for 2010 and 2014."),
    "C35": (LNG, "Russia's rank in Japan's LNG of 2014 is not known."),
    "C46": ("energy/bilateral_trade", "trade with Russia of 2012 and 2014 is not known."),
}


@pytest.mark.parametrize("claim", GONE)
def test_what_is_not_known_is_open(claim):
    table, said = GONE[claim]

    def lose(frame):
        return frame[~frame["year"].isin([2009, 2010, 2012, 2014])].reset_index(drop=True)

    other = judged_with(claim, "today", {table: lose})
    assert said in says(other)
    assert "open" in {test.state for test in other.tests}
