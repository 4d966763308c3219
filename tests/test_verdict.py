"""The verdict: scores worked by hand, answers files of every kind, the score of the argument."""

import json
import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from three_pillars import load, verdict
from three_pillars.blocks import BlockError, forecast_sheet, to_html, weighing
from three_pillars.verdict import AnswerError, VerdictError

odds = st.floats(0, 1, allow_nan=False)


@pytest.fixture(scope="module")
def table():
    return verdict.questions()


@pytest.fixture(scope="module")
def ledger():
    return verdict.verdict_table()


def small(rows):
    """A table of questions: (outcome, question, came)."""
    frame = pd.DataFrame(rows, columns=["outcome_id", "forecast_id", "occurred"])
    return frame.assign(strength="likely", expects="yes", yes_means="new")


# Tables


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


def test_both_scales_cover_zero_to_a_hundred_without_a_wrong_end():
    wording = load("verdict/wording")
    assert (wording["low_pct"] <= wording["high_pct"]).all()
    assert (wording["centre_pct"] == (wording["low_pct"] + wording["high_pct"]) / 2).all()
    assert (wording.groupby("scale")["centre_pct"].apply(list).map(lambda v: v == sorted(v))).all()
    icd = wording[wording["scale"] == "icd203"]
    assert (icd["high_pct"].iloc[:-1].to_numpy() == icd["low_pct"].iloc[1:].to_numpy()).all()
    kent = wording[wording["scale"] == "kent1964"].set_index("term")
    assert (kent.loc["probable", "low_pct"], kent.loc["probable", "high_pct"]) == (63, 87)


def test_words_are_the_middles_of_their_ranges():
    assert verdict.words() == {"asserted": 0.97, "likely": 0.675, "possible": 0.5}
    assert verdict.words("kent1964") == {"asserted": 0.93, "likely": 0.75, "possible": 0.5}
    with pytest.raises(VerdictError, match="the scales are icd203 and kent1964"):
        verdict.words("icd")


# Scores by hand


def test_brier_by_hand():
    assert list(verdict.brier([0.7, 0.7, 1, 0.5], [1, 0, 1, 0]).round(4)) == [0.09, 0.49, 0, 0.25]


@pytest.mark.parametrize(
    ("said", "came", "message"),
    [
        ([1.2], [1], "1.2 lies outside 0 to 1; for 1.2% write 0.012"),
        ([-0.1], [1], "-0.1 lies outside 0 to 1."),
        (["70%"], [1], "'70%' is not a probability between 0 and 1; write 0.7."),
        ([float("nan")], [1], "lies outside 0 to 1"),
        ([True], [1], "True is not a probability"),
        ([0.5], [2], "outcome 1 is 2"),
        ([0.5, 0.5], [1], "2 probabilities for 1 outcomes"),
    ],
)
def test_what_is_no_forecast_is_named(said, came, message):
    with pytest.raises(VerdictError) as error:
        verdict.brier(said, came)
    assert message in str(error.value)


def test_horizons_of_a_question_count_once():
    rows = small([("a1", "a", 1), ("a2", "a", 1), ("a3", "a", 0), ("b1", "b", 0)])
    answers = {"a1": 0.9, "a2": 0.9, "a3": 0.9, "b1": 0.5}
    # a: (0.01 + 0.01 + 0.81) / 3; b: 0.25
    assert verdict.score(answers, rows) == pytest.approx((0.83 / 3 + 0.25) / 2)
    assert list(verdict.weights(rows["forecast_id"])) == pytest.approx([1 / 6] * 3 + [1 / 2])
    assert verdict.base_rate(rows) == pytest.approx((2 / 3 + 0) / 2)


def test_scores_are_taken_on_the_rows_that_all_answered():
    rows = small([("a1", "a", 1), ("b1", "b", 0), ("c1", "c", 1)])
    board = verdict.scores({"x": {"a1": 1.0, "b1": 1.0}, "y": {"b1": 0.0, "c1": 0.0}}, rows)
    assert list(board["brier"]) == [1, 0]
    assert list(board["rows"]) == [1, 1]
    assert board["skill"].tolist() == [-3, 1]
    with pytest.raises(VerdictError, match="answered by all"):
        verdict.scores({"x": {"a1": 1.0}, "y": {"b1": 0.0}}, rows)
    with pytest.raises(VerdictError, match="no question 'q'"):
        verdict.score({"q": 0.5}, rows)
    with pytest.raises(VerdictError, match="answer a question first"):
        verdict.score({}, rows)


def test_decomposition_by_hand():
    # Two groups of two: 0.8 with one of two, 0.2 with none of two; base rate 1/4.
    parts = verdict.decompose([0.8, 0.8, 0.2, 0.2], [1, 0, 0, 0])
    assert parts.reliability == pytest.approx((0.3**2 + 0.2**2) / 2)
    assert parts.resolution == pytest.approx(0.25**2)
    assert parts.uncertainty == pytest.approx(0.25 * 0.75)
    assert parts.brier == pytest.approx((0.04 + 0.64 + 0.04 + 0.04) / 4)


def test_calibration_by_hand():
    bands = verdict.calibration([0.1, 0.6, 0.7, 1.0], [0, 1, 0, 1])
    assert list(bands["low"]) == pytest.approx([0, 0.6, 0.8])
    assert list(bands["said"]) == pytest.approx([0.1, 0.65, 1])
    assert list(bands["came"]) == pytest.approx([0, 0.5, 1])
    assert list(bands["forecasts"]) == [1, 2, 1]


def test_skill_by_hand():
    assert verdict.skill(0.2, 0.25) == pytest.approx(0.2)
    assert verdict.skill(0.5, 0.25) == -1
    with pytest.raises(VerdictError, match="scores 0"):
        verdict.skill(0.1, 0)


def test_an_interval_holds_the_mean_and_is_the_same_each_time():
    low, high = verdict.interval([0.1, 0.2, 0.3, 0.4])
    assert low < 0.25 < high
    assert (low, high) == verdict.interval([0.1, 0.2, 0.3, 0.4])
    assert verdict.interval([0.2]) == pytest.approx((0.2, 0.2))
    with pytest.raises(VerdictError, match="nothing to draw"):
        verdict.interval([])


@given(st.lists(st.tuples(odds, st.booleans(), st.floats(0.1, 5)), min_size=1, max_size=30))
@settings(deadline=None)
def test_parts_add_up_to_the_score(rows):
    said, came, weight = (list(column) for column in zip(*rows, strict=True))
    parts = verdict.decompose(said, came, weight)
    direct = np.average(verdict.brier(said, came), weights=weight)
    assert parts.brier == pytest.approx(direct, abs=1e-9)
    assert parts.reliability >= 0
    assert -1e-12 <= parts.resolution <= parts.uncertainty + 1e-9


@given(st.lists(st.tuples(odds, st.booleans()), min_size=1, max_size=30), st.integers(1, 10))
@settings(deadline=None)
def test_bands_hold_every_forecast_once(rows, count):
    said, came = (list(column) for column in zip(*rows, strict=True))
    bands = verdict.calibration(said, came, bands=count)
    assert bands["forecasts"].sum() == len(rows)
    share = (bands["came"] * bands["forecasts"]).sum() / len(rows)
    assert share == pytest.approx(sum(came) / len(rows))
    assert ((bands["said"] >= bands["low"] - 1e-6) & (bands["said"] <= bands["high"] + 1e-6)).all()


# The forecasters of the book


def test_the_commentary_expects_a_no_with_one_minus_the_word(table):
    said = verdict.commentary(table)
    assert len(said) == 67, "seven rows of three questions are left out"
    assert said["F08_2016"] == pytest.approx(1 - 0.675)
    assert said["F16_2015"] == 0.97
    with pytest.raises(VerdictError, match="the word 'likely': '70%' is not"):
        verdict.commentary(table, {"likely": "70%"})


def test_always_half_scores_a_quarter_whatever_came(table):
    half = pd.Series(0.5, index=table["outcome_id"])
    assert verdict.score(half, table) == pytest.approx(0.25)


def test_base_rate_scores_its_own_uncertainty(table):
    rate = verdict.base_rate(table)
    flat = pd.Series(rate, index=table["outcome_id"])
    assert verdict.score(flat, table) == pytest.approx(rate * (1 - rate))


def test_no_change_is_right_about_all_that_goes_on_until_2018(table):
    early = table[(table["yes_means"] == "continues") & (table["horizon_date"] < "2019")]
    assert verdict.score(verdict.nothing_changes(early), table) == 0
    with pytest.raises(VerdictError, match=r"between 0\.5 and 1"):
        verdict.nothing_changes(table, 0.2)


# Answers files


GOOD = {"format": "three-pillars-forecasts", "version": 1, "answers": {"F01_2015": 0.4}}


def saved(folder, content, name="mine.json"):
    path = folder / name
    path.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
    return path


def test_an_answers_file_comes_back_as_it_was_saved(tmp_path, table):
    answers = {name: n / 73 for n, name in enumerate(table["outcome_id"])}
    path = verdict.write_answers(tmp_path / "mine.json", answers)
    assert verdict.read_answers(path) == answers
    assert [p.name for p in tmp_path.iterdir()] == ["mine.json"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "mine.json is damaged and cannot be read; save it again."),
        ('{"format": "three-pillars-', "mine.json is damaged"),
        ("[1, 2]", "mine.json is not an answers file of this book."),
        ({"answers": {}}, "mine.json is not an answers file"),
        ({**GOOD, "version": 2}, "mine.json is of version 2, and this book reads version 1."),
        ({**GOOD, "version": "1"}, "is of version '1'"),
        ({**GOOD, "answers": [0.4]}, "mine.json holds no answers."),
        ({**GOOD, "answers": {"F99_2015": 0.4}}, "there is no question 'F99_2015' in this book."),
        (
            {**GOOD, "answers": {"F01_2015": "70%"}},
            "mine.json, question F01_2015: '70%' is not a probability between 0 and 1; write 0.7.",
        ),
        ({**GOOD, "answers": {"F01_2015": "a lot"}}, "'a lot' is not a probability"),
        (
            {**GOOD, "answers": {"F01_2015": 70}},
            "question F01_2015: 70 lies outside 0 to 1; for 70% write 0.7.",
        ),
        ({**GOOD, "answers": {"F01_2015": -0.1}}, "lies outside 0 to 1"),
        ({**GOOD, "answers": {"F01_2015": True}}, "True is not a probability"),
        ({**GOOD, "answers": {"F01_2015": None}}, "None is not a probability"),
        ('{"format": "three-pillars-forecasts", "version": 1, "answers": {"F01_2015": NaN}}',
         "nan lies outside 0 to 1"),
    ],
)  # fmt: skip
def test_a_bad_answers_file_is_one_sentence(tmp_path, content, message):
    with pytest.raises(AnswerError) as error:
        verdict.read_answers(saved(tmp_path, content))
    said = str(error.value)
    assert message in said
    assert said.endswith(".")
    assert "\n" not in said


def test_a_missing_or_unreadable_file_is_one_sentence(tmp_path):
    with pytest.raises(AnswerError, match=r"there is no file gone\.json"):
        verdict.read_answers(tmp_path / "gone.json")
    (tmp_path / "raw.json").write_bytes(b"\xff\xfe\x00{")
    with pytest.raises(AnswerError, match=r"raw\.json is damaged"):
        verdict.read_answers(tmp_path / "raw.json")
    with pytest.raises(AnswerError, match="cannot be saved"):
        verdict.write_answers(tmp_path / "no" / "folder.json", {"F01_2015": 0.5})


def test_what_is_no_probability_leaves_the_older_file_alone(tmp_path):
    path = verdict.write_answers(tmp_path / "mine.json", {"F01_2015": 0.4})
    with pytest.raises(AnswerError, match="lies outside"):
        verdict.write_answers(path, {"F01_2015": 40})
    assert verdict.read_answers(path) == {"F01_2015": 0.4}


@given(st.text(max_size=200))
@settings(deadline=None)
def test_any_text_is_read_or_refused_in_one_sentence(tmp_path_factory, text):
    path = tmp_path_factory.mktemp("answers") / "mine.json"
    path.write_text(text, "utf-8", errors="replace")
    with pytest.raises(AnswerError):
        verdict.read_answers(path)


# A class


def test_a_class_by_hand(tmp_path, table):
    # F01_2015 did not come, F16_2015 did.
    ann = verdict.write_answers(tmp_path / "ann.json", {"F01_2015": 0.2, "F16_2015": 0.6})
    ben = verdict.write_answers(
        tmp_path / "ben.json", {"F01_2015": 0.6, "F16_2015": 1, "F04_2018": 0}
    )
    found = verdict.compare_class([ann, ben])
    assert found.rows == 2
    assert found.members["ann"] == pytest.approx((0.04 + 0.16) / 2)
    assert found.members["ben"] == pytest.approx((0.36 + 0) / 2)
    assert found.mean_of_scores == pytest.approx(0.14)
    assert found.score_of_mean == pytest.approx((0.16 + 0.04) / 2)
    spread = found.spread.set_index("outcome_id")
    assert list(spread.loc["F01_2015", ["low", "median", "high", "answers"]]) == [0.2, 0.4, 0.6, 2]
    assert spread.loc["F04_2018", "answers"] == 1
    assert not spread.loc["F01_2015", "occurred"]


def test_a_class_needs_members_and_a_common_question(tmp_path):
    one = verdict.write_answers(tmp_path / "one.json", {"F01_2015": 0.2})
    two = verdict.write_answers(tmp_path / "two.json", {"F16_2015": 0.2})
    with pytest.raises(VerdictError, match="two answers files"):
        verdict.compare_class([one])
    with pytest.raises(VerdictError, match="answered by all"):
        verdict.compare_class([one, two])
    with pytest.raises(AnswerError, match="damaged"):
        verdict.compare_class([one, saved(tmp_path, "{", "bad.json")])


def test_two_files_of_one_name_stay_two(tmp_path):
    paths = []
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        paths.append(verdict.write_answers(tmp_path / folder / "mine.json", {"F01_2015": 0.2}))
    assert len(verdict.compare_class(paths).members) == 2


@given(st.lists(st.lists(odds, min_size=4, max_size=4), min_size=2, max_size=6))
@settings(deadline=None, max_examples=40)
def test_the_mean_forecast_is_never_worse_than_the_mean_forecaster(answers):
    table = verdict.questions()
    names = ["F01_2015", "F01_2016", "F16_2015", "F04_2018"]
    members = {f"m{n}": dict(zip(names, row, strict=True)) for n, row in enumerate(answers)}
    found = verdict.compare_class(members, table)
    assert found.score_of_mean <= found.mean_of_scores + 1e-12


# The sheet


def test_the_sheet_shows_no_outcome_before_its_outcomes(table):
    page = to_html(verdict.answer_sheet().block().payload, "s", base="")
    asked = page.split('class="tp-asks"')[1].split("</form>")[0]
    assert asked.count('type="range"') == 74
    for detail in table["detail"]:
        assert detail not in asked
    assert "happened" not in asked
    assert page.count('aria-valuetext="not set"') == 74


def test_the_sheet_needs_one_main_horizon_and_known_words():
    block = verdict.answer_sheet().block().payload
    other = {"scales": block["scales"], "base_rate": 0.5, "format": "f", "version": 1}
    item = json.loads(json.dumps(block["questions"][0]))
    item["horizons"][0]["main"] = False
    item["horizons"][1]["main"] = False
    with pytest.raises(BlockError, match="exactly one main horizon"):
        forecast_sheet([item], **other)
    item = {**block["questions"][0], "strength": "perhaps"}
    with pytest.raises(BlockError, match="'perhaps'"):
        forecast_sheet([item], **other)


def test_widgets_save_each_answer_and_keep_a_damaged_file(tmp_path):
    path = tmp_path / "mine.json"
    box = verdict.answer_sheet(path).widgets()
    sliders = box.children[2:-2:2]
    assert len(sliders) == 25
    sliders[0].value = 0.3
    assert verdict.read_answers(path) == {"F01_2015": 0.3}
    again = verdict.answer_sheet(path).widgets()
    assert again.children[2].value == 0.3
    again.children[2].value = -1.0
    assert verdict.read_answers(path) == {}
    path.write_text("{", "utf-8")
    other = verdict.answer_sheet(path).widgets()
    other.children[2].value = 0.9
    assert path.read_text("utf-8") == "{"
    assert verdict.read_answers(tmp_path / "mine_new.json") == {"F01_2015": 0.9}


# The argument


def claims(*rows):
    frame = pd.DataFrame(rows, columns=["claim_id", "pillar", "kind", "verdict"])
    return frame.assign(claim="text", part="x", then="untestable")


def test_the_score_of_the_argument_by_hand():
    table = claims(
        ("C1", "energy", "fact", "supported"),
        ("C2", "energy", "fact", "partly"),
        ("C3", "territory", "fact", "contradicted"),
        ("C4", "territory", "causal", "untestable"),
    )
    assert verdict.argument_score(table) == pytest.approx(1.5 / 3)
    assert verdict.argument_score(table, {"energy": 2}) == pytest.approx(3 / 5)
    assert verdict.argument_score(table, {"territory": 0}, partly=0) == pytest.approx(1 / 2)
    moved = verdict.leverage(table)
    assert list(moved["claim_id"]) == ["C1", "C3", "C2"]
    assert moved["without"].tolist() == pytest.approx([0.25, 0.75, 0.5])
    assert moved["effect"].tolist() == pytest.approx([0.25, -0.25, 0])


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"pillars": {"enregy": 2}}, "no pillar 'enregy'; they are constraint"),
        ({"kinds": {"fact": -1}}, "the weight of fact is -1"),
        ({"kinds": {"fact": math.inf}}, "the weight of fact is inf"),
        ({"pillars": dict.fromkeys(verdict.PILLARS, 0)}, "no claim is left to weigh"),
        ({"partly": 50}, "for 50% write 0.5"),
        ({"when": "now"}, "must be 'verdict' or 'then'"),
    ],
)
def test_weights_that_make_no_sense_are_named(ledger, change, message):
    with pytest.raises(VerdictError) as error:
        verdict.argument_score(ledger, **change)
    assert message in str(error.value)


weight = st.sampled_from([0, 0.5, 1, 1.5, 2, 3])


@given(
    st.fixed_dictionaries(dict.fromkeys(verdict.PILLARS, weight)),
    st.fixed_dictionaries(dict.fromkeys(["fact", "trend", "causal", "forecast"], weight)),
    odds,
)
@settings(deadline=None, max_examples=40)
def test_leaving_a_claim_out_is_the_same_as_not_having_it(ledger, pillars, kinds, partly):
    try:
        whole = verdict.argument_score(ledger, pillars, kinds, partly=partly)
    except VerdictError:
        return
    assert 0 <= whole <= 1
    moved = verdict.leverage(ledger, pillars, kinds, partly=partly)
    for row in moved.head(2).itertuples():
        rest = ledger[ledger["claim_id"] != row.claim_id]
        try:
            without = verdict.argument_score(rest, pillars, kinds, partly=partly)
        except VerdictError:  # its pillar or kind is gone with it
            continue
        assert row.without == pytest.approx(without, abs=1e-9)


def test_all_sixty_three_claims_are_weighed(ledger):
    assert len(ledger) == 63
    assert set(ledger["pillar"]) == set(verdict.PILLARS)
    page = to_html(verdict.weigh().payload, "w", base="")
    assert page.count('data-column="pillar"') == 5
    assert page.count('data-column="kind"') == 4
    assert f"{verdict.argument_score(ledger) * 100:.1f} of 100" in page
    with pytest.raises(BlockError, match="no judged claim"):
        weighing([], pillars=[], kinds=[], start=0)
    row = {"claim_id": "C1", "pillar": "x", "kind": "fact"}
    with pytest.raises(BlockError, match="C1 is of no pillar"):
        weighing([row], pillars=["y"], kinds=["fact"], start=0)


def test_verdicts_without_unverified_rows(ledger):
    found = verdict.unverified().set_index("claim_id")["rests"]
    assert len(found) == 63
    assert found["C06"] == "cannot", "the border drill was only announced"
    assert found["C16"] == "no"
    assert not (found == "verdict").any()
    # The tables are whole again afterwards.
    assert not load("argument/leader_meetings")["verified"].all()
    assert verdict.verdict_table().equals(ledger)


def test_topics_by_hand():
    meetings = pd.DataFrame({"outcome": ["treaty talks", "2+2 and the economy", None, "China"]})
    assert verdict.topics(meetings).to_dict() == {
        "islands or treaty": 1,
        "economy": 1,
        "energy alone": 0,
        "security": 1,
        "China": 1,
    }
    own = verdict.abe_putin()
    assert len(own) == 24, "the official count of the second term"
    assert own["day"].notna().all()
