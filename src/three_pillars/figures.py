"""Charts with a name, a finding and sources: theme, palette and `figure()`.

A chart of the book is an Altair chart that has passed through `figure()`. It then carries its alt
text in Vega-Lite's own ``description``, and the tables it rests on in ``usermeta``, so whoever
draws the specification later (JupyterLab, the book, a test) finds both in it. `to_html()` is the
one place that turns such a specification into the `<figure>` of a page.
"""

from __future__ import annotations

import copy
import html
import json
import math
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import altair as alt_module
import pandas as pd

from .data import DataError, describe

VL_VERSION = "5.20"
"""The Vega-Lite version that draws the static charts and that the bundle of the book holds."""

MIME_TYPE = "application/vnd.vegalite.v5+json"

WIDE, NARROW = 680, 340
"""Widths of the two drawings of a chart in pixels: for a column of text, and for a phone."""

TABLE_ROWS = 60
"""A figure shows at most so many rows of its data; the linked CSV has them all."""

# Every colour keeps a contrast of 3:1 or more on white and on the dark page (#14181e), and any two
# stay apart for readers with protanopia, deuteranopia or tritanopia; tests/test_figures.py checks.
COLOURS: dict[str, str] = {
    "Japan": "#cd0703",
    "Russia": "#2b6dde",
    "China": "#a18e50",
    "United States": "#4ea380",
    "European Union": "#bc5cb1",
    "Other": "#60666e",
    "territory": "#4ea380",
    "energy": "#a18e50",
    "balance": "#2b6dde",
    "constraint": "#bc5cb1",
    "verdict": "#cd0703",
    "argument": "#60666e",
}
"""The fixed colour of each state and of each part of the book."""

STATES = ("Japan", "Russia", "China", "United States", "European Union", "Other")
CATEGORIES = [COLOURS[name] for name in STATES]
"""The same six colours as a list, for categories that are not states."""

MUTED = "#7d8794"
"""For context: marks that should be seen and not stand out. 3.6:1 on white, 4.9:1 on dark."""


class FigureError(ValueError):
    """A chart lacks what a figure of the book must have."""


def state_scale(names: Sequence[str] | None = None) -> alt_module.Scale:
    """Return the colour scale that gives each state its fixed colour.

    Args:
        names: states in the order of the legend; all six by default.

    Raises:
        FigureError: a name has no fixed colour.
    """
    names = list(names or STATES)
    unknown = [name for name in names if name not in COLOURS]
    if unknown:
        raise FigureError(f"no fixed colour for {unknown[0]!r}; choose from {', '.join(STATES)}.")
    return alt_module.Scale(domain=names, range=[COLOURS[name] for name in names])


def year_mark(year: float, label: str, align: str = "left") -> alt_module.LayerChart:
    """Return a layer with a dashed rule at a year and its name beside it.

    Args:
        year: place on an axis whose field is ``year``; 2011.2 is March 2011.
        label: what happened there.
        align: "left" writes to the right of the rule, "right" to the left of it.
    """
    at = alt_module.Chart(pd.DataFrame({"year": [year], "label": [label]})).encode(x="year:Q")
    text = at.mark_text(align=align, dx=5 if align == "left" else -5)
    return at.mark_rule(strokeDash=[3, 3]) + text.encode(y=alt_module.value(6), text="label:N")


def line_names(
    table: pd.DataFrame, y: str, name: str, nudge: Mapping[str, float] | None = None
) -> alt_module.Chart:
    """Return a layer that writes each line's name at its end, which needs no legend.

    Args:
        table: one row a point, with the columns ``year``, ``y`` and ``name``.
        y: the column drawn upwards.
        name: the column that tells the lines apart.
        nudge: how far to move a name up or down, in units of ``y``, where two would touch.
    """
    last = table.sort_values("year").groupby(name, as_index=False).tail(1)
    last = last.assign(label_at=last[y] + last[name].map(nudge or {}).fillna(0))
    return (
        alt_module.Chart(last)
        .mark_text(align="left", dx=8)
        .encode(x="year:Q", y="label_at:Q", text=f"{name}:N")
    )


def hollow(field: str, solid: str, flagged: str, colour: str) -> alt_module.Fill:
    """Return a fill for points that leaves the flagged ones hollow, and says so in the legend.

    Args:
        field: the column that holds both words.
        solid: the word of a plain row.
        flagged: the word of a row to be read with care.
        colour: the colour of the points.
    """
    return alt_module.Fill(
        f"{field}:N",
        scale=alt_module.Scale(domain=[solid, flagged], range=[colour, "transparent"]),
        legend=alt_module.Legend(symbolStrokeColor=colour, symbolStrokeWidth=1.5),
    )


@alt_module.theme.register("three_pillars", enable=True)
def _theme() -> alt_module.theme.ThemeConfig:
    """Text and axes in the colour of the page's text, on no ground: one drawing, light and dark."""
    ink = "currentColor"
    return {
        "config": {
            "background": "transparent",
            # The last label of an axis reaches beyond its tick.
            "padding": {"left": 5, "top": 5, "right": 12, "bottom": 5},
            "font": "Arial, 'Liberation Sans', Helvetica, sans-serif",
            "view": {
                "stroke": None,
                "continuousWidth": WIDE,
                "discreteWidth": WIDE,  # in JupyterLab a few columns would be 20 pixels each
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
            "axisY": {"domain": False, "ticks": False},
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
            "point": {"size": 45, "filled": True},
            "range": {"category": CATEGORIES},
        }
    }


alt_module.renderers.enable("mimetype")


def _plain(data: Any, max_rows: int | None = 5000) -> Any:
    """Hand data to Altair with missing text as null: pandas writes NaN, which is not JSON."""
    if isinstance(data, pd.DataFrame):
        # Altair knows the nullable text type, not yet the one that pandas 3 gives by default.
        data = data.astype({name: "string" for name in data.select_dtypes("str").columns})
    return alt_module.default_data_transformer(data, max_rows=max_rows)


alt_module.data_transformers.register("three_pillars", _plain)
alt_module.data_transformers.enable("three_pillars")


def figure(
    chart: alt_module.TopLevelMixin,
    *,
    alt: str,
    sources: Sequence[str],
    title: str | alt_module.Title | None = None,
) -> Any:
    """Give a chart its alt text, its sources and its finding, and check that none is missing.

    Args:
        chart: any Altair chart. Its ``title`` says the finding, as a sentence.
        alt: what a reader who cannot see the chart should be told: the kind of chart, of what, and
            what it shows; 40 characters or more.
        sources: names of the tables the chart rests on, such as ``["energy/lng_imports"]``.
        title: the finding, if the chart has no title of its own.

    Returns:
        A copy of the chart, of the same type.

    Raises:
        FigureError: the alt text, the sources or the title is missing, or a table is unknown.
        altair.utils.schemapi.SchemaValidationError: Altair's own message on a faulty chart.
    """
    chart = chart.copy(deep=False)
    if title is not None:
        chart.title = title
    spec = chart.to_dict()
    headline = title_lines(spec)[0]
    name = f"chart {headline!r}" if headline else "a chart without a title"
    if not headline:
        raise FigureError(f"{name}: give it a title that says the finding, title='…'.")
    if len(alt.strip()) < 40:
        raise FigureError(
            f"{name}: the alt text {alt!r} is too short; say the kind of chart, of what, "
            "and what it shows."
        )
    if isinstance(sources, str) or not list(sources):
        raise FigureError(f"{name}: name its tables, sources=['energy/lng_imports'].")
    for table in sources:
        try:
            describe(table)
        except DataError as error:
            raise FigureError(f"{name}: {error}") from None
    chart.title = _wrapped(spec)
    chart.description = alt.strip()
    chart.usermeta = {
        "three_pillars": {"sources": list(sources)},
        "embedOptions": {"renderer": "svg", "actions": {"export": True, "source": False,
                                                        "compiled": False, "editor": False}},
    }  # fmt: skip
    return chart


def _wrapped(spec: Mapping[str, Any]) -> alt_module.Title:
    """Return the title in lines that fit the drawing; Vega-Lite itself never wraps."""
    headline, subtitle = title_lines(spec)
    given = spec["title"] if isinstance(spec["title"], Mapping) else {}
    extra = {k: v for k, v in given.items() if k not in ("text", "subtitle")}
    if subtitle:
        extra["subtitle"] = textwrap.wrap(subtitle, 92)
    return alt_module.Title(text=textwrap.wrap(headline, 74), **extra)


def title_lines(spec: Mapping[str, Any]) -> tuple[str, str]:
    """Return the title and the subtitle of a specification, each as one line."""
    title = spec.get("title") or ""
    if not isinstance(title, Mapping):
        title = {"text": title}

    def one(text: Any) -> str:
        return " ".join(text) if isinstance(text, list) else str(text or "")

    return one(title.get("text")).strip(), one(title.get("subtitle")).strip()


# How a specification is drawn on a page


def views(spec: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield a specification and every view inside it, outermost first."""
    yield spec
    for key in ("layer", "hconcat", "vconcat", "concat"):
        for child in spec.get(key, ()):
            yield from views(child)
    if isinstance(spec.get("spec"), dict):
        yield from views(spec["spec"])


def sized(spec: Mapping[str, Any], width: int) -> dict[str, Any]:
    """Return the specification as it is drawn ``width`` pixels wide on a page.

    The title leaves the drawing: a page sets it in HTML, where it wraps and can be read. A single
    or layered view fits the width exactly. Views side by side keep their proportions; on a phone
    they are stacked.
    """
    drawn = copy.deepcopy(dict(spec))
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


def to_svg(spec: Mapping[str, Any], width: int) -> str:
    """Draw a specification as SVG markup, ``width`` pixels wide, for embedding in HTML."""
    import vl_convert  # only the book draws; a notebook leaves that to Jupyter

    return vl_convert.vegalite_to_svg(sized(spec, width), vl_version=VL_VERSION)


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


def _cell(value: Any) -> str:
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.4g}" if abs(value) < 1000 else f"{value:.0f}"
    text = str(value)
    return text.removesuffix("T00:00:00")


def _data_table(spec: Mapping[str, Any], links: str) -> str:
    rows = rows_of(spec)
    if not rows:
        return ""
    columns = list(dict.fromkeys(key for row in rows for key in row))
    head = "".join(f'<th scope="col">{html.escape(str(c))}</th>' for c in columns)
    body = "".join(
        "<tr>" + "".join(f"<td>{html.escape(_cell(row.get(c)))}</td>" for c in columns) + "</tr>"
        for row in rows[:TABLE_ROWS]
    )
    count = f"{len(rows)} rows" if len(rows) != 1 else "1 row"
    note = f"<p>The first {TABLE_ROWS} of {count}.</p>" if len(rows) > TABLE_ROWS else ""
    return (
        f'<details class="chart-data"><summary>Data of this chart ({count})</summary>{note}'
        f'<div class="chart-table" tabindex="0" role="region" aria-label="Data of this chart">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>{links}</details>"
    )


def _credits(tables: Sequence[str], base: str | None) -> tuple[str, str]:
    """Return the source line of a figure and its links to the CSV files, both as HTML."""
    lines, links = [], []
    for name in tables:
        table = describe(name)
        title = html.escape(table.get("title", name))
        publishers = "; ".join(html.escape(source["title"]) for source in table["sources"])
        if base is None:
            lines.append(f"{title} ({publishers})")
        else:
            anchor = name.replace("/", "-").replace("_", "-")
            lines.append(f'<a href="{base}chapters/reference/data.html#{anchor}">{title}</a> '
                         f"({publishers})")  # fmt: skip
            links.append(f'<a href="{base}data/{name}.csv" download>{html.escape(name)}.csv</a>')
    csv = f"<p>Whole tables as CSV: {', '.join(links)}</p>" if links else ""
    return "Data: " + "; ".join(lines), csv


def _controls(controls: Sequence[Mapping[str, Any]], uid: str, headline: str) -> str:
    """Return the form of an explorable; its script moves the chart's parameters."""
    fields = []
    for control in controls:
        name, label = control["name"], html.escape(control["label"])
        labels, start = control["labels"], control["start"]
        field = f"{uid}-{name}"
        if control["kind"] == "range":
            fields.append(
                f'<div class="control"><label for="{field}">{label}</label>'
                f'<input type="range" id="{field}" name="{name}" min="0" max="{len(labels) - 1}" '
                f'step="1" value="{start}" aria-valuetext="{html.escape(labels[start])}" '
                f"data-labels='{html.escape(json.dumps(labels, ensure_ascii=False))}' disabled>"
                f'<output for="{field}">{html.escape(labels[start])}</output></div>'
            )
        else:
            options = "".join(
                f'<option value="{i}"{" selected" if i == start else ""}>{html.escape(text)}'
                "</option>"
                for i, text in enumerate(labels)
            )
            fields.append(
                f'<div class="control"><label for="{field}">{label}</label>'
                f'<select id="{field}" name="{name}" disabled>{options}</select></div>'
            )
    reset = '<button type="reset" disabled>Back to the start</button>'
    label = f"Settings: {html.escape(headline)}"
    return f'<form class="chart-controls" aria-label="{label}">{"".join(fields)}{reset}</form>'


def _script(kind: str, content: Mapping[str, Any]) -> str:
    # "<" would end the script element early inside a string such as "</script>".
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f'<script type="application/json" class="{kind}">{text}</script>'


def to_html(spec: Mapping[str, Any], uid: str, base: str | None = None) -> str:
    """Return the `<figure>` of a specification that `figure()` made.

    Args:
        spec: the Vega-Lite specification, with alt text and sources.
        uid: a name for the figure, unlike any other on the page.
        base: the path from the page to the root of the book; None outside the book, where there
            is nothing to link to and no script that would bring the chart to life.

    Raises:
        FigureError: the specification did not come from `figure()`.
    """
    meta = spec.get("usermeta", {}).get("three_pillars", {})
    headline, subtitle = title_lines(spec)
    alt = spec.get("description", "")
    if not (alt and meta.get("sources") and headline):
        raise FigureError(
            f"chart {headline or '(no title)'!r} lacks alt text, sources or a title: "
            "show it through figure(chart, alt=…, sources=[…])."
        )
    credits, links = _credits(meta["sources"], base)
    controls = meta.get("controls", [])
    drawings = "".join(
        f'<div class="{name}">{to_svg(spec, width)}</div>'
        for name, width in (("wide", WIDE), ("narrow", NARROW))
    )
    live = ""
    if base is not None:
        wide, narrow = sized(spec, WIDE), sized(spec, NARROW)
        narrow.pop("datasets", None)
        live = _script("chart-spec", wide) + _script("chart-spec-narrow", narrow)
    return (
        f'<figure class="chart{" explorable" if controls else ""}" id="{uid}" data-state="static">'
        f'<div class="chart-title">{html.escape(headline)}</div>'
        + (f'<div class="chart-subtitle">{html.escape(subtitle)}</div>' if subtitle else "")
        + (_controls(controls, uid, headline) if controls and base is not None else "")
        + '<div class="chart-body">'
        f'<div class="chart-static" role="img" aria-label="{html.escape(alt)}">{drawings}</div>'
        "</div>"
        f"<figcaption>{credits}</figcaption>{_data_table(spec, links)}{live}</figure>"
    )
