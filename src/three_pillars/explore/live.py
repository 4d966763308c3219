"""The life in a page whose Python runs: one setting at a time, computed when it is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .controlled import Controlled
from .controls import Range


def live_spec(one: Controlled, places: Mapping[str, int] | None = None) -> dict[str, Any]:
    """Return the specification of an explorable at one setting, with its controls.

    It is `whole_spec()` without the grid: the parameters are there but choose nothing, and whoever
    moves a control asks for the next specification.

    Args:
        one: the explorable.
        places: for each control the place of its value; the opening one where none is given.
    """
    at = starting_places(one) | dict(places or {})
    values = {key: control.values[at[key]] for key, control in one.controls.items()}
    spec = one.figure(**values).to_dict()
    spec["params"] = [
        *({"name": f"at_{key}", "value": place} for key, place in at.items()),
        *spec.get("params", []),
    ]
    spec["usermeta"]["three_pillars"]["controls"] = described_controls(one, at)
    return spec


def starting_places(one: Controlled) -> dict[str, int]:
    """Return for each control of an explorable the place of its opening value."""
    return {key: control.values.index(one.start[key]) for key, control in one.controls.items()}


def described_controls(one: Controlled, at: Mapping[str, int]) -> list[dict[str, Any]]:
    """Describe the controls for `figures.to_html()`.

    Args:
        one: the explorable.
        at: for each control the place at which it stands.
    """
    return [
        {
            "name": key,
            "label": control.label,
            "kind": "range" if isinstance(control, Range) else "choice",
            "labels": control.labels,
            "start": at[key],
        }
        for key, control in one.controls.items()
    ]
