"""Was Russia a hedge against China? Measures, models and judges of the balance part.

The measures are pure: they take DataFrames, load nothing, change nothing, and return new objects.
Shares are fractions unless a name ends in ``_pct``. A ratio is taken within one price base and one
edition: a mixture raises ``BalanceError``, which names what was mixed.

The models behind the explorables load their own tables. The judges at the end load the tables and
weigh the commentary's claims on strategy.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import altair as alt
import numpy as np
import pandas as pd

from .data import in_words, load
from .figures import COLOURS, MUTED
from .ledger import Judgement, judge

__all__ = [
    "COMMENTARY",
    "PAIRS",
    "RULERS",
    "STATES",
    "BalanceError",
    "Comparison",
    "Overtaking",
    "YenPart",
    "agreement_bars",
    "alignment",
    "alignment_distance",
    "arms_to_china",
    "before_after",
    "closeness",
    "draw_moved",
    "draw_projection",
    "draw_ratio",
    "growth",
    "measured",
    "meeting_count",
    "meetings_so_far",
    "moved",
    "overtaking",
    "period_mean",
    "projection",
    "quarters",
    "ratio",
    "scramble_share",
    "scrambles_by_year",
    "stand_in",
    "under_ruler",
    "yen_part",
    "yen_per_dollar",
]

COMMENTARY = "2015-07-21"
"""Day of the commentary: what is dated later is hindsight."""

ABE_RETURNS = "2012-12-26"
CRIMEA = "2014-03-18"

STATES = {"JPN": "Japan", "RUS": "Russia", "CHN": "China", "USA": "United States"}
"""The four states of this part, by ISO code, in the order in which pairs are written."""

PAIRS = {
    "Japan–Russia": ("JPN", "RUS"),
    "Japan–China": ("JPN", "CHN"),
    "Japan–United States": ("JPN", "USA"),
    "Russia–China": ("RUS", "CHN"),
}
"""The pairs that the chapters compare."""

RULERS = {
    "Military spending, current dollars": ("military_spending", "current US$"),
    "Military spending, constant 2022 dollars": ("military_spending", "constant 2022 US$"),
    "Military spending, constant 2024 dollars": ("military_spending", "constant 2024 US$"),
    "GDP, current dollars": ("gdp", "current US$"),
    "GDP, purchasing power": ("gdp", "constant 2021 PPP $"),
    "Capabilities (CINC)": ("capabilities", None),
}
"""The six rulers of the chapter: a table of ``data/balance`` and a price base in it."""

_VALUES = ("spending_usd_mn", "gdp_usd_bn", "cinc_share", "value")
_POLL_GAP_DAYS = 500  # from October 2014 to January 2016 no round was left out; beyond, one was


class BalanceError(ValueError):
    """A measure was given something it cannot measure; the message says what and what to do."""


# Ratios ------------------------------------------------------------------------------------------


def ratio(
    table: pd.DataFrame,
    above: str | Sequence[str] = "CHN",
    below: str | Sequence[str] = "JPN",
    price_base: str | Sequence[str] | None = None,
) -> pd.DataFrame:
    """Divide one state by another, year by year, within one price base.

    Args:
        table: ``balance/military_spending``, ``balance/gdp``, ``balance/capabilities``, or any
            table with ``iso3``, ``year`` and one of their value columns.
        above: the state on top, or several whose values are added, such as ``("JPN", "RUS")``.
        below: the state below, or several.
        price_base: the price base to use; may be left out only if the table holds just one.

    Returns:
        ``year``, ``ratio`` and, where the table has it, ``price_base``: the years with a value for
        every state.

    Raises:
        BalanceError: price bases or editions would be mixed, or a state or base is not there.
    """
    above, below = _states(above), _states(below)
    column = _value_column(table)
    rows, base = _one_base(table.dropna(subset=[column]), price_base)
    for state in (*above, *below):
        if state not in set(rows["iso3"]):
            known = ", ".join(sorted(rows["iso3"].unique()))
            raise BalanceError(f"there is no value for {state!r} here; the states are {known}.")
    wide = rows.pivot(index="year", columns="iso3", values=column)
    top = wide[list(above)].sum(axis=1, min_count=len(above))
    bottom = wide[list(below)].sum(axis=1, min_count=len(below))
    result = (top / bottom.where(bottom > 0)).dropna().rename("ratio").reset_index()
    return result if base is None else result.assign(price_base=base)


def measured(ruler: str) -> pd.DataFrame:
    """Load the rows that one ruler measures with.

    Args:
        ruler: one of ``RULERS``.

    Returns:
        Rows of one table in one price base, ready for ``ratio()``.
    """
    if ruler not in RULERS:
        raise BalanceError(f"there is no ruler {ruler!r}; the rulers are {'; '.join(RULERS)}.")
    table, base = RULERS[ruler]
    rows = load(f"balance/{table}", verified_only=True)
    return rows if base is None else rows[rows["price_base"] == base].reset_index(drop=True)


@dataclass(frozen=True)
class Overtaking:
    """When a ratio passed one.

    Args:
        year: first year of a lead that lasts to the end of the series; None if there is no such
            year, or if the lead is older than the series.
        words: the same in a few words, for a chart.
    """

    year: int | None
    words: str


def overtaking(ratios: pd.DataFrame) -> Overtaking:
    """Find the year from which a ratio stays above one.

    Args:
        ratios: result of ``ratio()``.

    Returns:
        The first year of the lead that lasts to the end; earlier leads that were lost again do not
        count. A lead that is there when the series starts has no year.
    """
    if ratios.empty:
        raise BalanceError("the ratio has no years; nothing can be overtaken.")
    rows = ratios.sort_values("year")
    ahead = (rows["ratio"] > 1).tolist()
    years = rows["year"].tolist()
    if not ahead[-1]:
        return Overtaking(None, f"not by {years[-1]}")
    start = len(ahead) - next((i for i, a in enumerate(reversed(ahead)) if not a), len(ahead))
    if start == 0:
        return Overtaking(None, f"before {years[0]}")
    return Overtaking(int(years[start]), str(years[start]))


def growth(
    table: pd.DataFrame,
    state: str,
    first: int,
    last: int,
    price_base: str | Sequence[str] | None = None,
) -> float:
    """Compute a state's mean growth a year between two years, as a fraction.

    It is the compound rate: the one that leads from the first value to the last if it is the same
    every year.
    """
    if last <= first:
        raise BalanceError(f"growth needs a last year after the first, not {first} to {last}.")
    column = _value_column(table)
    rows, _base = _one_base(table.dropna(subset=[column]), price_base)
    series = rows[rows["iso3"] == state].set_index("year")[column]
    for year in (first, last):
        if year not in series.index:
            raise BalanceError(f"{state} has no value for {year}, so no growth from {first}.")
    return float((series[last] / series[first]) ** (1 / (last - first)) - 1)


def projection(
    table: pd.DataFrame,
    stand: int,
    back: int,
    until: int,
    price_base: str | Sequence[str] | None = None,
    above: str = "CHN",
    below: str = "JPN",
    pace: float = 1.0,
) -> pd.DataFrame:
    """Stand in a year, look back, and carry the growth seen forward.

    Both states are assumed to go on growing at their own compound rate of the last ``back`` years;
    nothing after ``stand`` is used.

    Args:
        table: as for ``ratio()``.
        stand: the year to stand in.
        back: how many years to look back for the growth.
        until: last year to project.
        price_base: as for ``ratio()``.
        above: the state on top.
        below: the state below.
        pace: factor on the growth of the state on top; 0.5 halves it.

    Returns:
        ``year`` and ``ratio`` from ``stand`` to ``until``.
    """
    if until < stand:
        raise BalanceError(f"cannot project from {stand} back to {until}.")
    now = ratio(table, above, below, price_base).set_index("year")["ratio"]
    if stand not in now.index:
        raise BalanceError(f"there is no ratio for {stand}, the year to stand in.")
    up = growth(table, above, stand - back, stand, price_base) * pace
    down = growth(table, below, stand - back, stand, price_base)
    years = list(range(stand, until + 1))
    step = (1 + up) / (1 + down)
    return pd.DataFrame(
        {"year": years, "ratio": [float(now[stand]) * step ** (y - stand) for y in years]}
    )


@dataclass(frozen=True)
class YenPart:
    """What the yen did to a ratio between two years.

    The change of the ratio in current dollars is a product: the change at constant prices, times
    the yen's fall against the dollar, times the rest (the other currency and prices in the two
    states). In logarithms the three add up, so each has a share.

    Args:
        first: the ratio in current dollars in the first year.
        last: the same in the last year.
        at_old_yen: the last ratio, had a dollar cost as many yen as in the first year.
        yen_fall: how many times as many yen a dollar cost in the last year.
        yen_share: the yen's share of the logarithmic change, a fraction.
        real_share: the share of the change at constant prices.
        rest_share: what is left.
        points_share: the yen's share if points of the ratio are counted instead of logarithms.
    """

    first: float
    last: float
    at_old_yen: float
    yen_fall: float
    yen_share: float
    real_share: float
    rest_share: float
    points_share: float


def yen_part(
    current: pd.DataFrame, constant: pd.DataFrame, rates: pd.DataFrame, first: int, last: int
) -> YenPart:
    """Split the change of China's ratio to Japan into the yen, real growth and the rest.

    Args:
        current: the ratio in current dollars, from ``ratio()``.
        constant: the ratio at constant prices, from ``ratio()``.
        rates: ``year`` and ``units_per_usd``: yen for a dollar, one row a year.
        first: first year.
        last: last year.
    """
    now, real = (frame.set_index("year")["ratio"] for frame in (current, constant))
    yen = rates.set_index("year")["units_per_usd"]
    if not yen.index.is_unique:
        raise BalanceError("the exchange rates have two rows for one year; keep one series.")
    for what, series in (("current ratio", now), ("constant ratio", real), ("yen rate", yen)):
        for year in (first, last):
            if year not in series.index:
                raise BalanceError(f"there is no {what} for {year}.")
    whole = math.log(now[last] / now[first])
    if abs(whole) < 1e-12:
        raise BalanceError(f"the ratio did not change between {first} and {last}.")
    fall = float(yen[last] / yen[first])
    by_yen = math.log(fall) / whole
    by_growth = math.log(real[last] / real[first]) / whole
    at_old = float(now[last]) / fall
    return YenPart(
        first=float(now[first]),
        last=float(now[last]),
        at_old_yen=at_old,
        yen_fall=fall,
        yen_share=by_yen,
        real_share=by_growth,
        rest_share=1 - by_yen - by_growth,
        points_share=float((now[last] - at_old) / (now[last] - now[first])),
    )


def yen_per_dollar() -> pd.DataFrame:
    """Load the preferred yearly rate of the yen: ``year`` and ``units_per_usd``."""
    rows = load("energy/exchange_rates", verified_only=True)
    rows = rows[(rows["currency"] == "JPY") & rows["preferred"]]
    return rows[["year", "units_per_usd"]].reset_index(drop=True)


def _states(states: str | Sequence[str]) -> tuple[str, ...]:
    return (states,) if isinstance(states, str) else tuple(states)


def _value_column(table: pd.DataFrame) -> str:
    for name in ("iso3", "year"):
        if name not in table.columns:
            raise BalanceError(f"the table has no column {name!r}, which a ratio needs.")
    for name in _VALUES:
        if name in table.columns:
            return name
    raise BalanceError(f"the table has none of the value columns {', '.join(_VALUES)}.")


def _one_base(
    table: pd.DataFrame, price_base: str | Sequence[str] | None
) -> tuple[pd.DataFrame, str | None]:
    """Keep one price base and one edition, or say which would be mixed."""
    if "price_base" not in table.columns:
        if price_base is not None:
            raise BalanceError(f"this table has no price bases, so not {price_base!r}.")
        rows, base = table, None
    else:
        held = sorted(table["price_base"].unique())
        wanted = held if price_base is None else sorted(set(_states(price_base)))
        for name in wanted:
            if name not in held:
                raise BalanceError(
                    f"there is no price base {name!r}; here are {_quoted(held) or 'none'}."
                )
        if len(wanted) > 1:
            raise BalanceError(
                f"price bases would be mixed in one line: {_quoted(wanted)}; choose one with "
                f"price_base={wanted[0]!r}."
            )
        base = wanted[0] if wanted else None
        rows = table[table["price_base"] == base]
    twice = rows[rows.duplicated(["iso3", "year"])]
    if not twice.empty:
        editions = sorted(rows["edition"].unique()) if "edition" in rows.columns else []
        if len(editions) > 1:
            raise BalanceError(f"editions would be mixed in one line: {_quoted(editions)}.")
        row = twice.iloc[0]
        raise BalanceError(f"{row['iso3']} has two values for {row['year']}; keep one.")
    return rows, base


def _quoted(names: Iterable[str]) -> str:
    return " and ".join(f"'{name}'" for name in names)


# Before and after --------------------------------------------------------------------------------


@dataclass(frozen=True)
class Comparison:
    """Two means, their difference and its interval.

    Args:
        before: mean of the first period.
        after: mean of the second period.
        difference: after less before.
        low: lower end of the 95 per cent interval; None if a period has fewer than two values.
        high: upper end.
        n_before: values in the first period.
        n_after: values in the second period.
    """

    before: float
    after: float
    difference: float
    low: float | None
    high: float | None
    n_before: int
    n_after: int

    @property
    def moved(self) -> bool | None:
        """Tell whether the interval leaves out zero; None without an interval."""
        if self.low is None or self.high is None:
            return None
        return self.low > 0 or self.high < 0


def before_after(
    values: pd.DataFrame,
    before: tuple[int, int],
    after: tuple[int, int],
    *,
    column: str = "value",
    time: str = "year",
    draws: int = 2000,
    seed: int = 2015,
) -> Comparison:
    """Compare the means of two periods, with a bootstrap interval.

    Each period is drawn again from its own years, with replacement, ``draws`` times; the interval
    holds the middle 95 per cent of the differences. The generator is NumPy's default with a fixed
    seed, so the interval is the same on every run. Years are taken as independent, which they are
    not quite: the true interval is somewhat wider.

    Args:
        values: one row a year.
        before: first and last year of the first period, both included.
        after: the same for the second period.
        column: the column to average.
        time: the column with the years.
        draws: how often to draw.
        seed: seed of the generator.

    Raises:
        BalanceError: a period holds no value, or the periods overlap.
    """
    (a, b), (c, d) = before, after
    if a > b or c > d or b >= c:
        raise BalanceError(
            f"the periods must follow each other, not {a} to {b} and {c} to {d}; "
            "each runs from its first year to its last."
        )
    first, second = (
        values.loc[values[time].between(low, high), column].dropna().to_numpy(float)
        for low, high in (before, after)
    )
    for (low, high), part in ((before, first), (after, second)):
        if not len(part):
            raise BalanceError(f"there is no value from {low} to {high}, so nothing to compare.")
    difference = float(second.mean() - first.mean())
    low_end = high_end = None
    if min(len(first), len(second)) > 1:
        dice = np.random.default_rng(seed)
        drawn = dice.choice(second, (draws, len(second))).mean(axis=1) - dice.choice(
            first, (draws, len(first))
        ).mean(axis=1)
        low_end, high_end = (float(q) for q in np.quantile(drawn, (0.025, 0.975)))
    return Comparison(
        float(first.mean()),
        float(second.mean()),
        difference,
        low_end,
        high_end,
        len(first),
        len(second),
    )


def period_mean(values: pd.DataFrame, first: int, last: int, column: str = "value") -> float:
    """Average a yearly series over a period, both years included."""
    part = values.loc[values["year"].between(first, last), column].dropna()
    if part.empty:
        raise BalanceError(f"there is no value from {first} to {last}.")
    return float(part.mean())


# Voting in the General Assembly ------------------------------------------------------------------


def alignment(
    votes: pd.DataFrame,
    one: str,
    other: str,
    measure: str = "agreement_published",
    keep_distorted: bool = False,
) -> pd.DataFrame:
    """Follow how two states vote, session by session.

    Args:
        votes: ``balance/un_voting``.
        one: a state by its ISO code.
        other: the other one; the order does not matter.
        measure: ``agreement_published``, ``agreement_computed`` or ``ideal_point_distance``.
        keep_distorted: keep computed agreement of session 71, swollen by votes on paragraphs.

    Returns:
        ``year`` in which the session opens, ``session`` and ``value``.

    Raises:
        BalanceError: the pair or the measure is not in the table.
    """
    if measure == "ideal_point":
        raise BalanceError("an ideal point belongs to one state; take 'ideal_point_distance'.")
    known = sorted(set(votes["measure"]) - {"ideal_point"})
    if measure not in known:
        raise BalanceError(f"there is no measure {measure!r}; the measures are {_quoted(known)}.")
    pair = {one, other}
    rows = votes[
        (votes["measure"] == measure) & votes["iso3_a"].isin(pair) & votes["iso3_b"].isin(pair)
    ]
    if one == other or rows.empty:
        raise BalanceError(f"there is no {measure} for the pair {one}–{other} in the table.")
    if not keep_distorted:
        rows = rows[~rows["distorted"]]
    return rows.sort_values("year")[["year", "session", "value"]].reset_index(drop=True)


def alignment_distance(votes: pd.DataFrame, one: str, other: str) -> pd.DataFrame:
    """Compute the distance of two states' ideal points: how far apart they vote.

    Unlike the share of equal votes, ideal points allow for what was on the agenda: a session with
    many votes on which everybody agrees does not bring two states together.

    Returns:
        ``year`` and ``value``, the absolute difference.
    """
    points = votes[votes["measure"] == "ideal_point"]
    wide = points.pivot(index="year", columns="iso3_a", values="value")
    for state in (one, other):
        if state not in wide.columns:
            raise BalanceError(f"there is no ideal point of {state!r} in the table.")
    return (wide[one] - wide[other]).abs().dropna().rename("value").reset_index()


def agreement_bars(votes: pd.DataFrame, periods: Sequence[tuple[int, int]]) -> pd.DataFrame:
    """Average published agreement of the four pairs over periods: ``pair, period, agreement``."""
    rows = []
    for name, (one, other) in PAIRS.items():
        series = alignment(votes, one, other)
        for first, last in periods:
            rows.append(
                {
                    "pair": name,
                    "period": _span(first, last),
                    "agreement": period_mean(series, first, last),
                }
            )
    return pd.DataFrame(rows)


def _span(first: int, last: int) -> str:
    same = str(first)[:2] == str(last)[:2]
    return f"{first}–{str(last)[2:] if same else last}"


# Scrambles ---------------------------------------------------------------------------------------


def scrambles_by_year(scrambles: pd.DataFrame) -> pd.DataFrame:
    """Set out the verified counts of whole fiscal years, one row each.

    Args:
        scrambles: ``balance/scrambles``.

    Returns:
        ``fiscal_label``, ``fiscal_year``, ``total``, ``russia``, ``china`` (missing where no split
        was published) and the shares of Russia and China in the total, as fractions.
    """
    rows = scrambles[(scrambles["period"] == "FY") & scrambles["verified"]]
    twice = rows[rows.duplicated(["fiscal_label", "target"])]
    if not twice.empty:
        row = twice.iloc[0]
        raise BalanceError(f"{row['fiscal_label']} has two verified counts for {row['target']!r}.")
    wide = rows.pivot(
        index=["fiscal_label", "fiscal_year"], columns="target", values="scrambles"
    ).reset_index()
    wide.columns.name = None
    for target in ("russia", "china"):
        if target not in wide.columns:
            wide[target] = np.nan
        wide[f"{target}_share"] = wide[target] / wide["total"]
    keep = ["fiscal_label", "fiscal_year", "total", "russia", "china"]
    return wide.sort_values("fiscal_year")[[*keep, "russia_share", "china_share"]].reset_index(
        drop=True
    )


def scramble_share(scrambles: pd.DataFrame, target: str, fiscal_label: str) -> float:
    """Compute a nationality's share of a fiscal year's scrambles, as a fraction.

    Args:
        scrambles: ``balance/scrambles``.
        target: ``russia`` or ``china``.
        fiscal_label: such as ``"FY2014"``.
    """
    if target not in ("russia", "china"):
        raise BalanceError(f"shares are for 'russia' and 'china', not {target!r}.")
    table = scrambles_by_year(scrambles).set_index("fiscal_label")
    if fiscal_label not in table.index:
        raise BalanceError(
            f"there is no fiscal year {fiscal_label!r}; write it as 'FY2014', {table.index[0]} "
            f"to {table.index[-1]}."
        )
    share = table.loc[fiscal_label, f"{target}_share"]
    if pd.isna(share):
        raise BalanceError(f"no split by nationality is known for {fiscal_label}.")
    return float(share)


def quarters(scrambles: pd.DataFrame, target: str, fiscal_label: str) -> pd.DataFrame:
    """Work out a fiscal year's quarters from cumulative counts.

    The Ministry publishes running totals: the first quarter, half a year, three quarters, the year.
    A quarter is a difference of two of them, where both are known.

    Returns:
        ``fiscal_label``, ``quarter`` (Q1 to Q4), ``start`` (first day) and ``scrambles``.
    """
    rows = scrambles[
        (scrambles["fiscal_label"] == fiscal_label)
        & (scrambles["target"] == target)
        & scrambles["verified"]
    ]
    known = rows.set_index("period")["scrambles"]
    total = {0: 0}
    for end, period in ((1, "Q1"), (2, "H1"), (3, "Q1-Q3"), (4, "FY")):
        if period in known:
            total[end] = int(known[period])
    for end, period in ((2, "Q2"), (3, "Q3")):
        if end not in total and period in known and end - 1 in total:
            total[end] = total[end - 1] + int(known[period])
    found = [n for n in (1, 2, 3, 4) if n in total and n - 1 in total]
    if not found:
        raise BalanceError(f"no quarter of {fiscal_label} is known for {target!r}.")
    year = int(fiscal_label[2:])
    starts = {1: f"{year}-04-01", 2: f"{year}-07-01", 3: f"{year}-10-01", 4: f"{year + 1}-01-01"}
    return pd.DataFrame(
        {
            "fiscal_label": fiscal_label,
            "quarter": [f"Q{n}" for n in found],
            "start": [starts[n] for n in found],
            "scrambles": [total[n] - total[n - 1] for n in found],
        }
    )


# Arms, opinion, meetings -------------------------------------------------------------------------


def arms_to_china(arms: pd.DataFrame) -> pd.DataFrame:
    """Follow Russian (to 1991 Soviet) deliveries to China in the preferred edition of each year.

    Returns:
        ``year``, ``tiv_mn``, ``edition``, and ``share``: Russia's part of all deliveries to China.
    """
    rows = arms[arms["preferred"] & arms["verified"]]
    russian = rows[rows["supplier_iso3"].isin(["RUS", "SUN"])].set_index("year")
    everyone = rows[rows["supplier_iso3"] == "WLD"].set_index("year")["tiv_mn"]
    result = russian[["tiv_mn", "edition"]].assign(share=russian["tiv_mn"] / everyone)
    return result.reset_index().sort_values("year", ignore_index=True)


def closeness(opinion: pd.DataFrame, target: str) -> pd.DataFrame:
    """Follow the share of Japanese who feel close to a state, one row a round.

    Args:
        opinion: ``balance/opinion``.
        target: ISO code of the state asked about.

    Returns:
        ``survey_round``, ``when`` (first day of fieldwork; 1 October where only the year is known),
        ``share_pct``, ``mode``, ``verified``, and ``segment``: a number that grows where a line
        must break, at a change of mode or where rounds are missing. An unverified value stands
        only where nothing better is known, and breaks the line too.
    """
    rows = opinion[
        (opinion["pollster"] == "Cabinet Office")
        & (opinion["item"] == "feel_close")
        & (opinion["target_iso3"] == target)
    ]
    if rows.empty:
        raise BalanceError(f"the poll has no closeness to {target!r}.")
    rows = rows.sort_values(["survey_round", "preferred"], ascending=[True, False])
    rows = rows.drop_duplicates("survey_round")
    when = [
        pd.Timestamp(date if len(date) == 10 else f"{date}-01" if len(date) == 7 else f"{date}-10")
        for date in rows["date"]
    ]
    rows = rows.assign(when=when)
    broken = rows["when"].diff().dt.days.gt(_POLL_GAP_DAYS)
    for column in ("mode", "verified"):
        broken |= rows[column].ne(rows[column].shift())
    rows["segment"] = broken.cumsum()
    return rows[["survey_round", "when", "share_pct", "mode", "verified", "segment"]].reset_index(
        drop=True
    )


def meeting_count(
    meetings: pd.DataFrame,
    leader: str,
    counterpart: str,
    since: str = "1900",
    until: str = "2100",
    verified_only: bool = False,
) -> int:
    """Count the meetings of two leaders between two days, both included.

    A meeting of which only the month is known counts if the month begins in the span.

    Args:
        meetings: ``argument/leader_meetings``.
        leader: such as ``"Abe"`` or ``"Xi"``.
        counterpart: such as ``"Putin"``.
        since: first day, as ``"2012-12-26"``.
        until: last day.
        verified_only: count only meetings that a source confirms.
    """
    rows = meetings[
        (meetings["leader"] == leader)
        & (meetings["counterpart"] == counterpart)
        & (meetings["date"] >= since)
        & (meetings["date"] <= until)
    ]
    return int(rows["verified"].sum()) if verified_only else len(rows)


def meetings_so_far(
    meetings: pd.DataFrame, pairs: Sequence[tuple[str, str]], since: str, until: str
) -> pd.DataFrame:
    """Add up meetings from a day on, one row a meeting, for a chart that climbs.

    Returns:
        ``pair``, ``when``, ``so_far``, ``verified``, ``place``.
    """
    frames = []
    for leader, counterpart in pairs:
        rows = meetings[
            (meetings["leader"] == leader)
            & (meetings["counterpart"] == counterpart)
            & (meetings["date"] >= since)
            & (meetings["date"] <= until)
        ].sort_values("date")
        when = [pd.Timestamp(d if len(d) == 10 else f"{d}-01") for d in rows["date"]]
        frames.append(
            pd.DataFrame(
                {
                    "pair": f"{leader}–{counterpart}",
                    "when": when,
                    "so_far": range(1, len(rows) + 1),
                    "verified": rows["verified"].to_numpy(),
                    "place": rows["place"].to_numpy(),
                }
            )
        )
    return pd.concat(frames, ignore_index=True)


# Models and charts of the explorables ------------------------------------------------------------


def _years(first: float, last: float) -> alt.X:
    """Return an axis of years, which are names and take no thousands separator."""
    return alt.X(
        "year:Q",
        title=None,
        axis=alt.Axis(format="d", tickMinStep=1),
        scale=alt.Scale(domain=[first, last]),
    )


def under_ruler(ruler: str) -> pd.DataFrame:
    """Measure China against Japan with one ruler: the model behind the switch of ``power``.

    Returns:
        Rows of four kinds: ``year`` (the line), ``label`` (2012 and 2015), ``words`` (overtaking)
        and ``passing`` (where the series shows it).
    """
    every = ratio(measured(ruler))
    line = every[every["year"] >= 1990]
    rows = [
        {"kind": "year", "year": int(y), "ratio": round(float(r), 3), "text": ""}
        for y, r in zip(line["year"], line["ratio"], strict=True)
    ]
    rows += [
        {**row, "kind": "label", "text": f"{row['year']}: {row['ratio']:.2f}"}
        for row in list(rows)
        if row["year"] in (2012, 2015)
    ]
    passed = overtaking(every)
    at = passed.year or int(line["year"].min())
    text = f"ahead {'since ' if passed.year else ''}{passed.words}"
    rows.append({"kind": "words", "year": at, "ratio": 1.0, "text": text})
    if passed.year:
        rows.append({"kind": "passing", "year": at, "ratio": 1.0, "text": ""})
    return pd.DataFrame(rows)


def draw_ratio(rows: pd.DataFrame) -> alt.LayerChart:
    """Draw what ``under_ruler()`` returns."""
    base = alt.Chart(rows).encode(
        x=_years(1990, 2025),
        y=alt.Y("ratio:Q", title="China ÷ Japan", scale=alt.Scale(domain=[0, 10])),
    )
    line = (
        base.transform_filter("datum.kind == 'year'")
        .mark_line(
            color=COLOURS["China"], point=alt.OverlayMarkDef(color=COLOURS["China"], size=30)
        )
        .encode(tooltip=["year:Q", alt.Tooltip("ratio:Q", format=".2f", title="China ÷ Japan")])
    )
    labels = base.transform_filter("datum.kind == 'label'").mark_text(
        align="right", dx=-8, dy=-8, fontWeight="bold"
    )
    words = base.transform_filter("datum.kind == 'words'")
    equal = words.mark_rule(strokeDash=[4, 3]).encode(x=alt.value(0), x2=alt.value("width"))
    return alt.layer(
        equal,
        line,
        labels.encode(text="text:N"),
        base.transform_filter("datum.kind == 'passing'").mark_point(
            shape="diamond", size=140, color=COLOURS["Japan"]
        ),
        words.mark_text(align="left", dx=9, dy=13).encode(text="text:N"),
    ).properties(
        height=320,
        title=alt.Title(
            "The ruler decides how large China’s lead is, and when it began",
            subtitle="China as a multiple of Japan; dashed: equal; diamond: China passes Japan",
        ),
    )


PACES = {
    "as in the 3 years before": (3, 1.0),
    "as in the 10 years before": (10, 1.0),
    "as in the 10 years before, China at half its pace": (10, 0.5),
}
"""The assumptions on growth that the explorable offers: years to look back, pace of China."""


def _carried(ruler: str, stand: int, pace: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the record from 1993 to 2023 and the growth before ``stand`` carried to its end."""
    table = measured(ruler)
    back, factor = PACES[pace]
    record = ratio(table)
    record = record[record["year"].between(1993, 2023)]
    return record, projection(table, stand, back, int(record["year"].max()), pace=factor)


def miss(ruler: str, stand: int, pace: str) -> float:
    """Return how far ``stand_in()`` lands from what came: 0.5 is half too high."""
    record, ahead = _carried(ruler, stand, pace)
    return float(ahead["ratio"].iloc[-1] / record["ratio"].iloc[-1] - 1)


def stand_in(ruler: str, stand: int, pace: str) -> pd.DataFrame:
    """Project from a year, beside what came: the model behind the explorable of ``power``.

    Returns:
        Rows of kind ``record`` (what happened), ``projected`` and ``words``.
    """
    record, ahead = _carried(ruler, stand, pace)
    end = int(record["year"].max())
    rows = [
        {"kind": kind, "year": int(y), "ratio": round(float(r), 2), "text": ""}
        for kind, frame in (("record", record), ("projected", ahead))
        for y, r in zip(frame["year"], frame["ratio"], strict=True)
    ]
    came = float(record.set_index("year")["ratio"][end])
    guess = float(ahead["ratio"].iloc[-1])
    for line, text in enumerate(
        (
            f"expected for {end}: {guess:.1f}",
            f"came: {came:.1f}; {abs(guess / came - 1) * 100:.0f}% too "
            f"{'high' if guess > came else 'low'}",
        )
    ):
        rows.append({"kind": f"words{line}", "year": 1993, "ratio": 40.0, "text": text})
    return pd.DataFrame(rows)


def draw_projection(rows: pd.DataFrame) -> alt.LayerChart:
    """Draw what ``stand_in()`` returns."""
    base = alt.Chart(rows).encode(
        x=_years(1993, 2023),
        y=alt.Y(
            "ratio:Q",
            title="China ÷ Japan (each step doubles)",
            scale=alt.Scale(type="log", base=2, domain=[1 / 16, 64]),
            axis=alt.Axis(values=[0.125, 0.25, 0.5, 1, 2, 4, 8, 16, 32, 64], format="~g"),
        ),
    )
    tip = [
        alt.Tooltip("kind:N", title="line"),
        "year:Q",
        alt.Tooltip("ratio:Q", format=".2f", title="China ÷ Japan"),
    ]
    legend = alt.Scale(domain=["record", "projected"], range=[COLOURS["China"], COLOURS["Russia"]])
    lines = (
        base.transform_filter("datum.kind == 'record' || datum.kind == 'projected'")
        .mark_line(point=alt.OverlayMarkDef(size=22))
        .encode(
            color=alt.Color(
                "kind:N", scale=legend, legend=alt.Legend(symbolType="stroke", symbolSize=300)
            ),
            strokeDash=alt.StrokeDash(
                "kind:N",
                scale=alt.Scale(domain=["record", "projected"], range=[[1, 0], [6, 3]]),
            ),
            tooltip=tip,
        )
    )
    words = [
        base.transform_filter(f"datum.kind == 'words{i}'")
        .mark_text(align="left", dx=6, dy=4 + 18 * i, fontWeight="bold", fontSize=14)
        .encode(text="text:N")
        for i in (0, 1)
    ]
    return alt.layer(lines, *words).properties(
        height=320,
        title=alt.Title(
            "A straight line into the future mostly overshoots",
            subtitle="China as a multiple of Japan: the record, and growth carried forward",
        ),
    )


INDICATORS = {
    "Agreement in votes (published)": "agreement_published",
    "Agreement in votes (computed, to 2019)": "agreement_computed",
    "Distance of ideal points": "ideal_point_distance",
}
"""The indicators of alignment that the explorable offers."""


SPLITS = {
    "2010": 2010,
    "2013, Abe’s first session": 2013,
    "2014, after Crimea": 2014,
    "2018": 2018,
    "2022, after the invasion": 2022,
}
"""Where the explorable may cut time in two: the first session of the second period."""


def _votes() -> pd.DataFrame:
    return load("balance/un_voting", verified_only=True)


def moved(indicator: str, pair: str, split: str, years: int) -> pd.DataFrame:
    """Ask whether two states moved together or apart: the model behind ``hedge``'s explorable.

    Args:
        indicator: one of ``INDICATORS``.
        pair: one of ``PAIRS``.
        split: one of ``SPLITS``, where the second period begins.
        years: length of each period; the second may be cut short by the end of the series.

    Returns:
        Rows of kind ``year`` (with a period), ``mean`` (from ``year`` to ``until``) and ``words0``
        to ``words2``. If a period holds no session the words say so.
    """
    series = alignment(_votes(), *PAIRS[pair], INDICATORS[indicator])
    start = SPLITS[split]
    before, after = (start - years, start - 1), (start, start + years - 1)
    rows: list[dict[str, object]] = []
    for year, value in zip(series["year"], series["value"], strict=True):
        period = "before" if before[0] <= year <= before[1] else "other years"
        period = "after" if after[0] <= year <= after[1] else period
        if year >= 2000:
            rows.append(
                {"kind": "year", "year": int(year), "value": round(value, 3), "period": period}
            )
    try:
        found = before_after(series, before, after)
    except BalanceError:
        empty = after if series["year"].max() < after[0] else before
        texts = [
            f"No session from {empty[0]} to {empty[1]} in this series.",
            f"It runs from {series['year'].min()} to {series['year'].max()}.",
            "Nothing can be compared here.",
        ]
    else:
        last = min(after[1], int(series["year"].max()))
        for period, first, end, mean in (
            ("before", *before, found.before),
            ("after", after[0], last, found.after),
        ):
            rows.append(
                {
                    "kind": "mean",
                    "year": first,
                    "until": end,
                    "value": round(mean, 3),
                    "period": period,
                }
            )
        texts = [
            f"before, {_span(*before)}: {found.before:.3f}",
            f"after, {_span(after[0], last)}: {found.after:.3f}",
            "only one session on one side: no interval"
            if found.low is None
            else f"moved {found.difference:+.3f} ({found.low:+.3f} to {found.high:+.3f})".replace(
                "-", "−"
            ),
        ]
    for i, text in enumerate(texts):
        rows.append({"kind": f"words{i}", "year": 2000, "value": 0.0, "text": text})
    return pd.DataFrame(rows).reindex(columns=["kind", "year", "until", "value", "period", "text"])


def draw_moved(rows: pd.DataFrame) -> alt.LayerChart:
    """Draw what ``moved()`` returns."""
    scale = alt.Scale(
        domain=["before", "after", "other years"],
        range=[COLOURS["constraint"], COLOURS["balance"], MUTED],
    )
    base = alt.Chart(rows)
    x = _years(1999.5, 2024)
    y = alt.Y("value:Q", title="agreement, or distance", scale=alt.Scale(zero=True))
    colour = alt.Color("period:N", scale=scale)
    tip = [
        alt.Tooltip("year:Q", title="session opens"),
        alt.Tooltip("value:Q", format=".3f"),
        "period:N",
    ]
    points = (
        base.transform_filter("datum.kind == 'year'")
        .mark_point(size=70)
        .encode(x=x, y=y, color=colour, tooltip=tip)
    )
    line = (
        base.transform_filter("datum.kind == 'year'")
        .mark_line(strokeWidth=1, color=MUTED, opacity=0.6)
        .encode(x=x, y=y)
    )
    means = (
        base.transform_filter("datum.kind == 'mean'")
        .mark_rule(strokeWidth=4)
        .encode(x=x, x2="until:Q", y=y, color=colour, tooltip=tip[1:])
    )
    words = [
        base.transform_filter(f"datum.kind == 'words{i}'")
        .mark_text(align="left", dx=4, dy=-10 - 18 * (2 - i), fontWeight="bold", fontSize=14)
        .encode(x=x, y=alt.Y("value:Q"), text="text:N")
        for i in range(3)
    ]
    return alt.layer(line, points, means, *words).properties(
        height=340,
        title=alt.Title(
            "Did the pair move? It depends on the indicator and on the years",
            subtitle="A point is a session of the General Assembly, a bar the mean of a period; "
            "in brackets the 95% interval",
        ),
    )


# Judges of balance/power -------------------------------------------------------------------------


def _meetings() -> pd.DataFrame:
    return load("argument/leader_meetings")


def _to_commentary(leader: str, verified_only: bool = False) -> int:
    return meeting_count(
        _meetings(), leader, "Putin", ABE_RETURNS, COMMENTARY, verified_only=verified_only
    )


def _near_japan(kind: str | None = None, since: str = "", until: str = "2100") -> int:
    rows = load("balance/joint_activity", verified_only=True)
    rows = rows[rows["near_japan"] & (rows["date"] > since) & (rows["date"] <= until)]
    return len(rows if kind is None else rows[rows["kind"] == kind])


@judge("C19")
def _hedge_on_both_sides() -> Judgement:
    spending = load("balance/military_spending", verified_only=True)
    base = "constant 2022 US$"
    lead = ratio(spending, "CHN", "JPN", base).set_index("year")["ratio"]
    with_russia = ratio(spending, ("JPN", "RUS"), "CHN", base).set_index("year")["ratio"]
    alone = ratio(spending, "JPN", "CHN", base).set_index("year")["ratio"]
    xi, abe = _to_commentary("Xi"), _to_commentary("Abe")
    return Judgement(
        verdict="partly",
        then="partly",
        figure=f"China spent {lead[2014]:.1f} times as much as Japan in 2014",
        evidence=(
            f"Japan had an occasion to hedge: it spent {alone[2014]:.2f} of what China spent in "
            f"2014, {with_russia[2014]:.2f} with Russia’s added; but Putin met Xi {xi} times and "
            f"Abe {abe} times from Abe’s return to the commentary, so Russia’s conduct does not "
            "show the same view."
        ),
        hindsight=(
            "From 2019 Russian and Chinese bombers patrolled together, "
            f"{_near_japan('bomber_patrol')} times near Japan by the end of 2025."
        ),
        tables=[
            "balance/military_spending",
            "argument/leader_meetings",
            "balance/joint_activity",
        ],
    )


@judge("C45")
def _belief_in_a_guard() -> Judgement:
    lead = ratio(load("balance/military_spending"), price_base="current US$").set_index("year")
    said = _statements("C45")
    own = int((said["kind"] != "analysis").sum())
    return Judgement(
        verdict="untestable",
        then="untestable",
        figure=f"{lead['ratio'][2012]:.1f} → {lead['ratio'][2014]:.1f} times Japan’s spending",
        evidence=(
            "A belief leaves no number: the growing gap, in current dollars from 2012 to 2014, "
            f"shows an occasion; of the motive the tables hold {own or 'no'} words of his and "
            f"{len(said) - own} reading by an analyst, of {said['date'].max()}."
        ),
        tables=["balance/military_spending", "balance/statements"],
    )


# Judges of balance/hedge -------------------------------------------------------------------------


def _statements(claim: str) -> pd.DataFrame:
    rows = load("balance/statements", verified_only=True)
    return rows[rows["claim_id"] == claim]


def _security() -> pd.DataFrame:
    return load("argument/security_cooperation")


def _ministers() -> pd.DataFrame:
    return load("argument/ministerial_meetings")


def _two_plus_two() -> pd.DataFrame:
    rows = _ministers()
    return rows[(rows["kind"] == "two_plus_two") & rows["verified"]].sort_values("date")


def _held(since: str, until: str) -> pd.DataFrame:
    """Security contacts that took place between two days, as the table has them."""
    rows = _security()
    return rows[
        (rows["status"] == "held")
        & rows["verified"]
        & ~rows["disputed"]
        & (rows["date"] > since)
        & (rows["date"] <= until)
    ]


@judge("C06")
def _border_drill() -> Judgement:
    rows = _security().set_index("event_id")
    drill = rows.loc["sec_17"]
    notice = _statements("C06").iloc[0]
    freezes = rows[(rows["category"] == "freeze") & (rows["date"] < COMMENTARY)]
    later = _held(COMMENTARY, "2100")
    return Judgement(
        verdict="supported",
        then="supported",
        figure=f"announced on {in_words(notice['date'])} for {in_words(drill['date'])}",
        evidence=(
            f"The drill in Aniva Bay was announced for {in_words(drill['date'])}; the "
            f"partners were "
            "Japan’s coast guard and Russia’s border service, not the armed forces, whose contacts "
            f"had been cut in March 2014 ({len(freezes)} freezes in the table)."
        ),
        hindsight=(
            "No report from after the event was found, so the drill itself stays unverified; "
            f"{len(later)} later security contacts are confirmed, the last in "
            f"{in_words(later['date'].max()[:7])}."
        ),
        tables=["argument/security_cooperation", "balance/statements"],
    )


@judge("C37")
def _spill_over() -> Judgement:
    rows = _security()
    rows = rows[rows["verified"] & ~rows["disputed"]]
    first = rows[rows["category"] == "naval_sarex"]["date"].min()
    agreed = rows[(rows["status"] == "agreed") & (rows["date"] >= "2013")].iloc[0]
    before = _held("2010", "2012-12-31")
    after = _held("2012-12-31", CRIMEA)
    return Judgement(
        verdict="partly",
        then="partly",
        figure=f"rescue exercises since {first}, long before 2013",
        evidence=(
            f"The 2+2 was new, but agreed on {in_words(agreed['date'])} in the same package as the "
            f"economy, so the order in time shows no spill-over; drills and visits were "
            f"{len(after)} from 2013 to Crimea, {len(before)} in 2010–12."
        ),
        tables=["argument/security_cooperation"],
    )


@judge("C38")
def _terror_promise() -> Judgement:
    said = _statements("C38")
    clear = int((said["bearing"] == "for").sum())
    settings = " and ".join(in_words(date) for date in said.sort_values("date")["date"])
    return Judgement(
        verdict="partly",
        then="partly",
        figure=f"{len(said)} mentions, {clear or 'no'} pledge in those words",
        evidence=(
            f"Terrorism was a topic on {settings}, first in the Russian summary, then in a remark "
            "of Abe’s about the Islamic State group; a pledge on Russia’s own concerns was not "
            "seen, but only the opening part of the readouts was read."
        ),
        tables=["balance/statements"],
    )


@judge("C39")
def _reform_understanding() -> Judgement:
    said = _statements("C39").iloc[0]
    talks = _two_plus_two().iloc[0]
    return Judgement(
        verdict="partly",
        then="partly",
        figure=f"seen in {in_words(said['date'])}, not in 2014",
        evidence=(
            "Japan explained its defence reforms to Russia around the 2+2 of "
            f"{in_words(talks['date'])}; nothing of the kind was found for 2014, the year "
            f"of the claim."
        ),
        tables=["balance/statements", "argument/ministerial_meetings"],
    )


@judge("C40")
def _agreed_before_crimea() -> Judgement:
    rows = _security()
    agreed = rows[(rows["status"] == "agreed") & (rows["date"] >= "2013")].iloc[0]
    first = _two_plus_two().iloc[0]
    days = (pd.Timestamp(CRIMEA) - pd.Timestamp(agreed["date"])).days
    early = days > 0 and "regular" in first["outcome"] and first["date"] < CRIMEA
    return Judgement(
        verdict="supported" if early else "contradicted",
        then="supported" if early else "contradicted",
        figure=f"agreed {days} days before Japan’s first measures",
        evidence=(
            f"Abe and Putin set up the 2+2 in {agreed['place']} on {in_words(agreed['date'])}; its "
            f"first session, on {in_words(first['date'])}, made the format regular; Japan’s first "
            f"measures over Crimea came on {in_words(CRIMEA)}."
        ),
        tables=["argument/security_cooperation", "argument/ministerial_meetings"],
    )


@judge("C41")
def _first_in_tokyo() -> Judgement:
    first = _two_plus_two().iloc[0]
    right = first["place"] == "Tokyo" and first["date"].startswith("2013-11")
    return Judgement(
        verdict="supported" if right else "contradicted",
        then="supported" if right else "contradicted",
        figure=f"{first['place']}, {in_words(first['date'])}",
        evidence=(
            f"The first of {len(_two_plus_two())} sessions in the table was held in "
            f"{first['place']} on {in_words(first['date'])}."
        ),
        tables=["argument/ministerial_meetings"],
    )


@judge("C42")
def _strategic_fields() -> Judgement:
    first = _two_plus_two().iloc[0]
    package = _security().set_index("event_id").loc["sec_11"]
    done = _held(first["date"], CRIMEA)
    piracy = _held(first["date"], "2100")
    piracy = piracy[piracy["category"] == "anti_piracy"]
    fields = " and ".join(package["description"].rsplit(", ", 1))
    return Judgement(
        verdict="supported",
        then="supported",
        figure=f"{len(package['description'].split(','))} fields agreed, "
        f"{len(done)} contacts before Crimea",
        evidence=(
            f"The session agreed on {fields}; {len(done)} contacts followed before "
            f"Crimea, among them a rescue exercise in {in_words(done['date'].min())} with a "
            "counter-terror part for the first time."
        ),
        hindsight=(
            "Joint anti-piracy training, also agreed, is first found in "
            f"{in_words(piracy['date'].min()[:7])}."
        ),
        tables=["argument/security_cooperation", "argument/ministerial_meetings"],
    )


@judge("C43")
def _clear_improvement() -> Judgement:
    sessions = _two_plus_two()
    first, second = sessions.iloc[0], sessions.iloc[1]
    days = (pd.Timestamp(CRIMEA) - pd.Timestamp(first["date"])).days
    gap = (pd.Timestamp(second["date"]) - pd.Timestamp(first["date"])).days / 365.25
    return Judgement(
        verdict="partly",
        then="partly",
        figure=f"{days} days from the first session to the freeze",
        evidence=(
            f"New in kind, with {len(_held(first['date'], CRIMEA))} contacts in its wake, but it "
            f"bore fruit for only {days} days before defence contacts stopped: a step up, not yet "
            "an improvement that held."
        ),
        hindsight=(
            f"The second session came after {gap:.1f} years, on {in_words(second['date'])}; "
            f"the {len(sessions)}th and last in the table on {in_words(sessions['date'].max())}."
        ),
        tables=["argument/ministerial_meetings", "argument/security_cooperation"],
    )


@judge("C47")
def _moscow_and_beijing() -> Judgement:
    xi, sure = _to_commentary("Xi"), _to_commentary("Xi", verified_only=True)
    votes = alignment(_votes(), "RUS", "CHN")
    early, late = period_mean(votes, 2007, 2012), period_mean(votes, 2013, 2014)
    arms = arms_to_china(load("balance/arms_transfers")).set_index("year")["tiv_mn"]
    gas = _statements("C47").set_index("statement_id").loc["gas_2014", "date"]
    drills = load("balance/joint_activity", verified_only=True)
    known = drills[(drills["date"] >= "2012") & (drills["date"] <= COMMENTARY)]
    bombers = drills[drills["kind"] == "bomber_patrol"]
    return Judgement(
        verdict="supported",
        then="partly",
        figure=f"{xi} Xi–Putin meetings, {len(known)} naval exercises in 2012–15",
        evidence=(
            f"Meetings ({xi} from March 2013 to the commentary, {sure} of them verified), yearly "
            f"naval exercises since 2012 and the gas contract of {in_words(gas)} all point "
            f"one way; "
            f"but Russian arms deliveries of 2014 were {arms[2014] / arms.max() * 100:.0f}% of "
            f"their peak, and agreement in UN votes had slipped from {early:.2f} (2007–12) to "
            f"{late:.2f} (2013–14)."
        ),
        hindsight=(
            f"It went on: {len(bombers)} joint bomber patrols by the end of 2025, and agreement in "
            f"votes back at {period_mean(votes, 2017, 2021):.2f} in 2017–21."
        ),
        tables=[
            "argument/leader_meetings",
            "balance/joint_activity",
            "balance/arms_transfers",
            "balance/un_voting",
            "balance/statements",
        ],
    )


@judge("C48")
def _urgency() -> Judgement:
    gas = _statements("C47").set_index("statement_id").loc["gas_2014", "date"]
    ahead = meeting_count(_meetings(), "Abe", "Putin", "2013-03", gas)
    since = meeting_count(_meetings(), "Abe", "Putin", gas, COMMENTARY)
    return Judgement(
        verdict="untestable",
        then="untestable",
        figure=f"{ahead} Abe–Putin meetings in 14 months before the gas contract, {since} after",
        evidence=(
            "Urgency is a motive; only the sequence can be shown, and it runs the other way: "
            f"{ahead} meetings from March 2013 to {in_words(gas)}, {since} in the 14 months to the "
            "commentary, with Crimea in between as the likelier reason."
        ),
        tables=["argument/leader_meetings", "balance/statements"],
    )


@judge("C49")
def _russia_too() -> Judgement:
    flights = scrambles_by_year(load("balance/scrambles")).set_index("fiscal_label")["russia"]
    votes = alignment(_votes(), "JPN", "RUS").set_index("year")["value"]
    early = _near_japan("naval_exercise", until=COMMENTARY)
    study = _statements("C49").iloc[0]
    return Judgement(
        verdict="partly",
        then="partly",
        figure=f"{_to_commentary('Xi')} : {_to_commentary('Abe')} meetings, "
        f"{flights['FY2014']:.0f} scrambles in FY2014",
        evidence=(
            "A wish cannot be seen; conduct can. For it: the 2+2 and drills with Japan. Against "
            f"it: {_to_commentary('Xi')} meetings with Xi to {_to_commentary('Abe')} with Abe, "
            f"{early} naval exercises with China near Japan before the commentary, "
            f"{flights['FY2014']:.0f} scrambles against Russian aircraft in FY2014 after "
            f"{flights['FY2012']:.0f} in FY2012, agreement with Japan in UN votes down from "
            f"{votes[2012]:.2f} (2012) to {votes[2014]:.2f} (2014)."
        ),
        hindsight=(
            f"{_near_japan(since=COMMENTARY)} further joint activities near Japan followed by the "
            f"end of 2025, and a study of {study['date']} finds that Moscow’s line on Japan had "
            "hardened before: conduct against the claim, though no proof of what Moscow wished."
        ),
        tables=[
            "argument/leader_meetings",
            "balance/joint_activity",
            "balance/scrambles",
            "balance/un_voting",
            "balance/statements",
        ],
    )


@judge("C50")
def _turn_to_asia() -> Judgement:
    said = _statements("C50").iloc[0]
    there = _meetings()
    there = there[(there["date"] == said["date"]) & (there["place"] == "Vladivostok")]
    return Judgement(
        verdict="supported",
        then="partly",
        figure=f"{said['setting']}, {in_words(said['date'])}",
        evidence=(
            "Russia put the turn on show by hosting the Asia-Pacific summit at Vladivostok in "
            f"{in_words(said['date'][:7])}, with Japan’s prime minister among the guests "
            f"({len(there)} meeting in the table); the declaration itself was not read for this "
            "book."
        ),
        hindsight="A study of 2022 dates the declared turn to the East from that summit.",
        tables=["balance/statements", "argument/leader_meetings"],
    )


@judge("C57")
def _mending_with_china() -> Judgement:
    rows = _meetings()
    early = meeting_count(rows, "Abe", "Xi", ABE_RETURNS, "2014-10")
    then = meeting_count(rows, "Abe", "Xi", ABE_RETURNS, COMMENTARY)
    every = meeting_count(rows, "Abe", "Xi")
    flights = scrambles_by_year(load("balance/scrambles")).set_index("fiscal_label")["china"]
    close = closeness(load("balance/opinion"), "CHN").set_index("survey_round")["share_pct"]
    return Judgement(
        verdict="supported",
        then="supported",
        figure=f"{early or 'no'} Abe–Xi meeting before November 2014, {then} by the commentary",
        evidence=(
            f"No meeting in Abe’s first 22 months, then {then} in six months (of the first only "
            "the month is confirmed); talks, not trust: scrambles against Chinese aircraft rose to "
            f"{flights['FY2014']:.0f} in FY2014, and {close['2014']:.1f}% of Japanese felt close "
            "to China."
        ),
        hindsight=f"{every} meetings by the end of 2019, a visit in October 2018 among them.",
        tables=["argument/leader_meetings", "balance/scrambles", "balance/opinion"],
    )


@judge("C58")
def _trip_to_china() -> Judgement:
    said = _statements("C58").iloc[0]
    rows = _meetings()
    trips = rows[
        (rows["pair"] == "JPN-CHN") & (rows["host_iso3"] == "CHN") & (rows["date"] > COMMENTARY)
    ].sort_values("date")
    visit = trips[trips["format"] == "official_visit"].iloc[0]
    return Judgement(
        verdict="partly",
        then="untestable",
        figure=f"next in China on {in_words(trips['date'].iloc[0])}",
        evidence=(
            f"A report of {in_words(said['date'])} confirms that a September trip was under "
            f"study, and "
            "that it was dropped; nothing in the tables shows it for July, when the claim was made."
        ),
        hindsight=(
            f"Abe was next in China on {in_words(trips['date'].iloc[0])}, for the G20, and "
            f"made his "
            f"visit on {in_words(visit['date'])}."
        ),
        tables=["balance/statements", "argument/leader_meetings"],
    )
