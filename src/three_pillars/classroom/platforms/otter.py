"""Otter's own export: ``energy_2026_11_20T10_11_12_345678.zip``, loose or in a student's folder.

The name says when and not who, so the student is read from what stands around it.
"""

from __future__ import annotations

import dataclasses
import re

from . import plain
from .owner import Listing, Owner, stem, time_stamp

NAME = "otter's export"
EXPORT = re.compile(r"_(\d{4}_\d\d_\d\dT\d\d_\d\d_\d\d)_\d+$")


def read(steps: tuple[str, ...], listing: Listing) -> Owner | None:
    """Read who handed in a file; None if it is in no export of otter's."""
    for step in steps:
        match = EXPORT.search(stem(step))
        if match and step.lower().endswith(".zip"):
            owner = plain.read(steps, listing)
            when = time_stamp(match[1], "%Y_%m_%dT%H_%M_%S")
            own = steps[-1] != "__zip_filename__"
            return dataclasses.replace(owner, platform=NAME, when=when, own=own)
    return None
