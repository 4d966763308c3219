"""A claim, judged on a day: its criteria, what was found, and the word that follows.

*Then* is the day of the commentary, *today* a date in the data package. Both are the same judges
and the same rule; only the day differs.
"""

from __future__ import annotations

import functools
import pickle
from dataclasses import dataclass

import pandas as pd

from ..data import Reader, today
from ..data import state as tables_state
from ..day import COMMENTARY
from ..kept import of_this_state
from .criteria import criteria
from .errors import LedgerError
from .finding import Finding
from .judges import judge_of, judges
from .rule import Test, state_of, word


@dataclass(frozen=True)
class Judged:
    """One claim on one day.

    Args:
        claim_id: the claim.
        day: the day.
        tests: each criterion with its finding and its state, in the order declared.
        word: supported, partly, contradicted or untestable.
        read: the tables that the judge read.
    """

    claim_id: str
    day: pd.Timestamp
    tests: tuple[Test, ...]
    word: str
    read: frozenset[str]

    def under(self, reading: str) -> str:
        """Return the word under the lenient or the strict thresholds."""
        return word(
            (one.criterion.role, state_of(one.finding, one.criterion, self.day, reading))
            for one in self.tests
        )

    def rests(self) -> dict[str, frozenset[str]]:
        """Return the tables that the findings rest on, and the sources of their rows."""
        held: dict[str, frozenset[str]] = {}
        for one in self.tests:
            for table, sources in one.finding.rests.items():
                held[table] = held.get(table, frozenset()) | sources
        return held


def judge_with(claim_id: str, load: Reader) -> Judged:
    """Judge a claim from what a reader of the tables may see.

    Args:
        claim_id: the claim, such as ``"C34"``.
        load: a reader with its day.

    Raises:
        LedgerError: nobody judges the claim, a criterion's finding is computed by nobody or in
            another unit, or a finding belongs to no criterion.
    """
    day = load.day
    function = judge_of(claim_id)
    own = criteria(claim_id)
    if function is None or not own:
        lacks = "judge" if function is None else "criterion"
        where = "" if function is None else " in argument/criteria"
        raise LedgerError(f"claim {claim_id} has no {lacks}{where}, so there is no word for it.")
    if not any(one.role == "needed" for one in own):
        raise LedgerError(
            f"claim {claim_id} has no criterion that is needed in argument/criteria; add one."
        )
    earlier = frozenset(load.read)
    load.read.clear()
    found = function(load, day)
    read = frozenset(load.read)
    load.read.update(earlier)
    tests = []
    for one in own:
        finding = found.get(one.finding)
        if not isinstance(finding, Finding):
            raise LedgerError(
                f"criterion {one.criterion_id} looks at '{one.finding}', which the judge of "
                f"{claim_id} does not compute; it computes {', '.join(found) or 'nothing'}."
            )
        if finding.unit != one.unit:
            raise LedgerError(
                f"criterion {one.criterion_id} has its threshold in {one.unit}, and the finding "
                f"'{one.finding}' comes in {finding.unit}; one of them is wrong."
            )
        tests.append(Test(one, finding, state_of(finding, one, day)))
    if stray := set(found) - {one.finding for one in own}:
        raise LedgerError(f"no criterion of {claim_id} looks at the finding '{min(stray)}'.")
    chosen = word((test.criterion.role, test.state) for test in tests)
    return Judged(claim_id, day, tuple(tests), chosen, read)


def judged(when: str = "today") -> dict[str, Judged]:
    """Judge every claim that has a judge, on one of the two days.

    Args:
        when: ``"then"`` for the day of the commentary, ``"today"`` for the date of the data.
    """

    def make() -> bytes:
        return pickle.dumps({one: judged_on(one, when) for one in sorted(judges())})

    # A build judges once for all its pages and for later builds of the same state.
    return pickle.loads(of_this_state(f"judged {when}", ".pickle", make))


def judged_on(claim_id: str, when: str = "today") -> Judged:
    """Judge one claim on one of the two days; a chapter need not judge those of all others.

    Args:
        claim_id: the claim.
        when: ``"then"`` or ``"today"``, as for `judged()`.
    """
    return _judged(claim_id, COMMENTARY if when == "then" else today(), tables_state())


# A page may show the same verdict several times; it changes only with the day and the tables.
@functools.lru_cache(maxsize=512)
def _judged(claim_id: str, day: pd.Timestamp, tables: str) -> Judged:
    return judge_with(claim_id, _reader(day, tables))


# What was public on a day is the same for all claims.
@functools.lru_cache(maxsize=4)
def _reader(day: pd.Timestamp, tables: str) -> Reader:
    return Reader(day)
