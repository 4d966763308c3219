"""Who was listed when? Rounds of listings added up, and the totals that others counted.

Rounds may be added up only where every round is known. That holds for Japan up to 22 February 2022
and for nobody else, so ``frozen()`` refuses everything beyond it and ``published_total()`` gives
the totals that governments or law firms counted.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from ..day import in_words
from ._dates import first_days, on_or_before
from .errors import ConstraintError

LAST_COMPLETE = pd.Timestamp("2022-02-22")
"""Up to this day every Japanese round is in the table; later rounds are incomplete."""


def frozen(measures: pd.DataFrame, day: str | pd.Timestamp, actor: str = "Japan") -> dict[str, int]:
    """Add up the rounds of a list up to a day.

    Args:
        measures: the table ``constraint/measures``.
        day: the last day to count.
        actor: whose list; complete for Japan only.

    Returns:
        ``persons`` and ``entities`` with frozen assets, ``banks`` cut off from raising capital, and
        ``visas`` refused without a freeze.

    Raises:
        ConstraintError: the rounds are not complete, so that a sum would be wrong.
    """
    if actor != "Japan":
        raise ConstraintError(
            f"the rounds of {actor} are incomplete and cannot be added up; "
            "use published_total() instead."
        )
    if pd.Timestamp(day) > LAST_COMPLETE:
        raise ConstraintError(
            f"rounds after {in_words(LAST_COMPLETE)} are incomplete and cannot be added up to "
            f"{in_words(pd.Timestamp(day))}; use published_total() instead."
        )
    taken = measures[(measures["actor"] == actor) & (measures["kind"] == "measure")]
    taken = on_or_before(taken, day)
    freezes = taken[taken["freezes_assets"]]
    return {
        "persons": int(freezes["persons_listed"].sum()),
        "entities": int(freezes["entities_listed"].sum()),
        "banks": int(taken.loc[~taken["freezes_assets"], "banks_listed"].sum()),
        "visas": int(taken.loc[taken["category"] == "visa_ban", "persons_listed"].sum()),
    }


def published_total(
    listings: pd.DataFrame, actor: str, day: str | pd.Timestamp, scope: str | None = None
) -> pd.Series:
    """Return the last verified total of an asset-freeze list published on or before a day.

    Args:
        listings: the table ``constraint/listings``.
        actor: such as ``"European Union"``.
        day: the day asked for.
        scope: keep to totals of one scope, such as ``"Russians only"``.

    Returns:
        The row of that total.

    Raises:
        ConstraintError: no total was published by then.
    """
    rows = listings[
        (listings["actor"] == actor)
        & (listings["list_kind"] == "asset_freeze")
        & listings["verified"]
    ]
    if scope is not None:
        rows = rows[rows["scope"] == scope]
    rows = on_or_before(rows, day)
    if rows.empty:
        raise ConstraintError(
            f"no total of the list of {actor} was found on or before {in_words(pd.Timestamp(day))}."
        )
    return rows.loc[first_days(rows["date"]).idxmax()]


def compare(
    measures: pd.DataFrame, listings: pd.DataFrame, day: str | pd.Timestamp
) -> pd.DataFrame:
    """Set the lists of Japan, the European Union and the United States side by side on a day.

    Japan's numbers are sums of its rounds, the others the last published totals, whose own date is
    given. A total that the source does not divide stands in ``names`` alone.

    Args:
        measures: the table ``constraint/measures``.
        listings: the table ``constraint/listings``.
        day: the day asked for.

    Returns:
        One row for each actor: ``actor``, ``persons``, ``entities``, ``names`` (both together),
        ``as_of``, ``qualifier``.

    Raises:
        ConstraintError: the day lies where Japan's rounds are incomplete, or before the first total
            of another list.
    """
    own = frozen(measures, day)
    rows: list[dict[str, Any]] = [
        {
            "actor": "Japan",
            "persons": own["persons"],
            "entities": own["entities"],
            "names": own["persons"] + own["entities"],
            "as_of": f"{pd.Timestamp(day):%Y-%m-%d}",
            "qualifier": "exact",
        }
    ]
    for actor in ("European Union", "United States"):
        total = published_total(listings, actor, day)
        parts = [total["persons"], total["entities"]]
        whole = total["persons_and_entities"]
        rows.append(
            {
                "actor": actor,
                "persons": parts[0],
                "entities": parts[1],
                "names": whole if pd.notna(whole) else sum(p for p in parts if pd.notna(p)),
                "as_of": total["date"],
                "qualifier": total["qualifier"],
            }
        )
    table = pd.DataFrame(rows)
    return table.astype({"persons": "Int64", "entities": "Int64", "names": "Int64"})
