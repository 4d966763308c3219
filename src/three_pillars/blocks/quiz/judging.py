"""What is said of a number that a reader typed; the page's script (judging.js) says the same.

The order matters: the answer, a mistake that the question names, the answer rounded too far, the
other sign, per cent for a fraction, a named mistake in one of these forms, and last the hint. No
mistake is named that was not made: it must be met within 2% of it and within the tolerance, or be
rounded to two digits or more.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from ..core.numbers import readings

Said = tuple[str, str]
"""The kind of an answer (right, wrong or hint) and the words."""


def judge_number(typed: str, item: Mapping[str, Any]) -> Said:
    """Return what is said of a text typed as the answer to a question.

    Args:
        typed: the text.
        item: the question, made by `number()`.
    """
    typed = typed.strip()
    if not typed:
        return "hint", "Type a number first."
    found = readings(typed)
    if not found:
        return "hint", f"“{typed}” is not a number. Write digits, such as 9.5."
    if unicodedata.normalize("NFKC", typed).endswith("%") and item["unit"] != "%":
        # "40%" of a question that asks for no per cent is 0.4.
        found = [f"{float(one) / 100:.{_decimals(one) + 2}f}" for one in found]
    said = [one for reading in found if (one := _judge(reading.removeprefix("+"), item))]
    right = [one for one in said if one[0] == "right"]
    return [*right, *said, ("wrong", item["hint"])][0]


def _near(value: float, wanted: float, room: float) -> bool:
    # A hair of room, so that an answer on the edge of the tolerance is not lost to rounding.
    return abs(value - wanted) <= room * (1 + 1e-9) + 1e-12


def _decimals(reading: str) -> int:
    return len(reading.partition(".")[2])


def _rounds(reading: str, wanted: float, digits: int) -> bool:
    """Tell whether a reading is a number rounded to its digits, of which it must have so many."""
    if len(re.sub(r"^-?[0.]*", "", reading).replace(".", "")) < digits:
        return False
    return _near(float(reading), wanted, 0.5 * 10 ** -_decimals(reading))


def _wanted_decimals(room: float) -> str:
    places = next((n for n in range(6) if _near(0, 0.5 * 10**-n, room)), 6)
    return "one decimal" if places == 1 else f"{places} decimals"


def _mistake(value: float, item: Mapping[str, Any], reading: str = "") -> str | None:
    """Return what is said of the named mistake that lies nearest, if it is near enough."""
    near = [
        (abs(value - wrong), text)
        for wrong, text in item["mistakes"]
        if _near(value, wrong, min(item["tolerance"], 0.02 * abs(wrong)))
        or (reading and _rounds(reading, wrong, 2))
    ]
    return min(near, key=lambda one: one[0])[1] if near else None


def _judge(reading: str, item: Mapping[str, Any]) -> Said | None:
    """Return what is said of one reading of a text, or None if nothing but the hint is left."""
    value, answer, room, unit = float(reading), item["answer"], item["tolerance"], item["unit"]
    hundred = unit in ("%", "of 100")
    if _near(value, answer, room):
        return "right", item["explain"]
    if named := _mistake(value, item):
        return "wrong", named
    if _rounds(reading, answer, 1) and _near(value, answer, 0.05 * abs(answer)):
        return "hint", f"That is right as far as it goes. Give {_wanted_decimals(room)}."
    if _near(-value, answer, room):
        if answer > 0:
            said = "The size is right, and the question gives the direction: "
            return "hint", said + "write it without the minus."
        return "wrong", "The size is right, the sign is not."
    if hundred and _near(value * 100, answer, room):
        asked = "per cent" if unit == "%" else "a number of 100"
        return "wrong", f"That is the fraction; the question asks for {asked}."
    if not unit and abs(answer) <= 1 and _near(value / 100, answer, room):
        return "wrong", "That is a hundred times as much: it is in per cent."
    # A named mistake rounded, with the other sign, or as a fraction, is that mistake still.
    named = _mistake(value, item, reading) or _mistake(-value, item)
    named = named or (_mistake(value * 100, item) if hundred else None)
    return ("wrong", named) if named else None
