"""Which verdicts rest on unverified rows?"""

from __future__ import annotations

import sys
from collections.abc import Callable

import pandas as pd

from ..data import only_verified
from ..ledger import Judgement, judges


def unverified() -> pd.DataFrame:
    """Judge every claim again without the unverified rows, and see what becomes of its verdict.

    That a table holds unverified rows says little: the judge may not use them. So each judge runs
    a second time with every table cut to its verified rows.

    Returns:
        One row a claim: ``claim_id``, ``rests`` and the figure ``with_all`` and ``verified_only``.
        ``rests`` is ``"no"`` (verdicts and figure stay), ``"figure"`` (verdicts stay, the figure
        or the evidence moves), ``"verdict"`` (a verdict changes) or ``"cannot"`` (the judge finds
        no answer).
    """
    rows = []
    for claim_id, function in sorted(judges().items()):
        before = function()
        try:
            after = _from_verified(function)
        except Exception as error:  # whatever a judge stumbles over is the finding
            rows.append((claim_id, "cannot", before.figure, type(error).__name__))
            continue
        if (before.verdict, before.then) != (after.verdict, after.then):
            rests = "verdict"
        elif (before.figure, before.evidence) != (after.figure, after.evidence):
            rests = "figure"
        else:
            rests = "no"
        rows.append((claim_id, rests, before.figure, after.figure))
    return pd.DataFrame(rows, columns=["claim_id", "rests", "with_all", "verified_only"])


def _from_verified(function: Callable[[], Judgement]) -> Judgement:
    """Judge a claim from verified rows.

    What the judge's part keeps from other calls rests on all rows, and must not serve this one; nor
    this one's the others. No part imports another, and what all parts share keeps no rows.
    """
    part = ".".join(function.__module__.split(".")[:2])
    own = [m for name, m in list(sys.modules.items()) if f"{name}.".startswith(f"{part}.")]
    kept = [value for m in own for value in vars(m).values() if hasattr(value, "cache_clear")]
    try:
        for value in kept:
            value.cache_clear()
        with only_verified():
            return function()
    finally:
        for value in kept:
            value.cache_clear()
