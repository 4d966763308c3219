"""What the ledger says of one claim: both words, the figures and the tests behind them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from ..day import COMMENTARY_WORDS
from .errors import LedgerError
from .finding import amount
from .firmness import change_in_words
from .judged import Judged

VERDICTS = ("supported", "partly", "contradicted", "untestable")
"""The words of a verdict, in this order everywhere."""


@dataclass(frozen=True)
class Judgement:
    """What the evidence says about one claim.

    Args:
        verdict: today's verdict: supported, partly, contradicted or untestable.
        then: the verdict that could be reached on the day of the commentary, in the same words.
        figure: the finding of the first criterion, with its unit.
        evidence: what was found, one sentence a criterion, their numbers computed.
        hindsight: what could be said on the day of the commentary where that differs, or ``""``.
        tables: the tables the findings rest on.
        tests: for each criterion ``id``, ``role``, ``finding`` (its name), ``wants`` (the
            comparison), ``reason``, ``then`` and ``today`` (met, not met or open), ``found`` and
            ``found_then`` (sentences).
        change: what would change today's word, in one sentence.

    Raises:
        LedgerError: a verdict is none of the four words, or a field that must be filled is empty.
    """

    verdict: str
    then: str
    figure: str
    evidence: str
    hindsight: str = ""
    tables: list[str] = field(default_factory=list)
    tests: list[dict[str, Any]] = field(default_factory=list)
    change: str = ""

    def __post_init__(self) -> None:
        """Refuse a judgement that says less than it must."""
        for name in ("verdict", "then"):
            if getattr(self, name) not in VERDICTS:
                raise LedgerError(
                    f"a judgement's {name} is one of {', '.join(VERDICTS)}, "
                    f"not {getattr(self, name)!r}."
                )
        for name in ("figure", "evidence", "tables"):
            if not getattr(self, name):
                raise LedgerError(f"a judgement needs its {name}; it is empty.")


def judgement(then: Judged, today: Judged) -> Judgement:
    """Put a claim's two days together.

    Args:
        then: the claim, judged on the day of the commentary.
        today: the same claim, judged on the date of the data.
    """
    pairs = list(zip(then.tests, today.tests, strict=True))
    turned = [old.finding.says for old, new in pairs if old.state != new.state]
    return Judgement(
        verdict=today.word,
        then=then.word,
        figure=today.tests[0].finding.figure or amount(today.tests[0].finding),
        evidence=" ".join(_once(one.finding.says for one in today.tests)),
        hindsight=f"On {COMMENTARY_WORDS}: {' '.join(_once(turned))}" if turned else "",
        tables=list(today.rests()),
        tests=[
            {
                "id": new.criterion.criterion_id,
                "role": new.criterion.role,
                "finding": new.criterion.looks_at(),
                "wants": new.criterion.wants(),
                "reason": new.criterion.reason,
                "then": old.state,
                "today": new.state,
                "found": new.finding.says,
                "found_then": old.finding.says,
                "later_edition": new.finding.later_edition or old.finding.later_edition,
            }
            for old, new in pairs
        ],
        change=change_in_words(today),
    )


def _once(sentences: Iterable[str]) -> list[str]:
    """Keep each sentence once, in order."""
    return list(dict.fromkeys(sentences))
