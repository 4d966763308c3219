"""Consoles of every kind: what one cannot write is a question mark there, and ends no command."""

from __future__ import annotations

import contextlib
import sys


def bear_any_console() -> None:
    """Let what this program prints pass a console that lacks some letters, as in cp932 or cp1252.

    Every command calls it first: a name in another script, a dash or an arrow would else end it
    with a UnicodeEncodeError.
    """
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError):  # not a stream of text, or closed
            stream.reconfigure(errors="replace")
