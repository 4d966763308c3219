"""An absence counts only where somebody counted, and only as far as the counting went."""

import pandas as pd
import pytest
from helpers.judging import DAYS, judged_with

from three_pillars import ledger
from three_pillars.data import Reader, describe
from three_pillars.day import last_day


class Watched(Reader):
    """A reader that notes in which scopes a judge found a table whole."""

    def __init__(self, day):
        super().__init__(day)
        self.scopes = set()

    def whole(self, name, scope, until=None):
        """Note the scope."""
        whole = super().whole(name, scope, until)
        if whole:
            self.scopes.add((name, scope))
        return whole


def counted_until(name, scope):
    """The last day of a scope."""
    return next(
        last_day(str(one["to"])) for one in describe(name)["complete"] if one["name"] == scope
    )


@pytest.mark.parametrize("when", DAYS)
def test_no_absence_rests_on_a_scope_that_ends_before_its_window(when):
    looked_at = 0
    for claim in ledger.judges():
        load = Watched(DAYS[when])
        for test in ledger.judge_with(claim, load).tests:
            none = test.finding.low == test.finding.high == 0 and test.finding.unit != "yes or no"
            used = [(name, scope) for name, scope in load.scopes if name in test.finding.rests]
            if none and used:
                looked_at += 1
                end = min(test.criterion.end(DAYS[when]), DAYS[when])
                assert max(counted_until(*one) for one in used) >= end, test.criterion.criterion_id
    assert looked_at > 2


def test_what_came_after_the_counting_is_open_and_said():
    one = judged_with("C28", "today").tests[0]
    assert one.state == "open"
    assert "Treaties are counted up to 20 February 2026." in one.finding.says
    then = judged_with("C28", "then").tests[0]
    assert then.state == "met"
    assert "counted up to" not in then.finding.says


def test_a_scope_is_whole_up_to_its_last_day():
    load = Reader(DAYS["today"])
    last = pd.Timestamp("2026-02-20")
    assert load.whole("territory/events", "treaties", until=last)
    assert not load.whole("territory/events", "treaties", until=last + pd.Timedelta(days=1))
