"""The constraint: who was listed when, what trade was worth in which money, and event windows.

Rounds of listings may be added up only where every round is known. That holds for Japan up to 22
February 2022 and for nobody else, so ``frozen()`` refuses everything beyond it and
``published_total()`` gives the totals that governments or law firms counted. Trade in current
dollars mixes quantities, the oil price and the exchange rate; the functions on trade take them
apart one at a time.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from .data import in_words, load
from .ledger import Judgement, judge

COMMENTARY = pd.Timestamp("2015-07-21")
"""The day on which the commentary appeared; what came later is hindsight."""

LAST_COMPLETE = pd.Timestamp("2022-02-22")
"""Up to this day every Japanese round is in the table; later rounds are incomplete."""

INSTRUMENTS = {
    "on_persons": "Asset freezes",
    "on_crimea_trade": "Trade with Crimea",
    "on_finance": "Capital for state banks",
    "on_defence": "Arms and dual-use goods",
    "on_oil_technology": "Oil technology",
    "on_energy_firms": "Capital for Russian energy firms",
}
"""What the measures of 2014 could touch, with the words for a reader."""

ACTORS = ["Japan", "United States", "European Union"]


class ConstraintError(ValueError):
    """Sanctions or trade cannot be counted as asked; the message says why in one sentence."""


# Listings ----------------------------------------------------------------------------------------


def _firstin_words(dates: pd.Series) -> pd.Series:
    """Read dates of any precision; a month or a year counts from its first day."""
    return pd.to_datetime(dates.map(lambda date: (date + "-01-01")[:10]))


def _on_or_before(table: pd.DataFrame, day: str | pd.Timestamp) -> pd.DataFrame:
    return table[_firstin_words(table["date"]) <= pd.Timestamp(day)]


def frozen(measures: pd.DataFrame, day: str | pd.Timestamp, actor: str = "Japan") -> dict[str, int]:
    """Add up the rounds of a list up to a day.

    Args:
        measures: the table ``constraint/measures``.
        day: the last day to count.
        actor: whose list; complete for Japan only.

    Returns:
        ``persons`` and ``entities`` with frozen assets, ``banks`` cut off from raising capital, and
        ``visas`` refused without a freeze.

    Raises:
        ConstraintError: the rounds are not complete, so that a sum would be wrong.
    """
    if actor != "Japan":
        raise ConstraintError(
            f"the rounds of {actor} are incomplete and cannot be added up; "
            "use published_total() instead."
        )
    if pd.Timestamp(day) > LAST_COMPLETE:
        raise ConstraintError(
            f"rounds after {in_words(LAST_COMPLETE)} are incomplete and cannot be added up to "
            f"{in_words(pd.Timestamp(day))}; use published_total() instead."
        )
    taken = measures[(measures["actor"] == actor) & (measures["kind"] == "measure")]
    taken = _on_or_before(taken, day)
    freezes = taken[taken["freezes_assets"]]
    return {
        "persons": int(freezes["persons_listed"].sum()),
        "entities": int(freezes["entities_listed"].sum()),
        "banks": int(taken.loc[~taken["freezes_assets"], "banks_listed"].sum()),
        "visas": int(taken.loc[taken["category"] == "visa_ban", "persons_listed"].sum()),
    }


def published_total(
    listings: pd.DataFrame, actor: str, day: str | pd.Timestamp, scope: str | None = None
) -> pd.Series:
    """Return the last verified total of an asset-freeze list published on or before a day.

    Args:
        listings: the table ``constraint/listings``.
        actor: such as ``"European Union"``.
        day: the day asked for.
        scope: keep to totals of one scope, such as ``"Russians only"``.

    Raises:
        ConstraintError: no total was published by then.
    """
    rows = listings[
        (listings["actor"] == actor)
        & (listings["list_kind"] == "asset_freeze")
        & listings["verified"]
    ]
    if scope is not None:
        rows = rows[rows["scope"] == scope]
    rows = _on_or_before(rows, day)
    if rows.empty:
        raise ConstraintError(
            f"no total of the list of {actor} was found on or before {in_words(pd.Timestamp(day))}."
        )
    return rows.loc[_firstin_words(rows["date"]).idxmax()]


def compare(
    measures: pd.DataFrame, listings: pd.DataFrame, day: str | pd.Timestamp
) -> pd.DataFrame:
    """Set the lists of Japan, the European Union and the United States side by side on a day.

    Japan's numbers are sums of its rounds, the others the last published totals, whose own date is
    given. A total that the source does not divide stands in ``names`` alone.

    Returns:
        One row for each actor: ``actor``, ``persons``, ``entities``, ``names`` (both together),
        ``as_of``, ``qualifier``.
    """
    own = frozen(measures, day)
    rows: list[dict[str, Any]] = [
        {
            "actor": "Japan",
            "persons": own["persons"],
            "entities": own["entities"],
            "names": own["persons"] + own["entities"],
            "as_of": f"{pd.Timestamp(day):%Y-%m-%d}",
            "qualifier": "exact",
        }
    ]
    for actor in ("European Union", "United States"):
        total = published_total(listings, actor, day)
        parts = [total["persons"], total["entities"]]
        whole = total["persons_and_entities"]
        rows.append(
            {
                "actor": actor,
                "persons": parts[0],
                "entities": parts[1],
                "names": whole if pd.notna(whole) else sum(p for p in parts if pd.notna(p)),
                "as_of": total["date"],
                "qualifier": total["qualifier"],
            }
        )
    table = pd.DataFrame(rows)
    return table.astype({"persons": "Int64", "entities": "Int64", "names": "Int64"})


def instruments(measures: pd.DataFrame, day: str | pd.Timestamp) -> pd.DataFrame:
    """Tell which instrument each actor had used by a day, and when first.

    Returns:
        One row for each actor and instrument: ``actor``, ``instrument``, ``used``, ``first``.
    """
    taken = measures[measures["actor"].isin(ACTORS) & (measures["kind"] == "measure")]
    taken = _on_or_before(taken, day)
    rows = []
    for actor in ACTORS:
        for column, label in INSTRUMENTS.items():
            dates = taken.loc[(taken["actor"] == actor) & taken[column].fillna(False), "date"]
            first = min(dates) if len(dates) else None
            rows.append(
                {"actor": actor, "instrument": label, "used": first is not None, "first": first}
            )
    return pd.DataFrame(rows)


def lags(measures: pd.DataFrame) -> pd.DataFrame:
    """Measure how long after the first of its partners Japan acted, step by step.

    Steps to which Japan did not answer at all are left in, with no date.

    Returns:
        One row for each step: ``step``, ``first_partner``, ``partner_date``, ``japan_date`` and
        ``days``.
    """
    taken = measures[
        measures["actor"].isin(ACTORS) & (measures["kind"] == "measure") & measures["step"].notna()
    ]
    rows = []
    for step, group in taken.sort_values("date", kind="stable").groupby("step", sort=False):
        partners = group[group["actor"] != "Japan"].iloc[0]
        own = group.loc[group["actor"] == "Japan", "date"]
        date = own.iloc[0] if len(own) else None
        days = (pd.Timestamp(date) - pd.Timestamp(partners["date"])).days if date else None
        rows.append(
            {
                "step": step,
                "first_partner": partners["actor"],
                "partner_date": partners["date"],
                "japan_date": date,
                "days": days,
            }
        )
    return pd.DataFrame(rows).astype({"days": "Int64"})


# Trade -------------------------------------------------------------------------------------------


def _rate(rates: pd.DataFrame, currency: str) -> pd.Series:
    rows = rates[(rates["currency"] == currency) & rates["preferred"]]
    if rows.empty:
        raise ConstraintError(f"there is no preferred exchange rate for '{currency}'.")
    return rows.set_index("year")["units_per_usd"]


def trade(flows: pd.DataFrame, rates: pd.DataFrame) -> pd.DataFrame:
    """Put Japan's goods trade with Russia together, by year, in dollars and in yen.

    Args:
        flows: the table ``energy/bilateral_trade``; Japanese statistics, preferred rows.
        rates: the table ``energy/exchange_rates``, to turn dollars into yen.

    Returns:
        One row a year: ``exports``, ``imports``, ``total`` in billion dollars, ``total_jpy_trn`` in
        trillion yen, ``verified`` (both flows were read in a source) and ``basis``: reported,
        derived or recalled, the weaker of the two flows.
    """
    rows = flows[
        (flows["reporter_iso3"] == "JPN")
        & (flows["partner_iso3"] == "RUS")
        & (flows["period_type"] == "calendar_year")
        & flows["flow"].isin(["export", "import"])
        & flows["preferred"]
    ]
    if rows.empty:
        raise ConstraintError("the table holds no preferred yearly trade of Japan with Russia.")
    value = rows.pivot(index="year", columns="flow", values="value_usd_mn").astype(float) / 1000
    table = value.rename(columns={"export": "exports", "import": "imports"}).dropna()
    table["total"] = table["exports"] + table["imports"]
    table["total_jpy_trn"] = table["total"] * _rate(rates, "JPY") / 1000
    table["verified"] = rows.groupby("year")["verified"].all()
    strength = {"recalled": 0, "derived": 1}
    table["basis"] = (
        rows.assign(at=rows["basis"].map(lambda b: strength.get(b, 2)))
        .groupby("year")["at"]
        .min()
        .map({0: "recalled", 1: "derived", 2: "reported"})
    )
    table.columns.name = None
    return table.reset_index()


def at_constant_rate(table: pd.DataFrame, rates: pd.DataFrame, base: int) -> pd.Series:
    """Value yearly trade in dollars at the exchange rate of one year.

    The yen value of each year is divided by the yen rate of the base year. So what moves is the yen
    value, and a fall of the yen alone no longer looks like a fall of trade.
    """
    yen = _rate(rates, "JPY")
    if base not in yen.index:
        raise ConstraintError(f"there is no exchange rate for the base year {base}.")
    return (table["total_jpy_trn"] * 1000 / yen[base]).rename("total_at_rate")


def price_index(price: pd.Series, share: float, base: int) -> pd.Series:
    """Return the price index of imports of which a share moves with one price.

    A Laspeyres index with weights of the base year: ``(1 − share) + share · price / price(base)``.
    It says what the imports of the base year would have cost at each year's price, if everything
    that is no fuel kept its price.

    Args:
        price: the price by year.
        share: the share of fuels in imports of the base year, 0 to 1.
        base: the year whose index is 1.

    Raises:
        ConstraintError: the share is no share, or the base year has no price.
    """
    if not 0 <= share <= 1:
        raise ConstraintError(f"the fuel share must lie between 0 and 1, not {share:g}.")
    if base not in price.index:
        raise ConstraintError(f"there is no price for the base year {base}.")
    if (price <= 0).any():
        raise ConstraintError("a price of nought or less cannot deflate anything.")
    return (1 - share) + share * price / price[base]


def at_constant_price(
    table: pd.DataFrame, price: pd.Series, share: float, base: int
) -> pd.DataFrame:
    """Value imports at the fuel price of one year; exports stay as they are.

    Args:
        table: the result of ``trade()``.
        price: the price by year, of crude oil or of LNG.
        share: the share of fuels in imports of the base year, 0 to 1.
        base: the year whose price is kept.

    Returns:
        The years that have a price: ``year``, ``exports``, ``imports``, ``total``, the last two at
        the base year's price, and ``index``.
    """
    index = price_index(price, share, base)
    kept = table[table["year"].isin(index.index)].copy()
    kept["index"] = kept["year"].map(index)
    kept["imports"] = kept["imports"] / kept["index"]
    kept["total"] = kept["exports"] + kept["imports"]
    return kept[["year", "exports", "imports", "total", "index"]].reset_index(drop=True)


def change(series: pd.Series, start: int, end: int) -> float:
    """Return the change of a series by year as a fraction of its start; −0.39 is a fall by 39 %."""
    for year in (start, end):
        if year not in series.index or pd.isna(series[year]):
            raise ConstraintError(f"the series has no value for {year}.")
    if series[start] == 0:
        raise ConstraintError(f"the series is nought in {start}, so its change has no percentage.")
    return float(series[end] / series[start] - 1)


def event_window(series: pd.Series, at: int, width: int) -> pd.DataFrame:
    """Cut the years around an event out of a yearly series.

    The year of the event belongs to neither side, since it holds both days before and days after.

    Args:
        series: values by year.
        at: the year of the event.
        width: years on each side, one or more.

    Returns:
        One row a year: ``year``, ``value``, ``side`` (before, event, after) and ``mean``, the mean
        of its side; missing for the event's own year.

    Raises:
        ConstraintError: the window has no length, or one side has no year in the series.
    """
    if width < 1:
        raise ConstraintError(f"a window needs one year or more, not {width}.")
    known = series.dropna().sort_index()
    table = known[(known.index >= at - width) & (known.index <= at + width)].rename("value")
    frame = table.rename_axis("year").reset_index()
    frame["side"] = ["before" if y < at else "after" if y > at else "event" for y in frame["year"]]
    for side in ("before", "after"):
        if not (frame["side"] == side).any():
            raise ConstraintError(
                f"the series has no year in the {width} years {side} {at}; "
                "take a longer window or another event."
            )
    means = frame[frame["side"] != "event"].groupby("side")["value"].mean()
    frame["mean"] = frame["side"].map(means)
    return frame


def summits(meetings: pd.DataFrame, years: Sequence[int]) -> pd.Series:
    """Count the verified meetings of Japan's prime minister and Russia's president by year."""
    rows = meetings[
        (meetings["pair"] == "JPN-RUS")
        & (meetings["counterpart_role"] != "prime minister")
        & meetings["verified"]
    ]
    return rows.groupby("year").size().reindex(list(years), fill_value=0).rename("meetings")


# Judges ------------------------------------------------------------------------------------------

MEASURES = "constraint/measures"
LISTINGS = "constraint/listings"
LEADERS = "argument/leader_meetings"
MINISTERS = "argument/ministerial_meetings"
SECURITY = "argument/security_cooperation"
FORECAST = "On 21 July 2015 this was a forecast; all the evidence is later."


def _followed() -> tuple[pd.DataFrame, pd.DataFrame]:
    steps = lags(load(MEASURES))
    return steps, steps[steps["days"].notna()]


def _summits_between(start: pd.Timestamp, end: pd.Timestamp) -> pd.DataFrame:
    table = load(LEADERS)
    table = table[
        (table["pair"] == "JPN-RUS")
        & (table["counterpart_role"] != "prime minister")
        & table["verified"]
        & (table["date_precision"] == "day")
    ]
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
        figure=f"{(second - first).days} days between the first two 2+2 talks",
        evidence=f"After the first 2+2 of {in_words(first)} there was none up to the commentary, "
        f"{(COMMENTARY - first).days} days later, though the format had been made regular.",
        hindsight=f"The second came on {in_words(second)}: a pause of "
        f"{(second - first).days / 365.25:.1f} years.",
        tables=[MINISTERS],
    )


@judge("C51")
def hampered() -> Judgement:
    """Outside pressure over Ukraine would keep hampering the two leaders."""
    table = load(LEADERS)
    visit = (
        table[(table["pair"] == "JPN-RUS") & (table["host_iso3"] == "JPN") & (table["year"] > 2014)]
        .sort_values("date")["date"]
        .iloc[0]
    )
    late = (pd.Timestamp(visit) - pd.Timestamp("2015-12-31")).days
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
        (table["actor"] == "Japan")
        & _firstin_words(table["date"]).between(COMMENTARY, LAST_COMPLETE)
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
