"""Small changes of tables that turn the claims of constraint, with the word that must follow.

One change: claim, table, change, day, word before, word after, what is said, what is not.
"""

from helpers.judging import drop, put

MEASURES, LEADERS = "constraint/measures", "argument/leader_meetings"
LISTINGS, RESULTS = "constraint/listings", "constraint/results"
MINISTERS, STATEMENTS = "argument/ministerial_meetings", "balance/statements"
TOPICS = "argument/meeting_topics"


def announce_2022(frame):
    rows = (frame["actor"] == "Japan") & (frame["year"] == 2022)
    frame.loc[rows, "kind"] = "announcement"
    return frame


def two_late_rounds(frame):
    first = put("measure_id", "jpn_2014_04_29", date="2016-05-10", year=2016)(frame)
    return put("measure_id", "jpn_2014_09_24", date="2017-03-01", year=2017)(first)


def unread(frame):
    rows = frame["topic"].isin(["islands_treaty", "economy"]) & frame["date"].dt.year.gt(2015)
    frame.loc[rows, "named"] = "no"
    return frame


EDITS = [
    (
        "C12", LEADERS, drop("meeting_id", "jpru_42", "jpru_43"),
        "then", "supported", "partly", "had no meeting.", "17 October 2014",
    ),
    (
        "C13", MEASURES,
        put("measure_id", "jpn_2014_09_24", on_oil_technology=True, on_energy_firms=True),
        "then", "supported", "partly", "had used no instrument that Japan had not.", "oil techn",
    ),
    (
        "C13", LISTINGS, put("listing_id", "list_eu_2015_02_16", persons=60, entities=20),
        "today", "supported", "partly", "had 80 names, so that Japan's was 102% as", "188",
    ),
    (
        "C14", MEASURES, drop("measure_id", "jpn_2014_03_18"),
        "then", "partly", "supported", "Japan took no measure.", "1 measure (18 March 2014)",
    ),
    (
        "C14", MEASURES, put("measure_id", "jpn_2014_08_05", date="2014-09-05"),
        "then", "partly", "partly", "5 September 2014, 50 days after", "19 days",
    ),
    (
        "C44", MINISTERS, put("meeting_id", "two_02", date="2014-06-20"),
        "today", "supported", "partly", "20 June 2014, 7.6 months later", "20 March 2017",
    ),
    (
        "C51", STATEMENTS, drop("statement_id", "prs_04"),
        "today", "supported", "partly", "No request to put off a trip", "9 February 2016",
    ),
    (
        "C51", STATEMENTS, drop("statement_id", "prs_01", "prs_02", "prs_03"),
        "then", "partly", "untestable", "no report is on record.", "28 April 2015",
    ),
    (
        "C59", LEADERS, drop("meeting_id", "jpru_44", "jpru_45"),
        "today", "supported", "partly", "had 1 meeting (6 May 2016).", "3 meetings",
    ),
    (
        "C60", MEASURES, put("measure_id", "jpn_2016_12_16", kind="lifting"),
        "today", "supported", "contradicted", "Japan lifted 1 measure (16 Dec", "1 easing",
    ),
    (
        "C61", MEASURES, announce_2022,
        "today", "partly", "untestable", "Japan made no move within 60 days", "18 moves",
    ),
    (
        "C61", MEASURES, drop("measure_id", "jpn_2016_12_16"),
        "today", "partly", "partly", "Japan made no move alone", "visas for Russians",
    ),
    (
        "C62", MEASURES, two_late_rounds,
        "today", "supported", "partly", "2 saw a meeting on the treaty or the economy", "4 saw a m",
    ),
    (
        "C62", TOPICS, unread,
        "today", "supported", "partly", "none saw a meeting on the treaty", "4 saw a meeting on",
    ),
    (
        "C63", RESULTS, put("result_id", "res_2016_12_16", status="in force"),
        "today", "partly", "supported", "1 is known to be in force", "none is known",
    ),
    (
        "C63", RESULTS, drop("result_id", "res_2016_12_16"),
        "today", "partly", "untestable", "no result agreed in writing", "16 December 2016",
    ),
]  # fmt: skip
