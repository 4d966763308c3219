"""A chart, by what it encodes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import altair as alt
import numpy as np
import pandas as pd

from ..figures import title_lines, views
from ..words import listed
from .answers import answered
from .wrong import Wrong, big, sentence, short, type_of


def chart(
    value: Any,
    what: str,
    *,
    marks: Iterable[str],
    channels: Mapping[str, Mapping[str, Any]],
    shows: Mapping[str, pd.Series | Sequence[float]] | None = None,
    groups: int = 0,
    swap: bool = False,
    title: str = "say the finding, as a sentence",
    alt_text: bool = True,
    forbidden: Iterable[tuple[str, str, str]] = (),
) -> None:
    """Check a chart by what it encodes, not by how it looks.

    Args:
        value: The answer: an Altair chart, single, layered or concatenated.
        what: What is asked for: "the chart of both directions".
        marks: The marks that are in order ("bar", "line"); one view must have one of them.
        channels: What a channel must hold: ``{"x": {"field": "year"}}``. Keys: ``field`` (a name or
            several), ``type`` ("quantitative", …), ``aggregate`` (a name, several, or None for
            "no aggregation"), ``why`` (the sentence when it does not).
        shows: Values that the chart must draw, by the name of what they are; per cent and fractions
            are taken as the same.
        groups: So many groups must be told apart: by a colour, a dash, a facet, or by layers.
        swap: Whether x and y may change places.
        title: What the title should do, said when there is none.
        alt_text: Whether an alt text is asked for.
        forbidden: Channel, aggregation and the sentence why this aggregation is a mistake there.

    Raises:
        Wrong: The chart does not encode what was asked for.
    """
    answered(value, what)
    if not isinstance(value, alt.TopLevelMixin):
        raise Wrong(
            f"{big(what)} is {type_of(value)}, not an Altair chart; begin with alt.Chart(…)."
        )
    try:
        spec = value.to_dict()
    except Exception as error:
        raise Wrong(
            f"Altair cannot draw {what}: {short(str(error).splitlines()[0] if str(error) else '')}"
            "; does each field exist in the table, and has each a type?"
        ) from None
    parts = [view for view in views(spec) if "mark" in view]
    used = {_mark(view) for view in parts}
    if not used & set(marks):
        raise Wrong(
            f"{big(what)} is drawn with {listed(sorted(used)) or 'no mark'}; "
            f"{listed(sorted(marks), 'or')} suits what is asked."
        )
    encodings = _encodings(spec)
    problem = _channels_wrong(encodings, channels, what)
    if problem and swap:
        turned = {{"x": "y", "y": "x"}.get(name, name): need for name, need in channels.items()}
        problem = _channels_wrong(encodings, turned, what) and problem
    if problem:
        raise Wrong(problem)
    for channel, aggregate, say in forbidden:
        if any(one.get("aggregate") == aggregate for one in encodings.get(channel, [])):
            raise Wrong(sentence(say))
    data = _chart_data(spec)
    if data.empty:
        raise Wrong(f"{big(what)} has no data in it; give alt.Chart() the table.")
    for name, wanted in (shows or {}).items():
        most, of = _drawn(pd.Series(wanted, dtype=float), _values(data, encodings))
        if most < of:
            raise Wrong(
                f"{big(what)} does not show {name}"
                + (f" for all {of} points ({most} found)." if most else ".")
            )
    if groups and _groups(spec, encodings, data) < groups:
        raise Wrong(
            f"{big(what)} should tell {groups} groups apart, by colour for instance: "
            "one field for the group, one for the value."
        )
    headline, subtitle = title_lines(spec)
    if len(headline.split()) < 3:
        raise Wrong(f"{big(what)} needs a title of three words or more: {title}.")
    if alt_text and len(str(spec.get("description", "")).split()) < 8:
        raise Wrong(
            f"{big(what)} needs an alt text of eight words or more for readers who cannot see it: "
            "figure(chart, alt='…', sources=['…'])."
        )
    measured = [
        one
        for channel in ("x", "y", "color", "theta")
        for one in encodings.get(channel, [])
        if one.get("type") == "quantitative"
    ]
    named = any(_axis_title(one) for one in measured)
    if measured and not named and not subtitle:
        raise Wrong(f"{big(what)} does not say its unit: in a subtitle, or as title of the axis.")


def _mark(view: Mapping[str, Any]) -> str:
    mark = view["mark"]
    return mark if isinstance(mark, str) else str(mark.get("type"))


def _axis_title(one: Mapping[str, Any]) -> str:
    axis = one.get("axis") if isinstance(one.get("axis"), Mapping) else {}
    return str(one.get("title") or axis.get("title") or "")


def _encodings(spec: Mapping[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """Collect what each channel holds, over all views, an outer view's for its inner ones."""
    found: dict[str, list[dict[str, Any]]] = {}
    for view in views(dict(spec)):
        for channel, one in view.get("encoding", {}).items():
            for each in one if isinstance(one, list) else [one]:
                if isinstance(each, Mapping):
                    found.setdefault(channel, []).append(dict(each))
        if isinstance(view.get("facet"), Mapping):
            found.setdefault("facet", []).append(dict(view["facet"]))
    return found


def _channels_wrong(
    encodings: Mapping[str, list[dict[str, Any]]],
    channels: Mapping[str, Mapping[str, Any]],
    what: str,
) -> str:
    """Say what is wrong with the channels, or nothing."""
    for channel, need in channels.items():
        have = encodings.get(channel, [])
        why = sentence(need["why"]) if "why" in need else ""
        if not have:
            return why or f"{big(what)} has nothing on {channel}."
        fields = need.get("field")
        if fields is not None:
            allowed = [fields] if isinstance(fields, str) else list(fields)
            right = [one for one in have if str(one.get("field", "")) in allowed]
            if not right:
                shown = next((str(one["field"]) for one in have if one.get("field")), "nothing")
                return why or f"{big(what)} shows '{shown}' on {channel}; look for another field."
            have = right
        kind = need.get("type")
        if kind is not None:
            allowed = [kind] if isinstance(kind, str) else list(kind)
            right = [one for one in have if one.get("type") in allowed]
            if not right:
                return (
                    f"{big(what)} takes the field on {channel} as {have[0].get('type')}; "
                    f"{listed(allowed, 'or')} is meant (:{allowed[0][0].upper()} after its name)."
                )
            have = right
        if "aggregate" in need:
            allowed = need["aggregate"]
            allowed = [allowed] if allowed is None or isinstance(allowed, str) else list(allowed)
            if not any(one.get("aggregate") in allowed for one in have):
                now = have[0].get("aggregate")
                return why or (
                    f"{big(what)} {'aggregates' if now else 'does not aggregate'} the field on "
                    f"{channel}{f' with {now}' if now else ''}; what does a mark stand for?"
                )
    return ""


def _chart_data(spec: Mapping[str, Any]) -> pd.DataFrame:
    """Put all rows of all data sets of a chart below each other."""
    frames = [pd.DataFrame(rows) for rows in (spec.get("datasets") or {}).values()]
    for view in views(dict(spec)):
        rows = (view.get("data") or {}).get("values")
        if isinstance(rows, list):
            frames.append(pd.DataFrame(rows))
    frames = [frame for frame in frames if len(frame)]
    return pd.concat(frames, ignore_index=True) if frames else pd.DataFrame()


def _values(data: pd.DataFrame, encodings: Mapping[str, list[dict[str, Any]]]) -> np.ndarray:
    """All numbers of a chart's data that it draws; of all its data, if it makes them itself."""
    drawn = {
        one.get("field")
        for channel in ("x", "y", "x2", "y2", "color", "theta", "size", "text")
        for one in encodings.get(channel, [])
        if one.get("type", "quantitative") == "quantitative"
    }
    names = [name for name in data.columns if name in drawn - {"year"}]
    if not names and not drawn <= set(data.columns):
        names = list(data.columns)
    columns = [pd.to_numeric(data[name], errors="coerce").to_numpy(float) for name in names]
    found = np.concatenate(columns) if columns else np.array([])
    return found[~np.isnan(found)]


def _drawn(wanted: pd.Series, found: np.ndarray) -> tuple[int, int]:
    """Count the wanted numbers that are among those found, in any unit, and all that are wanted."""
    wanted = wanted.dropna().to_numpy()
    have = [np.isclose(found, one, rtol=6e-3, atol=6e-4).any() for one in wanted]
    percent = [np.isclose(found, one * 100, rtol=6e-3, atol=6e-2).any() for one in wanted]
    share = [np.isclose(found, one / 100, rtol=6e-3, atol=6e-4).any() for one in wanted]
    return max(sum(have), sum(percent), sum(share)), len(wanted)


def _groups(
    spec: Mapping[str, Any], encodings: Mapping[str, list[dict[str, Any]]], data: pd.DataFrame
) -> int:
    """Count the groups that a chart tells apart."""
    most = 1
    folds = [
        step["fold"]
        for view in views(dict(spec))
        for step in view.get("transform", [])
        if "fold" in step
    ]
    for channel in ("color", "stroke", "fill", "strokeDash", "shape", "row", "column", "facet",
                    "xOffset", "yOffset", "detail", "opacity", "y", "x"):  # fmt: skip
        for one in encodings.get(channel, []):
            field = one.get("field")
            if one.get("type") == "quantitative":
                continue
            if channel in ("x", "y") and field == "year":
                continue
            if field in data.columns:
                most = max(most, data[field].nunique())
            elif folds and field:
                most = max(most, *(len(fold) for fold in folds))
    quantities = {
        str(one.get("field"))
        for channel in ("y", "x")
        for one in encodings.get(channel, [])
        if one.get("type") == "quantitative" and one.get("field") not in (None, "year")
    }
    return max(most, len(quantities))
