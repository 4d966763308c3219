"""A reader: the tables as one judge may see them, on one day and from some of the sources."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable

import pandas as pd

from ..day import last_day
from .as_of import public
from .descriptors import descriptor
from .errors import DataError
from .folder import state
from .loading import load


class Reader:
    """Reads tables as they were public on a day: ``load = Reader(day); load("energy/events")``.

    Args:
        day: the day; None for all that the tables hold.
        verified_only: leave out unverified rows.
        without: leave out rows that rest on this source alone; a row with two sources goes only
            with both.
    """

    def __init__(
        self,
        day: pd.Timestamp | None = None,
        *,
        verified_only: bool = False,
        without: str = "",
    ):
        """Hold the day and what is left out."""
        self.day = None if day is None else pd.Timestamp(day)
        self.verified_only = verified_only
        self.without = without
        self.read: set[str] = set()

    def __call__(self, name: str, verified_only: bool = False) -> pd.DataFrame:
        """Return a copy of the table; ``attrs["table"]`` is its name."""
        self.read.add(name)
        frame = self._cut(name)[0].copy()
        if verified_only:
            frame = frame[frame["verified"]].reset_index(drop=True)
        frame.attrs["table"] = name
        return frame

    def whole(self, name: str, scope: str, until: pd.Timestamp | None = None) -> bool:
        """Tell whether the table is complete in one of its scopes.

        A scope that lost a row, because a source or the unverified rows are left out, counts as a
        selection.

        Args:
            name: the table.
            scope: a name under ``complete`` in the table's descriptor.
            until: the last day that the finding speaks of; a scope that ends before it counts as
                a selection, since nobody counted the rest.

        Raises:
            DataError: there is no such scope.
        """
        declared = {one["name"]: one for one in descriptor(name).get("complete", [])}
        if scope not in declared:
            raise DataError(
                f"table '{name}' has no scope '{scope}' in which it is complete; "
                f"there are {', '.join(declared) or 'none'}."
            )
        if until is not None and last_day(str(declared[scope]["to"])) < until:
            return False
        lost = self._cut(name)[1]
        for column, values in declared[scope].get("filter", {}).items():
            values = values if isinstance(values, list) else [values]
            lost = lost[lost[column].isin(values)]
        return lost.empty

    def loses(self, names: Iterable[str]) -> bool:
        """Tell whether any of these tables lost a row that was public on the day."""
        if self.without and not self.verified_only:  # nothing need be cut to answer
            return any(
                self.without in _sole_sources(name, self.day, load, state()) for name in names
            )
        return any(len(self._cut(name)[1]) for name in names)

    @functools.cached_property
    def _made(self) -> dict[tuple, tuple[pd.DataFrame, frozenset[str]]]:
        return {}

    @functools.cached_property
    def _kept(self) -> dict[str, tuple[pd.DataFrame, pd.DataFrame]]:
        return {}

    def _cut(self, name: str) -> tuple[pd.DataFrame, pd.DataFrame]:
        """Return the rows that are seen, and the rows that were left out though public."""
        if name not in self._kept:
            frame = _on(name, self.day)
            gone = pd.Series(False, index=frame.index)
            if self.verified_only and "verified" in frame:
                gone |= ~frame["verified"]
            if self.without and "source_id" in frame:
                gone |= (_sole_source(frame) == self.without).fillna(False)
            kept = frame[~gone].reset_index(drop=True) if gone.any() else frame
            self._kept[name] = kept, frame[gone]
        return self._kept[name]


def once(function: Callable[..., pd.DataFrame]) -> Callable[..., pd.DataFrame]:
    """Let each reader keep the table that a function makes of it, since judges ask again and again.

    Args:
        function: takes a reader, and what else can be hashed; returns a table.

    Returns:
        The same function. What it returns is a fresh copy; the tables that it read count as read.
    """

    @functools.wraps(function)
    def asked(load: Reader, *args: object, **more: object) -> pd.DataFrame:
        key = (function, args, tuple(sorted(more.items())))
        if key not in load._made:
            earlier = frozenset(load.read)
            load.read.clear()
            frame = function(load, *args, **more)
            load._made[key] = frame, frozenset(load.read)
            load.read |= earlier
        frame, read = load._made[key]
        load.read |= read
        return frame.copy()

    return asked


def _on(name: str, day: pd.Timestamp | None) -> pd.DataFrame:
    return load(name) if day is None else _public(name, day, load, state())


# Whoever leaves out one source after the other asks for the same tables each time.
@functools.lru_cache(maxsize=256)
def _public(
    name: str, day: pd.Timestamp, read: Callable[[str], pd.DataFrame], tables: str
) -> pd.DataFrame:
    return public(read(name), descriptor(name), day)


@functools.lru_cache(maxsize=256)
def _sole_sources(
    name: str, day: pd.Timestamp | None, read: Callable[[str], pd.DataFrame], tables: str
) -> frozenset[str]:
    """Name the sources that are the only one of some row."""
    frame = _on(name, day)
    return frozenset(_sole_source(frame).dropna()) if "source_id" in frame else frozenset()


def _sole_source(frame: pd.DataFrame) -> pd.Series:
    """Return the source of each row that has only one."""
    first = frame["source_id"]
    if "source_id_2" not in frame:
        return first
    second = frame["source_id_2"].fillna("")
    return first.where((second == "") | (second == first))
