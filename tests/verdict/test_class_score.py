"""A class, by hand and for any answers."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from three_pillars import verdict
from three_pillars.verdict import AnswerError, VerdictError


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
    bad = tmp_path / "bad.json"
    bad.write_text("{", "utf-8")
    with pytest.raises(AnswerError, match="damaged"):
        verdict.compare_class([one, bad])


def test_two_files_of_one_name_stay_two(tmp_path):
    paths = []
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        paths.append(verdict.write_answers(tmp_path / folder / "mine.json", {"F01_2015": 0.2}))
    assert len(verdict.compare_class(paths).members) == 2


@given(st.lists(st.lists(st.floats(0, 1), min_size=4, max_size=4), min_size=2, max_size=6))
@settings(deadline=None, max_examples=40)
def test_the_mean_forecast_is_never_worse_than_the_mean_forecaster(answers):
    table = verdict.questions()
    names = ["F01_2015", "F01_2016", "F16_2015", "F04_2018"]
    members = {f"m{n}": dict(zip(names, row, strict=True)) for n, row in enumerate(answers)}
    found = verdict.compare_class(members, table)
    assert found.score_of_mean <= found.mean_of_scores + 1e-12
