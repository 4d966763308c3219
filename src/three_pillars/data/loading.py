"""Reading a table, checked and typed."""

from __future__ import annotations

import os

import pandas as pd

from .checking import check_rows
from .descriptors import descriptor, near_names, referenced
from .errors import DataError
from .folder import root, shown, stamp, state
from .reading import cells, check_header
from .types import typed

_frames: dict[tuple, pd.DataFrame] = {}


def load(name: str, verified_only: bool = False) -> pd.DataFrame:
    """Read a table by its name, checked and typed.

    Args:
        name: The table, such as ``"energy/lng_imports"`` or ``"sources"``; see ``tables()``.
        verified_only: Keep only rows whose ``verified`` is true.

    Returns:
        A fresh copy with one column for each field of the table's schema: integers, floats,
        booleans, dates and strings. An empty cell is a missing value.

    Raises:
        DataError: The table is unknown, missing or damaged.
    """
    frame = checked(name)
    if verified_only and "verified" not in frame.columns:
        raise DataError(f"table '{name}' has no column 'verified'; load it without verified_only.")
    if verified_only:
        frame = frame[frame["verified"]].reset_index(drop=True)
    return frame.copy()


def source(source_id: str) -> pd.Series:
    """Look up one source.

    Args:
        source_id: The identifier used in a table's ``source_id`` column.

    Returns:
        The row of ``sources`` with that identifier.

    Raises:
        DataError: There is no such source, or the table of sources is missing or damaged.
    """
    frame = checked("sources")
    match = frame[frame["source_id"] == source_id]
    if match.empty:
        near = near_names(str(source_id), frame["source_id"].tolist(), "load('sources')")
        raise DataError(f"there is no source '{source_id}' in {root().name}/sources.csv{near}.")
    return match.iloc[0].copy()


def checked(name: str, waiting: tuple[str, ...] = ()) -> pd.DataFrame:
    """Check a table once for each state of its files, and keep the typed result.

    Args:
        name: The table.
        waiting: Tables whose foreign keys led here; they are not checked again.

    Returns:
        The kept table itself, which nobody may change; `load()` copies it.

    Raises:
        DataError: The table or one that it points to is unknown, missing or damaged.
    """
    base, resource = root(), descriptor(name)
    path = base / resource["path"]
    needed = sorted(referenced(resource) - {name, *waiting})
    if not path.is_file():
        raise DataError(f"{shown(path)} is missing; restore the file with git.")
    # A foreign key is only as good as the table that it points to: check that one first.
    for other in needed:
        checked(other, (*waiting, name))
    key = (
        stamp(path),
        stamp(base / "datapackage.json"),
        *(stamp(base / descriptor(other)["path"]) for other in needed),
    )
    if key not in _frames:
        rows, lines = cells(path)
        fields = resource["schema"]["fields"]
        check_header(path, rows[0], [field["name"] for field in fields])
        if len(rows) == 1:
            raise DataError(f"{shown(path)} has a header and no rows; restore the file with git.")
        if os.environ.get("THREE_PILLARS_CHECKED") != state():
            check_rows(path, name, rows, lines)
        _frames[key] = typed(path, rows, lines, fields)
    return _frames[key]
