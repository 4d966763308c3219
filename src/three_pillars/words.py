"""Numbers, lists and names in words, and the sentences for a value or a name that is none.

Every part, check and block says such things; they are said in one way.
"""

from __future__ import annotations

import difflib
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from numbers import Real
from typing import Any


def listed(names: Iterable[Any], last: str = "and") -> str:
    """Join names as a sentence has them: "a", "a and b", "a, b and c".

    Args:
        names: what to list, in order; each is written with ``str()``.
        last: the word before the last one, such as ``"or"``.
    """
    *rest, end = [str(name) for name in names] or [""]
    return f"{', '.join(rest)} {last} {end}" if rest else end


def quoted(names: Iterable[Any], last: str = "") -> str:
    """Join names in quotes: "'a', 'b'", or "'a', 'b' and 'c'" with a last word."""
    marked = [f"'{name}'" for name in names]
    return listed(marked, last) if last else ", ".join(marked)


def counted(number: int, noun: str, plural: str = "") -> str:
    """Say how many: "no report", "1 report", "2 reports".

    Args:
        number: how many.
        noun: the thing in the singular.
        plural: its plural, where an ``s`` does not make it.
    """
    return f"{number or 'no'} {noun if number in (0, 1) else plural or noun + 's'}"


def moved_by(change: float, unit: str, digits: int = 1) -> str:
    """Say which way a number went: "rose by 0.9 points", "fell by 1.0 points", "stayed as it was".

    Args:
        change: the new value less the old one.
        unit: what it is counted in, after the number: ``" points"``, ``"%"``, ``" bcm"``.
        digits: digits after the point; what rounds to zero did not move.
    """
    size = f"{abs(change):.{digits}f}"
    if float(size) == 0:
        return "stayed as it was"
    unit = unit.removesuffix("s") if size == "1" else unit
    return f"{'rose' if change > 0 else 'fell'} by {size}{unit}"


class SentenceError(ValueError):
    """A sentence of the book no longer holds; the message is the sentence."""


def holds(true: Any, sentence: str) -> str:
    """Return a sentence if it holds, so that a page cannot print what its tables deny.

    Args:
        true: whether the tables bear it out.
        sentence: the sentence, as the page has it.

    Raises:
        SentenceError: they do not; the build stops and names the sentence.
    """
    if not bool(true):
        raise SentenceError(f"this sentence no longer holds, so write another: {sentence}")
    return sentence


def amount_of(number: float, unit: str) -> str:
    """Say a number with its unit: "1 visit", "2 visits", "1 reply", "44%", "rank 1".

    Args:
        number: the number, written with three digits at most.
        unit: the unit in the plural, or ``"%"``, ``"ratio"``, ``"rank"``.
    """
    said = f"{number:.3g}".replace("-", "−")
    if unit == "%":
        return f"{said}%"
    if unit in ("ratio", "rank"):
        return f"{'a ratio of' if unit == 'ratio' else unit} {said}"
    return f"{said} {one_of(unit) if number == 1 else unit}"


def one_of(unit: str) -> str:
    """Return the singular of a unit: "visit" of "visits", "reply" of "replies"."""
    return f"{unit[:-3]}y" if unit.endswith("ies") else unit.removesuffix("s")


def nearest(name: Any, known: Iterable[Any], most: int = 3) -> list[str]:
    """Find the known names that a wrong one may have meant, the likeliest first.

    A name that holds the wrong one, or is held in it, comes before one that is spelt alike; upper
    and lower case do not matter.

    Args:
        name: the wrong name.
        known: all names that there are.
        most: how many to return at the most.
    """
    low = str(name).lower()
    lower = {str(one).lower(): str(one) for one in known}
    near = [one for key, one in lower.items() if low and (low in key or key in low)]
    near += [lower[key] for key in difflib.get_close_matches(low, lower, cutoff=0.6)]
    return list(dict.fromkeys(near))[:most]


def unknown(name: Any, known: Sequence[Any], what: str) -> str:
    """Say that there is no such name, and which one was meant or which there are.

    Args:
        name: the wrong name.
        known: all names that there are.
        what: what the name should name, such as ``"supplier"``.
    """
    near = nearest(name, known)
    hint = f"did you mean {quoted(near, 'or')}?" if near else f"there are {listed(known)}."
    return f"there is no {what} '{name}'; {hint}"


_IN_WORD = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")


def curly(content: Any) -> Any:
    """Return a text, or all texts in lists and dicts, with apostrophes as print has them: Japan’s.

    An apostrophe stands between two letters, or after an s where its text has no other quotation
    mark: those of an expression, such as ``datum.name == 'a'``, come in pairs, and stay.

    Args:
        content: what JSON can carry.
    """
    if isinstance(content, str):
        if "'" not in content:
            return content
        text = _IN_WORD.sub("’", content)
        plural = re.sub(r"(?<=s)'(?=\s|$)", "’", text)
        return text if "'" in plural else plural
    if isinstance(content, Mapping):
        return {curly(key): curly(value) for key, value in content.items()}
    if isinstance(content, (list, tuple)):
        return [curly(value) for value in content]
    return content


def fraction(value: Any, what: str, error: type[ValueError]) -> float:
    """Return a fraction, or raise with one sentence that says why it is none.

    Args:
        value: a number from 0 to 1.
        what: what it is, such as ``"the share of Shikotan"``.
        error: the error to raise.

    Raises:
        ValueError: of the class ``error``: no number, not finite, or outside 0 to 1.
    """
    if isinstance(value, bool) or not isinstance(value, Real):
        raise error(f"{what} is {value!r}; give a fraction from 0 to 1, such as 0.25.")
    if not (math.isfinite(value) and 0 <= value <= 1):
        # A little more than 1 is a sum gone wrong as likely as a per cent: no guess.
        meant = f"; did you mean {value / 100:g}?" if 2 <= value <= 100 else ", such as 0.25."
        raise error(f"{what} is {value:g}; give a fraction from 0 to 1{meant}")
    return float(value)
