"""Turn an answer into plain data: lists, texts and numbers that JSON can carry.

Each value becomes a list that begins with its kind. A value of a kind that is not known here
becomes the name of its type; `decode` makes an object of a type of that name of it.
"""

from __future__ import annotations

import base64
import datetime as dt
import inspect
import types
from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pandas as pd

from .cells import type_name

LARGEST = 4_000_000
"""Characters that one answer may come to."""

DEEPEST = 40


class TooLarge(ValueError):
    """An answer is larger, or nested more deeply, than any task asks for."""


class Encoder:
    """Encodes the answers of one moment; remembers the functions among them."""

    def __init__(self, functions: list[Callable[..., Any]]) -> None:
        """Take the list to which functions are added; their place in it is their number."""
        self.functions = functions
        self.left = LARGEST

    def encode(self, value: Any, depth: int = 0) -> list[Any]:
        """Encode a value.

        Raises:
            TooLarge: It is larger than any answer should be.
        """
        self._spend(8)
        if depth > DEEPEST:
            raise TooLarge("it is nested too deeply")
        simple = _SIMPLE.get(type(value))
        if simple:
            coded = simple(value)
            self._spend(sum(len(part) for part in coded if isinstance(part, str)))
            return coded
        if value is pd.NA:
            return ["na"]
        if value is pd.NaT:
            return ["nat"]
        for kind, coder in _KINDS:
            if isinstance(value, kind):
                return coder(self, value, depth + 1)
        return self._other(value)

    def _spend(self, size: int) -> None:
        self.left -= size
        if self.left < 0:
            raise TooLarge("it is too large")

    def _other(self, value: Any) -> list[Any]:
        if isinstance(value, type):
            return ["class", value.__name__]
        if _is_chart(value):
            try:
                return ["chart", type_name(value), self._json(value.to_dict())]
            except TooLarge:
                raise
            except Exception as error:
                said = str(error).splitlines()
                return ["undrawn", type_name(value), said[0][:300] if said else ""]
        if callable(value):
            self.functions.append(value)
            name = getattr(value, "__name__", type_name(value))
            return ["function", len(self.functions) - 1, str(name)[:80], _signature(value)]
        return ["object", type_name(value)]

    def _json(self, value: Any) -> Any:
        """A specification is JSON already; it must only not be endless."""
        if isinstance(value, dict):
            self._spend(4)
            return {str(key): self._json(one) for key, one in value.items()}
        if isinstance(value, (list, tuple)):
            return [self._json(one) for one in value]
        if isinstance(value, str):
            self._spend(len(value))
            return str(value)
        self._spend(4)
        if value is None or isinstance(value, (bool, np.bool_)):
            return None if value is None else bool(value)
        if isinstance(value, (int, np.integer)):
            return int(value)
        if isinstance(value, (float, np.floating)):
            return float(value)
        return str(value)

    # Collections

    def _list(self, value: Any, depth: int) -> list[Any]:
        kind = next(kind for kind in (list, tuple, set, frozenset) if isinstance(value, kind))
        return [kind.__name__, [self.encode(one, depth) for one in kind.__iter__(value)]]

    def _dict(self, value: Any, depth: int) -> list[Any]:
        kind = "dict" if isinstance(value, dict) else "mapping"
        pairs = dict.items(value) if kind == "dict" else value.items()
        return [kind, [[self.encode(a, depth), self.encode(b, depth)] for a, b in pairs]]

    # NumPy

    def _numpy(self, value: np.generic, depth: int) -> list[Any]:
        return ["numpy", self._array(np.asarray(value), depth)]

    def _array(self, value: np.ndarray, depth: int) -> list[Any]:
        value = np.asarray(value)
        if value.dtype.kind in "biufcmMSU":
            packed = base64.b64encode(np.ascontiguousarray(value).tobytes()).decode()
            self._spend(len(packed))
            return ["array", value.dtype.str, list(value.shape), packed]
        items = [self.encode(one, depth) for one in value.astype(object).ravel()]
        return ["array", "O", list(value.shape), items]

    # pandas

    def _column(self, value: Any, depth: int) -> list[Any]:
        """Encode the values of a Series, an Index or a column, with their type."""
        kind = value.dtype
        if isinstance(kind, np.dtype):
            return self._array(value.to_numpy(), depth)
        if isinstance(kind, pd.CategoricalDtype):
            categories = self._index(kind.categories, depth)
            codes = pd.Categorical(value).codes.astype("int64")
            return ["category", self._array(codes, depth), categories, bool(kind.ordered)]
        return ["column", str(kind), [self.encode(one, depth) for one in list(value)]]

    def _index(self, value: pd.Index, depth: int) -> list[Any]:
        if isinstance(value, pd.RangeIndex):
            self._spend(len(value))  # whoever reads it may write it out
            name = self.encode(value.name, depth)
            return ["range index", value.start, value.stop, value.step, name]
        names = [self.encode(name, depth) for name in value.names]
        if isinstance(value, pd.MultiIndex):
            levels = [self._index(level, depth) for level in value.levels]
            codes = [[int(code) for code in some] for some in value.codes]
            self._spend(4 * sum(map(len, codes)))
            return ["multi index", levels, codes, names]
        return ["index", self._column(value, depth), names[0]]

    def _series(self, value: pd.Series, depth: int) -> list[Any]:
        return ["series", self._column(value, depth), self._index(value.index, depth),
                self.encode(value.name, depth)]  # fmt: skip

    def _frame(self, value: pd.DataFrame, depth: int) -> list[Any]:
        columns = [self._column(value.iloc[:, n], depth) for n in range(value.shape[1])]
        return ["table", columns, self._index(value.index, depth),
                self._index(value.columns, depth)]  # fmt: skip

    def _extension(self, value: Any, depth: int) -> list[Any]:
        return ["extension", self._column(value, depth)]

    def _interval(self, value: pd.Interval, depth: int) -> list[Any]:
        ends = [self.encode(value.left, depth), self.encode(value.right, depth)]
        return ["interval", *ends, value.closed]


def _signature(function: Callable[..., Any]) -> list[list[Any]] | None:
    try:
        parameters = inspect.signature(function).parameters.values()
    except (TypeError, ValueError):
        return None
    return [[p.name, int(p.kind), p.default is not p.empty] for p in parameters]


def _is_chart(value: Any) -> bool:
    import altair

    return isinstance(value, altair.TopLevelMixin)


def _number(value: float) -> list[Any]:
    return ["float", float.__repr__(value)]


_SIMPLE: dict[type, Callable[[Any], list[Any]]] = {
    type(None): lambda _: ["none"],
    type(Ellipsis): lambda _: ["dots"],
    bool: lambda value: ["bool", value],
    int: lambda value: ["int", hex(value)],
    float: _number,
    str: lambda value: ["text", value],
    bytes: lambda value: ["bytes", value.hex()],
    complex: lambda value: ["complex", repr(value.real), repr(value.imag)],
    Decimal: lambda value: ["decimal", str(value)],
    Fraction: lambda value: ["fraction", hex(value.numerator), hex(value.denominator)],
    range: lambda value: ["range", hex(value.start), hex(value.stop), hex(value.step)],
    dt.date: lambda value: ["date", value.isoformat()],
    dt.time: lambda value: ["time", value.isoformat()],
    dt.datetime: lambda value: ["datetime", value.isoformat()],
    dt.timedelta: lambda value: ["difference", value.days, value.seconds, value.microseconds],
    types.ModuleType: lambda _: ["object", "module"],
    pd.Timestamp: lambda value: [
        "timestamp", value.isoformat(), str(value.tz) if value.tz else "", value.unit
    ],
    pd.Timedelta: lambda value: ["timedelta", hex(value.value), value.unit],
    pd.Period: lambda value: ["period", hex(value.ordinal), value.freqstr],
}  # fmt: skip

# Subclasses lose what they add: an answer is worth its plain value.
_KINDS: list[tuple[Any, Callable[[Encoder, Any, int], list[Any]]]] = [
    (pd.Interval, Encoder._interval),
    (np.generic, Encoder._numpy),
    ((list, tuple, set, frozenset), Encoder._list),
    (Mapping, Encoder._dict),
    (pd.Series, Encoder._series),
    (pd.DataFrame, Encoder._frame),
    (pd.Index, Encoder._index),
    (np.ndarray, Encoder._array),
    (pd.api.extensions.ExtensionArray, Encoder._extension),
    (str, lambda coder, value, depth: coder.encode(str.__str__(value), depth)),
    (int, lambda coder, value, depth: coder.encode(int.__int__(value), depth)),
    (float, lambda coder, value, depth: _number(value)),
    (Decimal, lambda coder, value, depth: ["decimal", Decimal.__str__(value)]),
]
