"""A chart becomes a figure of the book: with alt text, sources and a finding."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt_module

from ..data import DataError, describe
from .errors import FigureError
from .name import name_problem
from .specs import title_lines
from .utc import in_utc


def figure(
    chart: alt_module.TopLevelMixin,
    *,
    name: str | None = None,
    alt: str,
    sources: Sequence[str],
    title: str | alt_module.Title | None = None,
) -> Any:
    """Give a chart its alt text, its sources and its finding, and check that none is missing.

    Dates are read and drawn in UTC, so that the chart is the same whatever the reader's time zone.

    Args:
        chart: any Altair chart. Its ``title`` says the finding, as a sentence.
        name: what the figure is called, in words such as ``"lng-share"``: its address in the book
            and the name of its files. A chapter needs one, unlike any other on its page and never
            changed; elsewhere it may be left out.
        alt: what a reader who cannot see the chart should be told: the kind of chart, of what, and
            what it shows; 40 characters or more.
        sources: names of the tables the chart rests on, such as ``["energy/lng_imports"]``.
        title: the finding, if the chart has no title of its own.

    Returns:
        A copy of the chart, of the same type.

    Raises:
        FigureError: the alt text, the sources or the title is missing, a table is unknown, or the
            name is no name.
        altair.utils.schemapi.SchemaValidationError: Altair's own message on a faulty chart.
    """
    chart = chart.copy(deep=True)  # the rows are not copied
    if title is not None:
        chart.title = title
    spec = chart.to_dict()
    headline = title_lines(spec)[0]
    said = f"chart {headline!r}" if headline else "a chart without a title"
    if not headline:
        raise FigureError(f"{said}: give it a title that says the finding, title='…'.")
    if len(alt.strip()) < 40:
        raise FigureError(
            f"{said}: the alt text {alt!r} is too short; say the kind of chart, of what, "
            "and what it shows."
        )
    if isinstance(sources, str) or not list(sources):
        raise FigureError(f"{said}: name its tables, sources=['energy/lng_imports'].")
    for table in sources:
        try:
            describe(table)
        except DataError as error:
            raise FigureError(f"{said}: {error}") from None
    if name is not None and (problem := name_problem(name)):
        raise FigureError(f"{said}: {problem}.")
    in_utc(chart, spec)
    chart.title = _wrapped(spec)
    chart.description = alt.strip()
    chart.usermeta = {
        "three_pillars": {"sources": list(sources), **({"name": name} if name else {})},
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
