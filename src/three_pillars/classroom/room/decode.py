"""Build plain objects from the data that `encode` made of values.

Nothing here runs code that came with the data: every kind is one of those below, whatever the data
say, and every object is of a type of Python's, NumPy's or pandas' own, or of one made here.
"""

from __future__ import annotations

import base64
import datetime as dt
import inspect
import types
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pandas as pd

DTYPES = "biufcmMSU"
LONGEST = 5_000_000
DIGITS = 20_000
"""Hexadecimal digits of a whole number; what is done with longer ones may take hours."""


class NotPlain(ValueError):
    """The data are not what `encode` makes."""


Ask = Callable[[int, tuple], Any]
"""Asks a function of a number for its value: (number, arguments) -> value, or an exception."""


class Decoder:
    """Builds the objects of one moment."""

    def __init__(self, ask: Ask | None = None) -> None:
        """Take what is asked when a function among the answers is called."""
        self.ask = ask

    def decode(self, coded: Any) -> Any:
        """Build a value.

        Raises:
            NotPlain: The data are of no known kind, or out of order.
        """
        try:
            kind, *parts = coded
            return _BUILDERS[kind](self, *parts)
        except NotPlain:
            raise
        except RecursionError:
            raise NotPlain("it is nested too deeply") from None
        except Exception as error:
            raise NotPlain(f"data out of order ({type(error).__name__})") from None

    def _items(self, items: list[Any]) -> list[Any]:
        return [self.decode(one) for one in items]

    def _array(self, coded: list[Any]) -> np.ndarray:
        kind, name, shape, packed = coded
        if kind != "array":
            raise NotPlain("no array")
        shape = [int(one) for one in shape]
        if name == "O":
            array = np.empty(len(packed), dtype=object)
            for place, one in enumerate(packed):
                array[place] = self.decode(one)
            return array.reshape(shape)
        dtype = np.dtype(name)
        if dtype.kind not in DTYPES or dtype.itemsize > 1_000_000:
            raise NotPlain("no such dtype")
        return np.frombuffer(base64.b64decode(packed), dtype=dtype).reshape(shape).copy()

    def _column(self, coded: list[Any]) -> Any:
        if coded[0] == "array":
            return self._array(coded)
        if coded[0] == "category":
            _, codes, categories, ordered = coded
            return pd.Categorical.from_codes(
                self._array(codes), self.decode(categories), ordered=bool(ordered)
            )
        _, name, items = coded
        values = self._items(items)
        try:
            return pd.array(values, dtype=_no_file(str(name)))
        except NotPlain:
            raise
        except Exception:
            return pd.array(values)

    def _index(self, column: list[Any], name: Any) -> pd.Index:
        values = self._column(column)
        kind = object if getattr(values, "dtype", "") is np.dtype(object) else None
        return pd.Index(values, dtype=kind, name=self.decode(name))

    def _range_index(self, start: int, stop: int, step: int, name: Any) -> pd.RangeIndex:
        index = pd.RangeIndex(int(start), int(stop), int(step), name=self.decode(name))
        if len(index) > LONGEST:
            raise NotPlain("an index without end")
        return index

    def _series(self, column: list[Any], index: Any, name: Any) -> pd.Series:
        values = self._column(column)
        kind = values.dtype
        return pd.Series(values, index=self.decode(index), dtype=kind, name=self.decode(name))

    def _frame(self, columns: list[Any], index: Any, names: Any) -> pd.DataFrame:
        rows = self.decode(index)
        built = {}
        for number, column in enumerate(columns):
            values = self._column(column)
            built[number] = pd.Series(values, index=rows, dtype=values.dtype)
        frame = pd.DataFrame(built, index=rows)
        frame.columns = self.decode(names)
        return frame

    def _multi(self, levels: list[Any], codes: list[Any], names: list[Any]) -> pd.MultiIndex:
        return pd.MultiIndex(levels=self._items(levels), codes=codes, names=self._items(names))

    def _function(self, number: int, name: str, signature: Any) -> Callable[..., Any]:
        ask, number = self.ask, int(number)

        def function(*arguments: Any, **named: Any) -> Any:
            if ask is None or named:
                raise TypeError("it takes no keyword arguments here")
            return ask(number, arguments)

        function.__name__ = str(name)
        if isinstance(signature, list):
            function.__signature__ = inspect.Signature(
                [
                    inspect.Parameter(
                        str(one), inspect._ParameterKind(int(kind)),
                        default=None if default else inspect.Parameter.empty,
                    )
                    for one, kind, default in signature
                ]
            )  # fmt: skip
        return function


def _object(_: Decoder, name: str) -> Any:
    return type(str(name), (), {})()


def _chart(_: Decoder, name: str, spec: Any) -> Any:
    return drawn(str(name), spec, "")


def _undrawn(_: Decoder, name: str, error: str) -> Any:
    return drawn(str(name), None, str(error))


def drawn(name: str, spec: Any, error: str) -> Any:
    """Hold the specification of a chart in an object that checks take for one of Altair's."""
    import altair

    def to_dict(self: Any, *_: Any, **__: Any) -> dict[str, Any]:
        if not isinstance(spec, dict):
            raise ValueError(error)
        return spec

    # Altair's own classes would validate the specification anew, and might alter it.
    return type(name, (altair.TopLevelMixin,), {"to_dict": to_dict})()


def _whole(text: str) -> int:
    if len(text) > DIGITS:
        raise NotPlain("it has more digits than any answer")
    return int(text, 16)


def _no_file(name: str) -> str:
    """A time zone by its name: pandas would open a file that ``dateutil/…`` names."""
    if "dateutil" in name.casefold() or ".." in name:
        raise NotPlain("no such time zone")
    return name


def _timestamp(_: Decoder, text: str, zone: str, unit: str) -> pd.Timestamp:
    when = pd.Timestamp(text)
    zone = _no_file(str(zone))
    if zone:
        when = when.tz_convert(zone) if when.tzinfo else when.tz_localize(zone)
    return when.as_unit(unit)


_BUILDERS: dict[str, Callable[..., Any]] = {
    "none": lambda _: None,
    "dots": lambda _: Ellipsis,
    "na": lambda _: pd.NA,
    "nat": lambda _: pd.NaT,
    "bool": lambda _, value: bool(value),
    "int": lambda _, text: _whole(text),
    "float": lambda _, text: float(text),
    "text": lambda _, text: str(text),
    "bytes": lambda _, text: bytes.fromhex(text),
    "complex": lambda _, real, imaginary: complex(float(real), float(imaginary)),
    "decimal": lambda _, text: Decimal(text),
    "fraction": lambda _, above, below: Fraction(_whole(above), _whole(below)),
    "range": lambda _, start, stop, step: range(_whole(start), _whole(stop), _whole(step)),
    "date": lambda _, text: dt.date.fromisoformat(text),
    "time": lambda _, text: dt.time.fromisoformat(text),
    "datetime": lambda _, text: dt.datetime.fromisoformat(text),
    "difference": lambda _, *parts: dt.timedelta(*parts),
    "timestamp": _timestamp,
    "timedelta": lambda _, value, unit: pd.Timedelta(int(value, 16), unit="ns").as_unit(unit),
    "period": lambda _, ordinal, freq: pd.Period(ordinal=int(ordinal, 16), freq=freq),
    "interval": lambda self, left, right, closed: pd.Interval(
        self.decode(left), self.decode(right), closed
    ),
    "list": lambda self, items: self._items(items),
    "tuple": lambda self, items: tuple(self._items(items)),
    "set": lambda self, items: set(self._items(items)),
    "frozenset": lambda self, items: frozenset(self._items(items)),
    "dict": lambda self, pairs: {self.decode(a): self.decode(b) for a, b in pairs},
    "mapping": lambda self, pairs: types.MappingProxyType(
        {self.decode(a): self.decode(b) for a, b in pairs}
    ),
    "numpy": lambda self, array: self._array(array)[()],
    "array": lambda self, *parts: self._array(["array", *parts]),
    "extension": lambda self, column: self._column(column),
    "range index": Decoder._range_index,
    "index": Decoder._index,
    "multi index": Decoder._multi,
    "series": Decoder._series,
    "table": Decoder._frame,
    "function": Decoder._function,
    "class": lambda _, name: type(str(name), (), {}),
    "object": _object,
    "chart": _chart,
    "undrawn": _undrawn,
}
