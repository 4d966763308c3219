"""When two numbers are the same, and by what factor they may differ."""

from __future__ import annotations

import math
from collections.abc import Iterable

import pandas as pd

CLOSE = 5e-4
"""Relative tolerance: four digits are enough, noise does not matter."""

ROUNDED = 0.02
"""An answer this close is taken for the right one, rounded too early."""


def close(one: float, two: float, rel: float) -> bool:
    """Tell whether two numbers are the same up to a relative tolerance; NaN never is."""
    if math.isnan(one) or math.isnan(two):
        return False
    return math.isclose(one, two, rel_tol=rel, abs_tol=1e-9)


def size(values: pd.Series) -> float:
    """Return a hundredth of the median size of some numbers, for those that are nearly zero."""
    return float(values.abs().median()) * 0.01 if len(values) else 0.0


def rounded(given: Iterable[float], expected: Iterable[float]) -> bool:
    """Tell whether numbers are others with fewer digits, two or more, or with fewer decimals."""
    pairs = [(float(one), float(two)) for one, two in zip(given, expected, strict=True)]
    if all(float(f"{two:.10g}") == float(f"{one:.10g}") for one, two in pairs):
        return False
    digits = any(all(_same(one, float(f"{two:.{n}g}")) for one, two in pairs) for n in range(2, 9))
    near = all(abs(one - two) <= abs(two) * ROUNDED for one, two in pairs)
    decimals = any(all(_same(one, round(two, n)) for one, two in pairs) for n in range(9))
    return digits or (near and decimals)


def _same(one: float, two: float) -> bool:
    return math.isclose(one, two, rel_tol=1e-9, abs_tol=1e-12)


def known_mistake(said: Iterable[str]) -> str:
    """Join the sentences of all mistakes that give one value: nobody can tell which was made."""
    first, *others = dict.fromkeys(said)
    return " ".join([first, *(f"Or: {one[0].lower()}{one[1:]}" for one in others)])


def scales(kind: str) -> list[tuple[float, str]]:
    """Return the factors that a mistaken unit gives, each with the sentence that names it.

    Args:
        kind: "fraction" (0.5 for a half), "percent" (50 for a half), "count" or "number".
    """
    per_cent = "A fraction was expected (0.5 for a half); you gave per cent."
    fraction = "Per cent was expected (50 for a half); you gave a fraction."
    sign = (-1.0, "The size is right and the sign is not: what is taken from what?")
    if kind == "fraction":
        return [(100.0, per_cent), (0.01, "You divided by 100 once too often."), sign]
    if kind == "percent":
        return [(0.01, fraction), (100.0, "You multiplied by 100 once too often."), sign]
    if kind == "count":
        return []
    thousand = "The size is off by a factor of a thousand: check the unit."
    return [(1000.0, thousand), (0.001, thousand), sign]
