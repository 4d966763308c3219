"""The judges of chapter territory/bargain: findings by hand, thresholds, and edits of tables."""

import importlib
import math

import pandas as pd
import pytest

from three_pillars import ledger, load
from three_pillars.data import Reader, today
from three_pillars.data.as_of import known_from
from three_pillars.data.descriptors import descriptor
from three_pillars.day import COMMENTARY
from three_pillars.ledger import Finding, criteria, judge_with, state_of
from three_pillars.territory.judges import bargain

CHAPTER = "territory/bargain"
CLAIMS = ["C17", *(f"C{n}" for n in range(20, 31)), "C52"]
CRITERIA = [one for claim in CLAIMS for one in criteria(claim)]
DAYS = {"then": COMMENTARY, "today": today()}

TABLES = (
    "territory/events",
    "territory/options",
    "territory/opinion",
    "argument/meeting_topics",
    "argument/contacts",
    "argument/ministerial_meetings",
)


@pytest.fixture
def edited(monkeypatch):
    """A function that judges a claim on a day after one table was edited."""
    reading = importlib.import_module("three_pillars.data.reader")

    def judged(claim, table, edit, day):
        def changed(name, *args, **more):
            frame = load(name, *args, **more)
            return edit(frame) if name == table else frame

        with monkeypatch.context() as patch:
            patch.setattr(reading, "load", changed)
            return judge_with(claim, Reader(DAYS[day]))

    return judged


def finding(judged, name):
    return next(test.finding for test in judged.tests if test.criterion.finding == name)


def put(row, **cells):
    """An edit: cells of the row with a key."""

    def edit(frame):
        frame.loc[frame.iloc[:, 0] == row, list(cells)] = list(cells.values())
        return frame

    return edit


def add(**cells):
    """An edit: one row more, filled up from the last one."""

    def edit(frame):
        blank = {name: None for name in ("speaker", "content", "answers", "known_from")}
        own = {key: value for key, value in blank.items() if key in frame}
        new = frame.tail(1).assign(**{**own, **cells})
        return pd.concat([frame, new], ignore_index=True)

    return edit


def treaty(date):
    return add(event_id="ev_99", date=date, date_precision="day", title="Peace treaty",
               kind="treaty", side="both")  # fmt: skip


def said(date, side, content):
    return add(event_id="ev_99", date=date, date_precision="day", title="A word", side=side,
               kind="statement", content=content)  # fmt: skip


def test_this_file_judges_every_claim_of_the_chapter_and_no_other():
    own = {
        claim for claim, judge in ledger.judges().items() if judge.__module__ == bargain.__name__
    }
    assert own == set(CLAIMS)
    assert set(ledger.claims().query("chapter == @CHAPTER")["claim_id"]) == set(CLAIMS)


# Words and findings, by hand


@pytest.mark.parametrize(
    ("claim", "then", "now"),
    [
        ("C17", "supported", "supported"),
        ("C20", "partly", "partly"),
        ("C21", "supported", "supported"),
        ("C22", "partly", "partly"),
        ("C23", "supported", "supported"),
        ("C24", "supported", "supported"),
        ("C25", "supported", "supported"),
        ("C26", "partly", "partly"),
        ("C27", "supported", "supported"),
        ("C28", "partly", "partly"),
        ("C29", "untestable", "contradicted"),
        ("C30", "untestable", "untestable"),
        ("C52", "untestable", "untestable"),
    ],
)
def test_words_of_both_days(claim, then, now):
    assert judge_with(claim, Reader(COMMENTARY)).word == then
    assert judge_with(claim, Reader(today())).word == now


@pytest.mark.parametrize(
    ("claim", "name", "low", "high", "part"),
    [
        # 29 April 2013 (signed with Putin), 23 April 2013, 8 February 2014.
        ("C17", "own_words_on_settling", 3, math.inf, "23 April 2013"),
        # Of seven meetings only Milan is not known to have named them; one of its readouts is lost.
        ("C17", "meetings_on_islands_or_treaty", 600 / 7, 100, "Of 7 meetings"),
        ("C20", "formal_rounds_in_a_year", 0, 0, "31 January 2014"),
        ("C20", "steps_in_a_year", 0, math.inf, "3 other entries"),
        ("C21", "own_words_on_the_islands", 1, math.inf, "8 February 2014"),
        ("C21", "envoys_sent", 1, math.inf, "21 February 2013"),
        # Two lists of Mori's; the government denied the first.
        ("C22", "words_of_his_circle_below_four", 1, math.inf, "had said on 9 January"),
        ("C25", "replies_of_the_government", 1, math.inf, "on 10 January 2013, 1 day after"),
        ("C26", "russian_words_of_refusal", 4, math.inf, "March 2012"),
        ("C26", "handovers_signed", 0, 0, "no treaty"),
        ("C27", "contacts_on_a_treaty_in_a_year", 1, math.inf, "9 November 2014"),
        ("C28", "peace_treaties", 0, 0, "no peace treaty"),
        # 1956, 1991, 1993 and 2001; Dulles in 1956 and the memorandum of 1960.
        ("C28", "documents_that_tie_treaty_to_islands", 4, math.inf, "Irkutsk"),
        ("C28", "other_conditions_on_record", 2, math.inf, "Dulles"),
    ],
)  # fmt: skip
def test_findings_of_the_day_by_hand(claim, name, low, high, part):
    found = finding(judge_with(claim, Reader(COMMENTARY)), name)
    assert (found.low, found.high) == pytest.approx((low, high))
    assert part in found.says


def test_polls_of_today_lie_between_the_lowest_and_the_highest():
    """By hand: MOFA 2016 53, 56 and 71 of 2016, VTsIOM 63 and 77, Levada 78 and 74."""
    found = finding(judge_with("C26", Reader(today())), "russians_against_a_transfer")
    assert (found.low, found.high) == (53, 78)
    assert "77 % chose “against a transfer” (VTsIOM)" in found.says


# Thresholds


@pytest.mark.parametrize("one", CRITERIA, ids=lambda one: one.criterion_id)
def test_a_finding_on_either_side_of_a_threshold_gives_another_state(one):
    late = pd.Timestamp("2100-01-01")
    step = -1 if one.comparison == "at least" else 1
    if one.comparison == "is":
        step = -1 if one.threshold else 1
    here, beyond = (
        Finding(value, value, one.unit, "A sentence.", grows=True)
        for value in (one.threshold, one.threshold + step)
    )
    assert state_of(here, one, late) == "met"
    assert state_of(beyond, one, late) == "not met"


# Edits: one small change of a table, and the word that follows


def only_treaties_and_one_more(frame):
    return treaty("2018-12-01")(frame[frame["kind"] == "treaty"].reset_index(drop=True))


def nobody_is_abe(frame):
    frame["speaker"] = frame["speaker"].str.replace("Abe", "Kishida")
    return frame


def beijing_is_silent(frame):
    mine = (frame["meeting_id"] == "jpru_43") & (frame["topic"] == "islands_treaty")
    frame.loc[mine, "named"] = "not_in_part_read"
    return frame


def called_off(frame):
    """The contacts that prepared a visit of Putin come to nothing."""
    for contact in ("con_15", "con_20", "con_21"):
        frame = put(contact, status="cancelled")(frame)
    return frame


EDITS = [
    ("C17", "territory/events", nobody_is_abe, "then", "supported", "partly"),
    ("C20", "argument/contacts", called_off, "then", "partly", "untestable"),
    ("C20", "argument/ministerial_meetings", put("vm_03", date="2015-06-08"), "today", "partly",
     "partly"),
    ("C21", "territory/events", put("ev_69", speaker="Kishida"), "then", "supported", "partly"),
    ("C22", "territory/events", put("ev_47", speaker="Abe"), "then", "partly", "supported"),
    ("C22", "territory/events", put("ev_66", answers="ev_47"), "then", "partly", "partly"),
    ("C23", "territory/events", put("ev_44", date="2013-08-21"), "then", "supported", "untestable"),
    ("C24", "territory/events", put("ev_43", date="2013-03-09"), "then", "supported", "untestable"),
    ("C25", "territory/events", put("ev_66", content="settle"), "then", "supported", "partly"),
    ("C26", "territory/events", put("ev_46", speaker="Peskov; Abe"), "then", "partly", "supported"),
    ("C27", "argument/meeting_topics", beijing_is_silent, "then", "supported", "untestable"),
    ("C28", "territory/events", only_treaties_and_one_more, "today", "partly", "untestable"),
    ("C29", "territory/events", treaty("2018-12-01"), "today", "contradicted", "supported"),
    ("C29", "territory/events", treaty("2020-09-17"), "today", "contradicted", "contradicted"),
    ("C30", "territory/events", said("2015-06-01", "Russia", "best_time"), "then", "untestable",
     "partly"),
    ("C52", "territory/events", treaty("2018-12-01"), "today", "untestable", "partly"),
]  # fmt: skip
"""Claim, table, edit, day, the word before and the word after."""


@pytest.mark.parametrize(("claim", "table", "edit", "day", "before", "after"), EDITS)
def test_an_edit_of_a_table_changes_the_word(edited, claim, table, edit, day, before, after):
    assert edited(claim, table, lambda frame: frame, day).word == before
    assert edited(claim, table, edit, day).word == after


def test_every_claim_has_an_edit_that_changes_its_word():
    assert {claim for claim, *_, before, after in EDITS if before != after} == set(CLAIMS)


# Sentences stay true


def test_the_days_to_the_answer_follow_its_date(edited):
    judged = edited("C25", "territory/events", put("ev_66", date="2013-01-12"), "then")
    found = finding(judged, "replies_of_the_government")
    assert "on 12 January 2013, 3 days after" in found.says
    assert found.figure == "answer after 3 days"


def test_a_treaty_that_was_signed_is_named(edited):
    judged = edited("C29", "territory/events", treaty("2018-12-01"), "today")
    found = finding(judged, "bargains_signed").says
    assert "signed 1 treaty" in found
    assert "“Peace treaty”" in found
    assert "no treaty" not in found


def test_the_meetings_that_name_the_islands_are_counted(edited):
    judged = edited("C17", "argument/meeting_topics", beijing_is_silent, "then")
    found = finding(judged, "meetings_on_islands_or_treaty")
    assert (found.low, found.high) == pytest.approx((500 / 7, 100))
    assert "Of 7 meetings of Abe and Putin 5 have a readout" in found.says
    assert "of 2 more" in found.says
    assert found.figure == "5 of 7 meetings"


def test_a_round_that_was_held_is_no_longer_missing(edited):
    judged = edited("C20", "argument/ministerial_meetings", put("vm_02", date="2014-08-31"), "then")
    found = finding(judged, "formal_rounds_in_a_year")
    assert (found.low, found.high) == (1, 1)
    assert "1 numbered round on a peace treaty was held" in found.says
    assert "31 August 2014" in found.says


def test_a_line_that_leaves_less_is_told_so(edited):
    less = put("three_mori", kunashiri_share_to_japan=0)
    found = finding(edited("C24", "territory/options", less, "then"), "words_of_mori_on_a_split")
    assert "left Habomai/Khabomai and Shikotan to Japan" in found.says
    assert found.figure.startswith("2 of 4 groups")


# The day


@pytest.mark.parametrize("claim", CLAIMS)
def test_what_became_public_later_changes_no_finding_of_the_day(edited, claim):
    as_it_is = judge_with(claim, Reader(COMMENTARY)).tests

    for table in TABLES:

        def without(frame, table=table):
            return frame[known_from(frame, descriptor(table))[0] <= COMMENTARY]

        assert edited(claim, table, without, "then").tests == as_it_is, table


def test_sentences_of_the_day_name_no_later_year():
    for claim in CLAIMS:
        for test in judge_with(claim, Reader(COMMENTARY)).tests:
            late = [str(year) for year in range(2016, 2027) if str(year) in test.finding.says]
            assert not late, (test.criterion.criterion_id, late)


def test_an_absence_refutes_only_where_somebody_counted():
    """No *not met* of these claims rests on a zero from a selection."""
    for day in DAYS.values():
        for claim in CLAIMS:
            for test in judge_with(claim, Reader(day)).tests:
                if test.state == "not met" and test.finding.low == 0:
                    assert test.criterion.criterion_id in {"C20b", "C26d", "C29a", "C52a"}
