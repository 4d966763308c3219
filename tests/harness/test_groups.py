"""The group of a test is its folder; its own marker goes before."""

from types import SimpleNamespace

import pytest
from helpers.progress import GROUPS, TESTS, group_of


def item(path, marker=None):
    return SimpleNamespace(
        path=TESTS / path, get_closest_marker=lambda name: name if name == marker else None
    )


@pytest.mark.parametrize(
    ("path", "group"),
    [
        ("energy/test_growth.py", "units"),
        ("energy/judges/test_dependence.py", "units"),
        ("test_words.py", "units"),
        ("data/test_load.py", "data"),
        ("notebooks/test_chapters.py", "notebooks"),
        ("exercises/test_masters.py", "exercises"),
        ("classroom/test_marks.py", "exercises"),
        ("checks/test_number.py", "units"),
        ("book/test_exercises.py", "book"),
        ("book/test_data.py", "book"),
        ("share/test_names.py", "book"),
        ("lab/test_chapter.py", "lab"),
        ("/elsewhere/test_x.py", "units"),
    ],
)
def test_a_test_belongs_to_the_group_of_its_folder(path, group):
    assert group_of(item(path)) == group


def test_a_marker_goes_before_the_folder():
    assert group_of(item("harness/test_hanging.py", "book")) == "book"


def test_every_group_is_a_marker(pytestconfig):
    declared = {line.split(":")[0] for line in pytestconfig.getini("markers")}
    assert set(GROUPS) <= declared
