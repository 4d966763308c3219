"""Gradescope: ``assignment_9100_export/submission_301/energy.ipynb`` and its metadata."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import yaml

from .owner import Listing, Owner, copies, stem, tidy

NAME = "Gradescope"
METADATA = "submission_metadata.yml"
_FOLDER = re.compile(r"^submission_(\d+)$")


def read(steps: tuple[str, ...], listing: Listing) -> Owner | None:
    """Read who handed in a file; None if it is in no export of Gradescope."""
    if steps[-1] == METADATA:
        return Owner("", (NAME, "metadata"), NAME, own=False)
    for depth, step in enumerate(steps[:-1]):
        match = _FOLDER.match(step)
        if not match:
            continue
        known = _metadata(listing, (*steps[:depth], METADATA)).get(step)
        known = known if isinstance(known, dict) else {}
        who = [one for one in known.get(":submitters") or [] if isinstance(one, dict)]
        names = [tidy(str(one.get(":name") or "")) for one in who]
        ids = [str(one.get(":sid") or one.get(":email") or "") for one in who]
        name = " and ".join(filter(None, names)) or f"submission {match[1]}"
        key = "+".join(filter(None, ids)) or f"submission {match[1]}"
        file, version = copies(stem(steps[-1]))
        when = known.get(":created_at")
        return Owner(name, (NAME, key), NAME, key, file, version=version,
                     when=when if isinstance(when, dt.datetime) else None)  # fmt: skip
    return None


def _metadata(listing: Listing, place: tuple[str, ...]) -> dict[str, Any]:
    text = listing.texts.get(place, "")
    try:
        found = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
