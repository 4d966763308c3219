"""The judges: one function a claim, in a file of the claim's chapter."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable

import pandas as pd

from ..commentary import PARTS
from ..data import Reader
from .claims import claims
from .errors import LedgerError
from .finding import Finding

Judge = Callable[[Reader, pd.Timestamp], dict[str, Finding]]
"""A function that computes the findings of one claim from what a reader may see on a day."""

_judges: dict[str, Judge] = {}


def judge(claim_id: str) -> Callable[[Judge], Judge]:
    """Declare the decorated function the one judge of a claim.

    Args:
        claim_id: the claim, such as ``"C34"``.

    Raises:
        LedgerError: the claim has a judge already.
    """

    def register(function: Judge) -> Judge:
        known = _judges.get(claim_id)
        where = (function.__module__, function.__qualname__)
        if known and (known.__module__, known.__qualname__) != where:
            raise LedgerError(
                f"claim {claim_id} has two judges: {known.__module__}.{known.__qualname__} and "
                f"{function.__module__}.{function.__qualname__}; keep one."
            )
        _judges[claim_id] = function
        return function

    return register


def judges() -> dict[str, Judge]:
    """Return every judge by claim, found in ``<part>/judges/<chapter>.py``.

    A chapter with many claims has further files by topic, ``<part>/judges/<chapter>_<topic>.py``.

    Raises:
        LedgerError: a judge stands for no claim, or in a file of another chapter than its own.
    """
    for part in PARTS:
        _import_judges(part)
    chapters = claims().set_index("claim_id")["chapter"]
    for claim_id, function in sorted(_judges.items()):
        if claim_id not in chapters.index:
            raise LedgerError(f"the judge of {claim_id} stands for no claim of argument/claims.")
        _check_place(claim_id, function.__module__, chapters[claim_id])
    return dict(_judges)


def judge_of(claim_id: str) -> Judge | None:
    """Return the judge of one claim, or None; the files are walked only if it is not known yet."""
    return _judges.get(claim_id) or judges().get(claim_id)


def _import_judges(part: str) -> None:
    """Import each file of a part's judges; a part that is not there, or judges nothing, has none.

    A file whose name starts with ``_`` is what the others share.
    """
    folder = f"three_pillars.{part}.judges"
    try:
        package = importlib.import_module(folder)
    except ModuleNotFoundError as error:
        if error.name not in (f"three_pillars.{part}", folder):
            raise
        return
    for file in pkgutil.iter_modules(package.__path__):
        if not file.name.startswith("_"):
            importlib.import_module(f"{folder}.{file.name}")


def _check_place(claim_id: str, module: str, chapter: str) -> None:
    """Refuse a judge of this package that stands elsewhere than in a file of its chapter."""
    part, name = chapter.split("/")
    package, _, place = module.partition(".")
    own = f"{part}.judges.{name}"
    if package != "three_pillars" or place == own or place.startswith(f"{own}_"):
        return
    raise LedgerError(
        f"the judge of {claim_id} stands in {place.replace('.', '/')}.py, but the claim belongs to "
        f"chapter {chapter}; move it to {part}/judges/{name}.py."
    )
