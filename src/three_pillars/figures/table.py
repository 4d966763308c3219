"""Tables in a page: a caption that says what they show, heads in words, sources, aligned numbers.

pandas' own Styler makes them, which every environment of the book has. Great Tables 1.1 was tried:
it brings sixteen packages into each student's machine and the page's Python, and a table of two
rows took 9.7 kB, with colours that do not turn with the dark theme, an id drawn by lot at each run,
and no caption. The Styler formats and escapes; `table_rows.html` beside this file gives it heads
with a scope and cells without ids.
"""

from __future__ import annotations

import functools
import html
import os
from collections.abc import Callable, Mapping, Sequence
from importlib import resources
from typing import Any

import pandas as pd
from markupsafe import Markup
from pandas.io.formats.style import Styler

from ..data import DataError, describe
from ..markup import environment
from ..words import curly
from .cells import cell_writer, is_number
from .errors import FigureError
from .sources import sources_of

TABLE_TYPE = "application/vnd.three-pillars.table+json"
"""The type under which a table travels to the book."""


class Table:
    """A table that shows itself: the last expression of a cell. `table()` makes it."""

    def __init__(self, frame: pd.DataFrame, caption: str, markup: str, sources: Sequence[str]):
        """Hold the frame as it is shown, and its markup."""
        self.frame = frame
        self.payload = {"caption": caption, "markup": markup, "sources": list(sources)}

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        plain = f"{self.payload['caption']}\n{self.frame.to_string(index=False)}"
        # The book knows where the page lies, and so where its links lead.
        if os.environ.get("THREE_PILLARS_BOOK") == "1":
            return {TABLE_TYPE: self.payload, "text/plain": plain}
        return {"text/html": table_figure(self.payload), "text/plain": plain}


def table(
    frame: pd.DataFrame,
    *,
    caption: str,
    columns: Mapping[str, str],
    sources: Sequence[str] = (),
    decimals: int | Mapping[str, int] | None = None,
    words: Mapping[Any, str] | None = None,
) -> Table:
    """Show a frame as a table that can be read: in the book, in Jupyter, on a phone and on paper.

    Numbers stand under each other at the decimal point, with a true minus; dates, yes and no and
    codes such as ``official_visit`` are written in words; a gap is a dash.

    Args:
        frame: one row of the table a row; an index with a name counts as a column.
        caption: what the table shows, in a few words.
        columns: the columns to show, in this order, and the head of each with its unit, such as
            ``{"exporter": "Supplier", "volume_bcm": "Volume, bcm"}``. The first names the row.
        sources: names of the tables that it rests on, such as ``["energy/lng_imports"]``; none
            where the numbers come from no table.
        decimals: digits after the point, of all columns or by column; by default as many as the
            column's numbers need, two at most. Whole numbers have none.
        words: what to write for a value, such as ``{"apec_sideline": "beside an APEC summit"}``.

    Returns:
        The table.

    Raises:
        FigureError: the caption or a column is missing, or a source is unknown.
    """
    if not caption.strip():
        raise FigureError("a table without a caption: say what it shows, caption='…'.")
    said = f"table {caption!r}"
    for name in sources:
        try:
            describe(name)
        except DataError as error:
            raise FigureError(f"{said}: {error}") from None
    named = [level for level in frame.index.names if level is not None]
    given = frame.reset_index(level=named) if named else frame
    missing = [name for name in columns if name not in given.columns]
    if missing or not columns:
        what = f"there is no column {missing[0]!r}" if missing else "no column is chosen"
        raise FigureError(f"{said}: {what}; choose from {', '.join(map(str, given.columns))}.")
    picked = given[list(columns)].reset_index(drop=True)
    writers = {
        columns[name]: cell_writer(picked[name], _places(decimals, name), words) for name in columns
    }
    numeric = [columns[name] for name in columns if is_number(picked[name])]
    shown = picked.set_axis(list(columns.values()), axis=1)
    return Table(shown, caption, _markup(shown, caption, writers, numeric), sources)


def in_print(payload: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a `Table` holds in the apostrophes of print; markup may name one by number."""
    plain = payload["markup"].replace("&#x27;", "'").replace("&#39;", "'")
    return curly({**payload, "markup": plain})


def table_figure(payload: Mapping[str, Any], base: str | None = None) -> str:
    """Return the HTML of a table: caption, region that scrolls, rows, sources.

    Args:
        payload: what a `Table` holds.
        base: the path from the page to the root of the book; None outside the book, where the
            style comes along and nothing is linked.
    """
    return (
        environment("figures")
        .get_template("table.html")
        .render(
            caption=payload["caption"],
            rows=Markup(payload["markup"]),
            sources=sources_of(payload["sources"]),
            base=base,
            style=Markup(_style()) if base is None else "",
        )
    )


def _places(decimals: int | Mapping[str, int] | None, name: str) -> int | None:
    return decimals.get(name) if isinstance(decimals, Mapping) else decimals


def _markup(
    shown: pd.DataFrame,
    caption: str,
    writers: Mapping[str, Callable[[Any], str]],
    numeric: Sequence[str],
) -> str:
    """Return caption, head and body of the table; its first column is the head of each row."""
    right = pd.DataFrame("num", index=shown.index, columns=list(numeric))
    styler = _styler()(shown, cell_ids=False).hide(axis="index").set_td_classes(right)
    # The writers return text that is escaped: the Styler would escape what goes in, not out.
    styler = styler.format(dict(writers)).format_index(axis=1, escape="html")
    return styler.set_caption(html.escape(caption)).to_html(exclude_styles=True)


@functools.cache
def _styler() -> type[Styler]:
    folder = resources.files("three_pillars") / "figures"
    return Styler.from_custom_template([str(folder)], html_table="table_rows.html")


@functools.cache
def _style() -> str:
    folder = resources.files("three_pillars") / "figures"
    return (folder / "table.css").read_text("utf-8")
