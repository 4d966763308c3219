"""The arrows of the design: imports run downwards, never in a circle; no helper twice.

helpers/arrows.py has the rules, harness/test_arrows.py tries them.
"""

import importlib
import inspect
import pkgutil

import pytest
from helpers.arrows import SRC, circles, names_twice, wrong_arrows
from helpers.pages import REPOSITORY

from three_pillars.commentary import PARTS

# Public things of one name in two rooms, and why they may.
SAME_NAME = {
    "choice": ({"blocks", "checks"}, "a question in a page, and an answer in an exercise"),
    "build": ({"classroom", "site"}, "the editions of the exercises, and the site"),
    "main": ({"book", "classroom", "data", "share", "site"}, "what a module does as a command"),
    "number": ({"blocks", "checks"}, "a question in a page, and an answer in an exercise"),
    "read": ({"classroom"}, "what every reader of a platform is called"),
    "run": ({"checks", "classroom"}, "a check; and jobs, by workers here or on a cluster"),
    "table": ({"checks", "figures"}, "a kind of answer in an exercise, and a table in a page"),
    "to_html": ({"blocks", "figures"}, "the markup of a block, and of a chart"),
}


def test_every_arrow_runs_downwards():
    texts = [
        path.read_text("utf-8")
        for folder in ("chapters", "exercises")
        for path in sorted((REPOSITORY / folder).rglob("*.md"))
    ]
    wrong = wrong_arrows(SRC, "\n".join(texts))
    assert not wrong, "\n".join(wrong)


def test_no_module_imports_itself_over_others():
    found = circles(SRC)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("part", PARTS)
def test_no_file_takes_the_place_of_its_function(part):
    package = importlib.import_module(f"three_pillars.{part}")
    for file in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        importlib.import_module(file.name)
    assert not [name for name in package.__all__ if inspect.ismodule(getattr(package, name))]


def test_no_helper_is_defined_twice():
    wrong = [
        f"{name} is defined in {' and in '.join(where)}; have one, or two names."
        for name, where in names_twice(SRC).items()
        if not {place.split(".")[1] for place in where} <= SAME_NAME.get(name, [set()])[0]
    ]
    assert not wrong, "\n".join(wrong)
