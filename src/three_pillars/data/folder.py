"""Where the data lies, and in which state its files are."""

from __future__ import annotations

import functools
import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from .errors import DataError


def root() -> Path:
    """Find the folder that holds datapackage.json.

    It is the folder that the variable THREE_PILLARS_DATA names; else ``data/`` in the nearest
    folder around this package, or around the working folder, that has one.

    Raises:
        DataError: there is none.
    """
    return _root(os.environ.get("THREE_PILLARS_DATA", ""), os.getcwd())


# A model that an explorable calls a thousand times asks a thousand times where the data lies.
@functools.lru_cache(maxsize=8)
def _root(chosen: str, here: str) -> Path:
    if chosen:
        folder = Path(chosen).expanduser().resolve()
        if not (folder / "datapackage.json").is_file():
            raise DataError(
                f"THREE_PILLARS_DATA points to '{chosen}', which holds no datapackage.json; "
                "point it to the book's data folder, or unset it."
            )
        return folder
    for start in (Path(__file__).resolve().parent, Path(here)):
        for folder in (start, *start.parents):
            if (folder / "data" / "datapackage.json").is_file():
                return folder / "data"
    raise DataError(
        "the folder data/ with datapackage.json was not found; work inside a copy of the book's "
        "repository, or set THREE_PILLARS_DATA to its data folder."
    )


def state(*names: str) -> str:
    """Identify the state of some tables, or of all, without reading them.

    Whoever has just loaded them all may put this into THREE_PILLARS_CHECKED for its children, so
    that a dozen kernels need not check the same files again. It holds for these very files only.

    Args:
        names: tables such as ``"argument/criteria"``; all without a name.
    """
    base = root()
    if names:
        stamps = [stamp(base / f"{name}.csv") for name in names]
        stamps.append(stamp(base / "datapackage.json"))
    else:
        stamps = sorted(_stamps(base, deeper=True))
    return hashlib.sha256(repr(stamps).encode()).hexdigest()


# Every judge asks whether its criteria are still those of the files: some thousand times a build.
def _stamps(folder: Path | os.DirEntry[str], *, deeper: bool) -> Iterator[tuple[str, int, int]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith((".csv", "datapackage.json")):
                state = entry.stat()
                yield (entry.path, state.st_mtime_ns, state.st_size)
            elif deeper and entry.is_dir():
                yield from _stamps(entry, deeper=False)


def stamp(path: Path) -> tuple[str, int, int]:
    """Identify the state of a file: path, time of change, size."""
    state = path.stat()
    return (str(path), state.st_mtime_ns, state.st_size)


def shown(path: Path) -> str:
    """Write a path as the reader knows it, from the data folder on."""
    base = root()
    return f"{base.name}/{path.relative_to(base).as_posix()}"
