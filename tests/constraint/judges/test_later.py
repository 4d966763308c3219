"""What became public after the day changes nothing then; no total, no comparison."""

import pandas as pd
import pytest
from helpers.edits.constraint import LISTINGS, MEASURES
from helpers.judging import judged_with


@pytest.mark.parametrize("claim", ["C12", "C13", "C14", "C59", "C60", "C61", "C62"])
def test_nothing_that_became_public_later_changes_what_was_found_then(found, claim):
    def later(frame):
        new = frame[frame["actor"] == "Japan"].tail(3).assign(date="2015-08-01", year=2015)
        return pd.concat([frame[frame["year"] < 2016], new.assign(target="eastern Ukraine")])

    other = judged_with(claim, "then", MEASURES, later)
    assert other.tests == found["then"][claim].tests


def test_without_a_european_total_names_are_not_compared():
    other = judged_with("C13", "then", LISTINGS, lambda frame: frame[frame["actor"] == "Japan"])
    names = next(t for t in other.tests if t.criterion.criterion_id == "C13b")
    assert names.state == "open"
    assert names.finding.says.startswith("Names cannot be compared: no total")
