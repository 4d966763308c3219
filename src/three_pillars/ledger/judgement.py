"""What a judge says of one claim."""

from __future__ import annotations

from dataclasses import dataclass, field

VERDICTS = ("supported", "partly", "contradicted", "untestable")
"""The words of a verdict, in this order everywhere."""


class LedgerError(ValueError):
    """A claim is unknown, judged twice or in the wrong place, or judged incompletely."""


@dataclass(frozen=True)
class Judgement:
    """What the evidence says about one claim.

    Args:
        verdict: today's verdict: supported, partly, contradicted or untestable.
        then: the verdict that could be reached on the day of the commentary, in the same words.
        figure: the number that decides, with its unit; computed from a table.
        evidence: one sentence of evidence, its numbers computed.
        hindsight: one sentence on what became known later, or ``""``.
        tables: the tables the figure rests on.

    Raises:
        LedgerError: a verdict is none of the four words, or a field that must be filled is empty.
    """

    verdict: str
    then: str
    figure: str
    evidence: str
    hindsight: str = ""
    tables: list[str] = field(default_factory=list)

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
