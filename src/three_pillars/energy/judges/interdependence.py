"""Judges of the chapter energy/interdependence: how much does Russia weigh in Japan's trade?"""

from __future__ import annotations

import math

import pandas as pd

from ...data import Reader
from ...day import dated
from ...ledger import Finding, found_count, found_value, judge, missing, window_of
from ...ledger.finding import rests_on
from ...words import counted as how_many
from ...words import moved_by
from ..errors import MeasureError
from ..suppliers import RUSSIA, lng_parts
from ..trade import percent_change, trade_by_year
from ._shared import (
    LNG,
    all_suppliers,
    days,
    rank_bounds,
    rise_of_share,
    russian_share,
    suppliers,
)

OWN_WORDS = ["press_of_joint_press_conference", "official_remarks", "press_of_statement"]
"""Kinds of text in which somebody speaks, not a ministry about a talk."""


@judge("C35")
def a_main_energy_partner(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
    """Did Russia soon rank among Japan's main energy partners? Rank by fuel, and the rise."""
    asked = window_of("C35c")
    lng = load(LNG)
    found = russian_share(lng)
    return {
        "rank_in_liquefied_gas": _rank_in_gas(load, lng, found, day),
        "rank_in_crude_oil": _rank_in_crude(load, day),
        "rise_of_share_since_2009": rise_of_share(
            load,
            lng,
            found,
            [asked.start().year, asked.end(day).year],
            ("the year of the first cargoes", "the last before the commentary"),
        ),
    }


def _rank_in_gas(
    load: Reader, lng: pd.DataFrame, found: pd.DataFrame, day: pd.Timestamp
) -> Finding:
    year = window_of("C35a").end(day).year
    try:
        named, groups = lng_parts(lng, year)
        best, worst = rank_bounds(named, groups)
    except (MeasureError, KeyError):
        return missing("rank", f"Russia's rank in Japan's LNG of {year} is not known.")
    share = found["share"]
    says = (
        f"In {year} Russia was number {best} of {len(named)} named suppliers of Japan's LNG, with "
        f"{share[year]:.1f}%"
    )
    if year - 1 in share.index:
        change = share[year] - share[year - 1]
        says += f"; its share {moved_by(change, ' percentage points')} from {year - 1}"
    return found_value(
        best,
        "rank",
        f"{says}.",
        rows=[suppliers(lng, [year])],
        high=worst,
        whole=all_suppliers(load, found, [year]),
        figure=f"number {best} in LNG, {share[year]:.1f}%",
    )


def _rank_in_crude(load: Reader, day: pd.Timestamp) -> Finding:
    year = window_of("C35b").end(day).year
    table = load("energy/crude_imports")
    table = table[(table["period_type"] == "calendar_year") & table["preferred"]]
    rows = table[
        (table["year"] == year) & table["row_type"].isin(["exporter", "region", "residual_group"])
    ]
    rows = rows[rows["volume_mt"].notna()]
    named = rows[rows["row_type"] == "exporter"].set_index("exporter")["volume_mt"]
    if RUSSIA in named.index:
        groups = rows[rows["row_type"] != "exporter"]["volume_mt"]
        best, worst = rank_bounds(named, groups)
        return found_value(
            best,
            "rank",
            f"In {year} Russia was number {best} of the named suppliers of Japan's crude oil.",
            rows=[rows],
            high=worst,
            whole=load.whole("energy/crude_imports", "suppliers by review"),
        )
    says = f"No table of Japan's crude oil of {year} names Russia by itself"
    union = rows[rows["exporter"] == "Former Soviet Union"]
    if len(union):
        says += (
            f": the review gives the whole former Soviet Union, crude and products, "
            f"{union['share_pct'].iloc[0]:.1f}%"
        )
    full = table[(table["row_type"] == "exporter") & table["volume_mt"].notna()]
    full = full[(full["year"] < year) & (full["product"] == "crude")]
    nearest = full[full["year"] == full["year"].max()]
    if RUSSIA in set(nearest["exporter"]):
        amounts = nearest.set_index("exporter")
        place = int((amounts["volume_mt"] > amounts["volume_mt"][RUSSIA]).sum()) + 1
        says += (
            f". In {nearest['year'].iloc[0]} it was number {place} by weight, with "
            f"{amounts['share_pct'][RUSSIA]:.1f}%"
        )
    rests, later = rests_on(rows, nearest)
    return Finding(1, math.inf, "rank", f"{says}.", rests, later_edition=later)


@judge("C46")
def better_ties_help_the_economy(load: Reader, day: pd.Timestamp) -> dict[str, Finding]:
    """Did Abe believe that better ties would help Japan's economy? His words, and the trade."""
    table = load("argument/meeting_topics")
    said = table[
        (table["side"] == "JPN")
        & table["topic"].isin(["energy", "economy"])
        & (table["named"] == "yes")
        & table["readout_kind"].isin(OWN_WORDS)
    ]
    inside = window_of("C46a").inside(dated(said.assign(date_precision="day")), day)
    says = (
        f"In {how_many(len(inside), 'statement')} of his own that was read from before the "
        "commentary Abe speaks of trade or energy from Russia as a gain for Japan"
    )
    if len(inside):
        says = (
            f"Abe's own words on trade or energy from Russia were read in "
            f"{how_many(len(inside), 'statement')} ({days(inside)}): "
            f"{inside['statement'].iloc[0]}"
        )
    return {
        "own_words_on_the_economy": found_count(
            inside,
            "statements",
            f"{says}.",
            whole=False,
            figure=how_many(len(inside), "statement of his own", "statements of his own"),
        ),
        "growth_of_trade": _growth_of_trade(load, day),
    }


def _growth_of_trade(load: Reader, day: pd.Timestamp) -> Finding:
    asked = window_of("C46b")
    first, last = asked.start().year, asked.end(day).year
    customs, rates = load("energy/bilateral_trade"), load("energy/exchange_rates")
    try:
        trade = trade_by_year(customs, rates).set_index("year")
        yen = 100 * percent_change(trade["total_jpy_bn"], first, last)
        dollars = 100 * percent_change(trade["total_usd_mn"], first, last)
    except MeasureError:
        return missing("%", f"Japan's trade with Russia of {first} and {last} is not known.")
    pair = customs[
        (customs["reporter_iso3"] == "JPN")
        & (customs["partner_iso3"] == "RUS")
        & customs["preferred"]
        & customs["flow"].isin(["export", "import"])
        & customs["year"].isin([first, last])
    ]
    money = rates[
        (rates["currency"] == "JPY") & rates["preferred"] & rates["year"].isin([first, last])
    ]
    return found_value(
        yen,
        "%",
        f"From {first} to {last} Japan's goods trade with Russia {moved_by(yen, '%', 0)} in yen; "
        f"in dollars it {moved_by(dollars, '%', 0)}.",
        rows=[pair, money],
        whole=load.whole("energy/bilateral_trade", "Japan with Russia, dollars")
        and load.whole("energy/exchange_rates", "annual means"),
    )
