"""A table: its columns, its rows by key, its values."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from .answers import answered
from .comparing import CLOSE, scales
from .labels import label
from .wrong import Wrong, big, sentence, type_of


def table(
    value: Any,
    expected: pd.DataFrame,
    what: str,
    *,
    keys: Sequence[str],
    ordered: bool = False,
    kinds: Mapping[str, str] | None = None,
    mistakes: Iterable[tuple[pd.DataFrame, str]] = (),
    hint: str = "",
    rows: str = "rows",
    rel: float = CLOSE,
) -> None:
    """Check a table: its columns, its rows by key, its values.

    Further columns do no harm; keys may stand in the index; the order of rows counts only if asked.

    Args:
        value: The answer.
        expected: The right table, with all columns asked for.
        what: What is asked for: "the table of shares".
        keys: The columns that tell rows apart.
        ordered: Whether the order of rows counts.
        kinds: Columns of numbers whose kind (as in `number`) should be named when it is mistaken.
        mistakes: Tables that a known mistake gives, each with the sentence that names it.
        hint: Said when nothing else fits.
        rows: What its rows are called, if not all of those that a student sees are counted.
        rel: Relative tolerance.

    Raises:
        Wrong: The answer is not right.
    """
    frame = _frame(value, expected, what, keys)

    def ready(one: pd.DataFrame) -> pd.DataFrame:
        one = one.copy()
        for key in keys:
            one[key] = [label(cell) for cell in one[key]]
        return one if ordered else one.sort_values(list(keys), key=lambda c: c.astype(str))

    right, given = ready(expected), ready(frame)

    def same(other: pd.DataFrame, column: str, factor: float = 1.0) -> np.ndarray:
        if pd.api.types.is_numeric_dtype(other[column]) and column not in keys:
            have = pd.to_numeric(given[column], errors="coerce").to_numpy(dtype=float)
            want = other[column].to_numpy(dtype=float) * factor
            size = np.nanmax(np.abs(want), initial=0) * rel
            return np.isclose(have, want, rtol=rel, atol=min(size, rel), equal_nan=True)
        return np.array(
            [label(a) == label(b) for a, b in zip(given[column], other[column], strict=True)]
        )

    for wrong, say in mistakes:
        wrong = ready(wrong[list(expected.columns)])
        if len(wrong) == len(given) and all(same(wrong, c).all() for c in expected.columns):
            raise Wrong(sentence(say))
    if given.duplicated(list(keys)).any() and not right.duplicated(list(keys)).any():
        raise Wrong(
            f"{big(what)} has more than one row for the same {' and '.join(keys)}; "
            "one edition, one row."
        )
    if len(given) != len(right):
        few = "too few" if len(given) < len(right) else "too many"
        raise Wrong(f"{big(what)} has {few} {rows} ({len(given)}). {sentence(hint)}".strip())
    for key in keys:
        if not same(right, key).all():
            if ordered and sorted(map(str, given[key])) == sorted(map(str, right[key])):
                raise Wrong(f"{big(what)}: the rows are there, their order is not the one asked.")
            raise Wrong(f"{big(what)}: the entries of '{key}' are not those expected.")
    for column in expected.columns:
        good = same(right, column)
        if good.all():
            continue
        for factor, say in scales((kinds or {}).get(column, "number")):
            if pd.api.types.is_numeric_dtype(right[column]) and same(right, column, factor).all():
                raise Wrong(f"Column '{column}': {say[0].lower()}{say[1:]}")
        count = int((~good).sum())
        raise Wrong(
            f"{big(what)}: {count} of {len(right)} values of '{column}' "
            f"{'is' if count == 1 else 'are'} off. {sentence(hint)}".strip()
        )


def _frame(value: Any, expected: pd.DataFrame, what: str, keys: Sequence[str]) -> pd.DataFrame:
    """Turn an answer into a table with the columns asked for, or say what it is instead."""
    answered(value, what)
    if isinstance(value, pd.Series) and len(expected.columns) == len(keys) + 1:
        frame = value.rename(next(c for c in expected.columns if c not in keys)).reset_index()
        if len(frame.columns) == len(expected.columns):
            frame.columns = [*keys, frame.columns[-1]]
    elif isinstance(value, pd.DataFrame):
        frame = value
    else:
        raise Wrong(f"{big(what)}: a DataFrame was expected, this is {type_of(value)}.")
    frame = _flat(frame, keys)
    for column in expected.columns:
        if column not in frame.columns:
            near = difflib.get_close_matches(column, [str(c) for c in frame.columns], 1, 0.5)
            raise Wrong(
                f"{big(what)} has no column '{column}'"
                + (f"; rename '{near[0]}'?" if near else ".")
            )
    frame = frame[list(expected.columns)]
    if frame.empty:
        raise Wrong(f"{big(what)} has no rows; is a condition too narrow?")
    return frame


def _flat(frame: pd.DataFrame, keys: Sequence[str]) -> pd.DataFrame:
    """Bring keys out of the index, and give columns plain names."""
    if isinstance(frame.columns, pd.MultiIndex):
        frame = frame.set_axis(["_".join(map(str, c)).strip("_") for c in frame.columns], axis=1)
    inside = [name for name in frame.index.names if name in keys and name not in frame.columns]
    return frame.reset_index(inside) if inside else frame
