"""The axis of years that this part's explorables share."""

from __future__ import annotations

import altair as alt


def year_axis(first: float, last: float) -> alt.X:
    """Return an axis of years, which are names and take no thousands separator."""
    return alt.X(
        "year:Q",
        title=None,
        axis=alt.Axis(format="d", tickMinStep=1),
        scale=alt.Scale(domain=[first, last]),
    )
