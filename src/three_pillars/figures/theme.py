"""The theme of the book's charts, and what Altair does with their data; importing it sets both."""

from __future__ import annotations

import contextlib
import os
import sys
from typing import Any

import altair as alt
import pandas as pd

from .palette import CATEGORIES, MUTED
from .specs import WIDE
from .svg import to_svg


@alt.theme.register("three_pillars", enable=True)
def _theme() -> alt.theme.ThemeConfig:
    """Text and axes in the colour of the page's text, on no ground: one drawing, light and dark."""
    ink = "currentColor"
    return {
        "config": {
            "background": "transparent",
            # The last label of an axis reaches beyond its tick.
            "padding": {"left": 5, "top": 5, "right": 12, "bottom": 5},
            "font": "Arial, 'Liberation Sans', Helvetica, sans-serif",
            # JupyterLab draws at these sizes: a category axis too is as wide as the book's column.
            "view": {
                "stroke": None,
                "continuousWidth": WIDE,
                "discreteWidth": WIDE,
                "continuousHeight": 300,
            },
            "title": {
                "anchor": "start",
                "color": ink,
                "fontSize": 16,
                "subtitleColor": ink,
                "subtitleFontSize": 13,
                "offset": 14,
            },
            "axis": {
                "labelColor": ink,
                "titleColor": ink,
                "domainColor": ink,
                "tickColor": ink,
                "labelFontSize": 13,
                "titleFontSize": 13,
                "titleFontWeight": "normal",
                "gridColor": MUTED,
                "gridOpacity": 0.25,
                "labelLimit": 240,
            },
            # Labels keep a distance from each other and stay under their ticks.
            "axisX": {
                "grid": False,
                "labelAngle": 0,
                "labelOverlap": "greedy",
                "labelSeparation": 8,
                "labelFlush": False,
            },
            # Marks at the edge keep clear of the labels.
            "axisY": {"domain": False, "ticks": False, "labelPadding": 8},
            "legend": {
                "orient": "top",
                "direction": "horizontal",
                "title": None,
                "labelColor": ink,
                "titleColor": ink,
                "labelFontSize": 13,
                "titleFontSize": 13,
                "labelLimit": 300,
                "symbolStrokeWidth": 3,
                # A legend of shapes alone: black would vanish on the dark page.
                "symbolBaseFillColor": ink,
                "symbolBaseStrokeColor": ink,
            },
            "header": {
                "labelColor": ink,
                "titleColor": ink,
                "labelFontSize": 13,
                "titleFontSize": 13,
                "labelAnchor": "start",
            },
            "text": {"color": ink, "fontSize": 13},
            "rule": {"color": MUTED},
            "line": {"strokeWidth": 2.5},
            # Vega-Lite draws these at 0.7, below the contrast that the palette has.
            "point": {"size": 45, "filled": True, "opacity": 1},
            **{mark: {"opacity": 1} for mark in ("circle", "square", "tick")},
            "range": {"category": CATEGORIES},
        }
    }


def _plain(data: Any, max_rows: int | None = 5000) -> Any:
    """Hand data to Altair with missing text as null: pandas writes NaN, which is not JSON."""
    if isinstance(data, pd.DataFrame):
        # Altair knows the nullable text type, not yet the one that pandas 3 gives by default.
        text = {n: "string" for n, kind in data.dtypes.items() if isinstance(kind, pd.StringDtype)}
        data = data.astype(text)
    return alt.default_data_transformer(data, max_rows=max_rows)


def _enable() -> None:
    """Choose how charts are shown: in the book, in JupyterLab, elsewhere."""
    # HTML beside the specification would be shown in its place: JupyterLab prefers it, and with
    # jupyterlab-myst Markdown too. A picture it does not.
    if not _in_book() and (int(alt.__version__.split(".")[0]) > 5 or "google.colab" in sys.modules):
        # JupyterLab draws Vega-Lite 5 by itself and no later version; Colab draws none.
        alt.renderers.enable("default")
    else:
        alt.renderers.enable("three_pillars")


def _in_book() -> bool:
    return os.environ.get("THREE_PILLARS_BOOK") == "1"


def _with_picture(spec: dict[str, Any], **_: Any) -> dict[str, Any]:
    """Show a specification to those who draw it, and a picture to a page made of the notebook."""
    shown: dict[str, Any] = {
        "application/vnd.vegalite.v5+json": spec,
        "text/plain": "<a chart; it needs JupyterLab, Notebook 7, VS Code or Colab to be seen>",
    }
    # A page of the book draws its charts itself. Asked only now, since the kernels of a build are
    # forks of a process that had imported this before it was known to build.
    if not _in_book() and sys.platform != "emscripten":
        with contextlib.suppress(Exception):  # what is not drawn here is still drawn there
            shown["image/svg+xml"] = to_svg(spec, WIDE)
    return shown


alt.renderers.register("three_pillars", _with_picture)
_enable()
alt.data_transformers.register("three_pillars", _plain)
alt.data_transformers.enable("three_pillars")
