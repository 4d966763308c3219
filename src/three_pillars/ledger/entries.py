"""The claims with their verdicts, as the blocks and the ledger page show them."""

from __future__ import annotations

from .claims import claims
from .errors import LedgerError
from .judged import judged_on
from .judgement import Judgement, judgement
from .judges import judges

NOT_YET = "not yet judged"
"""What stands in place of a verdict where a claim has no judge."""


def judgements(chapter: str | None = None) -> dict[str, Judgement]:
    """Judge every claim that has a judge, or those of one chapter.

    Args:
        chapter: such as ``"energy/dependence"``; all chapters by default.

    Returns:
        Judgements by claim, in the order in which the claims are declared.

    Raises:
        LedgerError: the chapter has no claims, or a judge stands for no claim or in a wrong place.
    """
    declared = claims()
    ids = declared["claim_id"]
    if chapter is not None:
        ids = ids[declared["chapter"] == chapter]
        if ids.empty:
            chapters = ", ".join(sorted(declared["chapter"].unique()))
            raise LedgerError(f"no claim belongs to chapter {chapter!r}; chapters are {chapters}.")
    known = judges()
    return {
        claim_id: judgement(judged_on(claim_id, "then"), judged_on(claim_id, "today"))
        for claim_id in ids
        if claim_id in known
    }


def entries(chapter: str | None = None) -> list[dict[str, object]]:
    """Return the claims with their verdicts.

    Args:
        chapter: such as ``"energy/dependence"``; all chapters by default.

    Returns:
        For each claim, in the order of declaration, ``id``, ``part``, ``chapter``, ``claim``,
        ``kind`` and ``test``, and the fields of its `Judgement`; without a judge ``verdict`` is
        ``NOT_YET`` and the other fields are empty.

    Raises:
        LedgerError: the chapter has no claims.
    """
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
                "tests": list(verdict.tests) if verdict else [],
                "change": verdict.change if verdict else "",
            }
        )
    return rows
