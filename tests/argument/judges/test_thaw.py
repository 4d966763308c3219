"""The findings of argument/thaw, worked out by hand, and small changes that turn a word."""

import math

import pytest
from helpers.judging import both, judged_with, keep, put, says

from three_pillars import ledger

CHAPTER = "argument/thaw"
CLAIMS = tuple(f"C{n:02d}" for n in (1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 15, 53, 54, 55, 56))
LEADERS, MINISTERS = "argument/leader_meetings", "argument/ministerial_meetings"
CONTACTS, POLLS = "argument/contacts", "argument/approval"
SECURITY, MILESTONES = "argument/security_cooperation", "argument/milestones"


@pytest.fixture(scope="module")
def found():
    """Each claim on each day."""
    return {
        when: {claim: judged_with(claim, when) for claim in CLAIMS} for when in ("then", "today")
    }


def test_every_claim_of_the_chapter_is_judged():
    declared = ledger.claims()
    assert set(declared.loc[declared["chapter"] == CHAPTER, "claim_id"]) == set(CLAIMS)
    assert set(CLAIMS) <= set(ledger.judges())


# Low and high of each criterion's finding on both days, from the tables by hand.
YEARS = 937 / 365.25  # 26 December 2012 to 21 July 2015
EARLIER = 4743 / 365.25  # 1 January 2000 to 26 December 2012
CABINETS = 1197 / 365.25  # 16 September 2009 to 26 December 2012
VALUES = {
    "C01a": (0, 2 / 8), "C01b": (0, 0), "C01c": (1, 1),
    "C02a": (0, 2 / 8), "C02b": (0, 0), "C02c": (1, 1),
    "C03b": (1, 1),
    "C04a": (5, math.inf), "C04b": (0, 0),
    "C05b": (1, math.inf),
    "C07a": (0, (7 / YEARS) / (29 / EARLIER)), "C07b": (6, math.inf),
    "C08a": (10, 10),
    "C09a": (1, 1), "C09b": (3, 3),
    "C10a": (1, 1), "C10b": (0, 0), "C10c": (3762 / 365.25, 3762 / 365.25),
    "C11a": (0, (7 / YEARS) / (8 / CABINETS)), "C11b": (1, math.inf),
    "C15a": (2, math.inf), "C15c": (1, 1),
    "C53a": ((-9.7 - 7 - 5.7) / 3,) * 2, "C53b": (0, 0),
    "C54b": (-math.inf, math.inf), "C54c": (2, math.inf),
    "C55a": (5, 5), "C55b": (0, 0),
    "C56c": (-math.inf, math.inf),
}  # fmt: skip
ONE_DAY = {
    "then": {
        "C03a": (0, math.inf), "C05a": (0, 0), "C15b": (-2, -2), "C54a": (-4.5, -4.5),
        "C56a": (0, math.inf), "C56b": (0, math.inf),
    },
    "today": {
        "C03a": (1, math.inf), "C05a": (1, 1), "C15b": (3, 3), "C54a": (-5, -5),
        "C56a": (4, math.inf), "C56b": (0, 0),
    },
}  # fmt: skip


@pytest.mark.parametrize("when", ["then", "today"])
def test_findings_by_hand(found, when):
    wanted = VALUES | ONE_DAY[when]
    tests = [test for claim in CLAIMS for test in found[when][claim].tests]
    assert {test.criterion.criterion_id for test in tests} == set(wanted)
    for test in tests:
        bounds = wanted[test.criterion.criterion_id]
        assert (test.finding.low, test.finding.high) == pytest.approx(bounds, abs=1e-9), (
            test.criterion.criterion_id
        )


def test_evidence_holds_the_numbers_that_decide(found):
    now = {claim: says(judged) for claim, judged in found["today"].items()}
    assert "8 meetings from 18 November 2012" in now["C01"]
    assert "10 times, 7 of them since Abe's return" in now["C08"]
    assert "1 was called an official visit (29 April 2013)" in now["C09"]
    assert "62 days after the commentary" in now["C05"]
    assert "the next was on 15 December 2016" in now["C04"]
    assert "Jiji −5.7, Kyodo −9.7, NHK −7.0" in now["C53"]
    assert "it did on 19 September 2015" in now["C55"]
    assert "September" not in says(found["then"]["C55"])


EDITS = [  # claim, table, change, day, word before, word after, what is said, what is not
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


@pytest.mark.parametrize(
    ("claim", "table", "change", "when", "before", "after", "said", "gone"),
    EDITS,
    ids=[edit[0] for edit in EDITS],
)
def test_a_small_change_gives_the_word_expected(
    found, claim, table, change, when, before, after, said, gone
):
    assert found[when][claim].word == before
    other = judged_with(claim, when, table, change)
    assert other.word == after
    assert said in says(other)
    assert gone not in says(other)


def test_every_claim_has_a_change_that_turns_its_word():
    assert [edit[0] for edit in EDITS] == list(CLAIMS)


MISSING = {
    "C01": (MILESTONES, keep("milestone_id", "bills_lower")),
    "C02": (SECURITY, keep("category", "naval_sarex")),
    "C03": (CONTACTS, keep("status", "cancelled")),
    "C07": (MILESTONES, keep("milestone_id", "bills_lower")),
    "C08": (MILESTONES, keep("milestone_id", "crimea")),
    "C10": (LEADERS, put("format", "official_visit", format="working_visit")),
    "C11": (MILESTONES, keep("milestone_id", "crimea")),
    "C15": ("constraint/measures", keep("actor", "Russia")),
    "C53": (POLLS, keep("pollster", "Asahi")),
    "C54": (POLLS, keep("pollster", "Jiji")),
    "C55": (MILESTONES, keep("milestone_id", "crimea")),
    "C56": ("verdict/outcomes", keep("forecast_id", "F01")),
}


@pytest.mark.parametrize("claim", MISSING)
@pytest.mark.parametrize("when", ["then", "today"])
def test_without_its_rows_a_finding_says_so(claim, when):
    """No judge stumbles where rows are gone, and no sentence holds an empty place."""
    text = says(judged_with(claim, when, *MISSING[claim]))
    assert "nan" not in text.split()
    assert "()" not in text
    assert "  " not in text
