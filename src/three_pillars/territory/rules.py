"""The two versions of the role-play: thresholds, side deals, and who can veto what."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Rules:
    """One version of the role-play. The thresholds are the game's assumptions, not findings.

    Args:
        label: its name, for the reader.
        measure: what both sides count, one of `MEASURES`.
        japan_least: the least that Tokyo signs, as a share that goes to Japan.
        russia_most: the most that Moscow signs, before side deals.
        side_deals: whether side deals and vetoes are played.
    """

    label: str
    measure: str
    japan_least: float
    russia_most: float
    side_deals: bool


GAMES = {
    "basic": Rules("basic: land counts", "land", 0.30, 0.40, side_deals=False),
    "advanced": Rules("advanced: sea counts, with side deals", "sea", 0.45, 0.40, side_deals=True),
}
"""The two versions of the role-play, one for 50 minutes and one for 90."""


@dataclass(frozen=True)
class SideDeal:
    """A promise beside the islands, with what the game assumes of it.

    Args:
        label: the promise, for the reader.
        worth: what it adds to the most that Moscow signs.
        vetoed_by: who vetoes a deal that has it, or "".
        wanted_by: who vetoes a deal that lacks it, or "".
    """

    label: str
    worth: float = 0.0
    vetoed_by: str = ""
    wanted_by: str = ""


SIDE_DEALS = {
    "economy": SideDeal("Japanese investment in Russia's Far East", 0.05),
    "residents": SideDeal("Residents may stay and keep their homes", 0.05, wanted_by="Islanders"),
    "visits": SideDeal("Free visits for former islanders, to all graves", wanted_by="Islanders"),
    "no_bases": SideDeal("No foreign troops on what is handed over", 0.10, "Washington"),
    "security": SideDeal("Security consultations that bind both sides", 0.05, "Beijing"),
}
