"""What a line drawn by the reader moves."""

from __future__ import annotations

import pandas as pd

from .errors import TerritoryError
from .names import NAMES
from .outcome import outcome

TO_JAPAN, WITH_RUSSIA = "to Japan", "with Russia"


def drawn_line(kunashiri: str, shikotan: str, habomai: str, etorofu: float) -> pd.DataFrame:
    """Work out what a line drawn by the reader moves.

    Args:
        kunashiri: ``"to Japan"`` or ``"with Russia"``.
        shikotan: the same.
        habomai: the same.
        etorofu: the part of Etorofu/Iturup that goes to Japan, in per cent of its land, counted
            from the south-west.

    Returns:
        One row: what goes to Japan of each group and of land, people and sea, in per cent.

    Raises:
        TerritoryError: a word or a number is none of these.
    """
    words = {"kunashiri": kunashiri, "shikotan": shikotan, "habomai": habomai}
    for group, word in words.items():
        if word not in (TO_JAPAN, WITH_RUSSIA):
            raise TerritoryError(
                f"{NAMES[group]} is {word!r}; say '{TO_JAPAN}' or '{WITH_RUSSIA}'."
            )
    shares = {group: float(word == TO_JAPAN) for group, word in words.items()}
    found = outcome({**shares, "etorofu": etorofu / 100})
    people = (found.people_low, found.people_even)
    low, even = (f"{share:.0%}".rstrip("%") for share in people)
    return pd.DataFrame(
        [
            {
                **{group: int(share * 100) for group, share in shares.items()},
                "etorofu": etorofu,
                "land": round(found.land * 100, 1),
                "people_low": round(found.people_low * 100, 1),
                "people": round(found.people_even * 100, 1),
                "people_text": f"{even}%" if low == even else f"{low}–{even}%",
                "sea": round(found.sea * 100, 1),
            }
        ]
    )
