"""Judges of energy/dependence: did the accident of 2011 turn Japan to Russia?"""

from __future__ import annotations

import math

import pandas as pd

from ...data import Reader
from ...day import dated
from ...ledger import Finding, found_value, judge, missing, window_of
from ...words import listed, moved_by
from ..errors import MeasureError
from ..growth import contribution_to_growth
from ..suppliers import RUSSIA
from ._shared import (
    BASES_DIFFER,
    LNG,
    all_suppliers,
    days,
    events,
    rise_of_share,
    russian_share,
    suppliers,
)


@judge("C33")
def nuclear_plants_closed(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
    """Did Japan close its nuclear plants after the accident of 2011?"""
    asked = window_of("C33a")
    years = [asked.start().year, asked.end(day).year]
    mix = load("energy/electricity_mix")
    mix = mix[(mix["series"] == "ei_2025") & (mix["fuel"] == "nuclear") & mix["year"].isin(years)]
    output = mix.set_index("year")["generation_twh"]
    if set(years) <= set(output.index) and output[years[0]] > 0:
        old, new = output[years[0]], output[years[1]]
        left = found_value(
            100 * new / old,
            "%",
            f"Nuclear plants made {old:.0f} TWh in {years[0]} and {new:.0f} in {years[1]}, "
            f"{100 * new / old:.2g}% of it.",
            rows=[mix],
            whole=load.whole("energy/electricity_mix", "one edition"),
            figure=f"{old:.0f} → {new:.0f} TWh, {years[0]} to {years[1]}",
        )
    else:
        left = missing("%", f"Nuclear output of {listed(years)} is not known.")
    return {"nuclear_output_to_2010": left, "reactors_running": _running(load, day)}


def _running(load: Reader, day: pd.Timestamp) -> Finding:
    reactors = dated(load("energy/reactors"))
    end = min(window_of("C33b").end(day), day)
    known = reactors[(reactors["measure"] == "reactors_running") & (reactors["last_day"] <= end)]
    if known.empty:
        return missing("reactors", "How many reactors ran is not known.")
    last = known.sort_values("last_day", kind="stable").iloc[[-1]]
    number = int(last["reactors"].iloc[0])
    at_the_day = last["last_day"].iloc[0] == end
    stood = reactors[reactors["measure"] == "reactors_in_service"]
    of = f", of {stood['reactors'].iloc[0]} in service before the accident" if len(stood) else ""
    return found_value(
        number,
        "reactors",
        f"{number or 'No'} reactor{'s' if number > 1 else ''} ran"
        f"{' on the day of the commentary' if at_the_day else ' in ' + days(last)}{of}.",
        rows=[last, stood],
        low=number if at_the_day else 0,
        high=number if at_the_day else math.inf,
    )


@judge("C34")
def fukushima_turned_japan_to_russia(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
    """Did the closure make Japan turn to Russia? The effect, the order in time, and the rival."""
    asked = window_of("C34a")
    before, last = asked.start().year, asked.end(day).year
    lng = load(LNG)
    found = russian_share(lng)
    return {
        "rise_of_russian_share": rise_of_share(
            load,
            lng,
            found,
            [before, last],
            ("the last full year before the accident", "the last before the commentary"),
        ),
        "rise_after_less_rise_before": _order_in_time(load, lng, found, before, last),
        "russian_part_of_extra_to_old_share": _part_of_extra(load, lng, day),
    }


def _order_in_time(
    load: Reader, lng: pd.DataFrame, found: pd.DataFrame, before: int, last: int
) -> Finding:
    first = window_of("C34b").start().year
    years = [first, before, last]
    if not set(years) <= set(found.index):
        return missing(
            "percentage points", f"Japan's LNG by supplier is not known for {listed(years)}."
        )
    share = found["share"]
    old, new = share[before] - share[first], share[last] - share[before]
    slack = BASES_DIFFER if found["basis"].loc[years].nunique() > 1 else 0.0
    cargo = events(load, category="trade", project="Sakhalin-2").head(1)
    since = f" (first cargo from Sakhalin-2: {days(cargo)})" if len(cargo) else ""
    return found_value(
        new - old,
        "percentage points",
        f"Before the accident, from {first} to {before}, the share "
        f"{moved_by(old, ' percentage points')}{since}; after it, from {before} to {last}, it "
        f"{moved_by(new, ' percentage points')}.",
        rows=[suppliers(lng, years), cargo],
        low=new - old - slack,
        high=new - old + slack,
        whole=all_suppliers(load, found, years),
    )


def _part_of_extra(load: Reader, lng: pd.DataFrame, day: pd.Timestamp) -> Finding:
    asked = window_of("C34c")
    first, last = asked.start().year, asked.end(day).year
    try:
        extra = contribution_to_growth(lng, first, last, "Mt").set_index("exporter")
    except MeasureError:
        return missing("ratio", f"Who supplied the extra gas of {first} to {last} is not known.")
    total = extra["change"].sum()
    if total <= 0 or RUSSIA not in extra.index or not extra["start"][RUSSIA] > 0:
        return missing("ratio", f"There was no extra gas from {first} to {last} to divide.")
    russia = extra.loc[RUSSIA]
    old = russia["start"] / extra["start"].sum()
    others = extra.drop(RUSSIA).nlargest(2, "change")["change"]
    those = [f"those of {name} {moved_by(change, ' Mt')}" for name, change in others.items()]
    return found_value(
        russia["part_of_growth"] / old,
        "ratio",
        f"From {first} to {last} imports grew by {total:.1f} Mt. Russia's deliveries "
        f"{moved_by(russia['change'], ' Mt')}, {russia['part_of_growth']:.0%} of that, "
        f"{russia['part_of_growth'] / old:.1f} times its share of {first} ({old:.1%}); "
        f"{listed(those)}.",
        rows=[suppliers(lng, [first, last])],
        whole=load.whole(LNG, "suppliers by weight"),
    )
