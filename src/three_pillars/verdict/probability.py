"""Probabilities, and what is said of something that is none."""

from __future__ import annotations

import math
from typing import Any


class VerdictError(ValueError):
    """Something cannot be scored; the message says what and why in one sentence."""


class AnswerError(VerdictError):
    """An answers file cannot be used; the message says why in one sentence."""


def probability(value: Any, where: str, error: type[VerdictError] = VerdictError) -> float:
    """Return a probability, or say in one sentence why it is none."""
    number = isinstance(value, int | float) or type(value).__module__ == "numpy"
    if isinstance(value, bool) or not number:
        text = str(value).strip()
        hint = ""
        if text.endswith("%"):
            try:
                hint = f"; write {float(text[:-1].replace(',', '.')) / 100:g}"
            except ValueError:
                hint = ""
        raise error(f"{where}: {value!r} is not a probability between 0 and 1{hint}.")
    if not math.isfinite(value) or not 0 <= value <= 1:
        hint = f"; for {value:g}% write {value / 100:g}" if 1 < value <= 100 else ""
        raise error(f"{where}: {value:g} lies outside 0 to 1{hint}.")
    return float(value)
