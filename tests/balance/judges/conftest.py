"""The judges of the balance part on both days."""

import pytest
from helpers.judging import claims_of, judged_on_both_days


@pytest.fixture(scope="session")
def found():
    """Each claim on each day: ``found["then"]["C19"]``."""
    return judged_on_both_days(claims_of("balance"))
