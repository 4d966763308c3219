"""Gradescope: ``assignment_9100_export/submission_301/energy.ipynb`` and its metadata."""

from __future__ import annotations

import datetime as dt
import functools
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
        listed = known.get(":submitters")
        who = [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
        names = [tidy(_word(one.get(":name"))) for one in who]
        ids = [_word(one.get(":sid")) or _word(one.get(":email")) for one in who]
        name = " and ".join(filter(None, names)) or f"submission {match[1]}"
        key = "+".join(filter(None, ids)) or f"submission {match[1]}"
        file, version = copies(stem(steps[-1]))
        when = known.get(":created_at")
        return Owner(name, (NAME, key), NAME, key, file, version=version,
                     when=when if isinstance(when, dt.datetime) else None)  # fmt: skip
    return None


def _word(value: Any) -> str:
    """A name or a number; a list in its place may be endless, since YAML's may hold themselves."""
    return str(value) if isinstance(value, (str, int)) else ""


def _metadata(listing: Listing, place: tuple[str, ...]) -> dict[Any, Any]:
    return _parsed(listing.texts.get(place, ""))


@functools.lru_cache(maxsize=8)
def _parsed(text: str) -> dict[Any, Any]:
    """Read metadata, which may be a student's file of that name: then it says nothing, perhaps."""
    try:
        found = yaml.safe_load(text)
    except Exception:  # YAML's own errors, and those of values such as an impossible date
        return {}
    return found if isinstance(found, dict) else {}
