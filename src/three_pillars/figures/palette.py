"""Colours, one meaning each.

A hue is a state's (`three_pillars.commentary`) or, for kinds that are no states, one of
`CATEGORIES`. Parts, pillars, verdicts and for and against have no hue: they are told by their
place, their name, or how full a mark is, in `INK` and `MUTED`.

Every colour keeps a contrast of 3:1 or more on white and on the dark page (#14181e), and the
colours of any two states stay apart for readers with protanopia, deuteranopia or tritanopia.
"""

from __future__ import annotations

from collections.abc import Sequence

import altair as alt

from ..commentary import STATE_COLOURS
from .errors import FigureError

COLOURS: dict[str, str] = dict(STATE_COLOURS)
"""The fixed colour of each state."""

CATEGORIES = ["#14899a", "#c8690f", "#d0508f", "#8b67d6"]
"""Hues for kinds that are no states, none of them a state's; say each in another way too."""

INK = "currentColor"
"""What a chart is about where that is no state: the colour of the text, dark or light."""

HALF = "rgba(125,135,148,0.5)"
"""Half of the ink, on a light page and on a dark one: for the inside of a mark with an outline."""

MUTED = "#7d8794"
"""For context: marks that should be seen and not stand out. 3.6:1 on white, 4.9:1 on dark."""


def thin(colour: str, part: float) -> str:
    """Return a colour through which the page shows, for the inside of a mark with an outline.

    Args:
        colour: such as ``"#2b6dde"``.
        part: how much of it there is, from 0 to 1.
    """
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red},{green},{blue},{part:g})"


def state_scale(names: Sequence[str] | None = None) -> alt.Scale:
    """Return the colour scale that gives each state its fixed colour.

    Args:
        names: states in the order of the legend; all that have a colour by default.

    Raises:
        FigureError: a name has no fixed colour.
    """
    names = list(names or STATE_COLOURS)
    unknown = [name for name in names if name not in COLOURS]
    if unknown:
        raise FigureError(
            f"no fixed colour for {unknown[0]!r}; choose from {', '.join(STATE_COLOURS)}."
        )
    return alt.Scale(domain=names, range=[COLOURS[name] for name in names])
