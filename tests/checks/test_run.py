"""Running a check: a sentence comes out, never an error."""

import pytest

from three_pillars.checks import run

CHECK = """
def test_share(share, total):
    from three_pillars import checks
    checks.number(share, total / 4, "the share")
"""


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"share": 1, "total": 4}, ""),
        ({"share": 2, "total": 4}, "The share: not right yet"),
        ({"total": 4}, "there is nothing (None)"),
        ({"share": 1}, "cannot read this answer (it met a TypeError)"),
    ],
)
def test_a_check_finds_its_answers_by_name(answers, words):
    said = run(CHECK, answers)
    assert words in said
    assert bool(said) == bool(words)


@pytest.mark.parametrize(
    ("source", "error"), [("def (", "SyntaxError"), ("x = 1", "StopIteration"), ("1/0", "ZeroDiv")]
)
def test_a_check_that_is_none_is_said_in_a_sentence_too(source, error):
    assert f"it met a {error}" in run(source, {})
