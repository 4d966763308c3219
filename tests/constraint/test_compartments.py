"""Sanctions and meetings, year by year."""

from three_pillars import constraint, load

MEASURES, TOPICS = load("constraint/measures"), load("argument/meeting_topics")
MEETINGS = load("argument/leader_meetings").query("pair == 'JPN-RUS'")


def test_the_years_between_two_rounds_of_sanctions():
    table = constraint.compartments(MEASURES, MEETINGS, TOPICS, range(2013, 2023)).set_index("year")
    assert table["standing"].tolist()[:9] == [0, *[5] * 8]
    assert table["meetings"].tolist() == [4, 3, 2, 4, 4, 4, 3, 0, 0, 0]
    assert table.loc[2016:2019, "on_topic"].tolist() == [4, 4, 4, 3]
    assert table.loc[2015:2021, "new"].tolist() == [0] * 7
    assert table.loc[2014, "new"] == 5 + 3  # five measures of Japan, three answers of Russia
    assert (table["on_topic"] + table["unread"] <= table["meetings"]).all()


def test_a_topic_counts_only_if_a_readout_names_it():
    silent = TOPICS.assign(named="no")
    table = constraint.compartments(MEASURES, MEETINGS, silent, [2016])
    assert (table["on_topic"].item(), table["unread"].item()) == (0, 0)
    lost = TOPICS.assign(named="readout_not_found")
    table = constraint.compartments(MEASURES, MEETINGS, lost, [2016])
    assert (table["on_topic"].item(), table["unread"].item()) == (0, 4)


def test_no_years_give_an_empty_table():
    table = constraint.compartments(MEASURES, MEETINGS, TOPICS, [])
    assert table.empty
    assert list(table) == ["year", "standing", "meetings", "on_topic", "unread", "new"]
