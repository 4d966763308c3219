"""Every sentence of every judge is whole, and knows nothing of what came after its day."""

import re

import pandas as pd
import pytest
from helpers.judging import DAYS

from three_pillars import ledger
from three_pillars.data import load
from three_pillars.day import COMMENTARY_WORDS
from three_pillars.ledger.judgement import judgement

BROKEN = re.compile(
    r"\bnan\b|None|\.\.|  |\(\)"
    r"|\b1 (?!was|has|is|names|gives|stands)[a-z]+s\b(?<!us)"
    r"|\b[2-9] [a-z]+ (?:was|has|is|stands)\b"
)
"""An empty place, a mark too many, a noun or a verb that does not agree with its number."""


@pytest.mark.parametrize("when", DAYS)
@pytest.mark.parametrize("claim", ledger.judges())
def test_a_finding_says_something_and_names_its_sources(claim, when):
    judged = ledger.judged_on(claim, when)
    for test in judged.tests:
        says = test.finding.says
        first = says.lstrip("“")[0]
        assert first.isupper() or first.isdigit(), says
        assert says.endswith("."), says
        assert not BROKEN.search(says), says
    assert judged.rests()
    for table, sources in judged.rests().items():
        rows = load(table)
        second = rows.get("source_id_2", pd.Series(dtype=str))
        assert sources <= {*rows["source_id"].dropna(), *second.dropna()}, table


@pytest.mark.parametrize("claim", ledger.judges())
def test_what_is_found_then_names_no_later_year(claim):
    """But the end of its own window, which may lie ahead."""
    for test in ledger.judged_on(claim, "then").tests:
        end = test.criterion.end(DAYS["today"]).year
        years = {int(year) for year in re.findall(r"\b(?:19|20)\d\d\b", test.finding.says)}
        assert all(year <= 2015 or year == end for year in years), test.finding.says


@pytest.mark.parametrize("claim", ledger.judges())
def test_the_day_of_the_commentary_is_not_said_twice(claim):
    hindsight = judgement(*(ledger.judged_on(claim, when) for when in ("then", "today"))).hindsight
    assert f"{COMMENTARY_WORDS}: On {COMMENTARY_WORDS}" not in hindsight
