"""The ledger of claims: declared once, judged once, shown everywhere.

``data/argument/claims.csv`` declares what the commentary claims. A function in the module of a part
judges a claim from the tables of the book. Whoever shows a verdict gets it from here.
"""

from __future__ import annotations

import functools
import importlib
from collections.abc import Callable
from dataclasses import dataclass, field

import pandas as pd

from .blocks import Block
from .data import describe, load, state

PARTS = ("argument", "territory", "energy", "balance", "constraint", "verdict")
VERDICTS = ("supported", "partly", "contradicted", "untestable")
NOT_YET = "not yet judged"

_judges: dict[str, Callable[[], Judgement]] = {}


class LedgerError(ValueError):
    """A claim is unknown, judged twice, or judged incompletely."""


@dataclass(frozen=True)
class Judgement:
    """What the evidence says about one claim.

    Args:
        verdict: today's verdict: supported, partly, contradicted or untestable.
        then: the verdict that could be reached on 21 July 2015, in the same words.
        figure: the number that decides, with its unit; computed from a table.
        evidence: one sentence of evidence, its numbers computed.
        hindsight: one sentence on what became known later, or ``""``.
        tables: the tables the figure rests on.
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


def judge(claim_id: str) -> Callable[[Callable[[], Judgement]], Callable[[], Judgement]]:
    """Declare the decorated function the one judge of a claim.

    Args:
        claim_id: the claim, such as ``"C34"``.

    Raises:
        LedgerError: the claim has a judge already.
    """

    def register(function: Callable[[], Judgement]) -> Callable[[], Judgement]:
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


def judges() -> dict[str, Callable[[], Judgement]]:
    """Return every judge by claim; loads the modules of all parts written so far."""
    for part in PARTS:
        try:
            importlib.import_module(f"three_pillars.{part}")
        except ModuleNotFoundError as error:
            if error.name != f"three_pillars.{part}":
                raise
    return dict(_judges)


def claims() -> pd.DataFrame:
    """Return the 63 claims as declared, one row each."""
    return load("argument/claims")


def judgements(chapter: str | None = None) -> dict[str, Judgement]:
    """Judge every claim that has a judge, or those of one chapter.

    Args:
        chapter: such as ``"energy/dependence"``; all chapters by default.

    Raises:
        LedgerError: the chapter has no claims, or a judge stands for no claim.
    """
    declared = claims()
    known = judges()
    if stray := set(known) - set(declared["claim_id"]):
        raise LedgerError(f"the judge of {min(stray)} stands for no claim of argument/claims.")
    ids = declared["claim_id"]
    if chapter is not None:
        ids = ids[declared["chapter"] == chapter]
        if ids.empty:
            chapters = ", ".join(sorted(declared["chapter"].unique()))
            raise LedgerError(f"no claim belongs to chapter {chapter!r}; chapters are {chapters}.")
    tables = state()
    return {claim_id: _judged(known[claim_id], tables) for claim_id in ids if claim_id in known}


# A page may show the same verdict several times; it changes only with the tables.
@functools.cache
def _judged(function: Callable[[], Judgement], tables: str) -> Judgement:
    return function()


def entries(chapter: str | None = None) -> list[dict[str, object]]:
    """Return the claims with their verdicts, as the blocks and the ledger page show them."""
    declared = claims()
    found = judgements(chapter)
    if chapter is not None:
        declared = declared[declared["chapter"] == chapter]
    rows = []
    for claim in declared.to_dict("records"):
        verdict = found.get(claim["claim_id"])
        rows.append(
            {
                "id": claim["claim_id"],
                "part": claim["part"],
                "chapter": claim["chapter"],
                "claim": claim["claim"],
                "kind": claim["kind"],
                "test": claim["test"],
                "verdict": verdict.verdict if verdict else NOT_YET,
                "then": verdict.then if verdict else "",
                "figure": verdict.figure if verdict else "",
                "evidence": verdict.evidence if verdict else "",
                "hindsight": verdict.hindsight if verdict else "",
                "tables": list(verdict.tables) if verdict else [],
            }
        )
    return rows


def verdicts(chapter: str) -> Block:
    """Show the claims of a chapter with their verdicts.

    Args:
        chapter: such as ``"energy/dependence"``.

    Raises:
        LedgerError: the chapter has no claims.
    """
    return Block("verdicts", claims=entries(chapter))


KIND_ORDER = ("fact", "trend", "causal", "forecast")


def claims_ledger() -> Block:
    """Show all claims: a grid of part and kind, filters, and each claim with its evidence."""
    rows = entries()
    found = [*VERDICTS, NOT_YET] if any(r["verdict"] == NOT_YET for r in rows) else list(VERDICTS)
    return Block("ledger", claims=rows, parts=list(PARTS), kinds=list(KIND_ORDER), verdicts=found)


def chain(claim_id: str) -> Block:
    """Show the way of one claim from the commentary to its verdict, link by link.

    Args:
        claim_id: a claim that has a judge, such as ``"C10"``.

    Raises:
        LedgerError: there is no such claim, or nobody judges it.
    """
    rows = {str(row["id"]): row for row in entries()}
    if claim_id not in rows:
        raise LedgerError(f"there is no claim {claim_id!r}; claims run from C01 to C{len(rows)}.")
    row = rows[claim_id]
    if row["verdict"] == NOT_YET:
        raise LedgerError(f"claim {claim_id} has no judge, so there is no chain to show.")
    tables = [describe(name) for name in row["tables"]]
    steps = [
        ("Claim", f"{claim_id}, a {row['kind']}: {row['claim']}."),
        ("Indicator", f"{row['test']}."),
        ("Table", "; ".join(f"{t['title']} ({t['name']})" for t in tables) + "."),
        ("Figure", f"{row['figure']}."),
        ("Verdict", f"Today: {row['verdict']}. On 21 July 2015: {row['then']}. {row['evidence']}"),
    ]
    return Block("chain", steps=steps)
