"""What is no probability is named."""

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
        ([0.5], [2], "outcome 1 is 2"),
        ([0.5, 0.5], [1], "2 probabilities for 1 outcomes"),
    ],
)
def test_what_is_no_forecast_is_named(said, came, message):
    with pytest.raises(VerdictError) as error:
        verdict.brier(said, came)
    assert message in str(error.value)
