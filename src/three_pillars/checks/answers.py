"""An answer as it was handed in: is it there, is it one number, is it several things?

What is asked for may be several things, "the shares": no verb follows it, but a colon, save where
one number was asked for.
"""

from __future__ import annotations

import math
import numbers
from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd

from .wrong import Wrong, big, type_of


def answered(value: Any, what: str) -> None:
    """Say what to do when there is no answer yet.

    Args:
        value: The answer.
        what: What is asked for.

    Raises:
        Wrong: The three dots still stand there, or nothing.
    """
    if value is Ellipsis:
        raise Wrong(f"{big(what)}: replace the three dots with your answer.")
    if value is None:
        raise Wrong(
            f"{big(what)}: there is nothing (None). Has the cell been run, and is the result given "
            "a name? print() shows a value and returns none."
        )


def scalar(value: Any, what: str) -> float:
    """Turn an answer into one number, or say what it is instead.

    Args:
        value: The answer.
        what: What is asked for, in the singular.

    Raises:
        Wrong: It is no finite number.
    """
    answered(value, what)
    if isinstance(value, np.ndarray) and value.ndim == 0:
        value = value.item()
    if value is pd.NA or value is pd.NaT:
        value = math.nan
    if isinstance(value, str):
        try:
            float(value.strip().rstrip("%"))
        except ValueError:
            raise Wrong(f"{big(what)} is text; a number was expected.") from None
        raise Wrong(f"{big(what)} is text; take the quotation marks off, so that it is a number.")
    if isinstance(value, (bool, np.bool_)):
        raise Wrong(f"{big(what)} is {value}: a comparison gives True or False, not a number.")
    if isinstance(value, (pd.Series, pd.Index, np.ndarray, list, tuple, set, dict)):
        if len(value) == 1:
            if isinstance(value, (list, tuple)):
                how = "take it out, with [0]"
            elif isinstance(value, (dict, set)):
                how = "give the value itself"
            else:
                how = "take it out, with .item()"
            raise Wrong(f"{big(what)} is {type_of(value)} with one value in it; {how}.")
        raise Wrong(f"{big(what)} is {type_of(value)} of {len(value)} values; one was expected.")
    if isinstance(value, pd.DataFrame):
        raise Wrong(f"{big(what)} is a whole table; one number was expected.")
    if callable(value):
        raise Wrong(f"{big(what)} is a function that was not called: write () after its name.")
    if not isinstance(value, (numbers.Real, Decimal)):
        raise Wrong(f"{big(what)} is {type_of(value)}; one number was expected.")
    given = float(value)
    if math.isnan(given):
        raise Wrong(
            f"{big(what)} is no number (NaN): is a value missing, or was nothing divided by "
            "nothing? Look at the rows that go into it."
        )
    if math.isinf(given):
        raise Wrong(f"{big(what)} is infinite: something was divided by zero.")
    return given


def members(value: Any, what: str) -> list[Any]:
    """List the members of a collection, or say that it is none.

    Args:
        value: The answer: a list, tuple, set, array, Index or Series.
        what: What is asked for.

    Raises:
        Wrong: It is something else.
    """
    if isinstance(value, (pd.Series, pd.Index, np.ndarray)):
        return np.asarray(value, dtype=object).ravel().tolist()
    if isinstance(value, (list, tuple, set, frozenset)):
        return list(value)
    if callable(value):
        raise Wrong(f"{big(what)}: this is a function that was not called: write () after it.")
    raise Wrong(f"{big(what)}: several values were expected, this is {type_of(value)}.")
