"""A model under controls that do not fit it."""

import pandas as pd
import pytest
from helpers.explorables import ALT, bar, made, product

from three_pillars import Choice, ExploreError, Range, explore


@pytest.mark.parametrize(
    ("control", "said"),
    [
        (Range("x", 0, 1, 0, 0), "step above 0"),
        (Range("x", 1, 0, 0.1, 0), "low must be below high"),
        (Range("x", 0, 1, 0.3, 0), "do not reach 1"),
        (Range("x", 0, 1, 0.5, 0.2), "the default 0.2 is not one of its values"),
        (Range("x", 0, float("inf"), 1, 0), "finite"),
        (Range("x", "0", 1, 1, 0), "must be numbers"),
        (Choice("x", ["a"], "a"), "two or more"),
        (Choice("x", "ab", "a"), "two or more"),
        (Choice("x", ["a", "b"], "c"), "'c' is not one of its options"),
        (Choice("x", ["1", 1], 1), "two options read the same"),
        ((0, 10), "must be a Range or a Choice"),
    ],
)
def test_a_bad_control_is_named_in_one_sentence(control, said):
    with pytest.raises(ExploreError, match="control 'factor'") as error:
        made(factor=control, size=Choice("Size", ["small", "large"], "small"))
    assert said in str(error.value)
    assert "\n" not in str(error.value)


def test_no_control_at_all():
    with pytest.raises(ExploreError, match="at least one control"):
        explore(product, bar, alt=ALT, sources=["energy/lng_imports"])


@pytest.mark.parametrize(
    ("result", "said"),
    [(pd.DataFrame(), "returns no rows at factor="), ([1], "must return a DataFrame, not list")],
)
def test_a_model_without_a_result_is_named_with_its_setting(result, said):
    with pytest.raises(ExploreError, match=said):
        made(model=lambda factor, size: result)


def test_it_does_not_open_on_the_answer_of_its_task():
    with pytest.raises(ExploreError, match=r"opens on an answer of its task \(factor=2.0\)"):
        made(answers=[{"factor": 4.0, "size": "large"}, {"factor": 2.0}])
    with pytest.raises(ExploreError, match=r"factor=2.2 cannot be set"):
        made(answers=[{"factor": 2.2}])
    assert made(answers=[{"factor": 2.0, "size": "small"}]).start["factor"] == 2.0
