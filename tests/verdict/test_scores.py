"""Scores worked by hand."""

import pandas as pd
import pytest
from helpers.shared_cases import cases

from three_pillars import verdict
from three_pillars.verdict import VerdictError


def small(rows):
    """A table of questions: (outcome, question, came)."""
    frame = pd.DataFrame(rows, columns=["outcome_id", "forecast_id", "occurred"])
    return frame.assign(strength="likely", expects="yes", yes_means="new")


def test_brier_by_hand():
    assert list(verdict.brier([0.7, 0.7, 1, 0.5], [1, 0, 1, 0]).round(4)) == [0.09, 0.49, 0, 0.25]


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


@pytest.mark.parametrize("case", cases("brier"))
def test_scores_that_the_page_must_give_as_well(case):
    rows = [(row["id"], row["question"], row["came"]) for row in case["rows"]]
    answers = {row["id"]: row["said"] for row in case["rows"] if row["said"] is not None}
    if case["score"] is None:
        with pytest.raises(VerdictError, match="answer a question first"):
            verdict.score(answers, small(rows))
    else:
        assert verdict.score(answers, small(rows)) == pytest.approx(case["score"], abs=1e-9)
