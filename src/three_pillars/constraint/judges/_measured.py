"""Findings of the chapter on sanctions that take more than a count."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

import pandas as pd

from ...data import Reader
from ...day import days_between, in_words, until
from ...ledger import Finding, found_count, found_value, missing, window_of
from ...ledger.criteria import Criterion
from ...words import counted as many
from ...words import listed
from ..errors import ConstraintError
from ..listings import LAST_COMPLETE, frozen, published_total
from ._evidence import JAPAN, LISTINGS, MEASURES, at_first, taken

DAYS_IN_MONTH = 365.25 / 12

SEARCHED = {2016: "partners around the easing of 2016"}
"""Years in which partners' steps were searched for, and the scope of the table that says so."""


def names_compared(load: Reader, end: pd.Timestamp) -> Finding:
    """Compare the names under asset freeze with those of the European Union on a day."""
    listings, measures = load(LISTINGS), taken(load)
    try:
        other = published_total(listings, "European Union", end)
    except ConstraintError as none:
        return missing("%", f"Names cannot be compared: {none}")
    own = frozen(measures, end)
    names = own["persons"] + own["entities"]
    total = sum(int(other[part]) for part in ("persons", "entities") if pd.notna(other[part]))
    if pd.notna(other["persons_and_entities"]):
        total = int(other["persons_and_entities"])
    ratio = 100 * names / total
    # A total that is "over" a number leaves room for a smaller share; one that is "about" is open.
    low = {"exact": ratio, "over": 0.0}.get(other["qualifier"], -math.inf)
    return found_value(
        ratio,
        "%",
        f"By {in_words(end)} Japan had frozen the assets of {many(own['persons'], 'person')} and "
        f"{many(own['entities'], 'body', 'bodies')}; the European Union's list of "
        f"{in_words(other['date'])} had {many(total, 'name')}, so that Japan's was {ratio:.0f}% as "
        "long.",
        rows=[until(measures, end), listings[listings["listing_id"] == other["listing_id"]]],
        low=low,
        high=math.inf if math.isinf(low) else ratio,
        whole=load.whole(MEASURES, JAPAN),
    )


def pause(talks: pd.DataFrame, day: pd.Timestamp, whole: bool) -> Finding:
    """Measure the pause of the 2+2 talks in which the first measures fall."""
    crimea = window_of("C44b").start()
    talks = talks[talks["first_day"] >= window_of("C44a").start()]
    before = talks[talks["last_day"] <= crimea].tail(1)
    after = talks[talks["first_day"] > crimea].head(1)
    if before.empty:
        return missing("months", f"No 2+2 talks before {in_words(crimea)} are on record.")
    last = before["last_day"].iloc[0]
    end = after["first_day"].iloc[0] if len(after) else day
    months = days_between(last, end) / DAYS_IN_MONTH
    told = f"the next came on {in_words(end)}, {months:.1f} months later"
    if after.empty:
        told = f"none had followed by {in_words(day)}, {months:.1f} months later"
    return found_value(
        months,
        "months",
        f"The last 2+2 talks before the measures were held on {in_words(last)}; {told}.",
        rows=[before, after],
        high=months if len(after) else math.inf,  # a pause that still lasts can only grow
        whole=whole,
        figure=f"{months:.1f} months between 2+2 talks"
        if len(after)
        else f"{months:.1f} months without 2+2 talks",
    )


def alone(load: Reader, made: pd.DataFrame, criterion: Criterion, day: pd.Timestamp) -> Finding:
    """Count Japan's moves that no partner's move in the same direction came before.

    Partners' steps are complete in a few spells only. Where they are not, a move without one is
    perhaps a move alone. After `LAST_COMPLETE` Japan's own moves are a selection.

    Args:
        load: the reader.
        made: Japan's moves in the window, from `three_pillars.constraint.moves()`.
        criterion: the criterion whose window counts.
        day: the day on which is judged.
    """
    without = made[~made["together"] & ~made["perhaps"]]
    complete = [year for year, scope in SEARCHED.items() if load.whole(MEASURES, scope)]
    sure = without[without["year"].isin(complete)]
    unsure = len(without) - len(sure) + int(made["perhaps"].sum())
    told = f"{at_first(criterion, day)} Japan made {many(len(sure), 'move')} alone"
    for row in sure.itertuples():
        told += f"; on {in_words(row.date)}: {row.measure[0].lower()}{row.measure[1:]}"
    if unsure:
        told += f"; for {unsure} more the tables do not tell"
    return found_count(
        sure,
        "moves",
        f"{told}.",
        whole=load.whole(MEASURES, JAPAN) and min(criterion.end(day), day) <= LAST_COMPLETE,
        perhaps=unsure,
        also=[made],
        figure=f"{many(len(sure), 'move')} alone, {int(made['together'].sum())} together",
    )


def years_counted(
    kept: Sequence[int],
    what: str,
    years: Sequence[int],
    *,
    high: int,
    rows: Iterable[pd.DataFrame],
    whole: bool,
    all_met: bool,
) -> Finding:
    """Count whole years of a window.

    Args:
        kept: the years that count for sure.
        what: what they saw, as the sentence has it.
        years: the whole years of the window so far.
        high: how many years count at the most.
        rows: the rows that it rests on.
        whole: whether the sanctions are listed whole; if not, a year may have had others.
        all_met: whether the meetings are; if not, more years may count.
    """
    said = f"No whole year of the window had passed that could be said to have {what[4:]}."
    if len(years):
        spell = f"{years[0]} to {years[-1]}" if len(years) > 1 else f"{years[0]}"
        said = f"Of {many(len(years), 'whole year')} ({spell}) {len(kept) or 'none'} {what}"
        said += f" ({listed(kept)})." if 0 < len(kept) < len(years) else "."
    return found_value(
        len(kept),
        "years",
        said,
        rows=rows,
        high=max(high, len(kept)) if all_met else math.inf,
        whole=whole,
        figure=f"{len(kept)} of {many(len(years), 'year')}",
    )
