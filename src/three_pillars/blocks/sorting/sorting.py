"""Sorting: the reader puts statements under kinds, and each placing is answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ..core import Block, BlockError, Kind, declare
from ..core.plain import plain


def sorting(
    task: str,
    items: Sequence[tuple[str, str, Mapping[str, str]]],
    *,
    name: str = "sorting",
    kinds: Sequence[str],
) -> Block:
    """Let the reader sort statements into kinds, and answer each placing.

    Args:
        task: what to do, one sentence.
        items: for each statement its text, its kind, and the feedback for every kind it may be put
            under: what is right about it, or what went wrong.
        name: the block's address on the page, as in `figure()`.
        kinds: the kinds to choose from, in order.

    Raises:
        BlockError: fewer than two items or kinds, or feedback is missing for a placing, or
            begins with a word that the page says anyway, such as "Yes".
    """
    said = f"sorting({task!r})"
    if len(items) < 2 or len(set(kinds)) < 2:
        raise BlockError(f"{said}: give two or more items and two or more kinds.")
    for text, right, feedback in items:
        if right not in kinds:
            raise BlockError(f"{said}: {right!r} of {text!r} is not one of the kinds.")
        if missing := [kind for kind in kinds if not feedback.get(kind, "").strip()]:
            raise BlockError(f"{said}: {text!r} has no feedback for {missing[0]!r}.")
        for one in feedback.values():
            plain(said, one)
    made = [{"text": t, "right": r, "feedback": dict(f)} for t, r, f in items]
    return Block("sorting", name=name, task=task, items=made, kinds=list(kinds))


def _view(block: Mapping[str, Any], uid: str, base: str | None) -> dict[str, Any]:
    return {
        "solutions": [
            (f"{number}. {item['right']}.", item["feedback"][item["right"]])
            for number, item in enumerate(block["items"], 1)
        ]
    }


declare(Kind("sorting", _view, needs=("storage", "files", "answers")))
