"""nbgrader: ``submitted/anna/energy/energy.ipynb``, inbound ``anna+energy+<time> UTC+…/``."""

from __future__ import annotations

import re

from .owner import Listing, Owner, copies, stem, tidy, time_stamp

NAME = "nbgrader"
_INBOUND = re.compile(
    r"^(?P<name>[^+]+)\+(?P<task>[^+]+)\+"
    r"(?P<when>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)(?:\.\d+)? ?(?P<zone>UTC)?(?:\+[^+]*)?$"
)


def read(steps: tuple[str, ...], listing: Listing) -> Owner | None:
    """Read who handed in a file; None if it lies in no folder of nbgrader's."""
    file, version = copies(stem(steps[-1]))
    own = steps[-1] != "timestamp.txt"
    for step in steps[:-1]:
        match = _INBOUND.match(step)
        if match:
            name = tidy(match["name"])
            zone = "+0000" if match["zone"] else ""
            when = time_stamp(match["when"] + zone, "%Y-%m-%d %H:%M:%S" + ("%z" if zone else ""))
            return Owner(name, (NAME, match["name"]), NAME, name, file, when, version=version,
                         own=own)  # fmt: skip
    if "submitted" in steps[:-3]:
        depth = steps.index("submitted") + 1
        name = tidy(steps[depth])
        stamp = listing.texts.get((*steps[: depth + 2], "timestamp.txt"), "").strip()
        when = time_stamp(stamp[:19] + "+0000", "%Y-%m-%d %H:%M:%S%z")
        return Owner(name, (NAME, steps[depth]), NAME, name, file, when, version=version, own=own)
    return None
