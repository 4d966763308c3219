"""How firm is a word? Other thresholds, one source less, no unverified row, the nearest change."""

from __future__ import annotations

import functools
import json
import math
from dataclasses import asdict, dataclass
from typing import Any

import pandas as pd

from ..data import Reader, today
from ..data import state as tables_state
from ..day import COMMENTARY
from ..kept import of_this_state
from ..words import amount_of
from .judged import Judged, judge_with, judged
from .rule import MET, NOT_MET, OPEN, Test, word

MEASURED = ("%", "percentage points", "ratio")
"""Units of what is measured and not counted: a value that happens to be whole has no next one."""


@dataclass(frozen=True)
class Change:
    """The nearest change of one finding that changes a claim's word.

    Args:
        criterion_id: the criterion whose state would turn.
        finding: its finding.
        by: by how much the finding would have to move, in its unit; 1 for a yes or no.
        unit: the unit.
        state: the state that it would take.
        word: the word that would follow.
    """

    criterion_id: str
    finding: str
    by: float
    unit: str
    state: str
    word: str


@dataclass(frozen=True)
class Firmness:
    """What becomes of a claim's word when one thing is otherwise.

    Args:
        claim_id: the claim.
        word: the word as declared.
        lenient: the word under all lenient thresholds.
        strict: the word under all strict ones.
        verified_only: the word without unverified rows.
        without: for each source whose loss changes the word, the word without it.
        tried: how many sources were tried.
        nearest: the nearest change, or None if no single finding changes the word.
    """

    claim_id: str
    word: str
    lenient: str
    strict: str
    verified_only: str
    without: dict[str, str]
    tried: int
    nearest: Change | None

    @property
    def never_changes(self) -> bool:
        """Whether thresholds, sources and unverified rows all leave the word as it is."""
        return {self.word} == {self.lenient, self.strict, self.verified_only} and not self.without


def firmness(when: str = "today") -> dict[str, Firmness]:
    """Tell for every claim how firm its word is.

    Args:
        when: ``"then"`` or ``"today"``, as for `judged()`.
    """
    return _firmness(COMMENTARY if when == "then" else today(), when, tables_state())


# Some four hundred judgements: the build of the book keeps them until package or tables change.
@functools.lru_cache(maxsize=4)
def _firmness(day: pd.Timestamp, when: str, tables: str) -> dict[str, Firmness]:
    def make() -> bytes:
        return json.dumps([asdict(one) for one in _tried(day, when).values()]).encode()

    every = json.loads(of_this_state(f"firmness {when}", ".json", make))
    return {one["claim_id"]: _read(one) for one in every}


def _read(kept: dict[str, Any]) -> Firmness:
    nearest = kept["nearest"]
    return Firmness(**{**kept, "nearest": Change(**nearest) if nearest else None})


def _tried(day: pd.Timestamp, when: str) -> dict[str, Firmness]:
    as_declared = judged(when)
    verified = Reader(day, verified_only=True)
    less: dict[str, Reader] = {}
    found = {}
    for claim_id, one in as_declared.items():
        sources = sorted(frozenset().union(*one.rests().values())) if one.rests() else []
        without = {}
        for source in sources:
            reader = less.setdefault(source, Reader(day, without=source))
            if not reader.loses(one.read):
                continue  # each of its rows has a second source
            other = judge_with(claim_id, reader).word
            if other != one.word:
                without[source] = other
        found[claim_id] = Firmness(
            claim_id,
            one.word,
            one.under("lenient"),
            one.under("strict"),
            judge_with(claim_id, verified).word if verified.loses(one.read) else one.word,
            without,
            len(sources),
            nearest_change(one),
        )
    return found


def nearest_change(one: Judged) -> Change | None:
    """Find the one finding with the smallest distance to its threshold that changes the word.

    Distances of different units are compared as parts of their thresholds.
    """
    best: tuple[float, Change] | None = None
    for place, test in enumerate(one.tests):
        for turned in (MET, NOT_MET, OPEN):
            if turned == test.state:
                continue
            states = [(t.criterion.role, t.state) for t in one.tests]
            states[place] = (test.criterion.role, turned)
            other = word(states)
            by = distance(test, turned)
            if other == one.word or not math.isfinite(by):
                continue
            change = Change(
                test.criterion.criterion_id,
                test.criterion.finding,
                by,
                test.criterion.unit,
                turned,
                other,
            )
            size = by / max(abs(test.criterion.threshold), 1)
            if best is None or size < best[0]:
                best = size, change
    return best[1] if best else None


def change_in_words(one: Judged) -> str:
    """Say the nearest change in one sentence, or that no single finding changes the word."""
    change = nearest_change(one)
    if change is None:
        return "No single finding could change the word."
    test = next(t for t in one.tests if t.criterion.criterion_id == change.criterion_id)
    criterion, kinder = test.criterion, change.state == MET
    if criterion.comparison == "is":
        what = f"“{'yes' if kinder == bool(criterion.threshold) else 'no'}” to"
    elif criterion.comparison == "exactly":
        what = f"{'' if kinder else 'not '}{criterion.wants()} for"
    elif not (test.finding.exact or test.finding.grows):  # a bound would move, which nobody saw
        other = {"at least": "below", "at most": "above"}[criterion.comparison]
        size = _size(criterion.threshold, criterion.unit)
        what = f"surely {criterion.comparison if kinder else other} {size} for"
    else:
        more = "more" if kinder == (criterion.comparison == "at least") else "less"
        by = float(f"{change.by:.2g}")
        size = _size(by, "percentage points" if criterion.unit == "%" else criterion.unit)
        what = f"{size} {more} in" if by else f"the least bit {more} in"
    return f"Nearest change: {what} “{criterion.looks_at()}” would make it {change.word}."


def _size(number: float, unit: str) -> str:
    return f"{number:g}" if unit == "ratio" else amount_of(number, unit)


def distance(test: Test, turned: str) -> float:
    """Tell how far the finding must move for its criterion to take another state.

    Whole things (counts, ranks, yes or no) move in whole steps; ``math.inf`` where no value of the
    finding can give the state. A count from a selection has no upper bound, so that fewer rows make
    it open, not unmet; nothing else is made open.
    """
    finding, criterion = test.finding, test.criterion
    threshold, low, high = criterion.threshold, finding.low, finding.high
    counted = float(threshold).is_integer() and finding.exact and low.is_integer()
    whole = finding.grows or (counted and criterion.unit not in MEASURED)
    past = 1.0 if whole else 0.0
    if turned == OPEN:
        selection = criterion.comparison == "at least" and high == math.inf > low
        return max(low - threshold, 0.0) + past if selection else math.inf
    if criterion.comparison == "is":
        return 1.0
    if criterion.comparison == "exactly":
        return max(abs(low - threshold), past) if finding.exact else past
    if criterion.comparison == "at least":
        if turned == MET:
            return max(threshold - low, 0.0) if math.isfinite(low) else math.inf
        return max(high - threshold, 0.0) + past if math.isfinite(high) else math.inf
    if turned == MET:
        return max(high - threshold, 0.0) if math.isfinite(high) else math.inf
    return max(threshold - low, 0.0) + past if math.isfinite(low) else math.inf
