"""An open answer."""

import pytest

from three_pillars.checks import text


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("Trade fell in the year before the measures were announced at all.", ""),
        ("Too short.", "The answer: 2 words; 10 to 20 were asked for"),
        ("Short.", "The answer: 1 word; 10 to 20 were asked for"),
        (" ".join(f"word{n}" for n in range(21)), "21 words; cut the text to 20"),
        ("yes no " * 6, "the same words come again"),
        (3, "write text, in quotation marks"),
        (None, "there is nothing"),
    ],
)
def test_an_open_answer_has_a_length_and_words(said, value, words):
    sentence = said(text, value, "the answer", least=10, most=20)
    assert words in sentence
    assert bool(sentence) == bool(words)
