"""One number."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .answers import scalar
from .comparing import CLOSE, ROUNDED, close, known_mistake, rounded, scales
from .wrong import Wrong, big, elsewhere, sentence


def number(
    value: Any,
    expected: float,
    what: str,
    *,
    kind: str = "number",
    mistakes: Iterable[tuple[float, str]] = (),
    hint: str = "",
    rel: float = CLOSE,
) -> None:
    """Check one number.

    Args:
        value: The answer.
        expected: The right value.
        what: What is asked for, in the singular: "Russia's share in 2014".
        kind: "fraction" (0.5 for a half), "percent" (50 for a half), "count" or "number".
        mistakes: Values that a known mistake gives, each with the sentence that names it.
        hint: Said when nothing else fits.
        rel: Relative tolerance.

    Raises:
        Wrong: The answer is not right.
    """
    given = scalar(value, what)
    expected = float(expected)
    if close(given, expected, rel):
        return
    known = [
        (float(wrong), sentence(say)) for wrong, say in mistakes if not close(wrong, expected, rel)
    ]
    fits = [say for wrong, say in known if close(given, wrong, rel)]
    if fits and rounded([given], [expected]):
        fits = ["This may be the right value with too few digits: keep all of them.", *fits]
    if fits:
        raise Wrong(known_mistake(fits))
    for factor, say in scales(kind):
        if close(given, expected * factor, rel) or rounded([given], [expected * factor]):
            raise Wrong(say)
        fits = [why for wrong, why in known if close(given, wrong * factor, rel)]
        if fits:
            raise Wrong(f"{known_mistake(fits)} And then: {say[0].lower()}{say[1:]}")
    if kind == "count":
        if not close(given, round(given), 1e-9):
            raise Wrong(f"{big(what)} is a count: a whole number was expected.")
        if abs(given - expected) == 1:
            raise Wrong(f"{big(what)} is off by one. {sentence(hint)}".strip())
    elif rounded([given], [expected]):
        raise Wrong(f"{big(what)} is rounded: keep all digits until the end.")
    elif abs(given - expected) <= abs(expected) * ROUNDED:
        raise Wrong(
            f"{big(what)} is close, and more than rounded: check each row and each number that "
            "goes into it."
        )
    raise Wrong(sentence(hint or elsewhere(what)))
