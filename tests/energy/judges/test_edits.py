"""One small change of a table for each claim, the word that must follow, and what is then said."""

import pandas as pd
import pytest
from helpers.energy_judged import CLAIMS, says

LNG, EVENTS, TOPICS = "energy/lng_imports", "energy/events", "argument/meeting_topics"


def put(where, **values):
    """Write values into the rows that have these values."""

    def change(frame):
        rows = pd.Series(True, index=frame.index)
        for column, value in where.items():
            rows &= frame[column] == value
        assert rows.any(), where
        for column, value in values.items():
            frame.loc[rows, column] = value
        return frame

    return change


RUSSIA_2014 = {"year": 2014, "exporter": "Russia"}
EDITS = [  # claim, table, change, day, word before, word after, what is said, what is not
    (
        "C18", TOPICS, put({"side": "JPN", "topic": "energy"}, named="not_in_part_read"),
        "today", "supported", "partly", "energy is named in no readout", "17 June 2013",
    ),
    (
        "C31", EVENTS, put({"event_id": "N62"}, counts_as=None),
        "today", "supported", "partly",
        "No announcement in the table puts", "puts Russia's Far East first",
    ),
    (
        "C32", EVENTS, put({"event_id": "N66"}, counts_as="energy_talks_agreed"),
        "then", "untestable", "supported", "1 agreement of the two governments", "No agreement",
    ),
    (
        "C32", EVENTS, put({"counts_as": "energy_talks_held"}, counts_as=None),
        "today", "partly", "untestable", "no session of a council", "3 November 2016",
    ),
    (
        "C33", "energy/electricity_mix",
        put({"year": 2014, "fuel": "nuclear", "series": "ei_2025"}, generation_twh=300.0),
        "today", "supported", "partly", "292 TWh in 2010 and 300 in 2014", "0.0%",
    ),
    (
        "C33", "energy/reactors", put({"date": "2015-07-21"}, reactors=3),
        "then", "supported", "partly", "3 reactors ran", "No reactor ran",
    ),
    (
        "C34", LNG, put(RUSSIA_2014 | {"row_type": "exporter"}, volume_bcm=30.5),
        "today", "contradicted", "partly", "rose by 13.2 percentage points", "9.5%",
    ),
    (
        "C34", LNG, put(RUSSIA_2014 | {"row_type": "exporter"}, volume_bcm=3.0),
        "then", "contradicted", "contradicted", "fell by 5.9 percentage points", "rose by 0.9",
    ),
    (
        "C34", LNG, put({"year": 2012, "exporter": "Russia", "source_id": "comtrade_gcam_ff"},
                        volume_mt=20.0),
        "today", "contradicted", "partly", "Russia's deliveries rose by 14.0 Mt", "13% of that",
    ),
    (
        "C35", LNG, put(RUSSIA_2014 | {"row_type": "exporter"}, volume_bcm=1.0),
        "today", "partly", "untestable", "number 13 of 19", "number 4",
    ),
    (
        "C36", EVENTS, put({"event_id": "N29"}, date="2014-12-15"),
        "today", "supported", "partly", "No report of a gas pipeline", "1 report",
    ),
    (
        "C46", TOPICS, put({"meeting_id": "jpru_37", "side": "JPN", "topic": "energy"}, named="no"),
        "today", "supported", "partly", "In no statement", "29 April 2013",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("claim", "table", "change", "when", "before", "after", "said", "gone"), EDITS
)
def test_a_small_change_gives_the_word_expected(
    found, judged_with, claim, table, change, when, before, after, said, gone
):
    assert found[when][claim].word == before
    other = judged_with(claim, when, {table: change})
    assert other.word == after
    assert said in says(other)
    assert gone not in says(other)


def test_every_claim_has_a_change_that_turns_its_word():
    assert {edit[0] for edit in EDITS if edit[4] != edit[5]} == set(CLAIMS)


GONE = {  # without a table's rows a finding is open, and says so
    "C33": ("energy/electricity_mix", "Nuclear output of 2010 and 2014 is not known."),
    "C34": (LNG, "Japan's LNG by supplier is not known for 2010 and 2014."),
    "C35": (LNG, "Russia's rank in Japan's LNG of 2014 is not known."),
    "C46": ("energy/bilateral_trade", "trade with Russia of 2012 and 2014 is not known."),
}


@pytest.mark.parametrize("claim", GONE)
def test_what_is_not_known_is_open(judged_with, claim):
    table, said = GONE[claim]

    def lose(frame):
        return frame[~frame["year"].isin([2009, 2010, 2012, 2014])].reset_index(drop=True)

    other = judged_with(claim, "today", {table: lose})
    assert said in says(other)
    assert "open" in {test.state for test in other.tests}
