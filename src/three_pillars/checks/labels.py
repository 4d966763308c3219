"""Labels of numbers, and numbers by their labels."""

from __future__ import annotations

import math
import numbers
import re
from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from .answers import answered, members
from .wrong import Wrong, big, type_of


def label(one: Any) -> Any:
    """Bring labels to one form: 2014, 2014.0, "2014" and a date of 2014 are the same year."""
    if isinstance(one, np.generic):
        one = one.item()
    if isinstance(one, float) and one.is_integer():
        return int(one)
    if isinstance(one, str):
        one = one.strip()
        return int(one) if re.fullmatch(r"\d{4}", one) else one
    if isinstance(one, pd.Period):
        return one.year if one.freqstr.startswith(("Y", "A")) else str(one)
    if isinstance(one, pd.Timestamp) and (one.month, one.day) in ((1, 1), (12, 31)):
        return one.year
    if isinstance(one, float) and math.isnan(one):
        return None
    return None if one is pd.NA or one is pd.NaT else one


def labelled(values: pd.Series) -> pd.Series:
    """Bring the labels of a Series to one form; see `label()`."""
    return values.set_axis(pd.Index([label(one) for one in values.index], dtype=object))


def numbers_by_label(value: Any, right: pd.Series, what: str) -> pd.Series:
    """Turn an answer into numbers by label, or say what it is instead.

    Args:
        value: The answer: a Series, a dictionary, a table of one column of numbers; or a list, an
            array and the like, which get the labels 0, 1, 2, ….
        right: The right values by label.
        what: What is asked for.

    Returns:
        The numbers of the answer, NaN where one is missing.

    Raises:
        Wrong: It has no numbers, or a label more than once.
    """
    answered(value, what)
    if isinstance(value, str):
        raise Wrong(f"{big(what)}: this is text; {len(right)} numbers were expected.")
    if isinstance(value, (bool, numbers.Number, np.generic)):
        raise Wrong(f"{big(what)}: this is one value; one for each of {len(right)} was expected.")
    if callable(value):
        raise Wrong(
            f"{big(what)}: this is a function that was not called: write () after its name."
        )
    if isinstance(value, Mapping):
        value = pd.Series(dict(value), dtype=object)
    if isinstance(value, np.ndarray) and value.ndim > 1 and 1 not in value.shape:
        raise Wrong(
            f"{big(what)}: this has {value.ndim} dimensions; one row of numbers was expected."
        )
    if isinstance(value, pd.DataFrame):
        value = _one_column(value, right, what)
    if isinstance(value, pd.Series):
        items, labels = list(value), [label(one) for one in value.index]
    else:
        items = members(value, what)
        labels = list(range(len(items)))
    if not items:
        raise Wrong(f"There is nothing in {what}; is a condition too narrow?")
    if len(set(labels)) < len(labels):
        raise Wrong(f"{big(what)}: a label stands there more than once; add up or choose first.")
    clean = []
    for one in items:
        if isinstance(one, (str, bool, np.bool_)) or one is Ellipsis:
            raise Wrong(f"{big(what)}: there is {type_of(one)} where numbers were expected.")
        try:
            clean.append(math.nan if one is None or one is pd.NA else float(one))
        except (TypeError, ValueError):
            raise Wrong(
                f"{big(what)}: there is {type_of(one)} where numbers were expected."
            ) from None
    given = pd.Series(clean, index=pd.Index(labels, dtype=object), dtype=float)
    # A Series whose index only counts its rows has no labels either: it passes place by place.
    if (
        isinstance(value, pd.Series)
        and labels == list(range(len(labels)))
        and len(given) == len(right)
        and not set(labels) & set(right.index)
    ):
        given.index = right.index
    return given


def _one_column(frame: pd.DataFrame, right: pd.Series, what: str) -> pd.Series:
    """Take labels and numbers from a table of one or two columns."""
    numeric = [c for c in frame.columns if pd.api.types.is_numeric_dtype(frame[c])]
    for column in frame.columns:
        if {label(one) for one in frame[column]} == set(right.index):
            rest = [name for name in numeric if name != column]
            if len(rest) == 1:
                return frame.set_index(column)[rest[0]]
    if len(numeric) == 1:
        return frame[numeric[0]]
    raise Wrong(
        f"{big(what)}: this is a table of {len(frame.columns)} columns; take the one that is asked "
        "for."
    )


def is_bare(value: Any) -> bool:
    """Tell whether an answer has no labels."""
    return isinstance(value, (list, tuple, set, frozenset, np.ndarray, pd.Index))
