"""Who handed in what: one reader for each way in which learning platforms name files.

The whole listing chooses the reader: the one that knows the most notebooks goes first. A file that
it does not know is tried with the others, and in the end read by its folders and its name.
"""

from __future__ import annotations

from types import ModuleType

from . import (
    blackboard,
    brightspace,
    canvas,
    github,
    google,
    gradescope,
    jupyterhub,
    moodle,
    nbgrader,
    otter,
    plain,
    teams,
)
from .owner import Listing, Owner

__all__ = ["READERS", "Listing", "Owner", "owners"]

READERS: tuple[ModuleType, ...] = (
    moodle, blackboard, brightspace, gradescope, nbgrader, teams, github, canvas, otter,
    jupyterhub, google,
)  # fmt: skip
"""Those whose names are the most telling come first."""


def owners(listing: Listing) -> dict[tuple[str, ...], Owner]:
    """Tell for every file of a listing whose it is.

    Args:
        listing: All that came in.

    Returns:
        The owner of each place. Two owners of one name and different keys get their ids or their
        folders written behind their names, so that no two students look alike.
    """
    asked = listing.notebooks
    known = {
        reader: sum(reader.read(steps, listing) is not None for steps in asked)
        for reader in READERS
    }
    order = sorted(READERS, key=lambda reader: -known[reader])
    found = {}
    for steps in listing.places:
        tried = (reader.read(steps, listing) for reader in order)
        found[steps] = next((owner for owner in tried if owner), None) or plain.read(steps, listing)
    return _told_apart(found)


def _told_apart(found: dict[tuple[str, ...], Owner]) -> dict[tuple[str, ...], Owner]:
    keys: dict[str, set[tuple[str, ...]]] = {}
    for owner in found.values():
        keys.setdefault(owner.name.casefold(), set()).add(owner.key)
    for steps, owner in found.items():
        if owner.name and owner.own and len(keys[owner.name.casefold()]) > 1 and not owner.id:
            owner.group = owner.group or "/".join(steps[:-1]) or steps[-1]
    return found
