"""What took long to make, kept in a folder for the next time: drawings, and how firm words are."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

KEPT_IN = "THREE_PILLARS_KEPT_IN"
"""The environment variable that names the folder; without it everything is made anew."""

STATE = "THREE_PILLARS_STATE"
"""The variable in which a build says of which package and tables it is; see `of_this_state()`."""


def kept(content: str, ending: str, make: Callable[[], bytes]) -> bytes:
    """Return what was made of the same content before, or make it and keep it.

    Args:
        content: all that it is made of: it is kept under the hash, so only a change makes it anew.
        ending: what the kept file's name ends in, such as ``".svg"``.
        make: makes it.
    """
    folder = os.environ.get(KEPT_IN)
    if not folder:
        return make()
    file = Path(folder) / f"{hashlib.sha256(content.encode()).hexdigest()}{ending}"
    if file.is_file():
        os.utime(file)  # used: it is not to be thrown away
        return file.read_bytes()
    made = make()
    file.parent.mkdir(parents=True, exist_ok=True)
    # Pages are read side by side, and two may make the same: whole or not at all.
    draft = file.with_name(f"{file.name}.{os.getpid()}")
    draft.write_bytes(made)
    draft.replace(file)
    return made


def of_this_state(name: str, ending: str, make: Callable[[], bytes]) -> bytes:
    """Return what was made by this very package of these very tables, or make it.

    Args:
        name: what it is.
        ending: what the kept file's name ends in.
        make: makes it.
    """
    state = os.environ.get(STATE)
    return kept(f"{name}\n{state}", ending, make) if state else make()
