"""The questions and what came: one main horizon each, no event out of order, all counted."""

from three_pillars import load


def test_twenty_five_questions_with_one_main_horizon_each(table):
    assert len(table) == 74
    assert table["forecast_id"].nunique() == 25
    assert (table.groupby("forecast_id")["main"].sum() == 1).all()
    assert (table["outcome_id"].str.split("_").str[0] == table["forecast_id"]).all()
    for name, day in zip(table["outcome_id"], table["horizon_date"], strict=True):
        assert f"{day:%Y-%m-%d}".startswith(name.split("_")[1])


def test_an_event_comes_before_its_horizon_and_only_with_a_yes(table):
    dated = table[table["event_date"].notna()]
    assert dated["occurred"].all()
    assert (dated["event_date"] <= dated["horizon_date"]).all()
    # What happened by one day has happened by every later one, unless the criterion is a state
    # of that day or year.
    states = {"F11", "F17", "F18"}
    for name, rows in table[~table["forecast_id"].isin(states)].groupby("forecast_id"):
        came = list(rows.sort_values("horizon_date")["occurred"])
        assert came == sorted(came), name


def test_unverified_answers_are_four_and_say_why(table):
    unsure = table[~table["verified"]]
    assert set(unsure["outcome_id"]) == {"F03_2015-07-31", "F10_2018", "F10_2022", "F24_2018"}
    assert set(unsure["basis"]) == {"announced", "no_trace", "count"}
    assert table.loc[table["main"] & ~table["verified"], "forecast_id"].tolist() == ["F03"]


def test_answers_on_meetings_follow_from_the_table_of_meetings(table):
    meetings = load("argument/leader_meetings")
    meetings = meetings[meetings["counterpart_role"] == "president"]
    known = table.set_index("outcome_id")["occurred"]
    japan = meetings[(meetings["pair"] == "JPN-RUS")]
    china = meetings[(meetings["pair"] == "CHN-RUS")]
    assert len(japan) and len(china)
    for year in (2015, 2016, 2018, 2022):
        count = (japan["year"] == year).sum()
        assert known[f"F11_{year}"] == (count >= 2), year
        assert known[f"F17_{year}"] == (count >= 1), year
    for year in (2015, 2016, 2018):
        span = [
            (m["date"] >= "2015-07-22") & (m["date"].str[:4].astype(int) <= year)
            for m in (japan, china)
        ]
        assert known[f"F24_{year}"] == (span[1].sum() >= span[0].sum()), year
