"""Numbers as readers type them; the page's script (numbers.js) reads them alike."""

from __future__ import annotations

import re
import unicodedata

_SPACED = re.compile(r"([0-9])\s+(?=[0-9]{3}(?![0-9]))")
_TWO = re.compile(r"[0-9]\s+[0-9]")
_THOUSANDS = re.compile(r"[+-]?[1-9][0-9]{0,2}(,[0-9]{3})+(\.[0-9]+)?")
_COMMA = re.compile(r"[+-]?[0-9]*,[0-9]+")
_PLAIN = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)")


def readings(typed: str) -> list[str]:
    """Return what a text may mean as a number, the likeliest first; nothing if it is none.

    A comma may part thousands or decimals, so "1,298" has two readings. Full-width digits, a true
    minus, spaces and a per cent sign at the end are read too; "12 5" is two numbers, and so none.

    Args:
        typed: what a reader typed.
    """
    plain = _SPACED.sub(r"\1", unicodedata.normalize("NFKC", typed))
    if _TWO.search(plain):
        return []
    plain = re.sub(r"\s", "", plain)
    plain = re.sub("[\N{MINUS SIGN}\N{EN DASH}]", "-", plain).removesuffix("%")
    found = []
    if _THOUSANDS.fullmatch(plain):
        found.append(plain.replace(",", ""))
    if _COMMA.fullmatch(plain):
        found.append(plain.replace(",", "."))
    if _PLAIN.fullmatch(plain):
        found.append(plain)
    return found
