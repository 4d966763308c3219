"""Canvas: ``leeminji_1001_90001_energy.ipynb``, ``LATE``, ``anon``, resubmissions."""

from __future__ import annotations

import re

from .owner import Listing, Owner, copies, stem, tidy

NAME = "Canvas"
_OTTER = re.compile(r"_\d{4}_\d\d_\d\dT\d\d_\d\d_\d\d_\d+$")
_PATTERN = re.compile(
    r"^(?P<name>[^_]+)_(?:(?P<late>LATE)_)?(?P<id>\d+)_(?P<number>\d+)_(?P<file>.+)$"
)
_ANONYMOUS = re.compile(
    r"^(?:(?P<late>LATE)_)?anon_(?:(?P<late2>LATE)_)?(?P<id>[0-9A-Za-z]+)_(?P<number>\d+)_(?P<file>.+)$"
)
_AGAIN = re.compile(r"-(\d{1,2})$")


def read(steps: tuple[str, ...], listing: Listing) -> Owner | None:
    """Read who handed in a file; None if Canvas did not name it."""
    for step in steps:
        plain = stem(step)
        if _OTTER.search(plain):
            continue
        match = _ANONYMOUS.match(plain)
        name = f"anon {match['id']}" if match else ""
        if not match:
            match = _PATTERN.match(plain)
            if not match:
                continue
            name = tidy(match["name"])
        given = match.groupdict()
        file, version = match["file"], 0
        again = _AGAIN.search(file)
        if again:
            file, version = file[: again.start()], int(again[1])
        file, copy = copies(file)
        late = bool(given.get("late") or given.get("late2"))
        return Owner(name, (NAME, match["id"]), NAME, match["id"], file, late=late,
                     version=version * 1000 + copy, back=f"{plain}.html")  # fmt: skip
    return None
