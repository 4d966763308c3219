"""The rule: from findings and thresholds that were fixed beforehand to one of four words.

A criterion compares one finding with its threshold. It is *met* if the whole interval of the
finding satisfies the comparison, *not met* if none of it does, else *open*. The states of a claim's
criteria and their roles give the word; nobody types one.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from .criteria import Criterion
from .finding import Finding

WORDS = ("contradicted", "untestable", "partly", "supported")
"""The four words, in the order from against a claim to for it."""

MET, NOT_MET, OPEN = "met", "not met", "open"
STATES = (NOT_MET, OPEN, MET)

READINGS = ("lenient", "declared", "strict")
"""The three readings of a threshold: kinder to the claim, as declared, harder."""


@dataclass(frozen=True)
class Test:
    """One criterion, the finding that was looked at, and what came out."""

    criterion: Criterion
    finding: Finding
    state: str


def satisfies(value: float, comparison: str, threshold: float) -> bool:
    """Compare one number with a threshold."""
    if comparison == "at least":
        return value >= threshold
    if comparison == "at most":
        return value <= threshold
    return value == threshold


def state_of(
    finding: Finding, criterion: Criterion, day: pd.Timestamp, reading: str = "declared"
) -> str:
    """Tell whether a criterion is met, not met or open on a day.

    Args:
        finding: the finding, computed from what was public on the day.
        criterion: the criterion that looks at it.
        day: the day; if the criterion's window ends later, only what more events cannot undo is
            decided.
        reading: ``"declared"``, or ``"lenient"`` or ``"strict"``.
    """
    low, high = finding.low, finding.high
    if criterion.end(day) > day:  # the window is still open
        low, high = (low, math.inf) if finding.grows else (-math.inf, math.inf)
        if criterion.comparison == "is":
            high = min(high, 1.0)
    threshold = criterion.value(reading)
    if criterion.comparison in ("is", "exactly"):
        if low == high:
            return MET if low == threshold else NOT_MET
        return OPEN if low <= threshold <= high else NOT_MET
    ends = [satisfies(end, criterion.comparison, threshold) for end in (low, high)]
    return MET if all(ends) else OPEN if any(ends) else NOT_MET


def word(states: Iterable[tuple[str, str]]) -> str:
    """Return the word for a claim.

    Args:
        states: for each criterion its role (needed, helps, against) and its state.

    Returns:
        In this order: every needed met and no against met is *supported*; a needed or a helps met
        is *partly*; an against met, or every needed not met, is *contradicted*; all else is
        *untestable*. An open against does not lower a word.

    Raises:
        ValueError: no criterion is needed.
    """
    states = list(states)
    needed = [state for role, state in states if role == "needed"]
    helped = any(role == "helps" and state == MET for role, state in states)
    refuted = any(role == "against" and state == MET for role, state in states)
    if not needed:
        raise ValueError("a claim without a criterion that is needed cannot be judged.")
    if all(state == MET for state in needed) and not refuted:
        return "supported"
    if helped or MET in needed:
        return "partly"
    if refuted or all(state == NOT_MET for state in needed):
        return "contradicted"
    return "untestable"
