"""For each claim one small change of a table turns its word into the one expected."""

import pytest
from helpers.edits import EDITS
from helpers.judging import judged_with, says

from three_pillars.ledger import WORDS, claims


@pytest.mark.parametrize(
    ("claim", "table", "change", "when", "before", "after", "said"),
    [(*edit[:6], edit[6:]) for edit in EDITS],
    ids=[f"{edit[0]}-{edit[3]}-{number}" for number, edit in enumerate(EDITS)],
)
def test_a_small_change_gives_the_word_expected(claim, table, change, when, before, after, said):
    assert {before, after} <= set(WORDS)
    assert judged_with(claim, when).word == before
    other = judged_with(claim, when, table, change)
    text = says(other)
    assert other.word == after, text
    if said:
        new, gone = said
        assert new in text
        assert gone not in text


def test_every_claim_has_a_change_that_turns_its_word():
    """A claim that is added needs its change in ``tests/helpers/edits/<part>.py``."""
    turned = {edit[0] for edit in EDITS if edit[4] != edit[5]}
    assert set(claims()["claim_id"]) - turned == set()
