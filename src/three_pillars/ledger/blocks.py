"""What shows the ledger: the verdicts of a chapter, all claims at once, the way of one claim."""

from __future__ import annotations

from ..blocks import Block
from ..commentary import PARTS
from ..data import describe
from ..day import COMMENTARY_WORDS
from .claims import KIND_ORDER
from .entries import NOT_YET, entries
from .errors import LedgerError
from .judgement import VERDICTS


def verdicts(chapter: str) -> Block:
    """Show the claims of a chapter with their verdicts.

    Args:
        chapter: such as ``"energy/dependence"``.

    Raises:
        LedgerError: the chapter has no claims.
    """
    return Block("verdicts", claims=entries(chapter))


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
    words = f"Today: {row['verdict']}. On {COMMENTARY_WORDS}: {row['then']}. {row['evidence']}"
    steps = [
        ("Claim", f"{claim_id}, a {row['kind']}: {row['claim']}."),
        ("Indicator", f"{row['test']}."),
        ("Table", "; ".join(f"{t['title']} ({t['name']})" for t in tables) + "."),
        ("Figure", f"{row['figure']}."),
        ("Verdict", words),
    ]
    return Block("chain", steps=steps)
