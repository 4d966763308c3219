"""Judges of argument/thaw: who met whom, how often, and what stood in the way."""

from __future__ import annotations

import pandas as pd

from ...data import Reader
from ...day import COMMENTARY_WORDS, dated, days_between, in_words
from ...ledger import Finding, found_answer, found_count, found_value, judge, missing, window_of
from ...meetings import LEADERS, MINISTERS, SECURITY, pair
from ...words import counted as how_many
from ...words import listed
from ..contacts import KINDS
from ._evidence import (
    ABE_PUTIN,
    around_crimea,
    complete,
    contacts,
    days,
    in_brackets,
    milestone,
    ministers,
    rate,
    spoken,
    summits,
    tally,
    times,
    visits_spoken_of,
)

MEASURES = "constraint/measures"
EARLIER = pd.Timestamp("2000-01-01")
"""First day of the prime ministers before, with whom C07 compares: its criterion says why."""


@judge("C01")
def warming(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
    """Relations were warming again after sixteen months of coolness."""
    half = pd.DateOffset(months=6)
    asked = window_of("C01b")
    tops, below = summits(load), ministers(load, "foreign_ministers")
    tops, below = asked.inside(tops, day), asked.inside(below, day)
    first, last = asked.start() + half, asked.end(day) - half
    early = sum(int((rows["last_day"] < first).sum()) for rows in (tops, below))
    late = sum(int((rows["first_day"] > last).sum()) for rows in (tops, below))
    talk = visits_spoken_of(load, day, window_of("C01c"))
    talk = talk[talk["content"].str.contains("prepar", na=False)]
    return {
        "meetings_after_to_before_crimea": around_crimea(load, day, window_of("C01a")),
        "meetings_last_less_first_half_year": found_value(
            late - early,
            "meetings",
            f"In the half-year from {in_words(asked.start())} leaders and foreign ministers had "
            f"{how_many(early, 'meeting')}, in the half-year up to {COMMENTARY_WORDS} "
            f"{how_many(late, 'meeting')}.",
            rows=[tops, below],
            whole=complete(load),
        ),
        "visit_being_prepared": found_answer(
            True if len(talk) else None,
            f"A visit of the president was spoken of as being prepared: {spoken(talk)}."
            if len(talk)
            else "No report in the table speaks of a visit of the president in preparation.",
            rows=[talk],
        ),
    }


@judge("C02")
def chill(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
    """Crimea caused the chill: the effect, the order in time, and the ground that was given."""
    asked = window_of("C02b")
    frozen = load(SECURITY)
    frozen = dated(frozen[frozen["category"] == "freeze"]).sort_values("first_day", kind="stable")
    frozen = asked.inside(frozen, day).head(1)
    found = {"meetings_after_to_before_crimea": around_crimea(load, day, window_of("C02a"))}
    if frozen.empty:
        nothing = "No suspension of talks after Crimea is in the table."
        return found | {
            "days_to_first_suspension": missing("days", nothing),
            "suspension_names_ukraine": missing("yes or no", nothing),
        }
    step = frozen.iloc[0]
    wait = days_between(asked.start(), step["first_day"])
    text = f"{step['title']} {step['description']} {step['note']}"
    named = any(word in text for word in ("Crimea", "Ukrain"))
    return found | {
        # An earlier one that the table lacks could only shorten the wait.
        "days_to_first_suspension": found_value(
            wait,
            "days",
            f"{step['title']}: {in_words(step['date'])}, "
            f"{how_many(wait, 'day') + ' after' if wait else 'the day of'} Japan's first measures.",
            rows=[frozen],
            low=0.0,
            figure=f"{how_many(wait, 'day')} to the first suspension",
        ),
        "suspension_names_ukraine": found_answer(
            True if named else None,
            f"The record of that step names {'Crimea or Ukraine' if named else 'no ground'}"
            f"{': ' + step['description'] if named else ''}.",
            rows=[frozen],
        ),
    }


@judge("C07")
def effort(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
    """Since late 2012 Abe had put much effort into ties with Moscow."""
    asked = window_of("C07b")
    tops = asked.inside(summits(load), day)
    below = asked.inside(ministers(load), day)
    kinds = (["leaders"] if len(tops) else []) + list(dict.fromkeys(below["kind"]))
    named = listed(KINDS[kind].lower() for kind in KINDS if kind in kinds)
    return {
        "meetings_a_year_to_earlier_premiers": rate(
            load, day, window_of("C07a"), EARLIER,
            f"the prime ministers from {EARLIER.year} to his return",
        ),
        "kinds_of_contact": tally(
            len(kinds),
            "kinds",
            f"From {in_words(asked.start())} to {COMMENTARY_WORDS} there were "
            f"{how_many(len(kinds), 'kind')} of contact in person{': ' + named if named else ''}.",
            [tops, below],
        ),
    }  # fmt: skip


@judge("C08")
def many_times(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
    """Abe had met Putin many times."""
    asked = window_of("C08a")
    tops = summits(load)
    both = tops[(tops["leader"] == "Abe") & (tops["counterpart"] == "Putin")]
    met = asked.inside(both, day)
    back = milestone(load, "abe_returns")
    since = met[met["first_day"] >= back["first_day"].iloc[0]] if len(back) else met.head(0)
    counts = load("argument/official_counts")
    counts = counts[(counts["series"] == "Abe-Putin") & (counts["date"] <= asked.end(day))]
    counts = counts.sort_values("date", kind="stable").tail(1)
    says, figure = f"By {COMMENTARY_WORDS} the two had met {times(len(met))}", ""
    if len(back):
        says += f", {len(since)} of them since Abe's return"
        year = back["first_day"].iloc[0].year
        figure = f"{how_many(len(met), 'meeting')}, {len(since)} since {year}"
    if len(counts):
        says += (
            f"; a government counted {counts['official_count'].iloc[0]} on "
            f"{in_words(counts['date'].iloc[0])}"
        )
    return {
        "meetings_with_putin": found_count(
            met,
            "meetings",
            f"{says}.",
            whole=load.whole(LEADERS, ABE_PUTIN),
            perhaps=asked.perhaps(both, day),
            also=[counts],
            figure=figure,
        )
    }


@judge("C11")
def dramatic_break(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
    """Abe's turn to Russia was a sharp break with earlier policy."""
    asked = window_of("C11b")
    new = asked.inside(ministers(load, "two_plus_two"), day)
    new = new[new["running_number"] == "1"]
    return {
        "meetings_a_year_to_cabinets_before": rate(
            load, day, window_of("C11a"), window_of("C11a").start(),
            f"the cabinets from {in_words(window_of('C11a').start())} to his return",
        ),
        "new_formats_of_contact": found_count(
            new,
            "formats",
            f"New was the 2+2 of foreign and defence ministers, first held on {days(new)}."
            if len(new)
            else "No format of talks that had not existed before is in the table.",
            whole=False,
        ),
    }  # fmt: skip


@judge("C15")
def reviving(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
    """By mid-2015 Abe was reviving engagement although Ukraine was unsettled."""
    asked = window_of("C15b")
    tops, below = summits(load), ministers(load, "foreign_ministers")
    tops, below = asked.inside(tops, day), asked.inside(below, day)
    middle = window_of("C15a").end(day)
    before = sum(int((rows["last_day"] < middle).sum()) for rows in (tops, below))
    after = sum(int((rows["first_day"] >= middle).sum()) for rows in (tops, below))
    says = (
        f"Leaders and foreign ministers had {how_many(before, 'meeting')} in the twelve months "
        "before the commentary"
    )
    over = day >= asked.end(day)
    says += (
        f" and {how_many(after, 'meeting')} in the twelve after it."
        if over
        else f"; the twelve after it were not over on {in_words(day)}."
    )
    return {
        "contacts_in_three_months": _any_contact(load, day),
        "change_of_meetings_in_a_year": found_value(
            after - before,
            "meetings",
            says,
            rows=[tops, below],
            whole=complete(load),
            figure=f"{before} → {after} meetings in 12 months" if over else "",
        ),
        "sanctions_in_force": _sanctions(load, day),
    }


def _any_contact(load: Reader, day: pd.Timestamp) -> Finding:
    """Count contacts of any level in the quarter before the commentary, calls included."""
    asked = window_of("C15a")
    talks = load(MINISTERS)
    drills = load(SECURITY)
    other = contacts(load, "held", "held_phone")
    frames = [
        asked.inside(dated(pair(load(LEADERS), "JPN-RUS")), day),
        asked.inside(dated(talks), day),
        # Talks of kinds that the ministers' table holds would be counted twice.
        asked.inside(other[~other["kind"].isin(talks["kind"].unique())], day),
        asked.inside(dated(drills[(drills["status"] == "held") & ~drills["disputed"]]), day),
    ]
    number = sum(len(frame) for frame in frames)
    dates = pd.concat([frame[["date", "first_day"]] for frame in frames]).sort_values(
        "first_day", kind="stable"
    )
    return tally(
        number,
        "contacts",
        f"In the three months up to {COMMENTARY_WORDS} there "
        f"{'was' if number < 2 else 'were'} {how_many(number, 'contact')} of any level with a "
        f"known day, calls included{in_brackets(dates)}.",
        [frame for frame in frames if len(frame)] or frames,
        figure=f"{how_many(number, 'contact')} in three months",
    )


def _sanctions(load: Reader, day: pd.Timestamp) -> Finding:
    """Tell whether Japan's measures over Ukraine were in force on the day of the commentary."""
    end = window_of("C15c").end(day)
    steps = load(MEASURES)
    steps = dated(steps[steps["actor"] == "Japan"])
    steps = steps[steps["last_day"] <= min(end, day)]
    put = steps[steps["kind"] == "measure"]
    eased = steps[steps["kind"] == "easing"]
    says = (
        f"By {COMMENTARY_WORDS} Japan had taken {how_many(len(put), 'measure')} over Ukraine and "
        f"eased {len(eased) or 'none'}."
    )
    yes = None if len(put) and len(eased) else bool(len(put))
    return found_answer(yes, says, rows=[put, eased], whole=load.whole(MEASURES, "Japan"))
