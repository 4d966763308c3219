"""Predict: the reader commits to an answer, then sees the chart that holds it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from ...explore import Range, spaced
from ...figures import to_html as figure_html
from ..core import Block, BlockError, Kind, chart_uid, declare


def predict(
    question: str,
    *,
    name: str = "prediction",
    chart: Any,
    answer: float | str,
    because: str,
    unit: str = "",
    low: float | None = None,
    high: float | None = None,
    step: float | None = None,
    options: Sequence[str] | None = None,
) -> Block:
    """Ask the reader to commit to an answer, then show the chart that holds it.

    Args:
        question: the question, one sentence.
        name: the block's address on the page, as in `figure()`.
        chart: the chart that answers it, made by `figure()`.
        answer: the right answer: a number, or one of the options.
        because: one or two sentences shown with the answer.
        unit: unit of a numeric answer, such as ``"%"``.
        low: smallest value of the slider, which stands in the middle, away from the answer, and is
            no answer before the reader sets it.
        high: largest value of the slider.
        step: step of the slider.
        options: for a choice instead of a number, two or more texts.

    Raises:
        BlockError: neither or both of slider and options are given, or the answer does not fit.
    """
    said = f"predict({question!r})"
    spec = chart.to_dict()
    if not spec.get("usermeta", {}).get("three_pillars"):
        raise BlockError(f"{said}: the chart must come from figure().")
    if not because.strip():
        raise BlockError(f"{said}: say in because=… why the answer is what it is.")
    content: dict[str, Any] = {"name": name, "question": question, "because": because, "spec": spec}
    if options is not None:
        if answer not in options or len(set(options)) < 2:
            raise BlockError(f"{said}: the answer must be one of two or more different options.")
        return Block("predict", options=list(options), answer=answer, **content)
    if None in (low, high, step):
        raise BlockError(f"{said}: give low, high and step for a slider, or options.")
    middle = Range(question, low, high, step, default=low, unit=unit)
    if problem := middle.problem():
        raise BlockError(f"{said}: {problem}.")
    if isinstance(answer, str) or not low <= answer <= high:
        raise BlockError(f"{said}: the answer {answer!r} lies outside the slider, {low} to {high}.")
    digits = max(0, -math.floor(math.log10(step)))
    return Block(
        "predict",
        low=low,
        high=high,
        step=step,
        start=_start(middle.values, float(answer)),
        unit=unit,
        digits=digits,
        answer=float(answer),
        **content,
    )


def _start(values: Sequence[float], answer: float) -> float:
    """Return where the slider stands before it is set: the middle, or a quarter if that is near.

    Nobody's eye is drawn to the answer: it lies at least a seventh of the slider away.
    """
    count = len(values)
    places = [values[count // 2], values[count // 4], values[count - 1 - count // 4]]
    far = [abs(place - answer) for place in places]
    if far[0] * 7 >= values[-1] - values[0]:
        return places[0]
    return places[far.index(max(far))]


def _view(block: Mapping[str, Any], uid: str, base: str | None) -> dict[str, Any]:
    answer = block["answer"]
    shown = answer if isinstance(answer, str) else f"{answer:.{block['digits'] + 1}f}"
    shown = shown.removesuffix(".0")
    unit = spaced(block.get("unit", ""))
    return {
        "unit": unit,
        # One digit finer than the slider: the answer is what the data say, not the nearest step.
        "shown": shown + unit,
        "chart": Markup(figure_html(block["spec"], chart_uid(block, uid, base), base)),
    }


declare(Kind("predict", _view, needs=("figure", "sliders", "storage", "files", "answers")))
