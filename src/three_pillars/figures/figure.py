"""A chart becomes a figure of the book: with alt text, sources and a finding."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt_module

from ..data import DataError, describe
from .errors import FigureError
from .specs import title_lines


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
