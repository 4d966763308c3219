"""Brightspace: ``10546-123456 - Anna Ivanova - Nov 20, 2026 1011 AM - energy.ipynb``."""

from __future__ import annotations

import re

from .owner import Listing, Owner, copies, stem, tidy, time_stamp

NAME = "Brightspace"
_PATTERN = re.compile(
    r"^(?P<id>\d+-\d+) ?- (?P<name>.+?) ?- "
    r"(?P<when>\w{3,9}\.? \d{1,2}, \d{4} \d{1,2}:?\d\d [AP]M)(?: ?- (?P<file>.+))?$"
)
_TIMES = ("%b %d, %Y %I%M %p", "%B %d, %Y %I%M %p")


def read(steps: tuple[str, ...], listing: Listing) -> Owner | None:
    """Read who handed in a file; None if Brightspace did not name it."""
    for step in steps:
        match = _PATTERN.match(stem(step))
        if match:
            file, version = copies(match["file"] or stem(steps[-1]))
            hour = re.sub(r" (\d{3}) ", r" 0\1 ", match["when"].replace(":", "").replace(".", ""))
            return Owner(tidy(match["name"]), (NAME, match["id"]), NAME, match["id"], file,
                         when=time_stamp(hour, *_TIMES), version=version)  # fmt: skip
    if steps[-1].lower() == "index.html" and any(
        _PATTERN.match(stem(step)) for other in listing.places for step in other
    ):
        return Owner("", (NAME, "index"), NAME, own=False)
    return None
