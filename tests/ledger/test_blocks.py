"""The verdicts of a chapter as a block."""

import pytest

from three_pillars.blocks import to_html
from three_pillars.ledger import LedgerError, judge, verdicts


def test_a_claim_without_a_judge_shows_as_not_yet_judged_with_its_test(register, judge_of_c34):
    judge("C34")(judge_of_c34)
    page = to_html(verdicts("energy/dependence").payload, "v", base="../../")
    assert page.count("not yet judged") == 5
    assert page.count("supported") >= 1
    assert "How to test it:" in page
    assert '<a href="../../chapters/reference/data/energy.html#energy-lng-imports">' in page


def test_an_unknown_chapter_is_answered_with_the_known_ones(register):
    with pytest.raises(LedgerError, match=r"chapters are .*energy/dependence"):
        verdicts("energy/dependance")
