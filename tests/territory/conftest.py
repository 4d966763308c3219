"""What several tests of this part share."""

import pytest

from three_pillars.territory import GROUPS, Deal


@pytest.fixture
def deal():
    """A function that makes a deal that fits the game, with changes."""

    def make(**change):
        return Deal(**{"group": "Group 1", "to_japan": GROUPS[:3], **change})

    return make
