"""A page that stands alone: its frame, a table, a chart as the book draws it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt

from three_pillars.figures import NARROW, WIDE

from .text import escaped

STYLE = """
:root { color-scheme: light dark; --line: #8884; }
body { font: 1rem/1.5 Arial, 'Liberation Sans', Helvetica, sans-serif; max-width: 46rem;
       margin: 0 auto; padding: 1rem; background: light-dark(#fff, #14181e);
       color: light-dark(#14181e, #e8eaed); }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0;
         border-bottom: 1px solid var(--line); }
.scroll { overflow-x: auto; }
td { overflow-wrap: anywhere; min-width: 7ch; }
td.number, th.number { text-align: right; min-width: 0; overflow-wrap: normal; }
figure { margin: 1.5rem 0; }
figure svg { max-width: 100%; height: auto; }
.chart-title { font-weight: bold; }
.narrow { display: none; }
@media (max-width: 600px) { .wide { display: none; } .narrow { display: block; } }
.task { border-left: 4px solid #60666e; padding: .2rem .8rem; margin: .8rem 0; }
.task.right { border-color: #14899a; } .task.wrong { border-color: #c8690f; }
blockquote { white-space: pre-wrap; overflow-wrap: anywhere; margin: .5rem 0; padding-left: 1rem;
             border-left: 2px solid var(--line); }
a { color: light-dark(#1d4ed8, #8ab4f8); }
@media print { a { color: inherit; } }
"""


def page(title: str, body: str) -> str:
    """Write a page; the body is HTML that is already safe."""
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        # Nothing that a student wrote may run or load anything here.
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "style-src 'unsafe-inline'; img-src data:\">"
        f"<title>{escaped(title)}</title><style>{STYLE}</style></head>"
        f"<body><main><h1>{escaped(title)}</h1>{body}</main></body></html>\n"
    )


def table_html(head: list[str], rows: list[list[Any]]) -> str:
    """Write a table; a cell that is a tuple holds HTML that is already safe."""

    def cell(value: Any, tag: str) -> str:
        text = value[0] if isinstance(value, tuple) else escaped(str(value))
        number = ' class="number"' if isinstance(value, (int, float)) else ""
        return f"<{tag}{number}>{text}</{tag}>"

    top = "".join(f'<th scope="col">{escaped(name)}</th>' for name in head)
    body = "".join(f"<tr>{''.join(cell(value, 'td') for value in row)}</tr>" for row in rows)
    return (
        f'<div class="scroll" tabindex="0"><table><thead><tr>{top}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


@dataclass
class Figure:
    """A chart as the book shows it: two widths, title in HTML, alt text."""

    chart: alt.TopLevelMixin
    title: str
    description: str

    def html(self, drawings: Sequence[str]) -> str:
        """Write it with its drawings, the wide one first."""
        shown = "".join(
            f'<div class="{name}">{svg}</div>'
            for name, svg in zip(("wide", "narrow"), drawings, strict=True)
        )
        return (
            f'<figure class="chart"><div class="chart-title">{escaped(self.title)}</div>'
            f'<div role="img" aria-label="{escaped(self.description)}">{shown}</div></figure>'
        )


Draw = Callable[[Sequence[tuple[Mapping[str, Any], int]]], list[str]]
"""Draws specifications, each in a width, as SVG."""


def joined(parts: Iterable[str | Figure], draw: Draw) -> str:
    """Join pieces of HTML; all charts among them are drawn in one go."""
    parts = list(parts)
    specs = [part.chart.to_dict() for part in parts if isinstance(part, Figure)]
    drawings = iter(draw([(spec, width) for spec in specs for width in (WIDE, NARROW)]))
    return "".join(
        part if isinstance(part, str) else part.html([next(drawings), next(drawings)])
        for part in parts
    )
