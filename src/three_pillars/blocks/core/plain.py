"""What is said of an answer: after the word that the page itself says."""

from __future__ import annotations

import re

from .errors import BlockError

_SAID_ALREADY = re.compile(
    r"(right|yes|no|wrong|correct|true|false|not yet)\s*(?:[.,:;!\N{EM DASH}]|$)", re.I
)


def plain(name: str, text: str) -> str:
    """Return a feedback that does not repeat what the page says before it (Right. Not yet.).

    Args:
        name: the block or question, for the message.
        text: the feedback.

    Raises:
        BlockError: it begins with such a word.
    """
    if found := _SAID_ALREADY.match(text.strip()):
        raise BlockError(
            f"{name}: the page says whether it is right; leave out {found[1]!r} in {text!r}."
        )
    return text
