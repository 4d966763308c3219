"""A figure as it stands on a page: title, controls, drawings, sources, rows, specification."""

from __future__ import annotations

import functools
import json
import math
import re
from collections.abc import Mapping, Sequence
from typing import Any

from jinja2 import Template
from markupsafe import Markup

from ..markup import environment, in_script
from ..words import counted
from .cells import code_in_words
from .errors import FigureError
from .heads import heads_of, tips_with_heads
from .sources import sources_of
from .specs import NARROW, WIDE, named_in, rows_of, sized, title_lines
from .svg import to_svg

TABLE_ROWS = 60
"""A figure shows at most so many rows of its data; the linked CSV has them all."""


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
    return _template().render(
        uid=uid,
        base=base,
        headline=headline,
        subtitle=subtitle,
        alt=alt,
        address=meta.get("address"),
        controls=_controls(meta.get("controls", [])),
        drawings={
            name: Markup(_own_ids(_unnamed(to_svg(spec, width)), f"{uid}-{name}"))
            for name, width in (("wide", WIDE), ("narrow", NARROW))
        },
        sources=sources_of(meta["sources"]),
        table=_table(spec, meta["sources"]),
        scripts={} if base is None else _scripts(spec, meta["sources"]),
    )


@functools.cache
def _template() -> Template:
    return environment("figures").get_template("figure.html")


_SPECS = re.compile(
    r'(<script type="application/json" class="chart-spec(?:-narrow)?">)(.*?)(</script>)', re.DOTALL
)


def apart(figure: str, address: str) -> tuple[str, str]:
    """Take the specifications out of a figure, to be loaded when its chart comes to life.

    An explorable's hold the rows of all its settings, and nobody needs them before it is near.

    Args:
        figure: its markup, as `to_html()` makes it.
        address: of the script that will hold them, seen from the page.

    Returns:
        The figure, which names the script, and the line of the script that gives them back.
    """
    uid = re.search(r' id="([^"]+)"', figure)[1]
    specs = ",".join(spec for _, spec, _ in _SPECS.findall(figure))
    figure = _SPECS.sub(r"\1\3", figure)
    figure = figure.replace(" data-state=", f' data-spec="{address}" data-state=', 1)
    return figure, f"tpSpecified({in_script(uid)},{specs});\n"


def _unnamed(svg: str) -> str:
    """Leave out the names of single marks: the drawing is one image, which has a name.

    What reads aloud passes over what is in an image, and they are a third of a drawing.
    """
    return re.sub(r' (?:aria-label|aria-roledescription|role)="[^"]*"', "", svg)


def _own_ids(svg: str, prefix: str) -> str:
    """Give what a drawing refers to names that nothing else on the page has.

    A live chart would else find the outline that clips it in the drawing that it hides, and hidden
    it clips nothing.
    """
    return re.sub(r'(?<=[#"])((?:clip|gradient)_?\d+)(?=[")])', rf"{prefix}-\1", svg)


def _controls(controls: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Add to each control its labels in the form that the page's script reads."""
    return [
        {**control, "labels_json": json.dumps(control["labels"], ensure_ascii=False)}
        for control in controls
    ]


def _table(spec: Mapping[str, Any], sources: Sequence[str]) -> dict[str, Any]:
    """Return the chart's first rows in words, and how many there are; nothing if it has none.

    What the chart does not name, such as the key of a row or of its source, stays in the CSV.
    """
    rows = rows_of(spec)
    if not rows:
        return {}
    columns = list(dict.fromkeys(key for row in rows for key in row))
    columns = named_in(columns, spec) or columns
    return {
        "heads": heads_of(columns, spec, sources),
        "rows": [[_cell(row.get(column)) for column in columns] for row in rows[:TABLE_ROWS]],
        "count": counted(len(rows), "row"),
        "cut": TABLE_ROWS if len(rows) > TABLE_ROWS else 0,
    }


def _cell(value: Any) -> str:
    """Write one value of a chart's data as a reader should see it."""
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        digits = ".0f" if isinstance(value, int) or abs(value) >= 1000 else ".4g"
        return re.sub("^-", "−", f"{value + 0:{digits}}")  # nothing has no sign
    return code_in_words(re.sub(r"T00:00:00(\+00:00)?$", "", str(value)))


def _scripts(spec: Mapping[str, Any], sources: Sequence[str]) -> dict[str, Markup]:
    """Return the two specifications that the page brings to life; the wide one has the data."""
    told = tips_with_heads(spec, sources)
    wide, narrow = sized(told, WIDE), sized(told, NARROW)
    narrow.pop("datasets", None)
    return {"chart-spec": in_script(wide), "chart-spec-narrow": in_script(narrow)}
