"""What is no probability is named."""

from fractions import Fraction

import numpy as np
import pytest

from three_pillars import verdict
from three_pillars.verdict import VerdictError


@pytest.mark.parametrize(
    ("said", "came", "message"),
    [
        ([1.2], [1], "1.2 lies outside 0 to 1; for 1.2% write 0.012"),
        ([-0.1], [1], "-0.1 lies outside 0 to 1."),
        (["70%"], [1], "'70%' is not a probability between 0 and 1; write 0.7."),
        ([float("nan")], [1], "lies outside 0 to 1"),
        ([True], [1], "True is not a probability"),
        ([np.True_], [1], "True_ is not a probability"),
        ([None], [1], "None is not a probability"),
        (["140%"], [1], "'140%' is not a probability between 0 and 1."),
        (["-5%"], [1], "'-5%' is not a probability between 0 and 1."),
        ([100.0001], [1], "100.0001 lies outside 0 to 1."),
        ([10**400], [1], "inf lies outside 0 to 1."),
        ([-(10**400)], [1], "-inf lies outside 0 to 1."),
        ([0.5], [2], "outcome 1 is 2"),
        ([0.5, 0.5], [1], "2 probabilities for 1 outcomes"),
    ],
)
def test_what_is_no_forecast_is_named(said, came, message):
    with pytest.raises(VerdictError) as error:
        verdict.brier(said, came)
    assert message in str(error.value)


def test_numbers_of_other_libraries_are_numbers():
    given = [np.float32(0.5), np.int64(1), Fraction(1, 4)]
    assert list(verdict.brier(given, [0, 1, 0])) == [0.25, 0, 0.0625]
