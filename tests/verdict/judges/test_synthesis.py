"""The judge of the thesis: topics named after meetings, and official texts."""

import pytest
from helpers.judging import judged_with, put, says

TOPICS, STATEMENTS = "argument/meeting_topics", "balance/statements"


def test_topics_by_hand():
    # Islands or treaty in all but three of 24 meetings, energy in seven, China in none.
    shares = {
        test.criterion.criterion_id: test.finding.low
        for test in judged_with("C16", "today").tests[:3]
    }
    assert shares == pytest.approx({"C16a": 100 * 21 / 24, "C16b": 100 * 7 / 24, "C16c": 0})
    then = judged_with("C16", "then")
    assert then.tests[0].finding.low == pytest.approx(100 * 6 / 7)
    assert "after none of 7 meetings" in then.tests[2].finding.says
    assert {test.state for test in then.tests[:3]} == {"open"}, "their window is still open"


def test_a_readout_read_in_part_does_not_deny():
    china = judged_with("C16", "today").tests[2].finding
    assert (china.low, china.high) == (0, 100)
    whole = judged_with("C16", "today", TOPICS, put("topic", "china", named="no")).tests[2]
    assert whole.finding.high == 0
    assert whole.state == "not met"


def test_all_three_topics_make_three_pillars():
    every = put("topic", ["energy", "china"], named="yes")
    assert judged_with("C16", "today").word == "partly"
    other = judged_with("C16", "today", TOPICS, every)
    assert other.word == "supported"
    assert "named China after 24 of 24 meetings" in says(other)


def test_without_any_topic_the_thesis_falls():
    topics = ["islands_treaty", "energy", "china"]
    none = put("topic", topics, named="no")
    texts = judged_with("C16", "today").tests[3].state
    expected = "partly" if texts == "met" else "contradicted"
    assert judged_with("C16", "today", TOPICS, none).word == expected


def test_an_official_text_helps_on_the_day():
    text = {
        "speaker_iso3": "JPN", "kind": "official_text", "claim_id": "C45", "bearing": "for",
        "date": "2014-04", "date_precision": "month", "known_from": "2014-05-01",
        "summary": "The strategic environment changes",
    }  # fmt: skip

    def change(frame):
        first = frame["statement_id"].iloc[0]
        return put("statement_id", first, **text)(frame)

    other = judged_with("C16", "then", STATEMENTS, change)
    assert other.word == "partly"
    assert "April 2014, The strategic environment changes" in says(other)
