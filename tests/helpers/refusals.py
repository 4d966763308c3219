"""How a measure refuses a wrong input: its own error, one sentence, what is wrong in it."""

import re

import pytest


def refuses(call, error, words):
    """Check that a call raises an error of a class, in one sentence that holds these words."""
    with pytest.raises(error, match=re.escape(words)) as caught:
        call()
    text = str(caught.value)
    assert "\n" not in text, "one sentence"
    assert text.endswith((".", "?"))
