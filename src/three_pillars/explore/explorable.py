"""An explorable, and how it shows itself: in Jupyter by widgets, in the book by one chart."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import altair as alt_module
import pandas as pd

from ..figures import MIME_TYPE
from ..kept import of_these_cells
from .book import in_book, whole_spec
from .controlled import Controlled
from .controls import Choice, Range
from .jupyter import widgets


class Explorable(Controlled):
    """What `explore()` returns: the last expression of a cell shows it."""

    def spec(self) -> dict[str, Any]:
        """Return the specification for the book, which holds every setting; see `whole_spec()`."""

        def made() -> bytes:
            return json.dumps(whole_spec(self)).encode()

        return json.loads(of_these_cells(f"explorable {self.name}", ".json", made))

    def widgets(self) -> Any:
        """Return the ipywidgets of the life in Jupyter; moving one redraws the chart."""
        return widgets(self)

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        return {MIME_TYPE: self.spec(), "text/plain": f"<explorable {self.name}>"}

    def _ipython_display_(self) -> None:
        from IPython.display import display

        if in_book():
            display(self._repr_mimebundle_(), raw=True)
        else:
            display(self.widgets())


def explore(
    model: Callable[..., pd.DataFrame],
    chart: Callable[[pd.DataFrame], alt_module.TopLevelMixin],
    *,
    name: str | None = None,
    alt: str,
    sources: Sequence[str],
    answers: Sequence[Mapping[str, Any]] = (),
    **controls: Range | Choice,
) -> Explorable:
    """Let the reader move the settings of a model and see its chart change.

    Args:
        model: a pure function of the controls' values; returns a DataFrame with one row or more.
        chart: a function from that DataFrame to an Altair chart with a title. It only encodes
            columns: whatever depends on the setting is a column that the model computes.
        name: what the explorable is called, as in `figure()`.
        alt: alt text, as in `figure()`.
        sources: tables the model rests on, as in `figure()`.
        answers: settings, whole or in part, that answer the task set beside it; it must open on
            none of them.
        **controls: a `Range` or a `Choice` for each argument of the model.

    Raises:
        ExploreError: a control is faulty, it opens on an answer, the model returns nothing, the
            grid is too large, or the chart cannot be the same in both lives.
        FigureError: the chart lacks its title, alt text or sources, or the name is no name.
    """
    one = Explorable(model, chart, alt, sources, controls, name)
    one.opens_on_none_of(answers)
    return one
