"""Cases that Python and JavaScript must both give, from tests/cases/<name>.json."""

import json
from pathlib import Path

import pytest


def content(name):
    """Everything in the file of that name."""
    path = Path(__file__).resolve().parents[1] / "cases" / f"{name}.json"
    return json.loads(path.read_text("utf-8"))


def cases(name):
    """Its cases, each under its own name, for `pytest.mark.parametrize("case", cases("brier"))`."""
    return [pytest.param(case, id=case["case"]) for case in content(name)["cases"]]
