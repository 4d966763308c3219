"""Small changes of tables that turn the claims of energy, with the word that must follow.

One change: claim, table, change, day, word before, word after, what is said, what is not.
"""

from helpers.judging import write

LNG, EVENTS, TOPICS = "energy/lng_imports", "energy/events", "argument/meeting_topics"
RUSSIA_2014 = {"year": 2014, "exporter": "Russia"}
EDITS = [
    (
        "C18", TOPICS, write({"side": "JPN", "topic": "energy"}, named="not_in_part_read"),
        "today", "supported", "partly", "energy is named in no readout", "17 June 2013",
    ),
    (
        "C31", EVENTS, write({"event_id": "N62"}, counts_as=None),
        "today", "supported", "partly",
        "No announcement in the table puts", "puts Russia's Far East first",
    ),
    (
        "C32", EVENTS, write({"event_id": "N66"}, counts_as="energy_talks_agreed"),
        "then", "untestable", "supported", "1 agreement of the two governments", "No agreement",
    ),
    (
        "C32", EVENTS, write({"counts_as": "energy_talks_held"}, counts_as=None),
        "today", "partly", "untestable", "no session of a council", "3 November 2016",
    ),
    (
        "C33", "energy/electricity_mix",
        write({"year": 2014, "fuel": "nuclear", "series": "ei_2025"}, generation_twh=300.0),
        "today", "supported", "partly", "292 TWh in 2010 and 300 in 2014", "0.0%",
    ),
    (
        "C33", "energy/reactors", write({"date": "2015-07-21"}, reactors=3),
        "then", "supported", "partly", "3 reactors ran", "No reactor ran",
    ),
    (
        "C34", LNG, write(RUSSIA_2014 | {"row_type": "exporter"}, volume_bcm=30.5),
        "today", "contradicted", "partly", "rose by 13.2 percentage points", "9.5%",
    ),
    (
        "C34", LNG, write(RUSSIA_2014 | {"row_type": "exporter"}, volume_bcm=3.0),
        "then", "contradicted", "contradicted", "fell by 5.9 percentage points", "rose by 0.9",
    ),
    (
        "C34", LNG, write({"year": 2012, "exporter": "Russia", "source_id": "comtrade_gcam_ff"},
                        volume_mt=20.0),
        "today", "contradicted", "partly", "Russia's deliveries rose by 14.0 Mt", "13% of that",
    ),
    (
        "C35", LNG, write(RUSSIA_2014 | {"row_type": "exporter"}, volume_bcm=1.0),
        "today", "partly", "untestable", "number 13 of 19", "number 4",
    ),
    (
        "C36", EVENTS, write({"event_id": "N29"}, date="2014-12-15"),
        "today", "supported", "partly", "No report of a gas pipeline", "1 report",
    ),
    (
        "C46", TOPICS,
        write({"meeting_id": "jpru_37", "side": "JPN", "topic": "energy"}, named="no"),
        "today", "supported", "partly", "In no statement", "29 April 2013",
    ),
]  # fmt: skip
