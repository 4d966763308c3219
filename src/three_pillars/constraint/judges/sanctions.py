"""Judges of the chapter constraint/sanctions: what bound Japan, and what it did nevertheless."""

from __future__ import annotations

import pandas as pd

from ...data import load
from ...day import COMMENTARY, COMMENTARY_WORDS, days_between, in_words
from ...ledger import Judgement, judge
from ...meetings import LEADERS, MINISTERS, SECURITY, pair, presidents
from .._dates import first_days
from ..listings import LAST_COMPLETE, compare, frozen, published_total
from ..steps import INSTRUMENTS, instruments, lags
from ..windows import summits

MEASURES = "constraint/measures"
LISTINGS = "constraint/listings"
FORECAST = f"On {COMMENTARY_WORDS} this was a forecast; all the evidence is later."


def _followed() -> tuple[pd.DataFrame, pd.DataFrame]:
    steps = lags(load(MEASURES))
    return steps, steps[steps["days"].notna()]


def _summits_between(start: pd.Timestamp, end: pd.Timestamp) -> pd.DataFrame:
    table = presidents(pair(load(LEADERS), "JPN-RUS"))
    table = table[table["verified"] & (table["date_precision"] == "day")]
    return table[pd.to_datetime(table["date"]).between(start, end)]


@judge("C12")
def torn() -> Judgement:
    """Japan had to weigh Russian ties against its duties to the G7 and the United States."""
    steps, answered = _followed()
    met = _summits_between(pd.Timestamp("2014-03-18"), COMMENTARY)
    return Judgement(
        verdict="supported",
        then="supported",
        figure=f"{len(answered)} of {len(steps)} steps followed, {len(met)} summits kept",
        evidence=f"Japan answered {len(answered)} of {len(steps)} steps of its partners, "
        f"{answered['days'].min()} to {answered['days'].max()} days after the first of them, each "
        f"time with less, and its prime minister still met Russia's president {len(met)} times "
        "between March 2014 and the commentary.",
        hindsight="",
        tables=[MEASURES, LEADERS],
    )


@judge("C13")
def narrow() -> Judgement:
    """After Crimea Japan followed the G7 with a narrow set of measures."""
    day = "2014-12-31"
    own = frozen(load(MEASURES), day)
    lists = compare(load(MEASURES), load(LISTINGS), day).set_index("actor")["names"]
    used = instruments(load(MEASURES), day).groupby("actor")["used"].sum()
    return Judgement(
        verdict="supported",
        then="supported",
        figure=f"{own['persons']} persons, {own['entities']} bodies, {own['banks']} banks",
        evidence=f"By the end of 2014 Japan had frozen the assets of {own['persons']} persons and "
        f"{own['entities']} bodies ({lists['Japan']} names; European Union "
        f"{lists['European Union']}) "
        f"and barred {own['banks']} banks from raising capital. Of {len(INSTRUMENTS)} instruments "
        f"it used {used['Japan']}, the United States {used['United States']} and the European "
        f"Union {used['European Union']}; no energy firm of Russia lost access to its money.",
        hindsight="",
        tables=[MEASURES, LISTINGS],
    )


@judge("C14")
def eastern_ukraine() -> Judgement:
    """Russia's part in eastern Ukraine was what Japan had to answer with sanctions."""
    taken = load(MEASURES)
    taken = taken[
        (taken["actor"] == "Japan") & (taken["kind"] == "measure") & (taken["year"] == 2014)
    ]
    east = taken[taken["target"].str.contains("eastern Ukraine")]
    names = int(east[["persons_listed", "entities_listed"]].sum().sum())
    every = frozen(taken, "2014-12-31")
    return Judgement(
        verdict="partly",
        then="partly",
        figure=f"{len(east)} of {len(taken)} measures name the east",
        evidence=f"{len(east)} of Japan's {len(taken)} measures of 2014 name eastern Ukraine, and "
        f"{names} of its {every['persons'] + every['entities']} asset freezes came with them; "
        "each names Crimea too, and those of March and April answered Crimea alone.",
        hindsight="",
        tables=[MEASURES],
    )


@judge("C44")
def on_hold() -> Judgement:
    """The crisis put high-level exchanges such as the 2+2 on hold for a time."""
    table = load(MINISTERS)
    dates = pd.to_datetime(table.loc[table["kind"] == "two_plus_two", "date"]).sort_values()
    first, second = dates.iloc[0], dates.iloc[1]
    return Judgement(
        verdict="supported",
        then="supported",
        figure=f"{days_between(first, second)} days between the first two 2+2 talks",
        evidence=f"After the first 2+2 of {in_words(first)} there was none up to the commentary, "
        f"{days_between(first, COMMENTARY)} days later, though the format had been made regular.",
        hindsight=f"The second came on {in_words(second)}: a pause of "
        f"{days_between(first, second) / 365.25:.1f} years.",
        tables=[MINISTERS],
    )


@judge("C51")
def hampered() -> Judgement:
    """Outside pressure over Ukraine would keep hampering the two leaders."""
    table = pair(load(LEADERS), "JPN-RUS")
    visits = table[(table["host_iso3"] == "JPN") & (table["year"] > 2014)]
    visit = visits.sort_values("date")["date"].iloc[0]
    late = days_between("2015-12-31", visit)
    halt = load(SECURITY)
    halt = halt[(halt["category"] == "freeze") & (halt["year"] == 2022)]
    named = halt[halt["description"].str.contains("sanctions")].iloc[0]
    return Judgement(
        verdict="supported",
        then="untestable",
        figure=f"visit {late} days late, {len(halt)} Russian stops in 2022",
        evidence=f"The visit planned for 2015 came on {in_words(visit)}, {late} days after "
        f"that year had ended, though a date does not say why; on {in_words(named['date'])} "
        f"Russia ended the treaty talks, naming Japan's sanctions, one of {len(halt)} steps by "
        "which it cut contacts in 2022.",
        hindsight=FORECAST,
        tables=[LEADERS, SECURITY],
    )


@judge("C59")
def momentum() -> Judgement:
    """Keeping some momentum despite sanctions would be the test of the coming months."""
    later = _summits_between(COMMENTARY, COMMENTARY + pd.DateOffset(months=12))
    before = _summits_between(COMMENTARY - pd.DateOffset(months=12), COMMENTARY)
    kept = frozen(load(MEASURES), COMMENTARY + pd.DateOffset(months=12))
    return Judgement(
        verdict="partly",
        then="untestable",
        figure=f"{len(before)} → {len(later)} summits in 12 months",
        evidence=f"With {kept['persons']} persons and {kept['banks']} banks still under its "
        "measures, Japan's prime minister met Russia's president "
        f"{len(later)} times in the twelve months after the commentary, {len(before)} times in "
        "the twelve before it. The two did go together; whether that was the main test, no count "
        "can say.",
        hindsight=FORECAST,
        tables=[LEADERS, MEASURES],
    )


@judge("C60")
def not_lifted() -> Judgement:
    """Japan's sanctions would not be lifted soon."""
    own = frozen(load(MEASURES), "2014-12-31")
    names = own["persons"] + own["entities"]
    later = published_total(load(LISTINGS), "Japan", "2022-03-31", scope="measures of 2014")
    return Judgement(
        verdict="supported",
        then="untestable",
        figure=f"{names} names in 2014, {later['persons_and_entities']} in 2022",
        evidence=f"Japan had frozen the assets of {names} persons and bodies by the end of 2014; "
        "in "
        f"March 2022 a law firm still counted {later['persons_and_entities']} under those "
        "measures.",
        hindsight=FORECAST,
        tables=[MEASURES, LISTINGS],
    )


@judge("C61")
def only_with_g7() -> Judgement:
    """Japan would move on sanctions only together with the G7."""
    _, answered = _followed()
    table = load(MEASURES)
    between = table[
        (table["actor"] == "Japan") & first_days(table["date"]).between(COMMENTARY, LAST_COMPLETE)
    ]
    tightened = between[between["kind"] == "measure"]
    eased = between[between["kind"] == "easing"]
    return Judgement(
        verdict="partly",
        then="untestable",
        figure=f"{len(tightened)} measures, {len(eased)} easing alone, July 2015 to 2021",
        evidence=f"In 2014 Japan moved {answered['days'].min()} to {answered['days'].max()} days "
        "after "
        f"its partners, and from the commentary to February 2022 it added {len(tightened)} "
        "measures "
        f"of its own; but on {in_words(eased['date'].iloc[0])} it eased visas alone, though "
        f"the frozen "
        "visa talks had been its first measure.",
        hindsight=FORECAST,
        tables=[MEASURES],
    )


@judge("C62")
def balanced() -> Judgement:
    """Japan would keep a balanced line, separating issues."""
    years = range(2014, 2022)
    met = summits(load(LEADERS), years)
    taken = load(MEASURES)
    under = {year: sum(frozen(taken, f"{year}-12-31").values()) > 0 for year in years}
    both = met[(met > 0) & met.index.map(under)]
    return Judgement(
        verdict="supported",
        then="untestable",
        figure=f"{len(both)} of {len(years)} years with sanctions and summits",
        evidence=f"From 2014 to {both.index.max()} every year had both measures in force and a "
        "summit "
        f"({both.sum()} in all); the line lasted {len(both)} years.",
        hindsight=f"{FORECAST} There was no summit in 2020 and 2021, and the line ended with the "
        "measures of February 2022.",
        tables=[LEADERS, MEASURES],
    )


@judge("C63")
def results() -> Judgement:
    """Such a line could still bring results."""
    table = load(SECURITY)
    held = table[
        (table["status"] == "held") & table["verified"] & table["year"].between(2016, 2020)
    ]
    ended = table[(table["category"] == "freeze") & (table["year"] == 2022)]
    return Judgement(
        verdict="partly",
        then="untestable",
        figure=f"{len(held)} drills and talks held, {len(ended)} stops in 2022",
        evidence=f"From 2016 to 2020 there were {len(held)} drills, visits and defence talks, "
        "besides eased visas and flights for grave visits, but no treaty; with "
        f"{len(ended)} Russian steps of 2022 the talks and the visits ended.",
        hindsight=FORECAST,
        tables=[SECURITY],
    )
