"""Dates of a chart in one time zone: it is drawn alike in Los Angeles and in Kiritimati.

Vega reads a date without a time as UTC and one with a time as local, and draws both in local time.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt
import pandas as pd
from altair.utils.schemapi import SchemaBase, Undefined

SCALED = {"x", "y", "color", "fill", "stroke", "opacity", "size", "shape", "row", "column"}
"""Channels whose time zone is that of their scale; the ends of a bar (``x2``) share that of ``x``.
Others, such as a tooltip, have it from their time unit."""

DAY = "%-d %b %Y"


def in_utc(chart: Any, spec: Mapping[str, Any]) -> None:
    """Read and draw every date of a chart in UTC.

    Args:
        chart: an Altair chart that nobody else holds (a deep copy): it is changed.
        spec: its specification, which knows the type of a column where the chart leaves it open.
    """
    for key in ("layer", "hconcat", "vconcat", "concat"):
        for child, drawn in zip(_of(chart, key) or (), spec.get(key, ()), strict=False):
            in_utc(child, drawn)
    if isinstance(spec.get("spec"), Mapping):
        in_utc(chart.spec, spec["spec"])
    frame = _of(chart, "data")
    if isinstance(frame, pd.DataFrame):
        chart.data = _zoned(frame)
    for channel, drawn in spec.get("encoding", {}).items():
        held = chart.encoding[channel]
        pairs = zip(held, drawn, strict=True) if isinstance(held, list) else [(held, drawn)]
        for place, (one, written) in enumerate(pairs):
            if written.get("type") != "temporal" and "timeUnit" not in written:
                continue
            one = _object(one, channel)
            _set(one, written, channel)
            if isinstance(held, list):
                held[place] = one
            else:
                chart.encoding[channel] = one
    _describe_spans(chart, spec.get("encoding", {}))


def _describe_spans(chart: Any, encoding: Mapping[str, Any]) -> None:
    """Name a bar from one day to another in UTC: the end of a bar has no time zone of its own."""
    for axis, other in (("x", "y"), ("y", "x")):
        start, end = (encoding.get(key, {}).get("field") for key in (axis, f"{axis}2"))
        if encoding.get(axis, {}).get("type") != "temporal" or not (start and end):
            continue
        days = [f"utcFormat(toDate(datum['{day}']), '{DAY}')" for day in (start, end)]
        of = encoding.get(other, {}).get("field")
        said = " + ' to ' + ".join(days)
        said = f"datum['{of}'] + ', ' + {said}" if of else said
        made = alt.CalculateTransform(**{"calculate": said, "as": "in_words"})
        chart.transform = [*(_of(chart, "transform") or ()), made]
        chart.encoding.description = alt.Description("in_words:N")


def _of(chart: Any, key: str) -> Any:
    found = getattr(chart, key, Undefined)
    return None if found is Undefined else found


def _zoned(frame: pd.DataFrame) -> pd.DataFrame:
    """Return rows whose dates say that they are UTC."""
    naive = [name for name, kind in frame.dtypes.items() if str(kind).startswith("datetime64[")]
    naive = [name for name in naive if frame[name].dt.tz is None]
    return frame.assign(**{name: frame[name].dt.tz_localize("UTC") for name in naive})


def _object(one: Any, channel: str) -> Any:
    """Return a channel that can be changed: a shorthand such as ``"day:T"`` is a text at first."""
    if isinstance(one, str):
        return {"tooltip": alt.Tooltip, "detail": alt.Detail, "order": alt.Order}[channel](one)
    return one


def _set(one: Any, written: Mapping[str, Any], channel: str) -> None:
    """Set the time zone of one channel."""
    unit = written.get("timeUnit")
    if isinstance(unit, str):
        one["timeUnit"] = unit if unit.startswith("utc") else f"utc{unit}"
    if channel in SCALED:
        scale = dict(written.get("scale") or {})
        for key in ("domain", "domainMin", "domainMax"):
            if key in scale:
                scale[key] = _dated(scale[key])
        one["scale"] = alt.Scale(**{"type": "utc", **scale})
        axis = written.get("axis") or {}
        if "values" in axis:
            one["axis"] = alt.Axis(**{**axis, "values": _dated(axis["values"])})
    elif channel in ("tooltip", "text") and unit is None:
        one["timeUnit"] = "utcyearmonthdate"
        one["format"] = written.get("format", DAY)
        if channel == "tooltip":
            one["title"] = written.get("title", written["field"])


def _dated(value: Any) -> Any:
    """Return limits of a scale or ticks in UTC; what is written as a day is so already."""
    if isinstance(value, list):
        return [_dated(part) for part in value]
    if isinstance(value, SchemaBase):
        value = value.to_dict()
    return {**value, "utc": True} if isinstance(value, Mapping) and "year" in value else value
