"""A function that returns a number."""

from __future__ import annotations

import copy
import math
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np
import pandas as pd

from ..words import counted
from .answers import answered, scalar
from .comparing import CLOSE, close, known_mistake, scales
from .wrong import Wrong, big, sentence, short, type_of


def function(
    value: Any,
    right: Callable[..., Any],
    cases: Sequence[tuple],
    what: str,
    *,
    kind: str = "number",
    mistakes: Iterable[tuple[Callable[..., Any], str]] = (),
    rel: float = CLOSE,
) -> None:
    """Check a function that returns a number, by calling it.

    Args:
        value: The answer.
        right: A right function.
        cases: Tuples of arguments to call it with.
        what: The function as it may stand in a sentence: "the function hhi".
        kind: As in `number`.
        mistakes: Functions that make a known mistake, each with the sentence that names it.
        rel: Relative tolerance.

    Raises:
        Wrong: The answer is not right.
    """
    answered(value, what)
    if not callable(value) or isinstance(value, type):
        raise Wrong(f"{big(what)} is {type_of(value)}; define it with def, and do not call it.")
    results = []
    for arguments in cases:
        mine = copy.deepcopy(arguments)
        try:
            result = value(*mine)
        except TypeError as error:
            if "positional argument" in str(error) or "keyword" in str(error):
                needed = counted(len(arguments), "argument")
                raise Wrong(f"{big(what)} should take {needed}.") from None
            raise Wrong(f"{big(what)} stops with a TypeError: {short(error)}.") from None
        except Exception as error:
            raise Wrong(
                f"{big(what)} stops with a {type(error).__name__}: {short(error)}; try it on a "
                "small example in a cell of its own."
            ) from None
        if not all(_alike(a, b) for a, b in zip(mine, arguments, strict=True)):
            raise Wrong(f"{big(what)} changes what it is given; work on a copy.")
        if result is Ellipsis:
            raise Wrong(f"{big(what)} returns the three dots: write its body.")
        if result is None:
            raise Wrong(f"{big(what)} returns nothing: write return before the result.")
        results.append(result)
    # The longest result says best what was returned: a list of one looks like a number.
    longest = max(results, key=lambda one: len(one) if hasattr(one, "__len__") else 0)
    if hasattr(longest, "__len__") and not isinstance(longest, str) and len(longest) > 1:
        raise Wrong(
            f"{big(what)} returns {type_of(longest)} of {len(longest)} values; return one number "
            "for all of them."
        )
    results = [scalar(result, f"what {what} returns") for result in results]
    wanted = [float(right(*copy.deepcopy(arguments))) for arguments in cases]
    if all(close(a, b, rel) for a, b in zip(results, wanted, strict=True)):
        return
    fits = []
    for wrong, say in mistakes:
        others = []
        for arguments in cases:
            try:
                others.append(float(wrong(*copy.deepcopy(arguments))))
            except Exception:
                others.append(math.nan)
        if all(close(a, b, rel) for a, b in zip(results, others, strict=True)):
            fits.append(sentence(say))
    if fits:
        raise Wrong(known_mistake(fits))
    for factor, say in scales(kind):
        if all(close(a, b * factor, rel) for a, b in zip(results, wanted, strict=True)):
            raise Wrong(say)
    good = sum(close(a, b, rel) for a, b in zip(results, wanted, strict=True))
    if len(set(results)) == 1 and len(set(wanted)) > 1:
        raise Wrong(f"{big(what)} returns the same whatever it is given: use its argument.")
    if good:
        off = next(n for n, (a, b) in enumerate(zip(results, wanted, strict=True))
                   if not close(a, b, rel))  # fmt: skip
        raise Wrong(
            f"{big(what)} is right for {good} of {len(cases)} examples, and not for this one: "
            f"given {' and '.join(map(_shown, cases[off]))} it returns {results[off]:.6g}."
        )
    raise Wrong(f"{big(what)} does not return what it should: try it on an easy case.")


def _shown(argument: Any) -> str:
    """An argument, as short as it can be read."""
    if isinstance(argument, pd.Series):
        if len(argument) > 6:
            return f"a Series of {len(argument)} values"
        pairs = ", ".join(f"{label}: {value:g}" for label, value in argument.items())
        return f"a Series {{{pairs}}}"
    return f"{argument:g}" if isinstance(argument, (int, float)) else short(argument)


def _alike(one: Any, two: Any) -> bool:
    """Whether an argument is still what it was."""
    if isinstance(two, (pd.Series, pd.DataFrame)):
        return isinstance(one, type(two)) and one.equals(two)
    if isinstance(two, np.ndarray):
        return np.array_equal(one, two)
    return one == two
