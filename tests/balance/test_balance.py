"""What the part hands on: documented names, and never a file in place of its function."""

import importlib
import inspect
import pkgutil

from three_pillars import balance


def test_public_names_are_documented():
    for name in balance.__all__:
        thing = getattr(balance, name)
        if callable(thing):
            assert inspect.getdoc(thing), name


def test_no_file_stands_over_its_function():
    for file in pkgutil.walk_packages(balance.__path__, "three_pillars.balance."):
        importlib.import_module(file.name)
    assert not [name for name in balance.__all__ if inspect.ismodule(getattr(balance, name))]
