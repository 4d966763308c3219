"""Hand-ins that differ only in names, comments, white space and order are listed."""

import json

import pytest
from helpers.class_of_students import EXERCISE, PART

from three_pillars.classroom import similar
from three_pillars.classroom.submissions import Submission

pytestmark = pytest.mark.exercises

OWN = """
chosen = lng[(lng["year"] == 2014) & lng["row_type"].isin(["exporter", "residual_group"])]
volumes = chosen.set_index("exporter")["volume_bcm"]
together = 0.0
for name, volume in volumes.items():
    together = together + volume
share_2014 = volumes["Russia"] / together
"""
MORE = """
def hhi(volumes):
    whole = volumes.sum()
    parts = [volume / whole * 100 for volume in volumes]
    return sum(part ** 2 for part in parts)
"""


def groups(*hand_ins, setup=()):
    setups = [*setup, *[EXERCISE.setup] * len(hand_ins)]
    found = [
        Submission(f"student {n}", PART, "", None, cells=[setups[n], *cells])
        for n, cells in enumerate(hand_ins)
    ]
    return similar.groups(found, {PART: EXERCISE})


def test_names_comments_white_space_and_order_hide_nothing():
    renamed = OWN.replace("chosen", "rows").replace("together", "s").replace("volume,", "v,")
    spaced = "# my own work\n" + MORE.replace("    ", "  ").replace(" / ", "/")
    assert groups([OWN, MORE], [spaced, renamed]) == [[0, 1]]


def test_new_names_for_the_tables_hide_nothing():
    setup = EXERCISE.setup.replace("lng =", "mine =").replace("lng[", "mine[")
    assert setup != EXERCISE.setup
    assert groups([OWN.replace("lng", "mine"), MORE], [OWN, MORE], setup=[setup]) == [[0, 1]]


def test_other_work_is_not_alike():
    other = OWN.replace("for name, volume in volumes.items():\n    together = together + volume",
                        "together = volumes.sum()")  # fmt: skip
    assert groups([OWN, MORE], [other, MORE]) == []
    assert groups([OWN, MORE], [OWN.replace("2014", "2015"), MORE]) == []


def test_untouched_copies_say_nothing():
    stubs = [task.stub for task in EXERCISE.tasks] + ['grader.check("hhi")']
    assert groups(stubs, stubs) == []


def test_code_that_cannot_be_read_is_compared_as_it_is():
    broken = OWN + MORE + MORE + "\nif (:\n  'half \ud83d"
    assert groups([broken], [broken], [broken + " x"]) == [[0, 1]]
    assert json.dumps(broken)
