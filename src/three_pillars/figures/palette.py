"""Colours, one meaning each; the states and the parts bring their own (`three_pillars.commentary`).

Every colour keeps a contrast of 3:1 or more on white and on the dark page (#14181e), and the
colours of any two states stay apart for readers with protanopia, deuteranopia or tritanopia.
"""

from __future__ import annotations

from collections.abc import Sequence

import altair as alt

from ..commentary import PART_COLOURS, STATE_COLOURS
from .errors import FigureError

COLOURS: dict[str, str] = {**STATE_COLOURS, **PART_COLOURS}
"""The fixed colour of each state and of each part of the book."""

CATEGORIES = list(STATE_COLOURS.values())
"""The colours of the states as a list, for categories that are not states."""

MUTED = "#7d8794"
"""For context: marks that should be seen and not stand out. 3.6:1 on white, 4.9:1 on dark."""


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
