"""Names of pieces: what a figure or a block is called, wherever it is found."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

LONGEST = 50
"""A name has at most so many characters, so that an address still fits a slide."""

_WORDS = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


def name_problem(name: Any) -> str | None:
    """Say what is wrong with the name of a piece, or return None.

    Args:
        name: words in small letters, joined by hyphens, such as ``"lng-share"``.
    """
    if isinstance(name, str) and _WORDS.fullmatch(name) and len(name) <= LONGEST:
        return None
    return (
        f"the name {name!r} must be words in small letters joined by hyphens, {LONGEST} characters "
        "at most, such as 'lng-share'"
    )


def name_of(spec: Mapping[str, Any]) -> str | None:
    """Return the name that `figure()` wrote into a specification; None if it was given none."""
    return spec.get("usermeta", {}).get("three_pillars", {}).get("name")
