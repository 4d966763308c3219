"""Heads of a chart's rows in words: as the chart says, as the tables are described, or the name."""

from __future__ import annotations

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


def _described(sources: Sequence[str]) -> Iterator[tuple[str, str]]:
    for table in reversed(sources):  # of two the first has the word
        for field in describe(table)["schema"]["fields"]:
            if field.get("title"):
                yield field["name"], field["title"]


def _titled(spec: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for view in views(dict(spec)):
        for channel in view.get("encoding", {}).values():
            for one in channel if isinstance(channel, list) else [channel]:
                if not isinstance(one, Mapping) or one.get("aggregate"):
                    continue
                field, title = one.get("field"), one.get("title")
                if isinstance(field, str) and isinstance(title, str) and title:
                    yield field, title
