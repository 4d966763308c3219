"""What the tests of checks share."""

import pytest

from three_pillars import checks


@pytest.fixture
def said():
    """What a check says of an answer; empty if it is right."""

    def say(check, *arguments, **options):
        try:
            check(*arguments, **options)
        except checks.Wrong as wrong:
            return str(wrong)
        return ""

    return say
