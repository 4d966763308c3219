"""What the tests of the classroom share: both editions of every exercise, made once."""

import pytest
from helpers.exercise_runs import PARTS

from three_pillars.classroom import editions


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    out = tmp_path_factory.mktemp("exercises")
    editions.build(PARTS, out)
    return out
