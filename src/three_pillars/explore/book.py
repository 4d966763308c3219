"""The life in the book: every setting is computed, and parameters choose among the rows."""

from __future__ import annotations

import gzip
import json
import math
import os
from collections.abc import Mapping
from typing import Any

import altair as alt
import numpy as np
import pandas as pd

from ..figures import figure, views
from .controlled import Controlled
from .errors import ExploreError
from .live import described_controls, starting_places

GRID_LIMIT_KB = 200
"""An explorable may add at most so much to a page, gzipped."""


def in_book() -> bool:
    """Tell whether the code runs in the build of the book, where no kernel will be left alive."""
    return os.environ.get("THREE_PILLARS_BOOK") == "1"


def whole_spec(one: Controlled) -> dict[str, Any]:
    """Return one specification that holds every setting of an explorable.

    Each row says in ``at_<control>`` at which place of the control it belongs; parameters of
    the same names pick the rows. Places, not values, since whole numbers survive JSON exactly.

    Args:
        one: the explorable.

    Raises:
        ExploreError: the grid adds over 200 kB (gzip), or the chart changes with its data in
            a way that a filter cannot follow.
    """
    grid = _grid(one)
    # The grid may well be longer than Altair's limit of 5000 rows; ours is by size.
    with alt.data_transformers.enable("three_pillars", max_rows=None):
        spec = figure(one.chart(grid), name=one.address, alt=one.alt, sources=one.sources).to_dict()
    _check_size(one, spec)
    keys = [f"at_{key}" for key in one.controls]
    start = starting_places(one)
    for view in views(spec):
        rows = spec.get("datasets", {}).get((view.get("data") or {}).get("name"))
        if rows and all(key in rows[0] for key in keys):
            picked = " && ".join(f"datum['{key}'] == {key}" for key in keys)
            view["transform"] = [{"filter": picked}, *view.get("transform", [])]
    spec["params"] = [
        *({"name": f"at_{key}", "value": place} for key, place in start.items()),
        *spec.get("params", []),
    ]
    spec["usermeta"]["three_pillars"]["controls"] = described_controls(one, start)
    _check_chart(one, spec)
    return spec


def _grid(one: Controlled) -> pd.DataFrame:
    """Put the rows of all settings below each other, each with the places of its setting."""
    every = list(one.settings())
    frames = [one.rows(**values) for _, values in every]
    grid = pd.concat(frames, ignore_index=True)
    lengths = [len(frame) for frame in frames]
    for key, places in zip(one.controls, zip(*(at for at, _ in every), strict=True), strict=True):
        grid[f"at_{key}"] = np.repeat(places, lengths)
    return grid


def _check_size(one: Controlled, spec: Mapping[str, Any]) -> None:
    """Compare what the grid adds to a page with the limit."""
    packed = len(gzip.compress(json.dumps(spec.get("datasets", {})).encode())) / 1000
    if packed > GRID_LIMIT_KB:
        count = math.prod(len(control.values) for control in one.controls.values())
        raise ExploreError(
            f"explore({one.name}): {count} settings would add {packed:.0f} kB (gzip) to the "
            f"page, the limit is {GRID_LIMIT_KB} kB; take larger steps, fewer controls or "
            "fewer rows."
        )


def _check_chart(one: Controlled, spec: Mapping[str, Any]) -> None:
    """Compare both lives at the first and the last setting, mark by mark and row by row."""
    every = list(one.settings())
    for places, values in (every[0], every[-1]):
        at = {f"at_{key}": place for key, place in zip(one.controls, places, strict=True)}
        live = _bare(one.figure(**values).to_dict(), {})
        book = _bare(spec, at)
        if live != book:
            setting = ", ".join(f"{key}={value!r}" for key, value in values.items())
            raise ExploreError(
                f"explore({one.name}): at {setting} the chart would differ between Jupyter "
                "and the book; let the chart function only encode the columns of its data, "
                "and compute titles, limits and extra tables in the model."
            )


def _bare(spec: Mapping[str, Any], at: Mapping[str, int]) -> Any:
    """Return a specification with the rows of one setting in place of its data, to compare."""
    keys = set(at)

    def walk(node: Any) -> Any:
        if isinstance(node, list):
            return [walk(child) for child in node]
        if not isinstance(node, Mapping):
            return node
        out = {}
        for key, child in node.items():
            if key in ("datasets", "usermeta", "params", "name"):
                continue
            if key == "data" and "name" in child:
                rows = spec["datasets"][child["name"]]
                out[key] = [
                    {k: v for k, v in row.items() if k not in keys}
                    for row in rows
                    if all(row.get(k, place) == place for k, place in at.items())
                ]
            elif key == "transform":
                kept = [t for t in child if not str(t.get("filter", "")).startswith("datum['at_")]
                if kept:
                    out[key] = walk(kept)
            else:
                out[key] = walk(child)
        return out

    # Through JSON, so that numpy numbers and Python numbers compare alike.
    return json.loads(json.dumps(walk(spec)))
