"""What a group agreed in the role-play, and its file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..blocks import read_file, write_file
from ..words import fraction
from .errors import TerritoryError
from .names import GROUPS, NAMES
from .rules import GAMES, SIDE_DEALS

DEAL_FORMAT, DEAL_VERSION = "three-pillars-deal", 1
"""What the file of a deal says of itself."""


@dataclass(frozen=True)
class Deal:
    """What one group agreed in the role-play, or that it did not.

    Args:
        group: the name of the group of players.
        game: the version they played, one of `GAMES`.
        agreed: whether there was a deal.
        to_japan: those of the three smaller groups of islands that go to Japan, whole.
        etorofu: the share of Etorofu/Iturup that does, 0 to 1.
        side_deals: the side deals, of `SIDE_DEALS`.
    """

    group: str
    game: str = "basic"
    agreed: bool = True
    to_japan: tuple[str, ...] = ()
    etorofu: float = 0.0
    side_deals: tuple[str, ...] = ()

    @property
    def shares(self) -> dict[str, float]:
        """The share of each group of islands that goes to Japan."""
        return {**dict.fromkeys(self.to_japan, 1.0), "etorofu": float(self.etorofu)}

    def content(self) -> dict[str, Any]:
        """Return the deal as its file holds it."""
        return {
            "group": self.group,
            "game": self.game,
            "agreed": self.agreed,
            "to_japan": list(self.to_japan),
            "etorofu_share": self.etorofu,
            "side_deals": list(self.side_deals),
        }


def read_deal(path: str | Path) -> Deal:
    """Read the file of a deal.

    Args:
        path: a file saved in the book or by `write_deal()`.

    Raises:
        TerritoryError: the file is missing, damaged, of another kind or version, or holds
            something that is no deal of this game.
    """
    content = read_file(
        path,
        format=DEAL_FORMAT,
        version=DEAL_VERSION,
        what="the file of a deal",
        error=TerritoryError,
    )
    deal = content.get("deal")
    check_deal(deal, Path(path).name)
    return Deal(
        group=deal["group"].strip(),
        game=deal["game"],
        agreed=deal["agreed"],
        to_japan=tuple(deal["to_japan"]),
        etorofu=float(deal["etorofu_share"]),
        side_deals=tuple(deal["side_deals"]),
    )


def write_deal(path: str | Path, deal: Deal) -> Path:
    """Save a deal as the form of the built page does.

    Args:
        path: the file, or a folder, in which the file is named after the group.
        deal: what was agreed.

    Raises:
        TerritoryError: the deal does not fit the game, or the file cannot be written.
    """
    check_deal(deal.content(), "the deal")
    path = Path(path)
    if path.suffix != ".json":
        try:
            path.mkdir(exist_ok=True)
        except OSError as reason:
            raise TerritoryError(
                f"the folder {path.name} cannot be made ({reason.strerror})."
            ) from None
        name = re.sub(r"[\W_]+", "_", deal.group.lower()).strip("_")
        path = path / f"deal_{name or 'group'}.json"
    content = {"format": DEAL_FORMAT, "version": DEAL_VERSION, "deal": deal.content()}
    return write_file(path, content, error=TerritoryError)


def check_deal(deal: Any, name: str) -> None:
    """Say in one sentence why something is no deal; the script of the built page says the same.

    Args:
        deal: what stands in a file under "deal".
        name: what the sentence begins with, such as the name of the file.

    Raises:
        TerritoryError: with that sentence.
    """

    def listed(key: str) -> list[Any]:
        if not isinstance(deal.get(key), list):
            raise TerritoryError(f"{name} holds no list of {key}.")
        return deal[key]

    if not isinstance(deal, dict):
        raise TerritoryError(f"{name} holds no deal.")
    if not isinstance(deal.get("group"), str) or not deal["group"].strip():
        raise TerritoryError(f"{name} does not name its group of players.")
    if deal.get("game") not in tuple(GAMES):
        raise TerritoryError(
            f"{name}: there is no version {deal.get('game')!r}; they are {' and '.join(GAMES)}."
        )
    if not isinstance(deal.get("agreed"), bool):
        raise TerritoryError(f"{name} does not say whether there was a deal.")
    # That both are lists is asked before what they hold, as the page's script does.
    places, promises = listed("to_japan"), listed("side_deals")
    for place in places:
        if place not in GROUPS[:3]:
            raise TerritoryError(
                f"{name}: {place!r} is none of the groups {', '.join(GROUPS[:3])}."
            )
    share = deal.get("etorofu_share")
    try:
        fraction(share, "", TerritoryError)
    except TerritoryError:
        raise TerritoryError(
            f"{name}: the share of {NAMES['etorofu']} is {share!r}; "
            "give a number from 0 to 1, such as 0.25."
        ) from None
    for key in promises:
        if key not in tuple(SIDE_DEALS):
            raise TerritoryError(
                f"{name}: there is no side deal {key!r}; they are {', '.join(SIDE_DEALS)}."
            )
    if promises and not GAMES[deal["game"]].side_deals:
        raise TerritoryError(
            f"{name} has side deals, and the {deal['game']} version has none; "
            "take them out, or choose the advanced version."
        )
