"""What would change a word, in one sentence."""

import math

import pytest

from three_pillars.data import today
from three_pillars.ledger import Finding, found_answer, found_value, rule, state_of, word
from three_pillars.ledger.criteria import Criterion
from three_pillars.ledger.firmness import change_in_words
from three_pillars.ledger.judged import Judged


def judged(comparison, threshold, unit, finding):
    one = Criterion(
        "C01", "C01a", "rise_of_russian_share", comparison, threshold, unit,
        threshold, threshold, "needed", "", "", "because",
    )  # fmt: skip
    test = rule.Test(one, finding, state_of(finding, one, today()))
    found = word([(one.role, test.state)])
    return Judged("C01", today(), (test,), found, frozenset())


def value(number, unit):
    return found_value(number, unit, "So it was.", rows=[], whole=True)


@pytest.mark.parametrize(
    ("comparison", "threshold", "unit", "finding", "sentence"),
    [
        ("at least", 2, "percentage points", value(0.9, "percentage points"),
         "1.1 percentage points more in “rise of Russian share” would make it supported."),
        ("at most", 2.0, "ratio", value(2.5, "ratio"),
         "0.5 less in “rise of Russian share” would make it supported."),
        ("at most", -3, "percentage points", value(-5.0, "percentage points"),
         "2 percentage points more in “rise of Russian share” would make it contradicted."),
        ("at least", 50, "%", value(44.0, "%"),
         "6 percentage points more in “rise of Russian share” would make it supported."),
        ("at least", 1.5, "ratio", Finding(0.0, 2.7, "ratio", "It was."),
         "surely below 1.5 for “rise of Russian share” would make it contradicted."),
        ("at least", 1.5, "ratio", Finding(1.0, 9.0, "ratio", "It was."),
         "surely at least 1.5 for “rise of Russian share” would make it supported."),
        ("at least", 1, "readouts", Finding(3, math.inf, "readouts", "It was.", grows=True),
         "3 readouts less in “rise of Russian share” would make it untestable."),
        ("is", 1, "yes or no", found_answer(True, "It was.", rows=[], whole=True),
         "“no” to “rise of Russian share” would make it contradicted."),
        ("is", 0, "yes or no", found_answer(True, "It was.", rows=[], whole=True),
         "“no” to “rise of Russian share” would make it supported."),
    ],
)  # fmt: skip
def test_by_how_much_and_which_way(comparison, threshold, unit, finding, sentence):
    one = judged(comparison, threshold, unit, finding)
    assert change_in_words(one) == f"Nearest change: {sentence}"
