"""Heads of a chart's rows in words: as the chart says, as the tables are described, or the name."""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..data import describe
from .specs import views

UNITS = {
    "pct": "%",
    "bcm": "bcm",
    "twh": "TWh",
    "km2": "km²",
    "mn": "million",
    "bn": "billion",
    "usd": "US$",
}
"""Endings of names that are units."""


def heads_of(
    columns: Sequence[str], spec: Mapping[str, Any], sources: Sequence[str]
) -> dict[str, str]:
    """Return the head of each column, no two alike.

    Args:
        columns: the names of the columns.
        spec: the chart, whose own titles come first.
        sources: the tables that it rests on, whose descriptions come next.
    """
    words = dict(_described(sources)) | dict(_titled(spec))
    found = {name: words.get(name) or name_in_words(name) for name in columns}
    often = Counter(found.values())
    return {name: head if often[head] == 1 else name_in_words(name) for name, head in found.items()}


def name_in_words(name: str) -> str:
    """Return a column's name as words with its unit: ``"volume_bcm"`` is "Volume, bcm"."""
    *stem, last = name.split("_")
    if last in UNITS:
        return ", ".join(filter(None, [" ".join(stem).capitalize(), UNITS[last]]))
    text = name.replace("_", " ")
    return text[:1].upper() + text[1:]


def tips_with_heads(spec: Mapping[str, Any], sources: Sequence[str]) -> dict[str, Any]:
    """Return a specification whose tooltips call a column as the table under the chart does.

    Args:
        spec: the chart; its rows are not copied.
        sources: the tables that it rests on.
    """
    told = copy.deepcopy({key: part for key, part in spec.items() if key != "datasets"})
    tips = [
        tip
        for view in views(told)
        for tip in _many(view.get("encoding", {}).get("tooltip"))
        if isinstance(tip.get("field"), str) and not ({"title", "aggregate"} & set(tip))
    ]
    heads = heads_of(list(dict.fromkeys(tip["field"] for tip in tips)), spec, sources)
    for tip in tips:
        tip["title"] = heads[tip["field"]]
    return told | ({"datasets": spec["datasets"]} if "datasets" in spec else {})


def _many(channel: Any) -> list[Mapping[str, Any]]:
    return [one for one in (channel if isinstance(channel, list) else [channel])
            if isinstance(one, Mapping)]  # fmt: skip


def _described(sources: Sequence[str]) -> Iterator[tuple[str, str]]:
    for table in reversed(sources):  # of two the first has the word
        for field in describe(table)["schema"]["fields"]:
            if field.get("title"):
                yield field["name"], field["title"]


def _titled(spec: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for view in views(dict(spec)):
        for channel in view.get("encoding", {}).values():
            for one in _many(channel):
                if one.get("aggregate"):
                    continue
                field, title = one.get("field"), one.get("title")
                if isinstance(field, str) and isinstance(title, str) and title:
                    yield field, title
