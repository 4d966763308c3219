"""Open what came in: every file in a folder or a zip, whatever is wrong with it.

A zip is a folder whose name ends in ``.zip``. What the exercise itself brings along (tables, the
package) and what systems leave behind is passed over; all else is an `Entry`, readable or not.
"""

from __future__ import annotations

import datetime as dt
import io
import os
import re
import stat
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from . import letters

LARGEST = 150_000_000
"""Bytes that one file, or all that one hand-in's zip unpacks to, may have."""

FILES = 2000
"""Files that one hand-in's zip may hold."""

READ = (".ipynb", ".ipynb.txt", ".ipynb.json", ".json", ".txt", ".yml", ".zip")
"""Endings of what is opened; the rest is named and left alone."""

_DAMAGED = "it cannot be unpacked: damaged or with a password"


@dataclass
class Entry:
    """One file that came in."""

    steps: tuple[str, ...]
    content: bytes | None
    when: dt.datetime | None
    problem: str = ""

    @property
    def place(self) -> str:
        """The path as it may be shown."""
        return "/".join(self.steps)

    @property
    def ending(self) -> str:
        """The ending of the file's name, in small letters."""
        return "." + self.steps[-1].rpartition(".")[2].lower() if "." in self.steps[-1] else ""


@dataclass
class _Budget:
    """What the zips of one hand-in may still unpack to, all together."""

    left: int = LARGEST
    files: int = FILES

    def read(self, archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes | None:
        """Unpack a file; None if that is too much."""
        self.files -= 1
        with archive.open(entry) as file:
            content = file.read(max(self.left, 0) + 1)
        self.left -= len(content)
        return None if self.left < 0 or self.files < 0 else content


def arrivals(folder: Path) -> Iterator[Entry]:
    """Yield every file in a folder, a platform's zip, or one notebook.

    Args:
        folder: Where the hand-ins are.
    """
    if folder.is_file() and folder.suffix.lower() == ".zip":
        yield from _platform_zip(folder)
        return
    for path in [folder] if folder.is_file() else _files(folder):
        steps = (path.name,) if path == folder else path.relative_to(folder).parts
        steps = tuple(letters.readable(step) for step in steps)
        if skipped(steps):
            continue
        yield from _one(path, steps)


def _files(folder: Path) -> Iterator[Path]:
    """Walk a folder without following links, so that none leads out or round and round."""
    for here, folders, names in os.walk(folder):
        folders.sort()
        for name in [*names, *(f for f in folders if os.path.islink(os.path.join(here, f)))]:
            yield Path(here, name)


def _one(path: Path, steps: tuple[str, ...]) -> Iterator[Entry]:
    try:
        about = path.lstat()
        if not stat.S_ISREG(about.st_mode):
            kind = "a link" if stat.S_ISLNK(about.st_mode) else "not a file"
            yield Entry(steps, None, None, f"it is {kind}, and only files are graded")
            return
        when = time_of(about.st_mtime)
        if not steps[-1].lower().endswith(READ):
            yield Entry(steps, None, when, file_kind(steps[-1]))
        elif about.st_size > LARGEST:
            yield Entry(steps, None, when, "the file is too large")
        elif steps[-1].lower().endswith(".zip"):
            yield from _opened(steps, path.read_bytes(), when, _Budget(), 0)
        else:
            yield Entry(steps, path.read_bytes(), when)
    except OSError as error:
        yield Entry(steps, None, None, f"it cannot be read ({error.strerror or 'error'})")


def _platform_zip(path: Path) -> Iterator[Entry]:
    """Open a zip that holds the whole class: each hand-in in it has a budget of its own."""
    try:
        with zipfile.ZipFile(path) as archive:
            for entry, steps in _listed(archive):
                yield from _inside(archive, entry, steps, _Budget(), 0)
    except (zipfile.BadZipFile, OSError, ValueError, EOFError):
        yield Entry((path.name,), None, None, "the zip is damaged or cut short")


def _opened(
    steps: tuple[str, ...], content: bytes, when: dt.datetime | None, budget: _Budget, depth: int
) -> Iterator[Entry]:
    """Yield the files in one hand-in's zip."""
    if depth > 3:
        yield Entry(steps, None, when, "the zips are nested too deeply")
        return
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            found = _listed(archive)
            if len(found) > budget.files or sum(e.file_size for e, _ in found) > budget.left:
                yield Entry(steps, None, when, "the zip unpacks to more than it should")
                return
            if not found:
                yield Entry(steps, None, when, "there is no notebook in the zip")
            for entry, inner in found:
                yield from _inside(archive, entry, steps + inner, budget, depth, when)
    except Exception:
        problem = "the file is empty" if not content else "the zip is damaged or cut short"
        yield Entry(steps, None, when, problem)


def _inside(
    archive: zipfile.ZipFile,
    entry: zipfile.ZipInfo,
    steps: tuple[str, ...],
    budget: _Budget,
    depth: int,
    outer: dt.datetime | None = None,
) -> Iterator[Entry]:
    when = _stamp(entry.date_time) or outer
    if not steps[-1].lower().endswith(READ):
        yield Entry(steps, None, when, file_kind(steps[-1]))
        return
    try:
        content = budget.read(archive, entry)
    except Exception:  # zlib, bz2 and lzma each have errors of their own
        yield Entry(steps, None, when, _DAMAGED)
        return
    if content is None:
        yield Entry(steps, None, when, "the zip unpacks to more than it should")
    elif steps[-1].lower().endswith(".zip"):
        yield from _opened(steps, content, when, budget, depth + 1)
    else:
        yield Entry(steps, content, when)


def _listed(archive: zipfile.ZipFile) -> list[tuple[zipfile.ZipInfo, tuple[str, ...]]]:
    """The files of a zip with their places, names in their right letters."""
    infos = [entry for entry in archive.infolist() if not entry.is_dir()]
    names = letters.file_names(infos)
    listed = []
    for entry, name in zip(infos, names, strict=True):
        steps = tuple(
            step for step in name.replace("\\", "/").split("/") if step not in ("", ".", "..")
        )
        if steps and not skipped(steps):
            listed.append((entry, steps))
    return listed


# What is passed over and what is named -----------------------------------------------------------


def skipped(steps: tuple[str, ...]) -> bool:
    """Whether a file is no hand-in: a system's, or one that the exercise brought along."""
    return (
        any(_hidden(step, steps[-1]) for step in steps)
        or steps[-1] in ("Thumbs.db", "desktop.ini", "Icon\r")
        or "three_pillars" in steps[:-1]
        or "__pycache__" in steps
        or any(
            step == "data" and re.search(r"\.(csv|json|geojson)$", steps[-1], re.I)
            for step in steps[:-1]
        )
        or steps[-1] in ("requirements.txt", "README.txt")
    )


_SYSTEMS = re.compile(
    r"\._|\.~|~\$|__MACOSX|\.(DS_Store|ipynb_checkpoints|Trash.*|local|cache|config|jupyter|ipython"
    r"|git|github|vscode|idea|venv|env|conda|nbgrader.*|npm|virtual_documents)$"
)


def _hidden(step: str, file: str) -> bool:
    """Whether a name is a system's; a student or a team may be called ".NET" too."""
    if _SYSTEMS.match(step):
        return True
    named = "_assignsubmission_" in step or file.lower().endswith((".ipynb", ".zip"))
    return step.startswith(".") and not named


def file_kind(name: str) -> str:
    """Why a file that is no notebook is not graded."""
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    if ending in ("html", "htm"):
        return "it is a web page or online text, not a notebook"
    if ending in ("7z", "rar", "gz", "tar", "bz2", "xz", "tgz"):
        return f"it is an archive of the kind .{ending}: unpack it and grade again"
    return f"it is a .{ending} file, not a notebook" if ending else "it is no notebook"


# Times -------------------------------------------------------------------------------------------


def time_of(seconds: float) -> dt.datetime | None:
    """A file's time with the machine's zone; None where the clock was not set."""
    try:
        return _sensible(dt.datetime.fromtimestamp(seconds).astimezone())
    except (ValueError, OverflowError, OSError):
        return None


def _stamp(date: Sequence[int]) -> dt.datetime | None:
    """The time in a zip; those that a program set without a clock say nothing."""
    try:
        return _sensible(dt.datetime(*date).astimezone())
    except (ValueError, OverflowError, OSError):
        return None


def _sensible(when: dt.datetime) -> dt.datetime | None:
    soon = dt.datetime.now().astimezone() + dt.timedelta(days=2)
    return when if when.year > 2016 and when < soon else None
