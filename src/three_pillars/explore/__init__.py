"""Explorables: one model, two lives.

`explore()` takes a pure function and a chart of its result. With a live kernel it shows ipywidgets
that call the function. In the built book it evaluates the function once for every setting of the
controls, puts the rows into the chart, and lets the same controls choose among them: no kernel and
no network is needed, and both lives show the same numbers. Where a page has a Python of its own,
`live_spec()` gives it one setting at a time.
"""

from .book import GRID_LIMIT_KB, in_book
from .controls import Choice, Range, spaced
from .errors import ExploreError
from .explorable import Explorable, explore
from .live import live_spec

__all__ = [
    "GRID_LIMIT_KB",
    "Choice",
    "Explorable",
    "ExploreError",
    "Range",
    "explore",
    "in_book",
    "live_spec",
    "spaced",
]
