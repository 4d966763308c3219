"""Numbers with labels."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
import pandas as pd

from .comparing import CLOSE, known_mistake, rounded, scales, size
from .labels import is_bare, labelled, numbers_by_label
from .wrong import Wrong, big, elsewhere, sentence, short


def series(
    value: Any,
    expected: pd.Series | Mapping[Any, float],
    what: str,
    *,
    kind: str = "number",
    ordered: bool = False,
    mistakes: Iterable[tuple[pd.Series | Mapping[Any, float], str]] = (),
    hint: str = "",
    rel: float = CLOSE,
) -> None:
    """Check numbers with labels: one a year, one a supplier.

    A Series, a dictionary, a table of one column of numbers (labels in the index or in a second
    column) are compared by label, whatever their order. A list or an array has no labels: with
    ``ordered`` it is compared place by place, else as a bag of numbers.

    Args:
        value: The answer.
        expected: The right values by label.
        what: What is asked for: "the index by year".
        kind: As in `number`.
        ordered: Whether an answer without labels must stand in the order of ``expected``.
        mistakes: Values that a known mistake gives, each with the sentence that names it.
        hint: Said when nothing else fits.
        rel: Relative tolerance.

    Raises:
        Wrong: The answer is not right.
    """
    right = labelled(pd.Series(expected, dtype=float))
    given = numbers_by_label(value, right, what)
    if given.isna().any():
        count = int(given.isna().sum())
        raise Wrong(
            f"{big(what)}: {count} of {len(given)} values {'is' if count == 1 else 'are'} missing "
            "(NaN); a division of unlike labels, or a row without data?"
        )
    bare = is_bare(value)

    def same(other: pd.Series, factor: float = 1.0) -> bool:
        if len(other) != len(given):
            return False
        if bare:
            one, two = given.to_numpy(), other.to_numpy() * factor
            if not ordered:
                one, two = np.sort(one), np.sort(two)
        elif set(given.index) != set(other.index):
            return False
        else:
            one, two = given.reindex(other.index).to_numpy(), other.to_numpy() * factor
        return bool(np.all(np.isclose(one, two, rtol=rel, atol=rel * size(right))))

    if same(right):
        return
    known = [(labelled(pd.Series(wrong, dtype=float)), sentence(say)) for wrong, say in mistakes]
    if fits := [say for wrong, say in known if same(wrong)]:
        raise Wrong(known_mistake(fits))
    for factor, say in scales(kind):
        if same(right, factor):
            raise Wrong(say)
        if fits := [why for wrong, why in known if same(wrong, factor)]:
            raise Wrong(f"{known_mistake(fits)} And then: {say[0].lower()}{say[1:]}")
    if not bare:
        odd = [label for label in given.index if label not in right.index]
        if odd:
            raise Wrong(
                f"{big(what)}: {short(odd[0])} does not belong"
                + (f", nor do{'es' * (len(odd) == 2)} {len(odd) - 1} more" if len(odd) > 1 else "")
                + "; check the rows that you kept, and the labels in the index."
            )
    if len(given) != len(right):
        few = "too few" if len(given) < len(right) else "too many"
        raise Wrong(f"{big(what)}: {few} values ({len(given)}).")
    if bare and ordered:
        if same(right.sort_values()) or same(right.sort_values(ascending=False)):
            raise Wrong(f"{big(what)}: the values are right, their order is not the one asked for.")
        raise Wrong(sentence(hint or elsewhere(what)))
    if bare:
        raise Wrong(sentence(hint or elsewhere(what)))
    both = given.reindex(right.index)
    off = ~np.isclose(both, right, rtol=rel, atol=rel * size(right))
    if rounded(both, right):
        raise Wrong(f"{big(what)}: the values are rounded; keep all digits until the end.")
    for factor, say in scales(kind):
        if rounded(both, right * factor):
            raise Wrong(say)
    if off.all():
        raise Wrong(sentence(hint or elsewhere(what)))
    first = right.index[int(np.argmax(off))]
    count = int(off.sum())
    raise Wrong(
        f"{big(what)}: {count} of {len(right)} values {'is' if count == 1 else 'are'} off, the "
        f"first at {first}."
        + (f" {sentence(hint)}" if hint else " Look at the rows that go into it.")
    )
