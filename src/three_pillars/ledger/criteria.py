"""Criteria: the tests of each claim, fixed before the tables were read.

``data/argument/criteria.csv`` has one row a criterion. This file reads and checks it; what a
criterion looks at is computed by a judge, and what comes out is decided by the rule.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..data import load, state
from ..day import COMMENTARY
from ..words import amount_of
from .errors import LedgerError

TABLE = "argument/criteria"
COMPARISONS = ("at least", "at most", "exactly", "is")
ROLES = ("needed", "helps", "against")

_RELATIVE = re.compile(r"commentary(?: ([+-]\d+) months)?")
# Names of findings are written small; these words are names.
_PROPER = re.compile(
    r"\b(?:european union|far east|asia|china|crimea|japan(?:ese)?|mori|moscow|putin|"
    r"russia(?:ns?)?|sakhalin|tokyo|ukraine|xi)\b"
)
# And these are no words at all.
_SAID = {
    "two plus two": "2+2 talks",
    "leaders meetings": "leaders' meetings",
    "leaders announcements": "leaders' announcements",
    " less ": " minus ",
    "names listed to european union": "names listed, in % of the European Union's",
}
_FIRST, _LAST = pd.Timestamp("1700-01-01"), pd.Timestamp.max.normalize()


@dataclass(frozen=True)
class Criterion:
    """One test of one claim.

    Args:
        claim_id: the claim, such as ``"C34"``.
        criterion_id: the claim and a letter, such as ``"C34a"``.
        finding: name of the finding that it looks at.
        comparison: ``"at least"``, ``"at most"``, ``"exactly"`` or ``"is"`` (yes or no).
        threshold: what the finding is compared with; 1 is yes, 0 is no.
        unit: unit of finding and threshold.
        lenient: the threshold of a reasonable reader who is kinder to the claim.
        strict: of one who is harder.
        role: ``"needed"``, ``"helps"`` or ``"against"``.
        window_from: first day that counts, as declared; ``""`` for all that went before.
        window_to: last day that counts; ``""`` for the day on which is judged.
        reason: why this, and why here.
    """

    claim_id: str
    criterion_id: str
    finding: str
    comparison: str
    threshold: float
    unit: str
    lenient: float
    strict: float
    role: str
    window_from: str
    window_to: str
    reason: str

    def looks_at(self) -> str:
        """Say the finding as words: "rise of Russian share"."""
        words = self.finding.replace("_", " ")
        for code, said in _SAID.items():
            words = words.replace(code, said)
        return _PROPER.sub(lambda found: found[0].title(), words)

    def value(self, reading: str = "declared") -> float:
        """Return the threshold of a reading: lenient, declared or strict."""
        return {"lenient": self.lenient, "declared": self.threshold, "strict": self.strict}[reading]

    def start(self) -> pd.Timestamp:
        """Return the first day of the window."""
        return moment(self.window_from) if self.window_from else _FIRST

    def end(self, day: pd.Timestamp) -> pd.Timestamp:
        """Return the last day of the window, which is the day itself where none is declared."""
        return moment(self.window_to) if self.window_to else pd.Timestamp(day)

    def inside(self, dated: pd.DataFrame, day: pd.Timestamp) -> pd.DataFrame:
        """Keep the events that surely lie in the window, as far as it has run by a day.

        Args:
            dated: events with ``first_day`` and ``last_day``, from `three_pillars.day.dated()`.
            day: the day on which is judged.
        """
        return dated[self._surely(dated, day)]

    def perhaps(self, dated: pd.DataFrame, day: pd.Timestamp) -> int:
        """Count the events that may lie in the window: their month or year touches its edge."""
        start, end = self._bounds(day)
        touch = (dated["last_day"].to_numpy() >= start) & (dated["first_day"].to_numpy() <= end)
        return int(touch.sum()) - int(self._surely(dated, day).sum())

    # Compared as plain arrays: the judges ask some thousand times.
    def _surely(self, dated: pd.DataFrame, day: pd.Timestamp) -> np.ndarray:
        start, end = self._bounds(day)
        return (dated["first_day"].to_numpy() >= start) & (dated["last_day"].to_numpy() <= end)

    def _bounds(self, day: pd.Timestamp) -> tuple[np.datetime64, np.datetime64]:
        return self.start().to_datetime64(), min(self.end(day), day).to_datetime64()

    def wants(self, reading: str = "declared") -> str:
        """Say the comparison in words: "at least 2 percentage points", "yes"."""
        value = self.value(reading)
        if self.comparison == "is":
            return "yes" if value else "no"
        return f"{self.comparison} {amount_of(value, self.unit)}"


@functools.lru_cache(maxsize=512)
def moment(text: str) -> pd.Timestamp:
    """Read a day of a window: an ISO date, "commentary", or "commentary -12 months".

    Raises:
        LedgerError: it is none of these.
    """
    found = _RELATIVE.fullmatch(text)
    if found:
        return COMMENTARY + pd.DateOffset(months=int(found[1] or 0))
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return pd.Timestamp(text)
    raise LedgerError(
        f"{text!r} is no day of a window; write 2015-12-31, commentary, or commentary -12 months."
    )


def window_of(criterion_id: str) -> Criterion:
    """Return one criterion, whose window a judge asks for.

    Args:
        criterion_id: such as ``"C34a"``.

    Raises:
        LedgerError: there is no such criterion, or its row cannot be a test.
    """
    for one in criteria(criterion_id[:3]):
        if one.criterion_id == criterion_id:
            return one
    raise LedgerError(f"there is no criterion {criterion_id!r} in {TABLE}.")


def criteria(claim_id: str | None = None) -> list[Criterion]:
    """Return the criteria of one claim, or all, as declared and checked.

    Raises:
        LedgerError: a row cannot be a test; the sentence names claim and criterion.
    """
    every = _criteria(load, state(TABLE))
    return [one for one in every if claim_id in (None, one.claim_id)]


# A judge asks for its windows again and again; they change only with the tables.
@functools.lru_cache(maxsize=4)
def _criteria(read: Callable[[str], pd.DataFrame], tables: str) -> tuple[Criterion, ...]:
    return tuple(_criterion(row) for row in read(TABLE).to_dict("records"))


def _criterion(row: dict[str, object]) -> Criterion:
    text = {key: "" if pd.isna(value) else str(value) for key, value in row.items()}
    name = f"{text['criterion_id']} of claim {text['claim_id']} in {TABLE}"
    if not text["finding"]:
        raise LedgerError(f"criterion {name} names no finding; say what it looks at.")
    for column, known in (("comparison", COMPARISONS), ("role", ROLES)):
        if text[column] not in known:
            raise LedgerError(
                f"criterion {name} has the {column} {text[column]!r}; "
                f"it is one of {', '.join(known)}."
            )
    exact = text["comparison"] in ("is", "exactly")
    if exact and (text["lenient"] or text["strict"]):
        raise LedgerError(
            f"criterion {name} compares with {text['comparison']!r}, "
            "which has no lenient and no strict threshold; leave both empty."
        )
    threshold = _number(text["threshold"], text["comparison"], name)
    lenient = _number(text["lenient"] or text["threshold"], text["comparison"], name)
    strict = _number(text["strict"] or text["threshold"], text["comparison"], name)
    order = [lenient, threshold, strict]
    if order != sorted(order, reverse=text["comparison"] == "at most"):
        raise LedgerError(
            f"criterion {name} is {text['comparison']} {threshold:g}, lenient {lenient:g}, strict "
            f"{strict:g}: lenient must be kinder to the claim and strict harder."
        )
    found = Criterion(
        **{
            key: text[key]
            for key in ("claim_id", "criterion_id", "finding", "comparison", "unit", "role")
        },
        **{key: text[key] for key in ("window_from", "window_to", "reason")},
        threshold=threshold,
        lenient=lenient,
        strict=strict,
    )
    for day in (found.window_from, found.window_to):
        if day:
            try:
                moment(day)
            except LedgerError as error:
                raise LedgerError(f"criterion {name}: {error}") from None
    return found


def _number(text: str, comparison: str, name: str) -> float:
    if comparison == "is":
        if text not in ("yes", "no"):
            raise LedgerError(
                f"criterion {name} compares with 'is', so its threshold is yes or no."
            )
        return float(text == "yes")
    try:
        return float(text)
    except ValueError:
        raise LedgerError(
            f"criterion {name} has the threshold {text!r}, which is no number."
        ) from None
