"""The ledger of claims: declared once, judged once, shown everywhere.

``data/argument/claims.csv`` declares what the commentary claims. A function in the file of a
chapter's judges, ``three_pillars/<part>/judges/<chapter>.py``, judges a claim from the tables of
the book. Whoever shows a verdict gets it from here.
"""

from .blocks import chain, claims_ledger, verdicts
from .claims import KIND_ORDER, claims
from .entries import NOT_YET, entries, judgements
from .judgement import VERDICTS, Judgement, LedgerError
from .judges import judge, judges

__all__ = [
    "KIND_ORDER",
    "NOT_YET",
    "VERDICTS",
    "Judgement",
    "LedgerError",
    "chain",
    "claims",
    "claims_ledger",
    "entries",
    "judge",
    "judgements",
    "judges",
    "verdicts",
]
