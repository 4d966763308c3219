"""Moodle: ``Ivanova Anna_50101_assignsubmission_file_/…``, flat, in groups, anonymous."""

from __future__ import annotations

import re

from .owner import Listing, Owner, copies, stem, tidy

NAME = "Moodle"
_PATTERN = re.compile(
    r"^(?P<name>.+?)_(?P<id>\d+)_assignsubmission_(?P<kind>[a-z]+)(?:_(?P<file>.*))?$", re.S
)
_ANONYMOUS = re.compile(r"^(?:(?P<group>.+)-)?Participant(?:[_ ](?P<id>\d+))?$")


def read(steps: tuple[str, ...], listing: Listing) -> Owner | None:
    """Read who handed in a file; None if Moodle did not name it."""
    for depth, step in enumerate(steps):
        match = _PATTERN.match(stem(step))
        if not match:
            continue
        name, group = tidy(match["name"]), ""
        anonymous = _ANONYMOUS.match(name)
        if anonymous:
            name, group = f"Participant {match['id']}", anonymous["group"] or ""
        else:
            group, name = _group(name, listing)
        file = match["file"] or stem(steps[-1]) if depth == len(steps) - 1 else stem(steps[-1])
        file, version = copies(file)
        head = f"{match['name']}_{match['id']}_assignsubmission_file_"
        back = f"{head}/feedback.html" if depth < len(steps) - 1 else f"{head}feedback.html"
        return Owner(name, (NAME, match["id"], name), NAME, match["id"], file, version=version,
                     group=tidy(group), back=back)  # fmt: skip
    return None


def _group(name: str, listing: Listing) -> tuple[str, str]:
    """Split ``Seminar A-Ivanova Anna``, if the part before the hyphen heads several names."""
    before, hyphen, after = name.partition("-")
    if not hyphen or before.count(" ") == 0:
        return "", name
    heads = set()
    for steps in listing.places:
        for step in steps:
            match = _PATTERN.match(stem(step))
            if match and tidy(match["name"]).partition("-")[0] == before:
                heads.add(match["id"])
    return (before, after.strip()) if len(heads) > 1 or _SECTION.match(before) else ("", name)


_SECTION = re.compile(r"^(?:seminar|group|gruppe|class|klasse|section|группа|組|クラス)\b", re.I)
