"""Text that somebody else wrote, made harmless for a console, a spreadsheet, a page."""

from __future__ import annotations

import functools
import html
import re
import sys
import tempfile
import unicodedata
from pathlib import Path
from typing import Any

from .masters import MASTERS

_FORMULA = "=+-@\t\r\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}\N{FULLWIDTH HYPHEN-MINUS}"
_FORMULA += "\N{FULLWIDTH COMMERCIAL AT}"

_AFTER = re.compile(rf"([;\t\n][\s\"]*)(?=[{re.escape(_FORMULA.strip())}])")


def clean(text: str) -> str:
    """Take out what is not to be read: escapes of a terminal, marks of direction, half characters.

    Line breaks and tabs stay.
    """
    return "".join(one if one in "\n\t" or _plain(one) else "\N{REPLACEMENT CHARACTER}"
                   for one in text)  # fmt: skip


@functools.lru_cache(maxsize=4096)
def _plain(one: str) -> bool:
    # Cc: control, Cf: format (direction, zero width), Cs: half a character, Co: private.
    # Joiners have a place in Persian, in Hindi and in emoji.
    return unicodedata.category(one) not in ("Cc", "Cf", "Cs", "Co") or one in "\u200c\u200d"


def line(text: str) -> str:
    """The same in one line, for a console."""
    return " ".join(clean(text).split())


def escaped(text: str) -> str:
    """The same for a page."""
    return html.escape(clean(text))


def cell(value: Any) -> Any:
    """The same for a spreadsheet, which may not take a text for a formula.

    Where numbers have a comma, a spreadsheet takes ``;`` for the end of a cell, so a formula may
    begin after one too.
    """
    if not isinstance(value, str):
        return value
    value = clean(value)
    first = "'" if value.lstrip()[:1] and value.lstrip()[0] in _FORMULA else ""
    return first + _AFTER.sub(r"\1'", value)


@functools.cache
def _private() -> re.Pattern[str]:
    places = [MASTERS.parent, Path.home(), Path(sys.prefix), Path(sys.base_prefix),
              Path(tempfile.gettempdir())]  # fmt: skip
    names = {str(form) for place in places for form in (place, place.resolve())} - {"/", ""}
    either = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    quoted = rf"(?<=')(?:{either})[^'\n]*(?=')"
    return re.compile(rf"{quoted}|(?:{either})(?:[/\\][^\s'\"<>|:,;]*)?")


def without_paths(text: str) -> str:
    """Text without places on this machine, which are nobody's business."""
    return _private().sub("…", text)
