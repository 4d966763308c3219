"""Small changes of tables that turn the claims of argument, with the word that must follow.

One change: claim, table, change, day, word before, word after, what is said, what is not.
"""

from helpers.judging import both, keep, put

LEADERS, MINISTERS = "argument/leader_meetings", "argument/ministerial_meetings"
CONTACTS, POLLS = "argument/contacts", "argument/approval"
SECURITY, MILESTONES = "argument/security_cooperation", "argument/milestones"

EDITS = [
    (
        "C01", MINISTERS, put("meeting_id", "fm_07", date="2015-06-01", year=2015),
        "then", "partly", "supported", "up to 21 July 2015 1 meeting.", "8 meetings",
    ),
    (
        "C02", SECURITY, put("event_id", "sec_14", description="a quarrel over fishing"),
        "today", "supported", "partly", "names no ground", "names Crimea",
    ),
    (
        "C03", CONTACTS, put("contact_id", "con_15", content="NHK: talks on security"),
        "today", "supported", "partly", "No announcement of the trip", "NHK",
    ),
    (
        "C04", LEADERS, put("meeting_id", "jpru_44", host_iso3="JPN", format="working_visit"),
        "today", "partly", "supported", "1 visit of Russia's president", "no visit",
    ),
    (
        "C05", MINISTERS, put("meeting_id", "fm_08", host_iso3="JPN"),
        "today", "supported", "partly",
        "in Russia are on record from 21 July 2015 to 31 December 2015", "62 days",
    ),
    (
        "C07", MINISTERS, keep("kind", "foreign_ministers"),
        "then", "partly", "untestable", "2 kinds of contact in person: leaders and foreign", "2+2",
    ),
    (
        "C08", LEADERS,
        put("meeting_id", [f"jpru_{n}" for n in range(38, 44)], counterpart="Medvedev"),
        "today", "supported", "contradicted", "had met 4 times, 1 of them", "10 times",
    ),
    (
        "C09", LEADERS, put("meeting_id", "jpru_41", format="official_visit"),
        "then", "partly", "supported", "2 were called an official visit", "1 was",
    ),
    (
        "C10", LEADERS, put("meeting_id", "jpru_14", format="official_visit"),
        "today", "supported", "partly", "8.0 years before that of Abe", "10.3 years",
    ),
    (
        "C11", MINISTERS, put("meeting_id", "two_01", running_number="2"),
        "then", "partly", "untestable", "No format of talks", "New was the 2+2",
    ),
    (
        "C15", CONTACTS, put("contact_id", "con_19", status="cancelled"),
        "today", "supported", "partly", "was 1 contact of any level", "24 June 2015",
    ),
    (
        "C53", POLLS, put("poll_id", "poll_03", approve_pct=57.7),
        "today", "supported", "contradicted", "−0.8 points on average", "none found a rise",
    ),
    (
        "C54", POLLS,
        both(put("poll_id", ["poll_07", "poll_09"], approve_pct=41.0),
             put("poll_id", "poll_11", approve_pct=49.0)),
        "today", "partly", "untestable", "was +0.3 points on average", "−5.0",
    ),
    (
        "C55", MILESTONES, put("milestone_id", "bills_upper", date="2015-07-20"),
        "then", "supported", "partly", "had passed them too (20 July 2015)", "not passed",
    ),
    (
        "C56", LEADERS, put("meeting_id", "jpru_45", host_iso3="JPN", format="working_visit"),
        "today", "partly", "supported", "there was 1 result (15 November 2015)", "0 results",
    ),
]  # fmt: skip
