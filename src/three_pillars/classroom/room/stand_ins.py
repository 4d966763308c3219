"""Stand-ins for what real notebooks use and no task needs: other plotting libraries, Colab.

A stand-in is used only where the real thing is not installed.
"""

from __future__ import annotations

import builtins
import importlib.abc
import importlib.machinery
import importlib.util
import sys
import types
from collections.abc import Callable, Iterator
from typing import Any

ROOTS = {"matplotlib", "seaborn", "google", "plotly", "bokeh", "pyperclip", "nbconvert"}


class Anything:
    """Takes every call, attribute and item, and gives another of its kind."""

    def __init__(self, items: list[Any] | None = None) -> None:
        """Hold what iterating gives, if anything."""
        self._items = items or []

    def __call__(self, *_: Any, **__: Any) -> Anything:
        """Take a call."""
        return Anything()

    def __getattr__(self, name: str) -> Any:
        """Give an attribute; ``subplots`` gives a figure and its axes."""
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        return _subplots if name == "subplots" else Anything()

    def __getitem__(self, key: Any) -> Any:
        """Give an item."""
        return Anything()

    def __setitem__(self, key: Any, value: Any) -> None:
        """Take an item."""

    def __iter__(self) -> Iterator[Any]:
        """Give the items."""
        return iter(self._items)

    def __enter__(self) -> Anything:
        """Begin a block."""
        return self

    def __exit__(self, *_: Any) -> None:
        """End a block."""

    def __mro_entries__(self, bases: tuple) -> tuple[type, ...]:
        """Stand for a class that another one is derived from."""
        return (object,)


def _subplots(rows: int = 1, columns: int = 1, **named: Any) -> tuple[Anything, Anything]:
    rows, columns = named.get("nrows", rows), named.get("ncols", columns)
    if rows > 1 and columns > 1:
        return Anything(), Anything(
            [Anything([Anything() for _ in range(columns)]) for _ in range(rows)]
        )
    return Anything(), Anything([Anything() for _ in range(rows * columns)])


class _Module(types.ModuleType):
    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        return _subplots if name == "subplots" else Anything()


class _Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def __init__(self, note: Callable[[str], None]) -> None:
        self.note = note

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> Any:
        if name.partition(".")[0] not in ROOTS:
            return None
        return importlib.machinery.ModuleSpec(name, self, is_package=True)

    def create_module(self, spec: Any) -> types.ModuleType:
        self.note(f"{spec.name.partition('.')[0]}, which no task needs,")
        return _Module(spec.name)

    def exec_module(self, module: types.ModuleType) -> None:
        pass


def put_up(pass_over: Callable[[str], None], listener: Any) -> None:
    """Let imports, ``input()`` and otter find a stand-in.

    Args:
        pass_over: Told what was passed over.
        listener: What ``otter.Notebook()`` gives.
    """
    sys.meta_path.append(_Finder(pass_over))

    def asked(prompt: object = "") -> str:
        pass_over("input()")
        return ""

    builtins.input = asked
    otter = types.ModuleType("otter")
    otter.Notebook = lambda *_, **__: listener
    sys.modules["otter"] = otter
    import pandas as pd

    if importlib.util.find_spec("matplotlib").loader.__class__ is _Finder:
        plots = types.ModuleType("room_plots")
        plots.plot = lambda *_, **__: Anything()
        plots.__getattr__ = lambda name: Anything()
        sys.modules["room_plots"] = plots
        pd.set_option("plotting.backend", "room_plots")
