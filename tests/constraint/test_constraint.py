"""What the constraint part hands on: documented, and a function where a file has its name."""

import inspect

from three_pillars import constraint, ledger


def test_public_names_are_documented():
    for name in constraint.__all__:
        thing = getattr(constraint, name)
        assert inspect.getdoc(thing), name


def test_no_file_takes_the_place_of_its_function():
    ledger.judges()  # imports every judge, and with them the files that they use
    for name in constraint.__all__:
        assert not inspect.ismodule(getattr(constraint, name)), name
