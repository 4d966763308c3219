"""The judges of the energy part, on both days, and on tables in which something was changed."""

import pytest
from helpers.judging import claims_of, judged_on_both_days


@pytest.fixture(scope="session")
def found():
    """Each claim on each day: ``found["then"]["C34"]``."""
    return judged_on_both_days(claims_of("energy"))
