"""Judges of argument/thaw: single trips and visits: planned, held, official; what came of them."""

from __future__ import annotations

import pandas as pd

from ...data import Reader
from ...day import COMMENTARY_WORDS, days_between, in_words
from ...ledger import Finding, found_answer, found_count, found_value, judge, missing, window_of
from ...meetings import LEADERS
from ...words import counted as how_many
from ...words import listed
from ..counts import setting
from ._evidence import (
    ABE_PUTIN,
    complete,
    contacts,
    days,
    in_brackets,
    ministers,
    spoken,
    summits,
    tally,
    times,
    visits_spoken_of,
)

OUTCOMES = "verdict/outcomes"
OFFICIAL = "official visits to Russia"


@judge("C03")
def yachi(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
    """Yachi went to Moscow in July 2015, to prepare a visit."""
    talks = ministers(load, "security_advisers")
    talks = talks[talks["host_iso3"] == "RUS"]
    asked = window_of("C03a")
    held = asked.inside(talks, day)
    who = "; ".join(
        f"{row.japan_side} with {row.russia_side} in {row.place}, {in_words(row.date)}"
        for row in held.itertuples()
    )
    when = in_words(asked.window_from[:7])
    talk = visits_spoken_of(load, day, window_of("C03b"))
    talk = talk[(talk["kind"] == "security_advisers") & talk["content"].str.contains("prepare")]
    return {
        "adviser_talks_in_moscow": found_count(
            held,
            "talks",
            f"Talks of the security advisers in Russia on record for {when}: {who or 'none'}.",
            whole=False,
            figure=f"{how_many(len(held), 'meeting')} in {when}",
        ),
        "trip_announced_to_prepare_visit": found_answer(
            True if len(talk) else None,
            f"The trip was announced together with its purpose: {spoken(talk)}."
            if len(talk)
            else "No announcement of the trip in the table gives a visit as its purpose.",
            rows=[talk],
        ),
    }


@judge("C04")
def putin_visit(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
    """Putin was planning to visit Japan later in the year: the plan, and the visit."""
    asked, horizon = window_of("C04a"), window_of("C04b")
    year = horizon.end(day).year
    tops = summits(load)
    agreed = asked.inside(tops, day)
    agreed = agreed[agreed["outcome"].str.contains(rf"(?:trip|visit)\b.*\b{year}", na=False)]
    talk = visits_spoken_of(load, day, asked)
    talk = talk[talk["date"].str[:4] == str(year)]
    spoken_of = pd.concat([agreed, talk]).sort_values("first_day", kind="stable")
    number, dates = len(spoken_of), spoken_of["date"].nunique()
    to_japan = tops[(tops["host_iso3"] == "JPN") & (setting(tops) == "visit")]
    came = horizon.inside(to_japan, day)
    later = to_japan[to_japan["first_day"] > horizon.end(day)].head(1)
    says = (
        f"From {COMMENTARY_WORDS} to the end of {year} the table has "
        f"{how_many(len(came), 'visit')} of Russia's president to Japan{in_brackets(came)}"
    )
    if len(later):
        says += f"; the next was on {days(later)}"
    return {
        "visit_announced_for_2015": tally(
            number,
            "announcements",
            f"In what the tables hold a visit in {year} was spoken of in public {times(number)}"
            f"{f', on {dates} dates' if dates < number else ''}{in_brackets(spoken_of)}.",
            [agreed, talk],
            figure=f"{how_many(number, 'announcement')}, {how_many(len(came), 'visit')} in {year}",
        ),
        "visits_of_the_president": found_count(
            came,
            "visits",
            f"{says}.",
            whole=load.whole(LEADERS, ABE_PUTIN),
            perhaps=horizon.perhaps(to_japan, day),
            also=[later],
        ),
    }


@judge("C05")
def kishida(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
    """Foreign Minister Kishida might go to Russia within months."""
    asked = window_of("C05a")
    trips = ministers(load, "foreign_ministers")
    trips = trips[trips["host_iso3"] == "RUS"]
    held = asked.inside(trips, day)
    if held.empty:
        says = f"No talks of the foreign ministers in Russia are on record up to {in_words(day)}."
        if day >= asked.end(day):
            says = (
                f"No talks of the foreign ministers in Russia are on record from "
                f"{COMMENTARY_WORDS} to {in_words(asked.end(day))}."
            )
    else:
        one = held.iloc[0]
        after = days_between(asked.start(), one["first_day"])
        says = (
            f"{one['japan_side']} met {one['russia_side']} in {one['place']} on "
            f"{in_words(one['date'])}, {how_many(after, 'day')} after the commentary."
        )
    planned = window_of("C05b").inside(contacts(load, "announced"), day)
    planned = planned[planned["kind"] == "foreign_ministers"]
    return {
        "foreign_minister_in_russia": found_count(
            held,
            "talks",
            says,
            whole=complete(load),
            perhaps=asked.perhaps(trips, day),
        ),
        "trip_reported_as_planned": found_count(
            planned,
            "reports",
            f"In the three months before the commentary a plan of such a trip was reported "
            f"{times(len(planned))}{': ' + spoken(planned) if len(planned) else ''}.",
            whole=False,
        ),
    }


@judge("C09")
def official_visits(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
    """Two of those meetings were official visits to Russia."""
    tops = summits(load)
    trips = tops[(tops["leader"] == "Abe") & (tops["host_iso3"] == "RUS")]
    asked = window_of("C09a")
    named = trips[trips["format"] == "official_visit"]
    official, every = asked.inside(named, day), window_of("C09b").inside(trips, day)
    others = every[every["format"] != "official_visit"]
    whole = load.whole(LEADERS, ABE_PUTIN)
    says = (
        f"Of Abe's {how_many(len(every), 'trip')} to Russia from his return to "
        f"{COMMENTARY_WORDS} {len(official) or 'none'} "
        f"{'was' if len(official) < 2 else 'were'} called an official visit{in_brackets(official)}"
    )
    if len(others):
        says += f"; the occasion of the rest was {listed(others['occasion'])}"
    return {
        "official_visits_to_russia": found_count(
            official,
            "visits",
            f"{says}.",
            whole=whole,
            perhaps=asked.perhaps(named, day),
            figure=f"{how_many(len(official), 'official visit')} in {how_many(len(every), 'trip')}",
        ),
        "trips_to_russia": found_count(
            every,
            "trips",
            f"He met the president in Russia {times(len(every))}{in_brackets(every)}.",
            whole=whole,
            perhaps=window_of("C09b").perhaps(trips, day),
        ),
    }


@judge("C10")
def first_in_ten_years(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
    """The trip of 2013 was the first official one in ten years."""
    tops = summits(load)
    trips = tops[tops["host_iso3"] == "RUS"]
    official = trips[trips["format"] == "official_visit"]
    spring, asked = window_of("C10a"), window_of("C10b")
    trip = spring.inside(trips, day)
    between, labels = asked.inside(official, day), asked.inside(trips, day)
    unsure = int((~labels["verified"]).sum())
    known = load.whole(LEADERS, OFFICIAL)
    both = window_of("C10c").inside(official, day).tail(2)
    if len(both) == 2:
        years = days_between(both["first_day"].iloc[0], both["first_day"].iloc[1]) / 365.25
        gap = found_value(
            years,
            "years",
            f"{both['leader'].iloc[0]}'s official visit was on {in_words(both['date'].iloc[0])}, "
            f"{years:.1f} years before that of {both['leader'].iloc[1]} on "
            f"{in_words(both['date'].iloc[1])}.",
            rows=[both],
            whole=known,
        )
        after = f"{years:.1f} years after the last"
    else:
        after = ""
        gap = missing("years", "Two official visits to measure between are not in the table.")
    named = trip["format"].eq("official_visit")
    return {
        "trip_of_2013_was_official": found_answer(
            None if trip.empty else bool(named.any()),
            f"No trip to Russia from {in_words(spring.start())} to {in_words(spring.end(day))} "
            "is in the table."
            if trip.empty
            else f"The trip of {days(trip)} was "
            f"{'called an official visit' if named.any() else 'not called an official visit'}.",
            rows=[trip],
            whole=load.whole(LEADERS, ABE_PUTIN),
            figure=after,
        ),
        "official_visits_in_between": found_count(
            between,
            "visits",
            f"Between {in_words(asked.start())} and {in_words(asked.end(day))} prime ministers met "
            f"Russia's president in Russia {times(len(labels))}, "
            f"{len(between) or 'none'} of them on an official visit"
            + (f"; {unsure} of these meetings not verified." if unsure else "."),
            whole=known,
            perhaps=asked.perhaps(official, day),
            also=[labels],
        ),
        "years_since_last_official_visit": gap,
    }


@judge("C56")
def offset(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
    """Abe might look for a success with Russia to offset the bills at home."""
    asked = window_of("C56a")
    tops = asked.inside(summits(load), day)
    below = ministers(load, "foreign_ministers", "two_plus_two", "security_advisers")
    below = asked.inside(below, day)
    number = len(tops) + len(below)
    dates = pd.concat([tops, below])[["date", "first_day"]].sort_values("first_day", kind="stable")
    return {
        "contacts_sought": tally(
            number,
            "contacts",
            f"After the commentary leaders, ministers or advisers had "
            f"{how_many(number, 'contact')} up to {in_words(min(asked.end(day), day))}"
            f"{in_brackets(dates)}.",
            [tops, below],
            figure=f"{how_many(number, 'contact')} by the end of {asked.end(day).year}",
        ),
        "agreements_or_visits": _results(load, day),
        "own_words_on_offsetting": missing(
            "statements", "The tables hold no words of Abe or his office on such a motive."
        ),
    }


def _results(load: Reader, day: pd.Timestamp) -> Finding:
    """Count visits of the president and bilateral documents by the end of the year."""
    asked = window_of("C56b")
    tops = summits(load)
    tops = asked.inside(tops[(tops["host_iso3"] == "JPN") & (setting(tops) == "visit")], day)
    if day < asked.end(day):
        says = f"Up to {in_words(day)} neither a visit nor a document had followed."
        return tally(len(tops), "results", says, [tops])
    # That nothing was signed is an answer with a source of its own; the day is over by then.
    answer = load(OUTCOMES)
    answer = answer[(answer["forecast_id"] == "F15") & (answer["horizon_date"] == asked.end(day))]
    signed = len(answer) and bool(answer["occurred"].iloc[0]) and tops.empty
    number = len(tops) + int(signed)
    detail = answer["detail"].iloc[0] if len(answer) else "No answer is on record"
    return tally(
        number,
        "results",
        f"From the commentary to {in_words(asked.end(day))} there "
        f"{'was' if number < 2 else 'were'} {how_many(number, 'result')}"
        f"{in_brackets(tops)}: {detail[0].lower()}{detail[1:]}.",
        [tops, answer],
        whole=len(answer) == 1 and load.whole(LEADERS, ABE_PUTIN),
    )
