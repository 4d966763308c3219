"""What all judges of energy share: their place, their sentences, and no row after the day."""

import re

import pandas as pd
import pytest
from helpers.judging import DAYS, claims_of, judged_with, says

from three_pillars import ledger
from three_pillars.data import describe, load
from three_pillars.data.as_of import known_from
from three_pillars.ledger.finding import Finding
from three_pillars.ledger.rule import state_of

CLAIMS = claims_of("energy")
WORDS = {  # then, today
    "C18": ("supported", "supported"),
    "C31": ("supported", "supported"),
    "C32": ("untestable", "partly"),
    "C33": ("supported", "supported"),
    "C34": ("contradicted", "contradicted"),
    "C35": ("partly", "partly"),
    "C36": ("supported", "supported"),
    "C46": ("supported", "supported"),
}


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
        assert not re.search(r"\.\.|  | 1 [a-z]+s\b|\b[2-9] [a-z]+ stands\b", text), text
    for table, sources in judged.rests().items():
        assert sources <= set(load(table)["source_id"].dropna()) | set(
            load(table).get("source_id_2", pd.Series(dtype=str)).dropna()
        ), table


@pytest.mark.parametrize("claim", CLAIMS)
def test_what_is_found_then_knows_no_later_year(found, claim):
    years = {int(year) for year in re.findall(r"\b(?:19|20)\d\d\b", says(found["then"][claim]))}
    assert all(year <= 2015 for year in years)


def test_every_criterion_turns_at_its_threshold():
    """A finding on the threshold and one just beyond it give different states."""
    for claim in CLAIMS:
        for one in ledger.criteria(claim):
            day = max(one.end(DAYS["today"]), DAYS["today"])
            step = 1 if one.comparison == "is" else 1e-6
            beyond = one.threshold + (step if one.comparison == "at most" else -step)
            states = [
                state_of(Finding(value, value, one.unit, "Found."), one, day)
                for value in (one.threshold, beyond)
            ]
            assert states == ["met", "not met"], one.criterion_id


TABLES = [
    "argument/meeting_topics",
    "energy/bilateral_trade",
    "energy/crude_imports",
    "energy/electricity_mix",
    "energy/events",
    "energy/exchange_rates",
    "energy/far_east_investments",
    "energy/lng_imports",
    "energy/reactors",
]


def after_the_day(name, frame):
    known, later = known_from(frame, describe(name))
    return (known > DAYS["then"]) & ~later


@pytest.mark.parametrize("claim", CLAIMS)
def test_what_became_public_later_changes_nothing_then(found, claim):
    def dropped(name):
        return lambda frame: frame[~after_the_day(name, frame)].reset_index(drop=True)

    def doubled(name):
        def change(frame):
            late = after_the_day(name, frame)
            for column in frame.select_dtypes("float"):
                frame.loc[late, column] *= 2
            if "named" in frame:
                frame.loc[late, "named"] = "yes"
            return frame

        return change

    for change in (dropped, doubled):
        other = judged_with(claim, "then", {name: change(name) for name in TABLES})
        assert says(other) == says(found["then"][claim]), change.__name__


def test_every_table_of_energy_says_from_when_it_was_public_and_where_it_is_complete():
    from three_pillars import tables

    for name in tables():
        if name.startswith("energy/"):
            described = describe(name)
            assert described["known_from"], name
            for scope in described["complete"]:
                assert {"name", "filter", "from", "to", "reason", "count"} == set(scope), name
                kept = load(name)
                for column, values in scope["filter"].items():
                    kept = kept[kept[column].isin(values if isinstance(values, list) else [values])]
                assert len(kept), (name, scope["name"])
                assert scope["count"]["source_id"] in set(load("sources")["source_id"]), name
