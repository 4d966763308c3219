"""The word that each claim of four parts got when its judge was written, then and today.

A change of a table or a judge that turns one is seen here, and must be meant.
"""

import pytest

from three_pillars import ledger

WORDS = {  # then, today
    "C06": ("supported", "supported"),
    "C12": ("supported", "supported"),
    "C13": ("supported", "supported"),
    "C14": ("partly", "partly"),
    "C17": ("supported", "supported"),
    "C18": ("supported", "supported"),
    "C19": ("partly", "partly"),
    "C20": ("partly", "partly"),
    "C21": ("supported", "supported"),
    "C22": ("partly", "partly"),
    "C23": ("supported", "supported"),
    "C24": ("supported", "supported"),
    "C25": ("supported", "supported"),
    "C26": ("partly", "partly"),
    "C27": ("supported", "supported"),
    "C28": ("partly", "partly"),
    "C29": ("untestable", "contradicted"),
    "C30": ("untestable", "untestable"),
    "C31": ("supported", "supported"),
    "C32": ("untestable", "partly"),
    "C33": ("supported", "supported"),
    "C34": ("contradicted", "contradicted"),
    "C35": ("partly", "partly"),
    "C36": ("supported", "supported"),
    "C37": ("partly", "partly"),
    "C38": ("partly", "partly"),
    "C39": ("partly", "partly"),
    "C40": ("supported", "supported"),
    "C41": ("supported", "supported"),
    "C42": ("supported", "supported"),
    "C43": ("partly", "partly"),
    "C44": ("partly", "supported"),
    "C45": ("partly", "partly"),
    "C46": ("supported", "supported"),
    "C47": ("partly", "partly"),
    "C48": ("partly", "partly"),
    "C49": ("untestable", "untestable"),
    "C50": ("supported", "supported"),
    "C51": ("partly", "supported"),
    "C52": ("untestable", "untestable"),
    "C57": ("supported", "supported"),
    "C58": ("partly", "partly"),
    "C59": ("untestable", "supported"),
    "C60": ("untestable", "supported"),
    "C61": ("untestable", "partly"),
    "C62": ("untestable", "supported"),
    "C63": ("untestable", "partly"),
}


@pytest.mark.parametrize("claim", WORDS)
def test_words_on_both_days(claim):
    words = tuple(ledger.judged_on(claim, when).word for when in ("then", "today"))
    assert words == WORDS[claim]
