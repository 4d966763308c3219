"""The forecast sheet: a probability for each question, then what came, and the reader's score."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ..core import Block, BlockError, Kind, declare


def forecast_sheet(
    questions: Sequence[Mapping[str, Any]],
    *,
    scales: Mapping[str, Mapping[str, Any]],
    base_rate: float,
    format: str,
    version: int,
) -> Block:
    """Ask for a probability a question, then reveal what came and score it.

    Answers stay in the reader's browser and in files that the reader saves.

    Args:
        questions: for each ``id``, ``part``, ``question``, ``criterion``, ``expects``,
            ``strength``, ``continues`` and its ``horizons``: ``id``, ``by``, ``main``, ``came``,
            ``on``, ``detail``, ``source``, ``url``, ``verified``.
        scales: scales of estimative words by name: ``label``, and ``words`` from strength to
            probability; the first is the opening one.
        base_rate: share of yes among all rows, each question counted once.
        format: what an answers file says of its kind.
        version: what it says of its version.

    Raises:
        BlockError: a question has no main horizon or several, or a strength no probability.
    """
    for item in questions:
        if sum(bool(h["main"]) for h in item["horizons"]) != 1:
            raise BlockError(f"forecast_sheet(): {item['id']} needs exactly one main horizon.")
        for name, scale in scales.items():
            if item["strength"] not in {*scale["words"], "not_said"}:
                raise BlockError(
                    f"forecast_sheet(): {item['id']} is {item['strength']!r}, for which the scale "
                    f"{name!r} has no probability."
                )
    return Block(
        "forecast_sheet",
        questions=[dict(item) for item in questions],
        scales={name: dict(scale) for name, scale in scales.items()},
        base=base_rate,
        format=format,
        version=version,
    )


def _view(block: Mapping[str, Any], uid: str, base: str | None) -> dict[str, Any]:
    parts: dict[str, list[Mapping[str, Any]]] = {}
    for item in block["questions"]:
        parts.setdefault(item["part"], []).append(item)
    return {"parts": parts, "opening": next(iter(block["scales"].values()))["words"]}


declare(Kind("forecast_sheet", _view, needs=("marks", "sliders", "storage", "files")))
