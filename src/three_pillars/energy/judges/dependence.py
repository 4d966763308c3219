"""Judges of the chapter energy/dependence: did Japan turn to Russia for energy?"""

from __future__ import annotations

import pandas as pd

from ...commentary import DATE
from ...data import load
from ...day import in_words
from ...ledger import Judgement, judge
from ...words import counted
from ..growth import growth_since
from ..suppliers import share_by_year


def _events(category: str | None = None, until: str = DATE, after: str = "") -> pd.DataFrame:
    """Load verified events of a category, dated after one day and up to another."""
    events = load("energy/events", verified_only=True)
    rows = events[(events["date"] > after) & (events["date"] <= until)]
    return rows if category is None else rows[rows["category"] == category]


def _mentions(events: pd.DataFrame, pattern: str) -> pd.DataFrame:
    """Keep the events whose project or text mentions a pattern."""
    text = events["project"] + " " + events["event"]
    return events[text.str.contains(pattern, case=False, regex=True)]


def _some(number: int, noun: str) -> str:
    """Count as ``counted`` does, but none in the plural: "no sessions", "1 session"."""
    return counted(number, noun) if number else f"no {noun}s"


@judge("C18")
def both_wanted_a_partnership() -> Judgement:
    """Did both governments want a stronger energy partnership? What they signed shows the wish."""
    before = _events("agreement")
    later = _events("agreement", until="9999", after=DATE)
    russia = share_by_year(load("energy/lng_imports")).set_index("year")
    last = int(russia.index.max())
    span = f"{before['year'].min()} to {before['year'].max()}"
    return Judgement(
        verdict="supported",
        then="supported",
        figure=f"{len(before)} agreements, {span}",
        evidence=(
            f"From {span} the two sides made {len(before)} agreements on energy projects, while "
            f"Russia already supplied {russia['share'][2014]:.1%} of Japan's LNG (2014); what is "
            "signed shows the wish."
        ),
        hindsight=(
            f"{_some(len(later), 'more agreement')} followed, yet deliveries fell from "
            f"{russia['volume_bcm'][2014]:.1f} bcm in 2014 to {russia['volume_bcm'][last]:.1f} in "
            f"{last}: the wish was real, the new gas did not come."
        ),
        tables=["energy/events", "energy/lng_imports"],
    )


@judge("C31")
def far_east_investment_announced() -> Judgement:
    """Were more cooperation and, at its centre, investment in the Far East announced?

    The first half needs agreements on projects there; the second needs investment among them.
    """
    place = "Far East|Vladivostok|Sakhalin"
    agreed = _events("agreement")
    there = _mentions(agreed, place)
    invested = _mentions(_events("investment"), place)
    later = _events("investment", until="9999", after=DATE)
    later_there = _mentions(later, place)
    verdict = "supported" if len(invested) else "partly"
    whole = "all" if len(there) == len(agreed) else f"{len(there)} of the"
    return Judgement(
        verdict=verdict,
        then=verdict,
        figure=(
            f"Far East: {len(there)} of {len(agreed)} agreements, "
            f"{_some(len(invested), 'investment')}"
        ),
        evidence=(
            f"Before the commentary {whole} {len(agreed)} agreements in the table concern "
            "projects in Russia's Far East, "
            + (
                f"and {_some(len(invested), 'announcement')} of joint investment there "
                f"({', '.join(map(in_words, invested['date']))}) puts it at the centre."
                if len(invested)
                else "but the table holds no announcement of Japanese investment there: the place "
                "is confirmed, the centre is not."
            )
        ),
        hindsight=(
            f"Of {_some(len(later), 'later decision')} on investment in the table "
            f"{len(later_there) or 'none'} concerns the Far East: announced is not invested."
        ),
        tables=["energy/events"],
    )


@judge("C32")
def fuller_energy_dialogue() -> Judgement:
    """Was a fuller energy dialogue agreed? Look for the agreement, and for its sessions."""
    words = r"energy (?:dialogue|council|initiative|consultation)"
    agreed = _events("agreement")
    sessions = _mentions(_events(), words)
    later = _mentions(_events(until="9999", after=DATE), words)
    return Judgement(
        verdict="partly",
        then="partly",
        figure=(
            f"{_some(len(agreed), 'agreement')}, {_some(len(sessions), 'session')} of a dialogue"
        ),
        evidence=(
            f"Before the commentary the table has {_some(len(agreed), 'agreement')} on energy "
            f"projects and {_some(len(sessions), 'session')} of a standing energy dialogue of the "
            "two states: they talked about projects, and a dialogue as such is not on record."
        ),
        hindsight=(
            f"A standing body is on record only from {in_words(later['date'].iloc[0])}."
            if len(later)
            else "No standing body is on record in the table after the commentary either."
        ),
        tables=["energy/events"],
    )


@judge("C33")
def nuclear_plants_closed() -> Judgement:
    """Did Japan close its nuclear plants after the accident of 2011?"""
    mix = load("energy/electricity_mix", verified_only=True)
    nuclear = mix[(mix["series"] == "ei_2025") & (mix["fuel"] == "nuclear")].set_index("year")
    output, part = nuclear["generation_twh"], nuclear["share_pct"]
    reactors = load("energy/reactors", verified_only=True)
    in_service = reactors.loc[reactors["measure"] == "reactors_in_service", "reactors"].iloc[0]
    running = reactors[(reactors["measure"] == "reactors_running")]
    running = running[running["date"] <= DATE].sort_values("date")["reactors"].iloc[-1]
    restarted = reactors[reactors["measure"] == "reactors_restarted_cumulative"]
    restarted = restarted.sort_values("date").iloc[-1]
    last = int(nuclear.index.max())
    return Judgement(
        verdict="supported",
        then="supported",
        figure=f"{part[2010]:.1f}% → {part[2014]:.1f}% of electricity, 2010 to 2014",
        evidence=(
            f"Nuclear plants made {output[2010]:.0f} TWh in 2010 and {output[2014]:.0f} in 2014; "
            f"of the {in_service} reactors in service before the accident {running or 'none'} ran "
            "on the day of the commentary, though the closure had come in steps."
        ),
        hindsight=(
            f"The first restart came three weeks later; by {str(restarted['date'])[:4]} "
            f"{restarted['reactors']} reactors had restarted, and nuclear power made "
            f"{part[last]:.1f}% of electricity in {last}."
        ),
        tables=["energy/electricity_mix", "energy/reactors"],
    )


@judge("C34")
def fukushima_turned_japan_to_russia() -> Judgement:
    """Did the closure make Japan turn to Russia, above all for LNG?

    If it did, Russia's share should jump after March 2011 and Russia should supply the extra gas.
    """
    lng = load("energy/lng_imports")
    series = share_by_year(lng, published=True).set_index("year")["share"]
    extra = growth_since(lng, start=2010, end=2014)
    after = series[series.index > 2014]
    cargo = _mentions(_events("trade"), "first LNG cargo")["year"].min()
    return Judgement(
        verdict="partly",
        then="partly",
        figure=f"share {series[2010]:.0%} → {series[2014]:.1%}; {extra.part:.0%} of the extra gas",
        evidence=(
            f"Imports grew by {extra.total_change:.1f} bcm from 2010 to 2014 and Russia supplied "
            f"{extra.supplier_change:.1f} of them ({extra.part_low:.0%} to {extra.part_high:.0%}, "
            f"as its {series[2010]:.0%} of 2010 is rounded): more than its share before, but "
            f"others filled most of the gap, and Russian LNG had come since {cargo}, before the "
            "accident."
        ),
        hindsight=(
            f"The share then stayed between {after.min():.1%} and {after.max():.1%} up to "
            f"{int(after.index.max())}, as nuclear power came back and as total imports fell."
        ),
        tables=["energy/lng_imports", "energy/events"],
    )


@judge("C36")
def pipeline_reported_revived() -> Judgement:
    """Was a gas pipeline, long discussed, reported revived in autumn 2014?"""
    plans = _events("pipeline", until="9999")
    plans = plans[plans["project"].str.contains("gas pipeline", case=False)].sort_values("date")
    autumn = plans[(plans["date"] >= "2014-09") & (plans["date"] < "2014-12")]
    denied = autumn[autumn["event"].str.contains("denie", case=False)]
    later = plans[plans["date"] > DATE]
    exports = load("energy/gas_exports")
    piped = exports[(exports["mode"] == "pipeline") & (exports["destination_iso3"] == "JPN")]
    delivered = f"{'no ' if piped.empty else ''}gas to Japan by pipe"
    return Judgement(
        verdict="supported",
        then="supported",
        figure=(
            f"{_some(len(autumn), 'report')} in autumn 2014, {len(denied)} denied; {delivered}"
        ),
        evidence=(
            f"The press reported a Russian offer on {in_words(autumn['date'].iloc[0])} and Tokyo "
            "denied having one; the claim is about the report, which exists. "
            f"The oldest such plan in the table is of {plans['year'].iloc[0]}"
            + ("." if plans["year"].iloc[0] < 1995 else ", so it does not show decades of talk.")
        ),
        hindsight=(
            f"The plan comes up {_some(len(later), 'more time')} up to {plans['year'].iloc[-1]} "
            f"and nothing was built: up to {int(exports['year'].max())} the table of Russian "
            f"exports shows {delivered}."
        ),
        tables=["energy/events", "energy/gas_exports"],
    )
