"""What is said of an answer that is not right."""

from __future__ import annotations

import numbers
from typing import Any

import numpy as np
import pandas as pd


class Wrong(AssertionError):
    """An answer is not right; the message is one sentence for the student."""


def big(what: str) -> str:
    """Begin with a capital letter, and leave the other letters as they are."""
    return what[:1].upper() + what[1:]


def sentence(say: str) -> str:
    """Make a whole sentence of some words: a capital at the beginning, a mark at the end."""
    say = big(say.strip())
    return say if not say or say[-1] in ".?!" else f"{say}."


def elsewhere(what: str) -> str:
    """Say that an answer is wrong in no way that the check can tell."""
    return f"{what}: not right yet; look at which rows went in, and what was done with them"


def short(one: Any) -> str:
    """Show what a student wrote in one line of 60 characters at the most."""
    shown = " ".join(str(one).split())
    shown = shown if len(shown) <= 60 else f"{shown[:57]}…"
    return repr(shown) if isinstance(one, str) else shown


def type_of(value: Any) -> str:
    """Name the type of an answer as one would say it."""
    for kind, name in (
        (bool, "True or False"),
        (str, "text"),
        (pd.Series, "a Series"),
        (pd.DataFrame, "a table"),
        (pd.Index, "an Index"),
        (np.ndarray, "an array"),
        (list, "a list"),
        (tuple, "a tuple"),
        (set, "a set"),
        (dict, "a dictionary"),
        (numbers.Number, "a number"),
        (type(Ellipsis), "the three dots"),
    ):
        if isinstance(value, kind):
            return name
    if isinstance(value, type):
        return "a class"
    return "a function" if callable(value) else f"an object of type {type(value).__name__}"
