"""Axes that several charts of this part share."""

from __future__ import annotations

from typing import Any

import altair as alt


def share_axis() -> dict[str, Any]:
    """Return scale, axis and title of shares in per cent, with room for the marks at 0 and 100."""
    return {
        "scale": alt.Scale(domain=[-3, 103], nice=False),
        "axis": alt.Axis(labelExpr="datum.value + '%'", values=[0, 25, 50, 75, 100]),
        "title": None,
    }


def two_lines(cut: str) -> alt.Axis:
    """Return an axis that breaks its labels in two, half of each beside the middle of its row.

    Args:
        cut: the text at which a label breaks, such as the stroke between two names.
    """
    broken = f"indexof(datum.label, '{cut}') > 0"
    return alt.Axis(
        labelExpr=f"split(datum.label, '{cut}')",
        labelOffset={"condition": {"test": broken, "value": -7}, "value": 0},
    )
