"""When two numbers are the same, and by what factor they may differ."""

from __future__ import annotations

import math

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


def scales(kind: str) -> list[tuple[float, str]]:
    """Return the factors that a mistaken unit gives, each with the sentence that names it.

    Args:
        kind: "fraction" (0.5 for a half), "percent" (50 for a half), "count" or "number".
    """
    per_cent = "A fraction was expected (0.5 for a half); you gave per cent."
    fraction = "Per cent was expected (50 for a half); you gave a fraction."
    sign = (-1.0, "The sign is the wrong way round: what is taken from what?")
    if kind == "fraction":
        return [(100.0, per_cent), (0.01, "You divided by 100 once too often."), sign]
    if kind == "percent":
        return [(0.01, fraction), (100.0, "You multiplied by 100 once too often."), sign]
    if kind == "count":
        return []
    thousand = "The size is off by a factor of a thousand: check the unit."
    return [(1000.0, thousand), (0.001, thousand), sign]
