"""Whose file it is: what a reader of a platform's names finds out, and what all readers share."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass, field

NOTEBOOK_ENDINGS = (".ipynb.txt", ".ipynb.json", ".ipynb", ".zip")


@dataclass
class Owner:
    """Who handed in a file, as far as its place says.

    `key` tells students apart: the platform's id where there is one, else the folder. Two files
    are copies of one another only if their keys are equal.
    """

    name: str
    key: tuple[str, ...]
    platform: str
    id: str = ""
    file: str = ""  # what the student called the file
    when: dt.datetime | None = None
    late: bool = False
    version: int = 0  # a higher one replaces a lower one
    own: bool = True  # False: a file of the platform's own, such as Blackboard's .txt
    group: str = ""  # section or seminar
    back: str = ""  # the name under which the platform takes feedback


@dataclass
class Listing:
    """All that came in: places as steps of a path, zips as folders, and what texts say."""

    places: list[tuple[str, ...]]
    exercises: list[str]
    texts: dict[tuple[str, ...], str] = field(default_factory=dict)

    @property
    def notebooks(self) -> list[tuple[str, ...]]:
        """The places of notebooks, by their ending."""
        return [steps for steps in self.places if steps[-1].lower().endswith(NOTEBOOK_ENDINGS[:3])]


def stem(step: str) -> str:
    """A step without the endings of a notebook or a zip, in composed characters."""
    step = unicodedata.normalize("NFC", step)
    for ending in NOTEBOOK_ENDINGS:
        if step.lower().endswith(ending):
            return step[: -len(ending)]
    return step


def tidy(name: str) -> str:
    """A name as it may be shown: one line, no control characters, no marks of direction."""
    name = unicodedata.normalize("NFC", name)
    name = "".join(c if unicodedata.category(c)[0] != "C" else " " for c in name)
    return re.sub(r"[_\s]+", " ", name).strip(" -–·")[:120]


COPY = re.compile(
    r"(?: ?\((?P<a>\d{1,3})\)|[ _-]+(?:copy|kopie|копия|コピー|副本)[ _]*(?P<b>\d{0,3}))$"
    r"|-Copy(?P<c>\d{1,3})$",
    re.I,
)
COPY_OF = re.compile(r"^(?:copy of|kopie von|копия|のコピー)[ _]+", re.I)


def copies(file: str) -> tuple[str, int]:
    """Take the mark of a copy from a file's name: ``energy (1)``, ``Copy of energy``."""
    count = 0
    while match := COPY.search(file):
        if not file[: match.start()].strip(" _-"):
            break
        count = max(count, int(next((n for n in match.groups() if n), "1")))
        file = file[: match.start()]
    while match := COPY_OF.match(file):
        if not file[match.end() :].strip(" _-"):
            break
        count, file = max(count, 1), file[match.end() :]
    return file, count


def time_stamp(text: str, *patterns: str) -> dt.datetime | None:
    """Read a time; None if it is none, such as the 45th of a 13th month."""
    for pattern in patterns:
        try:
            return dt.datetime.strptime(text, pattern)  # noqa: DTZ007 (a listing names no zone)
        except ValueError:
            continue
    return None
