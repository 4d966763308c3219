"""The deals of a class beside every idea ever floated."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pandas as pd

from .deal import Deal, read_deal
from .errors import TerritoryError
from .ideas import ideas
from .names import GROUPS
from .weigh_deal import weigh_deal, weighed


def class_deals(deals: str | Path | Iterable[str | Path | Deal], game: str = "") -> pd.DataFrame:
    """Put the deals of a class beside every idea ever floated.

    Args:
        deals: a folder of deal files, or paths of files, or deals.
        game: the version played, where there is no deal to tell; "basic" by default.

    Returns:
        A row for each deal, by the share that goes to Japan and those without a deal last; then
        one for each of `ideas()`, from all to none. The columns are those of `weigh_deal()`.

    Raises:
        TerritoryError: a file cannot be used, or the deals are of two versions of the game.
    """
    if isinstance(deals, str | Path):
        folder = Path(deals)
        deals = sorted(folder.glob("*.json")) if folder.is_dir() else [folder]
        if not deals:
            raise TerritoryError(f"there are no deal files in {folder.name}; put them there first.")
    held = [each if isinstance(each, Deal) else read_deal(each) for each in deals]
    games = {deal.game for deal in held}
    if len(games) > 1:
        raise TerritoryError(
            "these deals are of two versions of the game, which count different things; "
            "chart those of one version."
        )
    game = games.pop() if games else game or "basic"
    rows = [weigh_deal(deal) for deal in held]
    rows.sort(key=lambda row: -1 if row["share"] is None else row["share"], reverse=True)
    taken: set[str] = set()
    for row in rows:
        name, n = row["row"], 2
        while row["row"] in taken:
            row["row"], n = f"{name} ({n})", n + 1
        taken.add(row["row"])
    for idea in ideas().iloc[::-1].to_dict("records"):
        shares = {group: idea[group] for group in GROUPS}
        rows.append(weighed(f"idea: {idea['idea']}", "idea", game, shares))
    return pd.DataFrame(rows)
