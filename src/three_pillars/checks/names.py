"""A collection of names."""

from __future__ import annotations

import numbers
from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from .answers import answered, members
from .wrong import Wrong, big, sentence


def names(
    value: Any,
    expected: Iterable[str],
    what: str,
    *,
    ordered: bool = False,
    mistakes: Iterable[tuple[Iterable[str], str]] = (),
    unwanted: Mapping[str, str] | None = None,
) -> None:
    """Check a collection of names.

    Args:
        value: The answer: a list, tuple, set, array, Index or Series of text.
        expected: The right names.
        what: What is asked for, in the plural: "the three largest suppliers".
        ordered: Whether the order counts.
        mistakes: Collections that a known mistake gives, each with the sentence that names it.
        unwanted: Names that do not belong, each with the sentence that says why.

    Raises:
        Wrong: The answer is not right.
    """
    answered(value, what)
    right = [str(name).strip().casefold() for name in expected]
    if isinstance(value, str):
        raise Wrong(f"{big(what)}: give a list of names, not one text: ['…', '…'].")
    if isinstance(value, pd.DataFrame):
        raise Wrong(f"{big(what)}: this is a whole table; take the column of names.")
    if isinstance(value, Mapping):
        raise Wrong(f"{big(what)}: this is a dictionary; give the names alone, as a list.")
    shown = members(value, what)
    if (
        isinstance(value, pd.Series)
        and shown
        and all(isinstance(one, numbers.Number) for one in shown)
        and all(isinstance(one, str) for one in value.index)
    ):
        raise Wrong(f"{big(what)}: these are the values; the names are in the index.")
    if not all(isinstance(one, str) for one in shown):
        raise Wrong(f"{big(what)}: names were expected, each as text.")
    have = [one.strip().casefold() for one in shown]
    if have == right or (not ordered and set(have) == set(right) and len(have) == len(right)):
        return
    for wrong, say in mistakes:
        other = [str(name).strip().casefold() for name in wrong]
        if have == other or (not ordered and set(have) == set(other)):
            raise Wrong(sentence(say))
    for name, say in (unwanted or {}).items():
        if name.casefold() in have and name.casefold() not in right:
            raise Wrong(sentence(say))
    if len(set(have)) < len(have):
        raise Wrong(f"{big(what)}: a name stands there more than once.")
    if len(have) != len(right):
        few = "too few" if len(have) < len(right) else "too many"
        raise Wrong(f"{big(what)}: {few} names ({len(have)}).")
    if set(have) == set(right):
        raise Wrong(f"{big(what)}: the names are right, their order is not.")
    off = len(set(have) - set(right))
    raise Wrong(f"{big(what)}: {off} of the {len(have)} names do{'es' * (off == 1)} not belong.")
