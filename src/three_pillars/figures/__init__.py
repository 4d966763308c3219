"""Charts with a name, a finding and sources: theme, palette and `figure()`.

A chart of the book is an Altair chart that has passed through `figure()`. It then carries its alt
text in Vega-Lite's own ``description``, and the tables it rests on in ``usermeta``, so whoever
draws the specification later (JupyterLab, the book, a test) finds both in it. `to_html()` is the
one place that turns such a specification into the `<figure>` of a page. `table()` does the same for
a table.
"""

from . import theme  # noqa: F401  # puts the book's theme and its way with data into Altair
from .errors import FigureError
from .figure import figure
from .html import TABLE_ROWS, apart, to_html
from .layers import hollow, line_names, year_mark
from .name import name_of, name_problem
from .palette import CATEGORIES, COLOURS, HALF, INK, MUTED, state_scale, thin
from .sources import DICTIONARY, dictionary_place, table_anchor
from .specs import MIME_TYPE, NARROW, WIDE, rows_of, sized, title_lines, views
from .svg import VL_VERSION, drawn_by, to_svg
from .table import TABLE_TYPE, Table, in_print, table, table_figure

__all__ = [
    "CATEGORIES",
    "COLOURS",
    "DICTIONARY",
    "HALF",
    "INK",
    "MIME_TYPE",
    "MUTED",
    "NARROW",
    "TABLE_ROWS",
    "TABLE_TYPE",
    "VL_VERSION",
    "WIDE",
    "FigureError",
    "Table",
    "apart",
    "dictionary_place",
    "drawn_by",
    "figure",
    "hollow",
    "in_print",
    "line_names",
    "name_of",
    "name_problem",
    "rows_of",
    "sized",
    "state_scale",
    "table",
    "table_anchor",
    "table_figure",
    "thin",
    "title_lines",
    "to_html",
    "to_svg",
    "views",
    "year_mark",
]
