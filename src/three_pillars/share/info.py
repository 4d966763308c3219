"""What is said of a chart outside the book: sources, licences, gaps, citation."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from ..data import describe, load, today
from ..figures import title_lines, views
from ..words import listed
from .pieces import Piece

BOOK = "Three Pillars: testing Japan–Russia engagement with data"
AUTHORS = "The Three Pillars authors"
COAST = "Coast © OpenStreetMap contributors, ODbL 1.0"
"""What the licence of the coast asks of each picture of a map."""


def info(piece: Piece, url: str) -> dict[str, Any]:
    """Return what ``metadata.json`` says of a chart.

    Args:
        piece: the chart.
        url: its address on the web, or its path in the book where that has none.

    Returns:
        ``title``, ``subtitle``, ``alt``, ``url``, ``chapter``, ``sources`` (table, title,
        publishers, licences, gaps, coverage, verified, unverified_rows), ``credits`` (lines a
        copy must show), ``controls`` (of an explorable), ``columns`` (of ``data.csv``: name and
        type), and ``citation`` (text and BibTeX).
    """
    spec = piece.printed
    headline, subtitle = title_lines(spec)
    meta = spec["usermeta"]["three_pillars"]
    tables = [_table(name) for name in meta["sources"]]
    licences = list(dict.fromkeys(text for table in tables for text in table["licences"]))
    if any("projection" in view for view in views(dict(spec))):
        licences.append(COAST)
    return {
        "name": piece.address,
        "title": headline,
        "subtitle": subtitle,
        "alt": spec["description"],
        "url": url,
        "in_book": piece.in_chapter,
        "sources": tables,
        "credits": licences,
        "controls": [
            {key: one[key] for key in ("name", "label", "labels", "start")}
            for one in meta.get("controls", [])
        ],
        "columns": typed_columns(rows_with_settings(piece.content)),
        "citation": citation(headline, piece.name, url),
    }


def picture_lines(about: Mapping[str, Any]) -> dict[str, list[list[str]]]:
    """Return the lines around the chart in a saved picture, as `picture.frame()` takes them.

    Args:
        about: what `info()` returned.
    """
    publishers = dict.fromkeys(text for table in about["sources"] for text in table["publishers"])
    flagged = [table["title"] for table in about["sources"] if not table["verified"]]
    foot = [f"Source: {'; '.join(publishers)}."]
    if flagged:
        foot.append(f"Some rows could not be verified: {listed(flagged)}.")
    foot.append(f"Licences: {'; '.join(about['credits'])}.")
    foot.append(f"{BOOK}. Chart: CC BY 4.0. {about['url']}")
    head = [["title", about["title"]]]
    if about["subtitle"]:
        head.append(["subtitle", about["subtitle"]])
    return {"head": head, "foot": [["note", text] for text in foot]}


def citation(title: str, name: str, url: str) -> dict[str, str]:
    """Return how to cite a piece: a sentence, and an entry for BibTeX.

    Args:
        title: what the piece is called in print.
        name: its name.
        url: its address on the web, or its path in the book.
    """
    year = today().year
    key = re.sub(r"[^a-z0-9]+", "-", name.lower())
    web = url if url.startswith("http") else ""
    fields = {
        "author": f"{{{AUTHORS}}}",
        "title": title,
        "booktitle": BOOK,
        "year": str(year),
        **({"url": web} if web else {"note": url}),
    }
    body = ",\n".join(f"  {field} = {{{value}}}" for field, value in fields.items())
    return {
        "text": f"{AUTHORS} ({year}). “{title}”. In {BOOK}. {url}",
        "bibtex": f"@incollection{{three-pillars-{key},\n{body}\n}}\n",
    }


def rows_with_settings(spec: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return all rows of a chart's first data set, an explorable's with the setting of each.

    Args:
        spec: the specification.
    """
    controls = spec.get("usermeta", {}).get("three_pillars", {}).get("controls", [])
    labels = {f"at_{one['name']}": one for one in controls}
    datasets = spec.get("datasets") or {}
    for view in views(dict(spec)):
        data = view.get("data") or {}
        rows = datasets.get(data.get("name"), data.get("values"))
        if isinstance(rows, list) and rows and isinstance(rows[0], Mapping):
            break
    else:
        return []
    shown = []
    for row in rows:
        setting = {
            f"setting: {labels[key]['label']}": labels[key]["labels"][row[key]]
            for key in labels
            if key in row
        }
        own = {key: value for key, value in row.items() if key not in labels}
        shown.append({**setting, **{key: _flat(value) for key, value in own.items()}})
    return shown


def typed_columns(rows: Sequence[Mapping[str, Any]]) -> list[dict[str, str]]:
    """Return the name and the type of each column: as a Frictionless schema calls them."""
    found: dict[str, set[str]] = {}
    for row in rows:
        for key, value in row.items():
            found.setdefault(key, set()).update(() if value is None else {_type(value)})
    return [
        {"name": key, "type": next(iter(kinds)) if len(kinds) == 1 else _wider(kinds)}
        for key, kinds in found.items()
    ]


@functools.cache
def _table(name: str) -> dict[str, Any]:
    table = describe(name)
    rows = load(name)
    bad = int((~rows["verified"].astype(bool)).sum()) if "verified" in rows else 0
    return {
        "table": name,
        "title": table.get("title", name),
        "publishers": [source["title"] for source in table["sources"]],
        "licences": [one.get("title", one["name"]) for one in table.get("licenses", [])],
        "coverage": table.get("coverage", ""),
        "gaps": table.get("gaps", []),
        "verified": bad == 0,
        "unverified_rows": bad,
    }


def _flat(value: Any) -> Any:
    """Write a list or a shape as JSON, since a cell of a CSV file holds one thing."""
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else value


def _type(value: Any) -> str:
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int):
        return "integer"
    if isinstance(value, float):
        return "number"
    text = str(value)
    return "datetime" if re.fullmatch(r"\d{4}-\d\d-\d\dT[\d:.]+", text) else "string"


def _wider(kinds: set[str]) -> str:
    return "number" if kinds == {"integer", "number"} else "string"
