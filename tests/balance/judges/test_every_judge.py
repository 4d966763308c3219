"""What all judges of balance share: place, sentences, thresholds, and no row after the day."""

import re

import pandas as pd
import pytest
from helpers.judging import DAYS, claims_of, judged_with, says

from three_pillars import ledger, tables
from three_pillars.data import describe, load
from three_pillars.data.as_of import known_from
from three_pillars.ledger.finding import Finding
from three_pillars.ledger.rule import state_of

CLAIMS = claims_of("balance")
WORDS = {  # then, today
    "C06": ("supported", "supported"),
    "C19": ("partly", "partly"),
    "C37": ("partly", "partly"),
    "C38": ("partly", "partly"),
    "C39": ("partly", "partly"),
    "C40": ("supported", "supported"),
    "C41": ("supported", "supported"),
    "C42": ("supported", "supported"),
    "C43": ("partly", "partly"),
    "C45": ("partly", "partly"),
    "C47": ("partly", "partly"),
    "C48": ("partly", "partly"),
    "C49": ("untestable", "untestable"),
    "C50": ("supported", "supported"),
    "C57": ("supported", "supported"),
    "C58": ("partly", "partly"),
}
OWN = [name for name in tables() if name.startswith("balance/")]
READ = [
    *OWN,
    "argument/contacts",
    "argument/leader_meetings",
    "argument/meeting_topics",
    "argument/ministerial_meetings",
    "argument/security_cooperation",
    "energy/events",
    "energy/trade_shares",
]


@pytest.mark.parametrize("claim", WORDS)
def test_words_on_both_days(found, claim):
    assert (found["then"][claim].word, found["today"][claim].word) == WORDS[claim]


@pytest.mark.parametrize("when", DAYS)
@pytest.mark.parametrize("claim", CLAIMS)
def test_findings_say_something_and_name_their_sources(found, when, claim):
    judged = found[when][claim]
    for test in judged.tests:
        text = test.finding.says
        assert text.endswith("."), text
        assert "nan" not in text.lower().split(), text
        assert not re.search(r"\.\.|  | 1 [a-z]+s\b", text), text
    assert judged.rests(), claim
    for table, sources in judged.rests().items():
        rows = load(table)
        assert sources <= set(rows["source_id"].dropna()) | set(
            rows.get("source_id_2", pd.Series(dtype=str)).dropna()
        ), table


@pytest.mark.parametrize("claim", CLAIMS)
def test_what_is_found_then_knows_no_later_year(found, claim):
    years = {int(year) for year in re.findall(r"\b(?:19|20)\d\d\b", says(found["then"][claim]))}
    assert all(year <= 2015 for year in years)


@pytest.mark.parametrize("claim", CLAIMS)
def test_every_criterion_turns_at_its_threshold(claim):
    """A finding on the threshold and one just beyond it give different states."""
    for one in ledger.criteria(claim):
        day = max(one.end(DAYS["today"]), DAYS["today"])
        step = 1 if one.comparison == "is" else 1e-6
        beyond = one.threshold + (step if one.comparison == "at most" else -step)
        states = [
            state_of(Finding(value, value, one.unit, "Found."), one, day)
            for value in (one.threshold, beyond)
        ]
        assert states == ["met", "not met"], one.criterion_id


def after_the_day(name, frame):
    known, later = known_from(frame, describe(name))
    return (known > DAYS["then"]) & ~later


@pytest.mark.parametrize("claim", CLAIMS)
def test_what_became_public_later_changes_nothing_then(found, claim):
    def dropped(name):
        return lambda frame: frame[~after_the_day(name, frame)].reset_index(drop=True)

    def changed(name):
        def change(frame):
            late = after_the_day(name, frame)
            for column in frame.select_dtypes("float"):
                frame.loc[late, column] *= 2
            for column, value in (("named", "yes"), ("bearing", "for"), ("names_china", True)):
                if column in frame:
                    frame.loc[late, column] = value
            return frame

        return change

    def added(name):
        return lambda frame: pd.concat(
            [frame, frame[after_the_day(name, frame)]], ignore_index=True
        )

    for change in (dropped, changed, added):
        other = judged_with(claim, "then", {name: change(name) for name in READ})
        assert says(other) == says(found["then"][claim]), change.__name__


@pytest.mark.parametrize("name", OWN)
def test_every_table_says_from_when_it_was_public_and_where_it_is_complete(name):
    described = describe(name)
    assert described["known_from"]
    for scope in described["complete"]:
        assert {"name", "filter", "from", "to", "reason", "count"} == set(scope), scope
        assert set(scope["count"]) == {"source_id", "says"}
        kept = load(name)
        for column, values in scope["filter"].items():
            kept = kept[kept[column].isin(values if isinstance(values, list) else [values])]
        assert len(kept), scope["name"]
        assert scope["count"]["source_id"] in set(load("sources")["source_id"]), scope["name"]
