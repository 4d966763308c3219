"""Names of files in their right letters: in zips and on disks that know no UTF-8."""

from __future__ import annotations

import os
import re
import zipfile
from collections.abc import Sequence


def file_names(infos: Sequence[zipfile.ZipInfo]) -> list[str]:
    """Read names that a zip marks as UTF-8 as they are; guess the letters of the others."""
    old = [info for info in infos if not info.flag_bits & 0x800 and not info.filename.isascii()]
    raw = {}
    for info in old:
        try:
            raw[id(info)] = info.filename.encode("cp437")
        except UnicodeEncodeError:
            continue
    coding = _coding(list(raw.values()))
    return [
        raw[id(info)].decode(coding, "replace") if id(info) in raw else info.filename
        for info in infos
    ]


def readable(step: str) -> str:
    """A name of the file system as text, in whatever letters it was written."""
    try:
        step.encode("utf-8")
    except UnicodeEncodeError:
        raw = os.fsencode(step)
        step = raw.decode(_coding([raw]), "replace")
    return step


def _coding(names: list[bytes]) -> str:
    """Guess in which letters names were written: the reading that makes the most sense of all."""

    def sense(coding: str) -> float:
        try:
            text = "".join(name.decode(coding) for name in names)
        except UnicodeDecodeError:
            return -1
        odd = [c for c in text if not c.isascii()]
        if coding == "utf-8":
            return 2
        likely = {
            "cp932": r"[\u3005-\u30ff\u4e00-\u9fff]",
            "cp866": r"[\u0400-\u045f]",
            "cp1251": r"[\u0400-\u045f]",
            "cp850": r"[À-ÖØ-öø-ÿ]",
            "cp1252": r"[À-ÖØ-öø-ÿ]",
        }[coding]
        share = sum(bool(re.match(likely, c)) for c in odd) / max(len(odd), 1)
        # A wrong reading puts capitals into the middle of words, or foreign letters beside a-z.
        wrong = len(re.findall(r"[\u0430-\u045f][\u0400-\u042f]", text))
        if coding in ("cp932", "cp866", "cp1251"):
            wrong += len(re.findall(rf"[A-Za-z]{likely}|{likely}[A-Za-z]", text))
        return share - wrong / max(len(odd), 1)

    codings = ("utf-8", "cp932", "cp866", "cp1251", "cp850", "cp1252")
    best = max(codings, key=sense)
    return best if sense(best) > 0.5 else "cp850"
