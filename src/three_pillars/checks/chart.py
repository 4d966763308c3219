"""A chart, by what it encodes and by what would be drawn of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import altair as alt
import numpy as np
import pandas as pd

from ..figures import title_lines
from ..words import listed
from .answers import answered
from .drawing import (
    Drawn,
    drawings,
    field_of,
    not_drawn,
    quantities_of,
    told_apart,
    wrong_per_cent,
    wrong_years,
    years_of,
)
from .wrong import Wrong, big, sentence, short, type_of


def chart(
    value: Any,
    what: str,
    *,
    marks: Iterable[str],
    channels: Mapping[str, Mapping[str, Any]],
    shows: Mapping[str, pd.Series | Sequence[float]] | None = None,
    fractions: bool = False,
    groups: int = 0,
    years: tuple[int, int] | None = None,
    sources: Iterable[str] = (),
    swap: bool = False,
    title: str = "say the finding, as a sentence",
    alt_text: bool = True,
    forbidden: Iterable[tuple[str, str, str]] = (),
) -> None:
    """Check a chart by what it encodes and by what would be drawn, not by how it looks.

    Args:
        value: The answer: an Altair chart, single, layered or concatenated.
        what: What is asked for: "the chart of both directions".
        marks: The marks that are in order ("bar", "line"); one view must have one of them.
        channels: What a channel must hold: ``{"x": {"field": "year"}}``. Keys: ``field`` (a name or
            several), ``type`` ("quantitative", …), ``aggregate`` (a name, several, or None for
            "no aggregation"), ``why`` (the sentence when it does not).
        shows: Values that the chart must draw, by the name of what they are.
        fractions: Whether they are fractions, which may be drawn as per cent, all of them alike.
        groups: So many groups must be told apart: by a colour with its legend, a dash, a facet, or
            by layers that have names.
        years: The first and the last year on x.
        sources: The tables that it rests on, which `figure` is to be given.
        swap: Whether x and y may change places.
        title: What the title should do, said when there is none.
        alt_text: Whether an alt text is asked for.
        forbidden: Channel, aggregation and the sentence why this aggregation is a mistake there.

    Raises:
        Wrong: The chart does not encode what was asked for.
    """
    spec = _spec(value, what)
    drawn = drawings(spec)
    used = {one.mark for one in drawn}
    if not used & set(marks):
        raise Wrong(
            f"{big(what)} is drawn with {listed(sorted(used)) or 'no mark'}; "
            f"{listed(sorted(marks), 'or')} suits what is asked."
        )
    if all(one.rows.empty for one in drawn):
        raise Wrong(f"{big(what)} has no data in it; give alt.Chart() the table.")
    for one in drawn:
        if said := not_drawn(one, what):
            raise Wrong(said)
    encodings = _encodings(drawn)
    problem = _channels_wrong(drawn, encodings, channels, what, years)
    if problem and swap:
        turned = {{"x": "y", "y": "x"}.get(name, name): need for name, need in channels.items()}
        problem = _channels_wrong(drawn, encodings, turned, what, years) and problem
    if problem:
        raise Wrong(problem)
    for channel, aggregate, say in forbidden:
        if any(one.get("aggregate") == aggregate for one in encodings.get(channel, [])):
            raise Wrong(sentence(say))
    if years and (said := wrong_years(drawn, "x", years, what)):
        raise Wrong(said)
    in_per_cent = _values_wrong(drawn, shows or {}, fractions, what)
    if groups:
        told, more = told_apart(drawn)
        if told < groups:
            raise Wrong(
                f"{big(what)} has no legend and no names that say which mark is which: put the "
                "column with the group on color."
                if more
                else f"{big(what)} should tell {groups} groups apart, by colour for instance: "
                "one field for the group, one for the value."
            )
    _words_wrong(spec, drawn, what, title, alt_text, fractions and not in_per_cent, fractions)
    given = ((spec.get("usermeta") or {}).get("three_pillars") or {}).get("sources", [])
    missing = [name for name in sources if name not in given]
    if missing:
        raise Wrong(
            f"{big(what)} rests on {listed(missing)} too: name each table in figure(…, "
            "sources=['…', '…'])."
            if given
            else f"{big(what)} names no table that it rests on: figure(chart, alt='…', "
            "sources=['…'])."
        )


def _spec(value: Any, what: str) -> dict[str, Any]:
    answered(value, what)
    if not isinstance(value, alt.TopLevelMixin):
        raise Wrong(
            f"{big(what)} is {type_of(value)}, not an Altair chart; begin with alt.Chart(…)."
        )
    try:
        return value.to_dict()
    except Exception as error:
        raise Wrong(
            f"Altair cannot draw {what}: {short(str(error).splitlines()[0] if str(error) else '')}"
            "; does each field exist in the table, and has each a type?"
        ) from None


def _encodings(drawn: Sequence[Drawn]) -> dict[str, list[dict[str, Any]]]:
    """Collect what each channel holds, over all marks."""
    found: dict[str, list[dict[str, Any]]] = {}
    for one in drawn:
        for channel, several in one.encoding.items():
            found.setdefault(channel, []).extend(several)
    return found


def _channels_wrong(
    drawn: Sequence[Drawn],
    encodings: Mapping[str, list[dict[str, Any]]],
    channels: Mapping[str, Mapping[str, Any]],
    what: str,
    years: tuple[int, int] | None,
) -> str:
    """Say what is wrong with the channels, or nothing."""
    columns = {str(name) for one in drawn for name in one.rows.columns}
    for channel, need in channels.items():
        have = encodings.get(channel, [])
        why = sentence(need["why"]) if "why" in need else ""
        if not have:
            return f"{big(what)} has nothing on {channel}." + (f" {why}" if why else "")
        fields = need.get("field")
        if fields is not None:
            allowed = [fields] if isinstance(fields, str) else list(fields)
            right = [one for one in have if field_of(one) in allowed]
            if not right and years and channel == "x":  # years by another name are years
                shown = years_of(drawn, "x")
                if shown and all(isinstance(one, int) and 1000 < one < 3000 for one in shown):
                    right = [one for one in have if field_of(one)]
            if not right:
                shown = next((field_of(one) for one in have if field_of(one)), "nothing")
                if columns & set(allowed):
                    return why or f"{big(what)} shows '{shown}' on {channel}; look for another."
                return (
                    f"{big(what)} shows '{shown}' on {channel}; call the column "
                    f"'{allowed[0]}', so that the check can find it."
                )
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


def _values_wrong(
    drawn: Sequence[Drawn],
    shows: Mapping[str, pd.Series | Sequence[float]],
    fractions: bool,
    what: str,
) -> bool:
    """Look for the wanted values; return whether they are drawn as per cent.

    Raises:
        Wrong: Some are not drawn, or not all in one unit.
    """
    found = _values(drawn)
    units = {}
    for name, wanted in shows.items():
        wanted = pd.Series(wanted, dtype=float).dropna()
        counts = {
            unit: sum(_near(found, one * unit) for one in wanted)
            for unit in ((1, 100) if fractions else (1,))
        }
        units[name] = max(counts, key=counts.get)
        most, of = counts[units[name]], len(wanted)
        for factor, size in ((100, "100 times too large"), (0.01, "100 times too small")):
            if most < of and all(_near(found, one * factor) for one in wanted):
                raise Wrong(f"{big(what)} draws {name} {size}.")
        if most < of:
            raise Wrong(
                f"{big(what)} does not show {name}"
                + (f" for all {of} points ({most} found)." if most else ".")
            )
    if len(set(units.values())) > 1:
        raise Wrong(
            f"{big(what)} draws fractions (0.5 for a half) and per cent (50) on one axis: bring "
            "both to one unit."
        )
    return set(units.values()) == {100}


def _near(found: np.ndarray, one: float) -> bool:
    return bool(np.isclose(found, one, rtol=6e-3, atol=1e-9).any())


def _values(drawn: Sequence[Drawn]) -> np.ndarray:
    """All numbers that a chart draws; all numbers in its data, if it makes them itself."""
    found = [np.array([])]
    for one in drawn:
        used = {
            field_of(use)
            for channel in ("x", "y", "x2", "y2", "color", "theta", "size", "text")
            for use in one.encoding.get(channel, [])
            if use.get("type", "quantitative") == "quantitative"
        }
        names = [name for name in one.rows.columns if name in used - {"year"}]
        if one.made and not used <= set(one.rows.columns):
            names = list(one.rows.columns)
        # A row without a place on x or y is not drawn.
        placed = [
            field_of(use)
            for channel in ("x", "y")
            for use in one.encoding.get(channel, [])
            if field_of(use) in one.rows.columns
        ]
        rows = one.rows.dropna(subset=placed)
        found += [pd.to_numeric(rows[n], errors="coerce").to_numpy(float) for n in names]
    values = np.concatenate(found)
    return values[~np.isnan(values)]


def _words_wrong(
    spec: Mapping[str, Any], drawn: Sequence[Drawn], what: str, title: str, alt_text: bool,
    as_fraction: bool, fractions: bool,
) -> None:  # fmt: skip
    """Check that title, alt text and unit are there; what they say, a person reads."""
    headline, subtitle = title_lines(spec)
    if _words(headline) < 3:
        raise Wrong(f"{big(what)} needs a title of three words or more: {title}.")
    if alt_text and _words(str(spec.get("description", ""))) < 8:
        raise Wrong(
            f"{big(what)} needs an alt text of eight words or more for readers who cannot see it: "
            "figure(chart, alt='…', sources=['…'])."
        )
    quantities = quantities_of(drawn)
    named = " ".join(_axis_title(one) for one in quantities).strip()
    if quantities and not named and not subtitle:
        raise Wrong(f"{big(what)} does not say its unit: in a subtitle, or as title of the axis.")
    if fractions and (said := wrong_per_cent(drawn, as_fraction, f"{subtitle} {named}", what)):
        raise Wrong(said)


def _words(text: str) -> int:
    """Count the words of a text, each once."""
    return len({word.casefold().strip(".,;:!?") for word in text.split()} - {""})


def _axis_title(one: Mapping[str, Any]) -> str:
    axis = one.get("axis") if isinstance(one.get("axis"), Mapping) else {}
    return str(one.get("title") or axis.get("title") or "")
