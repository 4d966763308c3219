"""Google Classroom or Drive: ``Energy exercise/Anna Ivanova - energy.ipynb``."""

from __future__ import annotations

import re

from .owner import Listing, Owner, copies, stem, tidy

NAME = "Google Classroom"
_PATTERN = re.compile(r"^(?P<name>.+?) - (?P<file>.+)$")


def read(steps: tuple[str, ...], listing: Listing) -> Owner | None:
    """Read who handed in a file; None if most files are not called ``name - exercise``."""
    match = _PATTERN.match(stem(steps[-1]))
    if not match or not _mentions(match["file"], listing):
        return None
    named = [m for place in listing.notebooks if (m := _PATTERN.match(stem(place[-1])))]
    if len(named) * 2 < len(listing.notebooks):
        return None
    name = tidy(match["name"])
    file, version = copies(match["file"])
    return Owner(name, (NAME, *steps[:-1], name.casefold()), NAME, "", file, version=version)


def _mentions(file: str, listing: Listing) -> bool:
    return any(exercise in file.casefold() for exercise in listing.exercises)
