"""Weighing the argument: the reader's weights for pillars and kinds, and the score they give."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ..core import Block, BlockError, Kind, declare


def weighing(
    rows: Sequence[Mapping[str, Any]],
    *,
    pillars: Sequence[str],
    kinds: Sequence[str],
    start: float,
) -> Block:
    """Let the reader weigh pillars and kinds of claims, and see the score of the argument.

    Args:
        rows: for each judged claim ``claim_id``, ``claim``, ``pillar``, ``kind``, ``verdict`` and
            ``then``.
        pillars: the pillars, in the order of their sliders.
        kinds: the kinds of claims, likewise.
        start: the score with equal weights, a fraction; shown where no script runs.

    Raises:
        BlockError: there is no claim, or one of another pillar or kind.
    """
    if not rows:
        raise BlockError("weighing(): there is no judged claim to weigh.")
    for row in rows:
        if row["pillar"] not in pillars or row["kind"] not in kinds:
            raise BlockError(f"weighing(): {row['claim_id']} is of no pillar or kind given.")
    names = {"pillar": list(pillars), "kind": list(kinds)}
    return Block("weighing", claims=[dict(row) for row in rows], names=names, start=start)


declare(Kind("weighing", needs=("marks", "sliders")))
