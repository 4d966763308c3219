"""What the meetings were about."""

import pandas as pd

from three_pillars import load, verdict


def rows(*cells):
    columns = ["meeting_id", "side", "topic", "named"]
    return pd.DataFrame([dict(zip(columns, cell, strict=True)) for cell in cells])


def test_a_topic_is_denied_only_by_both_sides_read_whole():
    table = rows(
        ("a", "JPN", "china", "no"),
        ("a", "RUS", "china", "no"),
        ("b", "JPN", "china", "no"),
        ("b", "RUS", "china", "not_in_part_read"),
        ("c", "JPN", "china", "readout_not_found"),
        ("c", "RUS", "china", "yes"),
        ("c", "JPN", "energy", "indirect"),
        ("c", "RUS", "energy", "no"),
    )
    found = verdict.named_topics(table).set_index("topic")
    assert found.loc["china", ["meetings", "named", "perhaps"]].to_list() == [3, 1, 1]
    assert found.loc["energy", ["named", "perhaps"]].to_list() == [0, 1]
    assert found.loc["economy", ["named", "perhaps"]].to_list() == [0, 0]


def test_all_meetings_of_the_second_term_are_there():
    found = verdict.named_topics(load("argument/meeting_topics"))
    assert set(found["meetings"]) == {24}, "the official count of the second term"
