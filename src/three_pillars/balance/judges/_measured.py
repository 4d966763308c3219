"""Findings of ``balance/hedge`` that take more than a count: order, share, items carried out."""

from __future__ import annotations

import pandas as pd

from ...data import Reader
from ...day import dated, days_between, in_words
from ...ledger import Finding, found_value, missing, window_of
from ...meetings import LEADERS
from ...words import listed, moved_by
from ..ties import ABE_RETURNS
from ._evidence import security

TRADE = "energy/trade_shares"

FOLLOWED_BY = {"army": "high_level_visit", "anti-piracy": "anti_piracy"}
"""Which kind of contact carries out an item of the first 2+2: a word of the item, and the kind. For
observers at exercises and talks on cyber security the table has no kind."""


def first_agreements(load: Reader, agreed: pd.DataFrame) -> Finding:
    """Count the days from the first agreement on the economy under Abe to the first on security.

    Both tables are selections: an earlier agreement may be missing in either, so it stays open.
    """
    asked = window_of("C37b")
    economy = load("energy/events", verified_only=True)
    economy = dated(economy[economy["category"].isin(["agreement", "investment"])])
    since, end = pd.Timestamp(ABE_RETURNS), asked.end(pd.NaT)
    first = [
        rows[(rows["first_day"] >= since) & (rows["last_day"] <= end)]
        .sort_values("first_day", kind="stable")
        .head(1)
        for rows in (economy, agreed)
    ]
    if any(rows.empty for rows in first):
        return missing("days", "A first agreement on the economy or on security is not known.")
    one, other = (rows["date"].iloc[0] for rows in first)
    days = days_between(first[0]["first_day"].iloc[0], first[1]["first_day"].iloc[0])
    return found_value(
        days,
        "days",
        f"The first agreement on the economy or energy under Abe in the tables is of "
        f"{in_words(one)}, the first on security of {in_words(other)}; neither table is complete, "
        "so which came first stays open.",
        rows=first,
        whole=False,
    )


def china_in_russian_trade(load: Reader) -> Finding:
    """Measure by how many percentage points China's share of Russia's trade rose."""
    asked = window_of("C47b")
    first, last = asked.start().year, asked.end(pd.NaT).year
    table = load(TRADE, verified_only=True)
    table = table[(table["indicator"] == "china_share_in_russia_trade") & table["preferred"]]
    table = table[table["year"].isin([first, last])]
    share = table.set_index("year")["share_pct"]
    if not {first, last} <= set(share.index):
        return missing(asked.unit, f"China's share of {first} or {last} is not known.")
    change = share[last] - share[first]
    return found_value(
        change,
        asked.unit,
        f"China's share of Russia's trade {moved_by(change, ' percentage points')}, from "
        f"{share[first]:.1f}% in {first} to {share[last]:.1f}% in {last}.",
        rows=[table],
    )


def items_agreed_and_done(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
    """Count the items on which the first 2+2 agreed, and those after which something followed."""
    held, agreed = security(load, "held"), security(load, "agreed")
    package = window_of("C42a").inside(agreed[agreed["category"] == "defence_talks"], day)
    items = [item for text in package["description"] for item in text.split(", ")]
    after = window_of("C42b").inside(held, day)
    kinds = {
        item: kind for item in items for word, kind in FOLLOWED_BY.items() if word in item.lower()
    }
    done = {item: after[after["category"] == kind] for item, kind in kinds.items()}
    done = {item: rows for item, rows in done.items() if len(rows)}
    steps = listed(
        f"{item} (first {in_words(rows['date'].iloc[0])})" for item, rows in done.items()
    )
    first = [rows.head(1) for rows in done.values()]
    return {
        "items_agreed": _at_least(
            len(items),
            f"Items on which the talks of that month agreed: {listed(items) or 'none known'}.",
            package,
        ),
        "items_done": _at_least(
            len(done),
            f"Items after which something of the kind took place: {steps or 'none in the table'}.",
            *first,
            after.head(0),
        ),
    }


def _at_least(number: int, says: str, *rows: pd.DataFrame) -> Finding:
    """Count items of a selection: there may be more."""
    found = found_value(number, "items", says, rows=rows, high=float("inf"))
    return Finding(found.low, found.high, found.unit, says, found.rests, True, found.later_edition)


def with_xi(load: Reader) -> pd.DataFrame:
    """Load the meetings of Abe and Xi, in order of date."""
    rows = load(LEADERS)
    rows = rows[(rows["leader"] == "Abe") & (rows["counterpart"] == "Xi")]
    return dated(rows).sort_values("first_day", kind="stable")
