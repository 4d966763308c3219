"""What is said of a number, in Python; test_cases.py asks the page's script the same."""

import pytest
from helpers.shared_cases import cases, content

from three_pillars.blocks.quiz.judging import judge_number

QUESTIONS = content("numbers")["questions"]


@pytest.mark.parametrize("case", cases("numbers"))
def test_a_number_is_answered_as_by_hand(case):
    said = judge_number(case["typed"], QUESTIONS[case["question"]])
    assert said == (case["kind"], case["words"])
