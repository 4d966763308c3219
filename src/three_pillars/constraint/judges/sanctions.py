"""Judges of constraint/sanctions: what bound Japan, and what it did nevertheless."""

from __future__ import annotations

import pandas as pd

from ...data import Reader
from ...day import dated, days_between, in_words, until
from ...ledger import Finding, found_answer, found_count, found_value, judge, missing, window_of
from ...meetings import LEADERS, MINISTERS, SECURITY
from ...words import counted as many
from ...words import listed
from ..steps import ACTORS, INSTRUMENTS, behind, left_out
from ._evidence import (
    JAPAN,
    MEASURES,
    PAIR,
    at_first,
    inside,
    leaders_met,
    on_dates,
    span,
    statements,
    taken,
)
from ._measured import names_compared, pause


@judge("C12")
def torn(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
    """Japan had to weigh Russian ties against its duties to the G7 and the United States."""
    a, b, c = window_of("C12a"), window_of("C12b"), window_of("C12c")
    own, perhaps = inside(behind(load(MEASURES)), a, day)
    after = own[own["days"] > 0]
    met, unsure = inside(leaders_met(load), b, day)
    said = statements(load, "C51")
    said, _ = inside(said[said["speaker_iso3"] == "USA"], c, day)
    return {
        "steps_that_followed_a_partner": found_count(
            after,
            "steps",
            f"{at_first(a, day)} Japan took {many(len(after), 'step')} after one of "
            f"its partners in the same round{on_dates(after)}.",
            whole=load.whole(MEASURES, JAPAN),
            perhaps=perhaps,
            figure=f"{many(len(after), 'step')} after a partner, {many(len(met), 'meeting')}",
        ),
        "leaders_met_in_spite": found_count(
            met,
            "meetings",
            f"In that time its prime minister and Russia's president had "
            f"{many(len(met), 'meeting')}{on_dates(met)}.",
            whole=load.whole(LEADERS, PAIR),
            perhaps=unsure,
        ),
        "allied_pressure_on_record": found_count(
            said,
            "reports",
            f"Of pressure from Washington {many(len(said), 'report')} of that time "
            f"{'is' if len(said) < 2 else 'are'} on record{on_dates(said)}.",
            whole=False,
        ),
    }


@judge("C13")
def narrow(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
    """After Crimea Japan followed the G7 with a narrow set of measures."""
    a, b, c = window_of("C13a"), window_of("C13b"), window_of("C13c")
    own, _ = inside(behind(load(MEASURES)), a, day)
    after = own[own["days"] > 0]
    whole = load.whole(MEASURES, JAPAN)
    share = missing("%", f"Japan took no measure {span(a, day)}.")
    if len(own):
        share = found_value(
            100 * len(after) / len(own),
            "%",
            f"Of Japan's {many(len(own), 'measure')} {span(a, day)}, {len(after)} came "
            "after one of a partner in the same round.",
            rows=[own],
            whole=whole,
            figure=f"{len(after)} of {many(len(own), 'measure')} followed",
        )
    end = min(c.end(day), day)
    gone = left_out(load(MEASURES), end)
    return {
        "share_of_steps_that_followed": share,
        "names_listed_to_european_union": names_compared(load, min(b.end(day), day)),
        "instruments_left_out": found_value(
            len(gone),
            "instruments",
            f"By {in_words(end)} both the United States and the European Union had used "
            f"{many(len(gone), 'instrument')} that Japan had not"
            f"{': ' + listed(one[0].lower() + one[1:] for one in gone) if gone else ''}.",
            rows=[_looked_at(load(MEASURES), gone, end)],
            whole=whole,
        ),
    }


def _looked_at(measures: pd.DataFrame, gone: list[str], end: pd.Timestamp) -> pd.DataFrame:
    """Return Japan's measures by a day, and those of its partners that used what it left out."""
    early = until(measures[measures["kind"] == "measure"], end)
    columns = [column for column, label in INSTRUMENTS.items() if label in gone]
    used = early[columns].fillna(False).any(axis=1)
    return early[(early["actor"] == "Japan") | (early["actor"].isin(ACTORS) & used)]


@judge("C14")
def eastern_ukraine(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
    """Russia's part in eastern Ukraine was what Japan had to answer with sanctions."""
    a, b, c, d = window_of("C14a"), window_of("C14b"), window_of("C14c"), window_of("C14d")
    whole = load.whole(MEASURES, JAPAN)
    measures = taken(load)
    named = measures[measures["target"].str.contains("eastern Ukraine")]
    east, perhaps = inside(named, a, day)
    crimea = east[east["target"].str.contains("Crimea")]
    freezes, _ = inside(named[named["freezes_assets"]], b, day)
    before, unsure = inside(measures, c, day)
    grounds, _ = inside(statements(load, "C14"), d, day)
    partners = grounds[grounds["bearing"] == "for"]
    shot = b.start()
    lag = missing("days", f"No freeze of assets that names the east came {span(b, day)}.")
    if len(freezes):
        first = freezes.sort_values("first_day", kind="stable").iloc[[0]]
        days = days_between(shot, first["first_day"].iloc[0])
        lag = found_value(
            days,
            "days",
            f"The first freeze of assets that names the east came on "
            f"{in_words(first['date'].iloc[0])}, {many(days, 'day')} after an airliner was shot "
            f"down there on {in_words(shot)}.",
            rows=[first],
            whole=whole,
        )
    return {
        "measures_naming_the_east": found_count(
            east,
            "measures",
            f"Of Japan's measures {span(a, day)}, {len(east) or 'none'} "
            f"{'name' if len(east) > 1 else 'names'} eastern Ukraine{on_dates(east)}; "
            f"{len(crimea) or 'none'} of them {'name' if len(crimea) > 1 else 'names'} Crimea too.",
            whole=whole,
            perhaps=perhaps,
            figure=f"{many(len(east), 'measure')} naming the east",
        ),
        "days_from_the_airliner_to_the_freeze": lag,
        "measures_before_the_fighting": found_count(
            before,
            "measures",
            f"Before the fighting, {span(c, day)}, Japan took "
            f"{many(len(before), 'measure')}{on_dates(before)}.",
            whole=whole,
            perhaps=unsure,
        ),
        "solidarity_given_as_ground": found_answer(
            bool(len(partners)),
            f"Of {many(len(grounds), 'statement')} of the foreign minister on record, "
            f"{len(partners) or 'none'} {'gives' if len(partners) < 2 else 'give'} a step with the "
            f"partners as a ground{on_dates(partners)}.",
            rows=[grounds],
            whole=False,
        ),
    }


@judge("C44")
def on_hold(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
    """The crisis put high-level exchanges such as the 2+2 on hold for a time."""
    b, c = window_of("C44b"), window_of("C44c")
    whole = load.whole(MINISTERS, "2+2")
    table = load(MINISTERS)
    talks = dated(table[(table["kind"] == "two_plus_two") & table["in_person"]])
    talks = talks.sort_values("first_day", kind="stable")
    security = load(SECURITY)
    security = security[(security["category"] == "freeze") & (security["status"] == "suspended")]
    halted, perhaps = inside(security, b, day)
    resumed, unsure = inside(talks, c, day)
    return {
        "months_between_two_plus_two": pause(talks[talks["verified"]], day, whole),
        "security_suspensions_after_crimea": found_count(
            halted,
            "suspensions",
            f"{many(len(halted), 'suspension').capitalize()} of contacts of the forces "
            f"{'is' if len(halted) < 2 else 'are'} on record {span(b, day)}"
            f"{on_dates(halted)}"
            + (f", and {perhaps} whose day is not known." if perhaps else "."),
            whole=False,
        ),
        "two_plus_two_resumed": found_count(
            resumed,
            "talks",
            f"After the commentary, up to {in_words(day)}, {many(len(resumed), 'round')} of these "
            f"talks followed{on_dates(resumed)}.",
            whole=whole,
            perhaps=unsure,
        ),
    }
