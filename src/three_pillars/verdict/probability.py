"""Probabilities, and what is said of something that is none."""

from __future__ import annotations

import math
import re
from numbers import Real
from typing import Any

_PER_CENT = re.compile(r"\s*([0-9]+(?:[.,][0-9]+)?)\s*%\s*")


class VerdictError(ValueError):
    """Something cannot be scored; the message says what and why in one sentence."""


class AnswerError(VerdictError):
    """An answers file cannot be used; the message says why in one sentence."""


def probability(value: Any, where: str, error: type[VerdictError] = VerdictError) -> float:
    """Return a probability, or say in one sentence why it is none.

    Args:
        value: a number from 0 to 1.
        where: what it is, such as ``"question F01_2015"``.
        error: the error to raise.

    Raises:
        VerdictError: of the class ``error``: no number, or outside 0 to 1. Something in per cent
            that would be a probability is answered with the fraction to write.
    """
    if isinstance(value, bool) or not isinstance(value, Real):
        found = _PER_CENT.fullmatch(value) if isinstance(value, str) else None
        fraction = float(found[1].replace(",", ".")) / 100 if found else math.inf
        hint = f"; write {fraction:.15g}" if fraction <= 1 else ""
        raise error(f"{where}: {value!r} is not a probability between 0 and 1{hint}.")
    try:
        number = float(value)
    except OverflowError:  # a whole number of more than 300 digits
        number = math.inf if value > 0 else -math.inf
    if not 0 <= number <= 1:
        per_cent = f"; for {number:.15g}% write {number / 100:.15g}" if 1 < number <= 100 else ""
        raise error(f"{where}: {number:.15g} lies outside 0 to 1{per_cent}.")
    return number
