"""A deal, or an idea, held against the thresholds of the role sheets."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from .deal import Deal, check_deal
from .game import MEASURES
from .outcome import outcome
from .rules import GAMES, SIDE_DEALS

RESULTS = ("in the zone", "vetoed", "only Tokyo", "only Moscow", "neither")
"""What the thresholds say of a deal: that it can be signed and kept, or who could sign it."""


def weigh_deal(deal: Deal) -> dict[str, Any]:
    """Hold a deal against the thresholds of the role sheets: one row of the class's chart.

    A side signs what its threshold allows. Side deals raise Moscow's; in the advanced version each
    of the others vetoes a deal that has what it cannot bear, or lacks what it cannot do without.

    Returns:
        ``row`` (the group), ``what`` ("deal"), ``result`` (what the thresholds say), ``counts``
        (land or sea), ``share`` (of it that goes to Japan, in per cent; None without a deal),
        ``least`` and ``most`` (thresholds, in per cent), ``land``, ``people`` and ``sea`` (shares
        in per cent), ``side_deals`` and ``vetoes`` (in words), ``note`` (drawn instead of a mark).

    Raises:
        TerritoryError: the deal does not fit the game.
    """
    check_deal(deal.content(), "the deal")
    row = weighed(deal.group, "deal", deal.game, deal.shares, deal.side_deals)
    if not deal.agreed:
        empty = dict.fromkeys(("share", "land", "people", "sea"))
        return {**row, **empty, "result": "no deal", "vetoes": "", "note": "no deal"}
    return row


def percent(share: float) -> float:
    """Return a share in per cent with one decimal; a half goes up, as the page's script has it."""
    return math.floor(share * 1000 + 0.5) / 10


def weighed(
    name: str, what: str, game: str, shares: Mapping[str, float], side_deals: Sequence[str] = ()
) -> dict[str, Any]:
    """Hold shares that go to Japan against the thresholds of one version of the game.

    Args:
        name: what the row is called.
        what: "deal", or "idea", which no veto can meet.
        game: the version, one of `GAMES`.
        shares: the share of each group of islands that goes to Japan, 0 to 1.
        side_deals: those of `SIDE_DEALS` that pay Moscow; each counts once, however often named.

    Returns:
        The row that `weigh_deal()` describes.
    """
    rules = GAMES[game]
    moved = outcome(shares)
    share = getattr(moved, MEASURES[rules.measure])
    most = min(1.0, rules.russia_most + sum(SIDE_DEALS[key].worth for key in set(side_deals)))
    tokyo, moscow = share >= rules.japan_least - 1e-9, share <= most + 1e-9
    vetoes = []
    if what == "deal" and rules.side_deals:
        for key, promise in SIDE_DEALS.items():
            against = promise.vetoed_by if key in side_deals else promise.wanted_by
            if against and against not in vetoes:
                vetoes.append(against)
    result = {
        (True, True): "vetoed" if vetoes else "in the zone",
        (True, False): "only Tokyo",
        (False, True): "only Moscow",
        (False, False): "neither",
    }[tokyo, moscow]

    return {
        "row": name,
        "what": what,
        "result": result,
        "counts": rules.measure,
        "share": percent(share),
        "least": percent(rules.japan_least),
        "most": percent(most),
        "land": percent(moved.land),
        "people": percent(moved.people_even),
        "sea": percent(moved.sea),
        "side_deals": "; ".join(SIDE_DEALS[key].label for key in SIDE_DEALS if key in side_deals),
        "vetoes": ", ".join(vetoes),
        "note": "",
    }
