"""Specifications of Vega-Lite: what is in them, and how wide they are drawn."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

MIME_TYPE = "application/vnd.vegalite.v5+json"
"""The type under which a specification travels to JupyterLab and to the book."""

WIDE, NARROW = 680, 340
"""Widths of the two drawings of a chart in pixels: for a column of text, and for a phone."""


def views(spec: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield a specification and every view inside it, outermost first."""
    yield spec
    for key in ("layer", "hconcat", "vconcat", "concat"):
        for child in spec.get(key, ()):
            yield from views(child)
    if isinstance(spec.get("spec"), dict):
        yield from views(spec["spec"])


def title_lines(spec: Mapping[str, Any]) -> tuple[str, str]:
    """Return the title and the subtitle of a specification, each as one line."""
    title = spec.get("title") or ""
    if not isinstance(title, Mapping):
        title = {"text": title}

    def one(text: Any) -> str:
        return " ".join(text) if isinstance(text, list) else str(text or "")

    return one(title.get("text")).strip(), one(title.get("subtitle")).strip()


def rows_of(spec: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the rows of the chart's first data set as a reader should see them.

    Of an explorable only the rows of the opening setting are shown.
    """
    datasets = spec.get("datasets") or {}
    for view in views(dict(spec)):
        data = view.get("data") or {}
        rows = datasets.get(data.get("name"), data.get("values"))
        if rows:
            break
    else:
        return []
    controls = spec.get("usermeta", {}).get("three_pillars", {}).get("controls", [])
    shown = [
        {key: value for key, value in row.items() if not key.startswith("at_")}
        for row in rows
        if all(row.get(f"at_{c['name']}", c["start"]) == c["start"] for c in controls)
    ]
    return shown


def named_in(columns: Sequence[str], spec: Mapping[str, Any]) -> list[str]:
    """Return the columns that a specification draws, tells or computes with, in their order.

    Args:
        columns: names of columns of its rows.
        spec: the specification; a name counts wherever it stands as a word outside the rows.
    """
    said = {key: part for key, part in spec.items() if key not in ("datasets", "data", "title")}
    text = json.dumps(said, ensure_ascii=False)
    return [name for name in columns if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)]


def sized(spec: Mapping[str, Any], width: int) -> dict[str, Any]:
    """Return the specification as it is drawn ``width`` pixels wide on a page.

    The title leaves the drawing: a page sets it in HTML, where it wraps and can be read. A single
    or layered view fits the width exactly. Views side by side keep their proportions; on a phone
    they are stacked.
    """
    # The rows are the most of it, and nothing here changes them.
    drawn = copy.deepcopy({key: part for key, part in spec.items() if key != "datasets"})
    if "datasets" in spec:
        drawn["datasets"] = spec["datasets"]
    drawn.pop("title", None)
    drawn.pop("usermeta", None)
    phone = width <= NARROW
    composed = any(key in drawn for key in ("hconcat", "vconcat", "concat", "spec")) or any(
        channel in drawn.get("encoding", {}) for channel in ("row", "column", "facet")
    )
    if not composed:
        drawn["width"] = width
        drawn["autosize"] = {"type": "fit", "contains": "padding"}
    elif phone:
        if "hconcat" in drawn:
            drawn["vconcat"] = drawn.pop("hconcat")
        if "columns" in drawn:
            drawn["columns"] = 1
        facet = drawn.get("encoding", {}).get("facet")
        if isinstance(facet, dict):
            facet["columns"] = 1
        for view in views(drawn):
            if "mark" in view or "layer" in view:
                view["width"] = width - 90
    if phone and "height" in drawn and any("projection" in view for view in views(drawn)):
        # A map that is half as wide shows less if it stays as high.
        drawn["height"] = round(drawn["height"] * 2 / 3)
    if phone:
        # Long names of axis categories would leave no room for the marks.
        config = drawn.setdefault("config", {})
        config.setdefault("axis", {})["labelLimit"] = 110
        config.setdefault("legend", {}).update(columns=2, labelLimit=140)
    return drawn
