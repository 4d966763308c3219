"""The ledger of claims: declared once, judged once, shown everywhere.

``data/argument/claims.csv`` declares what the commentary claims. A function in a file of its
chapter's judges, ``three_pillars/<part>/judges/<chapter>.py``, judges a claim from the tables of
the book. Whoever shows a verdict gets it from here.
"""

from .blocks import chain, claims_ledger, verdicts
from .claims import KIND_ORDER, claims
from .criteria import Criterion, criteria, window_of
from .entries import NOT_YET, entries, judgements
from .errors import LedgerError
from .finding import Finding, found_answer, found_count, found_value, missing
from .firmness import Change, Firmness, firmness
from .judged import Judged, judge_with, judged, judged_on
from .judgement import VERDICTS, Judgement
from .judges import judge, judges
from .rule import WORDS, state_of, word
from .verdict_fill import verdict_fill

__all__ = [
    "KIND_ORDER",
    "NOT_YET",
    "VERDICTS",
    "WORDS",
    "Change",
    "Criterion",
    "Finding",
    "Firmness",
    "Judged",
    "Judgement",
    "LedgerError",
    "chain",
    "claims",
    "claims_ledger",
    "criteria",
    "entries",
    "firmness",
    "found_answer",
    "found_count",
    "found_value",
    "judge",
    "judge_with",
    "judged",
    "judged_on",
    "judgements",
    "judges",
    "missing",
    "state_of",
    "verdict_fill",
    "verdicts",
    "window_of",
    "word",
]
