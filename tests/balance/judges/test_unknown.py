"""What becomes of a finding whose rows are gone."""

from helpers.judging import judged_with, says


def test_what_is_not_known_is_open():
    def lose(frame):
        return frame[~frame["year"].isin([2010, 2014])].reset_index(drop=True)

    other = judged_with("C47", "today", {"energy/trade_shares": lose})
    assert "China's share of 2010 or 2014 is not known." in says(other)
    other = judged_with("C37", "today", {"energy/events": lambda rows: rows[rows["date"] < "2012"]})
    assert "is not known" in says(other)
