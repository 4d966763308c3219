"""A chart as Vega-Lite would draw it: which fields its marks take, from which rows."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from ..words import listed
from .labels import label
from .wrong import big

_MEASURED = ("x", "y", "color", "theta")


@dataclass
class Drawn:
    """One mark with all that it inherits."""

    mark: str
    encoding: dict[str, list[dict[str, Any]]]
    rows: pd.DataFrame
    made: set[str] = field(default_factory=set)  # fields that transforms make; "*" means any
    filtered: bool = False  # a transform leaves rows out, or makes others


def drawings(spec: Mapping[str, Any]) -> list[Drawn]:
    """Take a specification apart into its marks.

    Args:
        spec: The specification of a chart, with its data inside.
    """
    return list(_marks(spec, spec.get("datasets") or {}, pd.DataFrame(), {}, []))


def _marks(
    view: Mapping[str, Any], datasets: Mapping[str, Any], rows: pd.DataFrame,
    encoding: dict[str, Any], transforms: list[dict[str, Any]],
) -> Iterator[Drawn]:  # fmt: skip
    data = view.get("data")
    if isinstance(data, Mapping):
        found = datasets.get(data.get("name"), data.get("values"))
        rows = pd.DataFrame(found) if isinstance(found, list) else pd.DataFrame()
        transforms = []
    transforms = [*transforms, *view.get("transform", [])]
    encoding = {**encoding, **view.get("encoding", {})}
    facet = view.get("facet")
    if isinstance(facet, Mapping):
        encoding |= {"facet": facet} if "field" in facet else dict(facet)
    if "mark" in view:
        mark = view["mark"]
        made, filtered = _transformed(transforms)
        yield Drawn(
            mark if isinstance(mark, str) else str(mark.get("type")),
            {
                name: [dict(one) for one in (own if isinstance(own, list) else [own])
                       if isinstance(one, Mapping)]
                for name, own in encoding.items()
            },
            rows, made, filtered,
        )  # fmt: skip
    for key in ("layer", "hconcat", "vconcat", "concat"):
        for child in view.get(key, ()):
            yield from _marks(child, datasets, rows, encoding, transforms)
    if isinstance(view.get("spec"), Mapping):
        yield from _marks(view["spec"], datasets, rows, encoding, transforms)


def _transformed(transforms: Sequence[Mapping[str, Any]]) -> tuple[set[str], bool]:
    """The fields that transforms make, and whether they change which rows there are."""
    made: set[str] = set()
    filtered = False
    for step in transforms:
        filtered = filtered or not {"calculate", "window", "joinaggregate"} & set(step)
        if {"pivot", "lookup", "impute", "quantile", "regression", "loess"} & set(step):
            made.add("*")
        if "fold" in step and "as" not in step:
            made |= {"key", "value"}
        if "density" in step and "as" not in step:
            made |= {"value", "density"}
        inner = [one for own in step.values() if isinstance(own, list) for one in own]
        for one in [step, *(one for one in inner if isinstance(one, Mapping))]:
            named = one.get("as", [])
            made |= {named} if isinstance(named, str) else set(named)
    return made, filtered


def field_of(one: Mapping[str, Any]) -> str:
    """The field of a channel, as its column is called; empty if it has none."""
    found = one.get("field")
    return re.sub(r"\\(.)", r"\1", found) if isinstance(found, str) else ""


def not_drawn(drawn: Drawn, what: str) -> str:
    """Say what of a mark would stay blank: a field that is not there, or is of another type.

    Args:
        drawn: The mark.
        what: The chart as it may stand in a sentence.

    Returns:
        The sentence; empty if all of it can be drawn.
    """
    columns = [str(name) for name in drawn.rows.columns]
    for channel, several in drawn.encoding.items():
        for one in several:
            name = field_of(one)
            if not name or "*" in drawn.made or name in drawn.made:
                continue
            if name not in columns:
                near = difflib.get_close_matches(name.casefold(), map(str.casefold, columns), 1)
                meant = next((c for c in columns if near and c.casefold() == near[0]), "")
                return (
                    f"{big(what)} has '{name}' on {channel}, and its table has no such column: "
                    + (f"write '{meant}'." if meant else f"its columns are {listed(columns)}.")
                )
            said = _wrong_type(drawn.rows[name], name, channel, one)
            if said:
                return f"{big(what)} {said}"
    return ""


def _wrong_type(values: pd.Series, name: str, channel: str, one: Mapping[str, Any]) -> str:
    values = values.dropna()
    if values.empty:
        return f"has '{name}' on {channel}, and this column has no value in any row."
    numbers = values.map(lambda v: isinstance(v, (int, float)) and not isinstance(v, bool))
    kind = one.get("type")
    if kind == "quantitative" and not numbers.any() and one.get("aggregate") not in (
        "count", "distinct", "valid", "missing",
    ):  # fmt: skip
        return f"takes '{name}' as a quantity (:Q), and the column holds text: nothing is drawn."
    if kind == "temporal" and numbers.all() and values.abs().lt(10_000).all():
        return (
            f"takes '{name}' as a date (:T), and the column holds plain numbers: they would be "
            "drawn as moments of 1970; write :Q or :O for years."
        )
    return ""


def years_of(drawn: Sequence[Drawn], channel: str) -> set[Any]:
    """The years that a channel shows, over all marks."""
    found: set[Any] = set()
    for one in drawn:
        for use in one.encoding.get(channel, []):
            name = field_of(use)
            if name in one.rows.columns:
                for value in one.rows[name].dropna():
                    iso = re.match(r"(\d{4})-\d\d-\d\d", value) if isinstance(value, str) else None
                    found.add(int(iso[1]) if iso else label(value))
    return found


def wrong_years(drawn: Sequence[Drawn], channel: str, years: tuple[int, int], what: str) -> str:
    """Say which years are drawn in place of those that are asked for; empty if they are right."""
    shown = {year for year in years_of(drawn, channel) if isinstance(year, int)}
    first, last = years
    asked = set(range(first, last + 1))
    if not shown:
        return ""
    clipped = any(one.filtered for one in drawn) or any(
        isinstance(use.get("scale"), Mapping) and "domain" in use["scale"]
        for one in drawn
        for use in one.encoding.get(channel, [])
    )
    if (asked == shown) or (clipped and asked <= shown):
        return ""
    if (min(shown), max(shown)) != years:
        return f"{big(what)} runs from {min(shown)} to {max(shown)}; {first} to {last} is asked."
    return f"{big(what)} leaves out years between {first} and {last}: {listed(asked - shown)}."


def wrong_per_cent(drawn: Sequence[Drawn], fraction: bool, words: str, what: str) -> str:
    """Say that an axis and its numbers differ by a factor of 100; empty if they agree.

    Args:
        drawn: The marks.
        fraction: Whether they draw fractions, 0.5 for a half; else 50.
        words: Subtitle and titles of axes.
        what: The chart as it may stand in a sentence.
    """
    axes = [
        use.get("axis") if isinstance(use.get("axis"), Mapping) else {}
        for one in drawn
        for channel in ("x", "y")
        for use in one.encoding.get(channel, [])
        if use.get("type") == "quantitative" and field_of(use) != "year"
    ]
    formats = any("%" in str(axis.get("format", "")) for axis in axes)
    if formats and not fraction:
        return (
            f"{big(what)} draws per cent on an axis that makes per cent of fractions: 50 becomes "
            "5000%; draw fractions, or leave the format '%' out."
        )
    own = any("labelExpr" in axis for axis in axes)
    if fraction and not formats and not own and re.search(r"%|per ?cent", words, re.I):
        return (
            f"{big(what)} says per cent and draws fractions: multiply by 100, or give the axis "
            "the format '%'."
        )
    return ""


_BY_LEGEND = ("color", "stroke", "fill", "strokeDash", "shape", "opacity")
_BY_PLACE = ("row", "column", "facet", "xOffset", "yOffset", "x", "y")


def told_apart(drawn: Sequence[Drawn]) -> tuple[int, bool]:
    """Count the groups that a reader can tell apart.

    Returns:
        How many, and whether there are more that only look different, without a legend or a name.
    """
    texts = any(one.mark == "text" for one in drawn)
    most, looks = 1, 1
    named: set[str] = set()
    fields: set[str] = set()
    for one in drawn:
        for channel in (*_BY_LEGEND, *_BY_PLACE):
            for use in one.encoding.get(channel, []):
                name = field_of(use)
                if "datum" in use and channel in _BY_LEGEND:
                    named.add(str(use["datum"]))
                if not name or use.get("type") == "quantitative":
                    if name and channel in ("x", "y") and name != "year":
                        fields.add(f"{channel} {name}")
                    continue
                if channel in ("x", "y") and _is_years(one, name):
                    continue
                count = one.rows[name].nunique() if name in one.rows.columns else 2
                hidden = channel in _BY_LEGEND and use.get("legend", "") is None
                looks = max(looks, count)
                if texts or not hidden:
                    most = max(most, count)
    lines = max((sum(f.startswith(axis) for f in fields) for axis in "xy"), default=0)
    looks = max(looks, lines)
    return max(most, len(named), lines if texts else 1), looks > most


def _is_years(drawn: Drawn, name: str) -> bool:
    if name not in drawn.rows.columns:
        return False
    labels = [label(value) for value in drawn.rows[name].dropna()]
    return all(isinstance(one, int) and 1000 < one < 3000 for one in labels)


def quantities_of(drawn: Sequence[Drawn]) -> list[dict[str, Any]]:
    """The channels that show a quantity."""
    return [
        use
        for one in drawn
        for channel in _MEASURED
        for use in one.encoding.get(channel, [])
        if use.get("type") == "quantitative"
    ]
