"""What took long to make, kept for the next time: drawings, grids, and how firm words are."""

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


def of_these_cells(name: str, ending: str, make: Callable[[], bytes]) -> bytes:
    """Return what was made after the same cells of a notebook in this state, or make it.

    A page whose prose changed is run again, and its cells say what they said before.

    Args:
        name: what it is.
        ending: what the kept file's name ends in.
        make: makes it, from nothing but tables, the package and what the cells defined.
    """
    from IPython import get_ipython

    shell = get_ipython()
    if shell is None:
        return make()
    return of_this_state("\n\n".join([name, *shell.user_ns["In"]]), ending, make)
