"""Judges of constraint/sanctions: what the commentary expected of the time after it."""

from __future__ import annotations

import pandas as pd

from ...data import Reader
from ...day import in_words, until
from ...ledger import Finding, found_answer, found_count, judge, window_of
from ...meetings import LEADERS
from ...words import counted as many
from ...words import listed
from ..compartments import compartments
from ..steps import standing
from ..together import moves
from ._evidence import (
    ANSWERS,
    JAPAN,
    LISTINGS,
    MEASURES,
    PAIR,
    RESULTS,
    TOPICS,
    at_first,
    inside,
    leaders_met,
    on_dates,
    span,
    statements,
    taken,
    whole_years,
)
from ._measured import alone, years_counted


@judge("C51")
def hampered(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
    """Outside pressure over Ukraine would keep hampering the two leaders."""
    a, b = window_of("C51a"), window_of("C51b")
    said = statements(load, "C51")
    said = said[said["speaker_iso3"] == "USA"]
    asked, _ = inside(said[said["kind"] == "request"], a, day)
    before, _ = inside(said, b, day)
    return {
        "delays_traced_to_ukraine": found_count(
            asked,
            "delays",
            f"{many(len(asked), 'request').capitalize()} to put off a trip over Ukraine "
            f"{'is' if len(asked) < 2 else 'are'} on record {span(a, day)}"
            f"{on_dates(asked)}; whether there were more, the tables cannot say."
            + "".join(f" {said.rstrip('.')}." for said in asked["summary"]),
            whole=False,
            figure=f"{many(len(asked), 'request')} to put off a trip",
        ),
        "pressure_known_on_the_day": found_count(
            before,
            "reports",
            f"Of pressure from Washington {span(b, day)} "
            f"{many(len(before), 'report')} {'is' if len(before) < 2 else 'are'} on record"
            f"{on_dates(before)}.",
            whole=False,
        ),
    }


@judge("C59")
def momentum(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
    """Keeping some momentum despite sanctions would be the test of the coming months."""
    a, b = window_of("C59a"), window_of("C59b")
    met, perhaps = inside(leaders_met(load), a, day)
    horizon = b.end(day)
    own = until(taken(load, "measure", "lifting"), min(horizon, day))
    left = standing(own, min(horizon, day))
    reached = horizon <= day
    return {
        "leaders_meetings_in_a_year": found_count(
            met,
            "meetings",
            f"{at_first(a, day)} Japan's prime minister and Russia's president had "
            f"{many(len(met), 'meeting')}{on_dates(met)}.",
            whole=load.whole(LEADERS, PAIR),
            perhaps=perhaps,
            figure=f"{many(len(met), 'meeting')} in twelve months",
        ),
        "sanctions_in_force_a_year_on": found_answer(
            left > 0 if reached else None,
            f"On {in_words(min(horizon, day))} {left or 'none'} of Japan's measures stood"
            f"{'.' if reached else f'; what would stand on {in_words(horizon)} was not known.'}",
            rows=[own],
            whole=load.whole(MEASURES, JAPAN),
        ),
    }


@judge("C60")
def not_lifted(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
    """Japan's sanctions would not be lifted soon."""
    a = window_of("C60a")
    own = taken(load, "measure", "easing", "lifting")
    lifted, perhaps = inside(own[own["kind"] == "lifting"], a, day)
    eased, _ = inside(own[own["kind"] == "easing"], a, day)
    still = load(LISTINGS)
    still = still[(still["actor"] == "Japan") & (still["scope"] == "measures of 2014")]
    said = f"{at_first(a, day)} Japan lifted {many(len(lifted), 'measure')}{on_dates(lifted)}."
    if len(eased):
        said += (
            f" Besides, {many(len(eased), 'easing')} {'is' if len(eased) == 1 else 'are'} on record"
            f"{on_dates(eased)}, which {'ends' if len(eased) == 1 else 'end'} no measure."
        )
    for count in still.tail(1).itertuples():
        said += (
            f" In {in_words(count.date)} {count.persons_and_entities} names were counted that "
            "stood under the measures of 2014."
        )
    return {
        "measures_lifted": found_count(
            lifted,
            "measures",
            said,
            whole=load.whole(MEASURES, JAPAN),
            perhaps=perhaps,
            also=[own[own["year"] <= a.end(day).year], still],
            figure=f"{many(len(lifted), 'measure')} lifted in {_months(a, day)} months",
        )
    }


def _months(criterion, day: pd.Timestamp) -> int:
    """Count the whole months of a window as far as it has run."""
    start, end = criterion.start(), min(criterion.end(day), day)
    return (end.year - start.year) * 12 + end.month - start.month


@judge("C61")
def only_with_g7(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
    """Japan would move on sanctions only together with the G7."""
    a, b = window_of("C61a"), window_of("C61b")
    made, _ = inside(moves(load(MEASURES)), b, day)
    joint = made[made["together"]]
    return {
        "moves_alone": alone(load, made, a, day),
        "moves_together": found_count(
            joint,
            "moves",
            f"{at_first(b, day)} Japan made {many(len(joint), 'move')} within 60 days "
            "after a partner's in the same direction.",
            whole=False,
            perhaps=int(made["perhaps"].sum()),
        ),
    }


@judge("C62")
def balanced(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
    """Japan would keep a balanced line, separating issues."""
    a = window_of("C62a")
    years = whole_years(a, day)
    met, measures, topics = leaders_met(load), load(MEASURES), load(TOPICS)
    sure = met[met["verified"]]
    table = compartments(measures, sure, topics, years).set_index("year")
    loose = table
    if len(sure) < len(met):
        loose = compartments(measures, met, topics, years).set_index("year")
    both = table[(table["standing"] > 0) & (table["meetings"] > 0)]
    apart = table[(table["on_topic"] > 0) & (table["new"] == 0)]
    maybe = loose[(loose["on_topic"] + loose["unread"] > 0) & (loose["new"] == 0)]
    met = met[met["year"].isin(years)]
    own = taken(load, "measure", "lifting")
    own = own[own["year"] <= max(years, default=0)]
    all_met = load.whole(LEADERS, PAIR)
    return {
        "years_with_both": years_counted(
            both.index,
            "saw both a sanction of Japan in force and a meeting of the leaders",
            years,
            high=int(((loose["standing"] > 0) & (loose["meetings"] > 0)).sum()),
            rows=[own, met],
            whole=load.whole(MEASURES, JAPAN),
            all_met=all_met,
        ),
        "years_kept_apart": years_counted(
            apart.index,
            "saw a meeting on the treaty or the economy and no new sanction of either on the other",
            years,
            high=len(maybe),
            rows=[topics[topics["meeting_id"].isin(met["meeting_id"])], own],
            whole=load.whole(MEASURES, JAPAN) and load.whole(MEASURES, ANSWERS),
            all_met=all_met,
        ),
    }


@judge("C63")
def results(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
    """Such a line could still bring results."""
    a, b = window_of("C63a"), window_of("C63b")
    table = load(RESULTS)
    found, _ = inside(table, a, day)
    high = found[found["level"].isin(["leaders", "ministers"])]
    signed = high[high["in_writing"].fillna(False)]
    more = len(found) - len(signed)
    later, _ = inside(table, b, day)
    written = later[later["in_writing"].fillna(False)]
    lasting = written[written["status"] == "in force"]
    fate = [
        f"{row.title} ({row.status} since {in_words(row.status_from)})"
        for row in written.itertuples()
        if pd.notna(row.status) and pd.notna(row.status_from)
    ]
    return {
        "results_signed": found_count(
            signed,
            "results",
            f"{at_first(a, day)} {many(len(signed), 'result')} agreed in writing by "
            f"leaders or ministers {'is' if len(signed) < 2 else 'are'} on record"
            f"{on_dates(signed)}; {more or 'none'} more {'was' if more < 2 else 'were'} agreed by "
            "word of mouth, by officials, or put forward by one side.",
            whole=False,
            figure=f"{many(len(signed), 'result')} in writing",
        ),
        "results_that_last": found_count(
            lasting,
            "results",
            f"Of {many(len(written), 'result')} in writing since the commentary, "
            f"{len(lasting) or 'none'} {'is' if len(lasting) < 2 else 'are'} known to be in force "
            f"as a whole on {in_words(day)}{': ' + listed(fate) if fate else ''}. The list is a "
            "selection."
            if len(written)
            else f"No result in writing since the commentary is on record on {in_words(day)}.",
            whole=False,
            also=[written],
        ),
    }
