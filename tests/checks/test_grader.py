"""What otter's grader says, for a notebook and for a terminal."""

import pytest

from three_pillars.checks import Feedback, grader


def test_feedback_says_it_in_a_terminal():
    assert repr(Feedback("share", [])) == "share: right."
    assert repr(Feedback("share", [], "Well done.")) == "share: right. Well done."
    assert repr(Feedback("share", ["One.", "Two."], "Well done.")) == "share: not yet. One. Two."


def test_feedback_is_escaped_in_a_notebook():
    right, wrong = Feedback("a", [], "5 < 6."), Feedback("a", ["It's <b>."])
    assert "<strong>Right.</strong> 5 &lt; 6.</div>" in right._repr_html_()
    assert "<strong>Not yet.</strong> It&#x27;s &lt;b&gt;.</div>" in wrong._repr_html_()
    assert 'role="status"' in wrong._repr_html_()


@pytest.mark.parametrize(
    ("message", "sentence"),
    [
        ("line 3\nsome code\nWrong: The share is text.\n", "The share is text."),
        ("line 3\nKeyError: 'a'", "it met a KeyError"),
        ("nothing to be found", "it met a problem"),
    ],
)
def test_the_sentence_is_found_behind_the_code_of_the_check(message, sentence):
    assert sentence in grader._said(message)
