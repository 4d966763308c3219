"""Pairs, presidents and terms of the leaders' meetings."""

import pytest

from three_pillars import load, meetings

LEADERS, TERMS = load(meetings.LEADERS), load(meetings.TERMS)


def test_the_27_meetings_that_both_governments_count():
    assert len(meetings.between(LEADERS, "Abe", "Putin")) == 27


def test_rows_with_a_russian_premier_are_left_out_of_rankings():
    both = meetings.pair(LEADERS, "JPN-RUS")
    assert len(both) - len(meetings.presidents(both)) == 4


def test_a_person_may_hold_an_office_twice():
    first = meetings.term(TERMS, "Abe", "prime_minister")
    second = meetings.term(TERMS, "Abe Shinzo", "prime_minister", "2012")
    assert str(first["date_start"].date()) == "2006-09-26"
    assert str(second["date_start"].date()) == "2012-12-26"
    assert str(second["date_end"].date()) == "2020-09-16"


def test_what_is_not_there_is_named():
    with pytest.raises(meetings.MeetingError, match="no pair 'JPN-USA'; the pairs are JPN-RUS"):
        meetings.pair(LEADERS, "JPN-USA")
    with pytest.raises(meetings.MeetingError, match="Lavrov has no term as prime_minister"):
        meetings.term(TERMS, "Lavrov", "prime_minister")
