"""Teams: ``Submitted files/Anna Ivanova/Energy exercise/Version 1/energy.ipynb``."""

from __future__ import annotations

import re

from .owner import Listing, Owner, copies, stem, tidy

NAME = "Teams"
_TOP = re.compile(r"^(?:submitted files|working files|eingereichte dateien)$", re.I)
_VERSION = re.compile(r"^Version (\d{1,4})$", re.I)


def read(steps: tuple[str, ...], listing: Listing) -> Owner | None:
    """Read who handed in a file; None if Teams did not name its folder."""
    tops = [depth for depth, step in enumerate(steps[:-2]) if _TOP.match(step)]
    if not tops:
        # A teacher may give the folder "Submitted files" itself.
        if not any(_VERSION.match(step) for step in steps[2:-1]):
            return None
        depth = 0
    else:
        depth = tops[0] + 1
    version = next((int(m[1]) for step in steps if (m := _VERSION.match(step))), 0)
    file, copy = copies(stem(steps[-1]))
    name = tidy(steps[depth])
    return Owner(name, (NAME, name, *steps[:depth]), NAME, "", file, version=version * 1000 + copy)
