"""Nothing can be installed here: what the exercises need is already there."""

from __future__ import annotations


async def install(*_, **__):
    """Say that nothing is installed."""
    print("Nothing can be installed here; pandas, numpy, altair and three_pillars are there.")
