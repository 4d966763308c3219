"""Judges of energy/dependence: what both sides said, agreed and announced on energy."""

from __future__ import annotations

import math

import pandas as pd

from ...data import Reader
from ...day import COMMENTARY, dated, in_words, month_in_words
from ...ledger import Finding, found_answer, found_count, judge, missing, window_of
from ...ledger.finding import rests_on
from ...words import counted as how_many
from ._shared import days, events, in_window

SIDES = {"JPN": "Japan", "RUS": "Russia"}


@judge("C18")
def both_wanted_a_partnership(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
    """Did both governments want a stronger energy partnership? Words of each, and signatures."""
    agreed = events(load, category="agreement")
    asked = window_of("C18c")
    inside = asked.inside(agreed, day)
    return {
        "japanese_words_on_energy": _words_on_energy(load, day, "JPN", "C18a"),
        "russian_words_on_energy": _words_on_energy(load, day, "RUS", "C18b"),
        "energy_agreements": in_window(
            agreed,
            asked,
            day,
            "agreements",
            f"{_from(inside, 'agreement')} on energy projects between the two sides "
            f"{_stand(inside)} in the table from {asked.start().year} to the commentary.",
        ),
    }


def _words_on_energy(load: Reader, day: pd.Timestamp, side: str, criterion_id: str) -> Finding:
    table = load("argument/meeting_topics")
    asked = window_of(criterion_id)
    table = dated(table[table["side"] == side].assign(date_precision="day"))
    named = table[(table["topic"] == "energy") & (table["named"] == "yes")]
    inside = asked.inside(named, day)
    meetings = asked.inside(table, day)["meeting_id"].nunique()
    says = (
        f"In what was read of {SIDES[side]}'s words on {how_many(meetings, 'meeting')} of the "
        f"leaders up to the commentary, energy is named in {how_many(len(inside), 'readout')}"
    )
    if len(inside):
        says += f" ({days(inside)}), such as: {inside['statement'].iloc[0]}"
    figure = f"{SIDES[side]} names energy in {how_many(len(inside), 'readout')}"
    return found_count(inside, "readouts", f"{says}.", whole=False, figure=figure)


@judge("C31")
def far_east_investment_announced(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
    """Did both leaders announce cooperation, with investment in the Far East at its centre?"""
    made = events(load, category=("agreement", "investment", "statement"))
    names = made["actors"].str.split("; ")
    both = made[names.map(lambda people: {"Abe", "Putin"} <= set(people))]
    inside = window_of("C31a").inside(both, day)
    first = inside[inside["counts_as"] == "far_east_first"]
    return {
        "leaders_announcements": in_window(
            both,
            window_of("C31a"),
            day,
            "announcements",
            f"{_from(inside, 'announcement')} by both leaders on their economies "
            f"{_stand(inside)} in the table before the commentary{_dated(inside)}.",
            how_many(len(inside), "announcement"),
        ),
        "far_east_named_first": found_answer(
            True if len(first) else None,
            f"The announcement of {days(first)} puts Russia's Far East first: "
            f"{first['event'].iloc[0]}"
            if len(first)
            else "No announcement in the table puts Russia's Far East above other regions.",
            rows=[first if len(first) else inside],
            whole=False,
        ),
        "japanese_projects_in_the_far_east": _projects(load, day),
    }


def _projects(load: Reader, day: pd.Timestamp) -> Finding:
    table = load("energy/far_east_investments")
    begun = dated(table[table["japanese"] & table["stage"].isin(["construction", "opening"])])
    begun = begun.sort_values("first_day", kind="stable").drop_duplicates("project")
    asked = window_of("C31c")
    inside = asked.inside(begun, day)
    says = (
        f"{_from(inside, 'project')} with a Japanese party in the Far East, outside oil and gas, "
        f"{'was' if len(inside) == 1 else 'were'} begun or opened from {in_words(asked.start())} "
        f"to the commentary{_named(inside)}."
    )
    later = begun[begun["first_day"] > asked.end(day)]
    if len(later):
        says += f" Later came {how_many(len(later), 'more project')}{_named(later)}."
    return found_count(inside, "projects", says, whole=False, also=[later])


@judge("C32")
def fuller_energy_dialogue(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
    """Was a fuller energy dialogue agreed? The agreement, and the sessions that followed."""
    agreed = events(load, counts_as="energy_talks_agreed")
    held = events(load, counts_as="energy_talks_held")
    talks = window_of("C32a").inside(events(load, project="Energy cooperation"), day)
    inside = window_of("C32a").inside(agreed, day)
    sessions = window_of("C32b").inside(held, day)
    says = (
        f"{_from(inside, 'agreement')} of the two governments on standing talks about energy "
        f"{_stand(inside)} in the table from {window_of('C32a').start().year} to the commentary"
        f"{_dated(inside)}."
    )
    if len(talks):
        says += f" The nearest is of {days(talks)}: {talks['event'].iloc[0]}"
    followed = (
        f"After the commentary the table has, up to {in_words(day)}, "
        f"{how_many(len(sessions), 'session')} of a council of both governments on energy"
        f"{_dated(sessions)}."
        if day > COMMENTARY
        else "Whether sessions would follow could not be known yet."
    )
    figure = (
        f"{how_many(len(inside), 'agreement')} on talks, {how_many(len(sessions), 'session')} later"
    )
    return {
        "agreements_on_energy_dialogue": in_window(
            agreed, window_of("C32a"), day, "agreements", says, figure
        ),
        "sessions_that_followed": in_window(held, window_of("C32b"), day, "sessions", followed),
    }


@judge("C36")
def pipeline_reported_revived(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
    """Was a gas pipeline, long discussed, reported revived in autumn 2014?"""
    plans = events(load, counts_as="gas_pipe_to_japan")
    asked = window_of("C36a")
    inside = asked.inside(plans, day)
    says = (
        f"{_from(inside, 'report')} of a gas pipeline to Japan {_stand(inside)} in the table from "
        f"{in_words(asked.start())} to {in_words(asked.end(day))}"
    )
    if len(inside):
        says += f" ({days(inside)}): {inside['event'].iloc[0]}"
    else:
        says += "."
    later = plans[plans["first_day"] > COMMENTARY]
    if len(later):
        says += f" It comes up again ({days(later)}); the last time: {later['event'].iloc[-1]}"
    end = min(window_of("C36b").end(day), day)
    old = plans[plans["last_day"] <= end].head(1)
    if old.empty:
        years = missing("years", "No proposal of such a pipeline is in the table.")
    else:
        rests, later_edition = rests_on(old)
        least = (end - old["last_day"].iloc[0]).days / 365.25
        years = Finding(
            least,
            math.inf,  # an older proposal may be missing in a selection
            "years",
            f"The oldest proposal in the table is of {days(old)}, {math.floor(least + 0.5)} years "
            f"before {month_in_words(end)}.",
            rests,
            later_edition=later_edition,
        )
    return {
        "reports_of_a_pipeline": in_window(
            plans, asked, day, "reports", says, how_many(len(inside), "report")
        ),
        "years_since_first_proposal": years,
    }


def _from(rows: pd.DataFrame, noun: str) -> str:
    """Begin a sentence with a count: "No report", "1 report", "2 reports"."""
    text = how_many(len(rows), noun)
    return text[0].upper() + text[1:]


def _stand(rows: pd.DataFrame) -> str:
    return "stand" if len(rows) > 1 else "stands"


def _dated(rows: pd.DataFrame) -> str:
    return f" ({days(rows)})" if len(rows) else ""


def _named(rows: pd.DataFrame) -> str:
    """Name projects with place and day, in brackets."""
    names = [
        f"{row.project}, {row.place}, {in_words(row.date)}" for row in rows.itertuples(index=False)
    ]
    return f" ({'; '.join(names)})" if names else ""
