"""Blackboard: ``Energy_ivanova.a_attempt_2026-11-20-10-11-12_energy.ipynb`` and a ``.txt``."""

from __future__ import annotations

import itertools
import re

from .owner import Listing, Owner, copies, stem, tidy, time_stamp

NAME = "Blackboard"
_PATTERN = re.compile(
    r"^(?P<head>.+)_(?:attempt|Versuch)_(?P<when>\d{4}(?:-\d\d){5})(?:_(?P<file>.+))?$"
)
_NAMED = re.compile(r"^Name:\s*(?P<name>.+?)\s*\((?P<user>[^()]+)\)\s*$", re.M)


def read(steps: tuple[str, ...], listing: Listing) -> Owner | None:
    """Read who handed in a file; None if Blackboard did not name it."""
    for step in steps:
        match = _PATTERN.match(stem(step).removesuffix(".txt"))
        if not match:
            continue
        user, name = _who(match["head"], listing)
        own = bool(match["file"]) or not step.lower().endswith(".txt")
        file, version = copies(match["file"] or "")
        return Owner(name or user, (NAME, user), NAME, user, file, version=version, own=own,
                     when=time_stamp(match["when"], "%Y-%m-%d-%H-%M-%S"))  # fmt: skip
    return None


def _who(head: str, listing: Listing) -> tuple[str, str]:
    """Tell the user's name from the assignment's: by the texts, else by what all heads share."""
    heads = set()
    for steps, text in listing.texts.items():
        match = _PATTERN.match(stem(steps[-1]).removesuffix(".txt"))
        named = _NAMED.search(text) if match and not match["file"] else None
        if named:
            heads.add(match["head"].removesuffix(named["user"]))
            if match["head"] == head and head.endswith(named["user"]):
                return named["user"], tidy(named["name"])
    for known in sorted(heads, key=len, reverse=True):
        if known.endswith("_") and head.startswith(known) and len(head) > len(known):
            return head.removeprefix(known), ""
    all_heads = {
        match["head"]
        for steps in listing.places
        for step in steps
        if (match := _PATTERN.match(stem(step).removesuffix(".txt")))
    }
    shared = _shared(all_heads)
    shared = shared[: shared.rfind("_") + 1] if "_" in shared else head.partition("_")[0] + "_"
    return head.removeprefix(shared) or head, ""


def _shared(heads: set[str]) -> str:
    """The letters with which all begin; none if there is only one."""
    columns = itertools.takewhile(lambda letters: len(set(letters)) == 1, zip(*heads, strict=False))
    return "".join(letters[0] for letters in columns) if len(heads) > 1 else ""
