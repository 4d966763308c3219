"""Can the islands be split? Measures, models, the coast and judges of the territory part.

The measures are pure: they take numbers and DataFrames, change nothing, and return new objects. A
share is a fraction (0.21) unless a name ends in ``_pct``; areas are in square kilometres. "To
Japan" says what an idea would move from today's control. It says nothing about title, on which
this book takes no position. A wrong input raises ``MeasureError``: one sentence that says what is
wrong and what to do.

The judges at the end load the tables and weigh the commentary's claims on the islands.
"""

from __future__ import annotations

import difflib
import functools
import itertools
import json
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import altair as alt
import numpy as np
import pandas as pd

from . import data
from .blocks import Block, deal_form, read_file, write_file
from .data import load
from .explore import in_book
from .figures import COLOURS, MUTED, figure
from .ledger import Judgement, judge

__all__ = [
    "GAMES",
    "GROUPS",
    "NAMES",
    "SHORT",
    "SIDE_DEALS",
    "Deal",
    "DealSheet",
    "Game",
    "Outcome",
    "Stakes",
    "TerritoryError",
    "class_deals",
    "dated",
    "deal_sheet",
    "deals_chart",
    "drawn_line",
    "etorofu_share_for",
    "events_of",
    "fact_box",
    "game_chart",
    "game_row",
    "held_by",
    "holders_by_year",
    "ideas",
    "line_map",
    "line_of",
    "outcome",
    "read_deal",
    "region_map",
    "ring_area_km2",
    "stakes",
    "two_level_game",
    "weigh_deal",
    "write_deal",
]

GROUPS = ("habomai", "shikotan", "kunashiri", "etorofu")
"""The four groups in dispute, in the order in which most ideas would move them."""

NAMES = {
    "habomai": "Habomai/Khabomai",
    "shikotan": "Shikotan",
    "kunashiri": "Kunashiri/Kunashir",
    "etorofu": "Etorofu/Iturup",
    "kurils_middle": "Middle Kurils",
    "kurils_north": "Northern Kurils",
    "sakhalin_south": "Southern Sakhalin",
    "sakhalin_north": "Northern Sakhalin",
}
"""Each group as a reader sees it: first the Japanese, then the Russian name, where they differ."""

SHORT = {
    "habomai": "Habomai",
    "shikotan": "Shikotan",
    "kunashiri": "Kunashiri",
    "etorofu": "Etorofu",
}
"""The keys of the tables as words: half of a pair of names, for where both do not fit."""

COMMENTARY = "2015-07-21"
"""The day of the commentary: what happened later is hindsight."""

FIRST_YEAR = 1855
"""The first border between the two states."""

CREDIT = "Coast © OpenStreetMap contributors"
"""What every map says, as the licence of its coast (ODbL) asks."""


class TerritoryError(ValueError):
    """Something cannot be divided, drawn or dated as asked; the message says why and what to do."""


# What is at stake --------------------------------------------------------------------------------


@dataclass(frozen=True)
class Stakes:
    """What each group holds of what can be divided.

    Args:
        land: area of each group in km2, islets included, as the Japanese survey prints it.
        people: residents of each group on 1 January 2023.
        people_1945: Japanese residents of each group on 15 August 1945.
        sea: sea of each group in km2, by the book's model of equal distance.
        etorofu_sea: the model's sea of the south-western part of Etorofu/Iturup, by that part's
            share of the island's land (from 0 to 1).
    """

    land: pd.Series
    people: pd.Series
    people_1945: pd.Series
    sea: pd.Series
    etorofu_sea: pd.Series


@functools.cache
def stakes() -> Stakes:
    """Read what is at stake from the tables of areas, people and sea."""
    areas = load("territory/areas")
    land = areas[areas["preferred"]].set_index("island_id")["area_km2"]
    people = load("territory/population", verified_only=True).set_index(["date", "place_id"])
    sea = load("territory/sea_areas", verified_only=True)
    sea = sea[sea["preferred"]]
    strips = sea[(sea["island_group"] == "etorofu") & (sea["from_share"] == 0)]
    whole = sea[(sea["from_share"] == 0) & (sea["to_share"] == 1)].set_index("island_group")
    knots = strips.set_index("to_share")["sea_km2"].sort_index()
    knots = pd.concat([pd.Series({0.0: 0.0}), knots])

    def of(series: pd.Series) -> pd.Series:
        return series.reindex(list(GROUPS)).astype(float)

    return Stakes(
        land=of(land),
        people=of(people.loc["2023-01-01", "population"]),
        people_1945=of(people.loc["1945-08-15", "population"]),
        sea=of(whole["sea_km2"]),
        etorofu_sea=knots.astype(float),
    )


@dataclass(frozen=True)
class Outcome:
    """What an idea would move to Japan, each as a share of all four groups.

    Args:
        land: of the land.
        people_low: of the people of 2023, if nobody lives in the part of an island that is cut off.
        people_even: of the people of 2023, if people are spread evenly over a divided island.
        people_1945: of the Japanese residents of 1945, if they were spread evenly.
        sea: of the sea, by the model of equal distance.
    """

    land: float
    people_low: float
    people_even: float
    people_1945: float
    sea: float


def outcome(shares: Mapping[str, float], at_stake: Stakes | None = None) -> Outcome:
    """Work out what goes to Japan if it gets a share of each group.

    A share of Etorofu/Iturup is counted from its south-western end, next to Kunashiri/Kunashir.

    Args:
        shares: the share of each group that goes to Japan, 0 to 1; a group not named keeps to 0.
        at_stake: what is at stake; the tables of the book by default.

    Raises:
        TerritoryError: a group is unknown, or a share is not a number from 0 to 1.
    """
    at_stake = at_stake or stakes()
    part = _shares(shares)
    whole = part.where(part == 1, 0.0)
    sea = (part * at_stake.sea).drop("etorofu").sum() + _etorofu_sea(part["etorofu"], at_stake)
    return Outcome(
        land=_weighted(part, at_stake.land),
        people_low=_weighted(whole, at_stake.people),
        people_even=_weighted(part, at_stake.people),
        people_1945=_weighted(part, at_stake.people_1945),
        sea=float(sea / at_stake.sea.sum()),
    )


def etorofu_share_for(
    land: float, others: Mapping[str, float] | None = None, at_stake: Stakes | None = None
) -> float:
    """Work out which share of Etorofu/Iturup brings Japan's part of the land to a given share.

    Args:
        land: Japan's share of the land of all four groups, 0 to 1.
        others: the shares of the other three groups; all of each by default.
        at_stake: what is at stake; the tables of the book by default.

    Raises:
        TerritoryError: no share of Etorofu/Iturup can give that much or that little.
    """
    at_stake = at_stake or stakes()
    wanted = _fraction(land, "the share of the land")
    rest = dict.fromkeys(GROUPS[:3], 1.0) if others is None else dict(others)
    if "etorofu" in rest:
        raise TerritoryError("leave Etorofu/Iturup out of others: its share is what is asked for.")
    low = outcome({**rest, "etorofu": 0}, at_stake).land
    high = outcome({**rest, "etorofu": 1}, at_stake).land
    if not low - 1e-12 <= wanted <= high + 1e-12:
        raise TerritoryError(
            f"{wanted:.1%} of the land cannot be reached: with those other groups Etorofu/Iturup "
            f"moves Japan's share between {low:.1%} and {high:.1%}."
        )
    return min(1.0, max(0.0, (wanted - low) / (high - low)))


def _shares(shares: Mapping[str, float]) -> pd.Series:
    part = pd.Series(0.0, index=list(GROUPS))
    for group, value in shares.items():
        if group not in GROUPS:
            near = difflib.get_close_matches(str(group).lower(), GROUPS, n=1)
            hint = f"did you mean '{near[0]}'?" if near else f"groups are {', '.join(GROUPS)}."
            raise TerritoryError(f"there is no group '{group}' to divide; {hint}")
        part[group] = _fraction(value, f"the share of {NAMES[group]}")
    return part


def _fraction(value: Any, what: str) -> float:
    number = isinstance(value, int | float | np.number) and not isinstance(value, bool)
    if not number or not 0 <= value <= 1:
        raise TerritoryError(f"{what} is {value!r}; give a number from 0 to 1, such as 0.25.")
    return float(value)


def _weighted(part: pd.Series, weight: pd.Series) -> float:
    return float((part * weight).sum() / weight.sum())


def _etorofu_sea(share: float, at_stake: Stakes) -> float:
    knots = at_stake.etorofu_sea
    return float(np.interp(share, knots.index.to_numpy(float), knots.to_numpy(float)))


# Ideas -------------------------------------------------------------------------------------------

IDEA_NAMES = {
    (0, 0, 0, 0): "None",
    (1, 1, 0, 0): "Two islands",
    (1, 1, 1, 0): "Three islands",
    (1, 1, 1, 0.2101): "Equal land",
    (1, 1, 1, 0.25): "3¼ islands",
    (1, 1, 1, 0.5): "3½ islands",
    (1, 1, 1, 1): "Four islands",
}
"""Ideas that move the same shares of (Habomai, Shikotan, Kunashiri, Etorofu) share one name."""


def ideas(options: pd.DataFrame | None = None) -> pd.DataFrame:
    """Group the ideas ever floated by what they would move, with what each would bring Japan.

    Args:
        options: rows of ``territory/options``; the verified ones by default. Ideas that name no
            shares are left out.

    Returns:
        One row for each division: ``idea``, ``count``, ``first`` and ``last`` year, ``floated_by``,
        the four shares, and the fields of `Outcome`.
    """
    options = load("territory/options", verified_only=True) if options is None else options
    columns = [f"{group}_share_to_japan" for group in GROUPS]
    rows = []
    for shares, found in options.dropna(subset=columns).groupby(columns, sort=True):
        moved = dict(zip(GROUPS, shares, strict=True))
        years = found["date"].str[:4].astype(int)
        rows.append(
            {
                "idea": IDEA_NAMES.get(tuple(shares), "Another"),
                "count": len(found),
                "first": int(years.min()),
                "last": int(years.max()),
                "floated_by": "; ".join(found.sort_values("date")["floated_by"].drop_duplicates()),
                **moved,
                **vars(outcome(moved)),
            }
        )
    return pd.DataFrame(rows).sort_values("land", ignore_index=True)


# A game at two tables ----------------------------------------------------------------------------

MEASURES = {"land": "land", "people": "people_even", "sea": "sea"}
"""What a side may count, with the field of `Outcome` that holds it."""


@dataclass(frozen=True)
class Game:
    """The result of a two-level game.

    Args:
        japan: the least and the most that Japan's win-set holds, as shares that go to Japan.
        russia: the same for Russia's win-set.
        zone: the zone of possible agreement, or None.
        ideas: the ideas, with ``share``, ``japan_accepts``, ``russia_accepts``, ``in_zone``.
    """

    japan: tuple[float, float]
    russia: tuple[float, float]
    zone: tuple[float, float] | None
    ideas: pd.DataFrame


def two_level_game(
    japan_least: float,
    russia_most: float,
    *,
    measure: str = "land",
    side_deals: float = 0.0,
    offers: pd.DataFrame | None = None,
) -> Game:
    """Find what both sides could get through at home (after Putnam 1988).

    Each government bargains abroad and must have the result accepted at home. All that could be
    accepted is its win-set; a deal is possible where the win-sets overlap. The assumptions:

    1. Both audiences look at one number only: the share that goes to Japan of one ``measure``.
    2. Japan's audience accepts any result of ``japan_least`` or more.
    3. Russia's audience accepts any result of ``russia_most`` or less.
    4. Deals on other things (investment, energy, security) are worth ``side_deals`` to Russia's
       audience: it accepts so much more. Japan's audience is not paid.
    5. Both know the thresholds, a threshold is one point, and nobody but the two has a veto.

    Args:
        japan_least: the smallest share acceptable in Japan, 0 to 1.
        russia_most: the largest share acceptable in Russia, 0 to 1.
        measure: what both count: land, people or sea.
        side_deals: what side deals add to Russia's threshold, 0 to 1.
        offers: ideas to sort, in the shape of `ideas()`; all of these by default.

    Raises:
        TerritoryError: a threshold is not a number from 0 to 1, or the measure is unknown.
    """
    if measure not in MEASURES:
        raise TerritoryError(f"there is no measure '{measure}'; choose from {', '.join(MEASURES)}.")
    least = _fraction(japan_least, "the least that Japan accepts")
    most = _fraction(russia_most, "the most that Russia accepts")
    most = min(1.0, most + _fraction(side_deals, "the worth of side deals"))
    table = (ideas() if offers is None else offers).copy()
    # Thresholds come from sliders and shares from divisions: a hair's breadth is no refusal.
    table["share"] = table[MEASURES[measure]]
    table["japan_accepts"] = table["share"] >= least - 1e-9
    table["russia_accepts"] = table["share"] <= most + 1e-9
    table["in_zone"] = table["japan_accepts"] & table["russia_accepts"]
    return Game(
        japan=(least, 1.0),
        russia=(0.0, most),
        zone=(least, most) if least <= most + 1e-9 else None,
        ideas=table,
    )


@functools.cache
def _known_ideas() -> pd.DataFrame:
    """Keep `ideas()`, which a grid of games would otherwise work out a thousand times."""
    return ideas()


ACCEPTED = {
    (True, True): "both",
    (True, False): "only Japan",
    (False, True): "only Russia",
    (False, False): "neither",
}


def game_row(
    measure: str, japan_least: float, russia_most: float, side_deals: float
) -> pd.DataFrame:
    """Return a two-level game as one row, with thresholds in per cent, to be drawn.

    Args:
        measure: land, people or sea.
        japan_least: the smallest share acceptable in Japan, in per cent.
        russia_most: the largest share acceptable in Russia, in per cent.
        side_deals: what side deals add to Russia's threshold, in points.

    Returns:
        One row: both win-sets, the zone in words, and for each idea who accepts it.
    """
    game = two_level_game(
        japan_least / 100,
        russia_most / 100,
        measure=measure,
        side_deals=side_deals / 100,
        offers=_known_ideas(),
    )
    inside = list(game.ideas[game.ideas["in_zone"]]["idea"])
    if game.zone is None:
        words = f"none: {(game.japan[0] - game.russia[1]) * 100:.0f} points apart"
    else:
        words = f"{game.zone[0] * 100:.0f} to {game.zone[1] * 100:.0f}%"
        words += f", {len(inside)} of {len(game.ideas)} ideas"
    return pd.DataFrame(
        [
            {
                "measure": measure,
                "japan_least": japan_least,
                "russia_most": round(game.russia[1] * 100, 1),
                "zone": words,
                **{
                    row.idea: ACCEPTED[bool(row.japan_accepts), bool(row.russia_accepts)]
                    for row in game.ideas.itertuples()
                },
            }
        ]
    )


def game_chart(frame: pd.DataFrame) -> alt.LayerChart:
    """Draw a two-level game: both win-sets, the zone, and the ideas in and out of it.

    Args:
        frame: the row of `game_row()`.
    """
    found = ideas()
    places = [
        {"key": f"{measure} {row['idea']}", "share": round(row[field] * 100, 1)}
        for measure, field in MEASURES.items()
        for row in found.to_dict("records")
    ]
    order = ["Zone", "Japan accepts", "Russia accepts", *found["idea"]]
    rows = alt.Y("row:N", title=None, sort=order, scale=alt.Scale(domain=order))
    shares = {
        "scale": alt.Scale(domain=[-3, 103], nice=False),
        "axis": alt.Axis(labelExpr="datum.value + '%'", values=[0, 25, 50, 75, 100]),
        "title": None,
    }
    base = alt.Chart()
    win_sets = [
        base.mark_bar(color=COLOURS[state], height=14)
        .transform_calculate(row=f"'{state} accepts'", low=low, high=high)
        .encode(y=rows, x=alt.X("low:Q", **shares), x2="high:Q")
        for state, low, high in (
            ("Japan", "datum.japan_least", "100"),
            ("Russia", "0", "datum.russia_most"),
        )
    ]
    # A win-set of a single point has no width: its threshold is drawn as well.
    win_sets += [
        base.mark_tick(color=COLOURS[state], thickness=4, height=22)
        .transform_calculate(row=f"'{state} accepts'")
        .encode(y=rows, x=alt.X(f"{threshold}:Q", **shares))
        for state, threshold in (("Japan", "japan_least"), ("Russia", "russia_most"))
    ]
    zone = (
        base.mark_rect(color=COLOURS["territory"], opacity=0.25, aria=False)
        .transform_filter("datum.japan_least <= datum.russia_most")
        .encode(x=alt.X("japan_least:Q", **shares), x2="russia_most:Q")
    )
    words = (
        base.mark_text(align="left", dx=6, fontWeight="bold")
        .transform_calculate(row="'Zone'", low="0")
        .encode(y=rows, x=alt.X("low:Q", **shares), text="zone:N")
    )
    each = (
        base.transform_fold(list(found["idea"]), as_=["row", "accepted_by"])
        .transform_calculate(key="datum.measure + ' ' + datum.row")
        .transform_lookup(
            lookup="key",
            from_=alt.LookupData(data=alt.InlineData(values=places), key="key", fields=["share"]),
        )
    )
    scale = alt.Scale(
        domain=["both", "only Japan", "only Russia", "neither"],
        range=[COLOURS["territory"], COLOURS["Japan"], COLOURS["Russia"], COLOURS["Other"]],
    )
    points = each.mark_point(size=110, filled=True, opacity=1).encode(
        y=rows,
        x=alt.X("share:Q", **shares),
        color=alt.Color("accepted_by:N", title="Accepted by", scale=scale),
        shape=alt.Shape(
            "accepted_by:N",
            title="Accepted by",
            scale=alt.Scale(
                domain=scale.domain, range=["circle", "triangle-right", "triangle-left", "cross"]
            ),
        ),
        tooltip=[
            alt.Tooltip("row:N", title="Idea"),
            alt.Tooltip("share:Q", title="Share to Japan, %"),
            alt.Tooltip("accepted_by:N", title="Accepted by"),
        ],
    )
    return alt.layer(zone, *win_sets, words, points, data=frame).properties(height=330)


# A role-play of the game -------------------------------------------------------------------------


@dataclass(frozen=True)
class Rules:
    """One version of the role-play. The thresholds are the game's assumptions, not findings.

    Args:
        label: its name, for the reader.
        measure: what both sides count, one of `MEASURES`.
        japan_least: the least that Tokyo signs, as a share that goes to Japan.
        russia_most: the most that Moscow signs, before side deals.
        side_deals: whether side deals and vetoes are played.
    """

    label: str
    measure: str
    japan_least: float
    russia_most: float
    side_deals: bool


GAMES = {
    "basic": Rules("basic: land counts", "land", 0.30, 0.40, side_deals=False),
    "advanced": Rules("advanced: sea counts, with side deals", "sea", 0.45, 0.40, side_deals=True),
}
"""The two versions of the role-play, one for 50 minutes and one for 90."""


@dataclass(frozen=True)
class SideDeal:
    """A promise beside the islands, with what the game assumes of it.

    Args:
        label: the promise, for the reader.
        worth: what it adds to the most that Moscow signs.
        vetoed_by: who vetoes a deal that has it, or "".
        wanted_by: who vetoes a deal that lacks it, or "".
    """

    label: str
    worth: float = 0.0
    vetoed_by: str = ""
    wanted_by: str = ""


SIDE_DEALS = {
    "economy": SideDeal("Japanese investment in Russia's Far East", 0.05),
    "residents": SideDeal("Residents may stay and keep their homes", 0.05, wanted_by="Islanders"),
    "visits": SideDeal("Free visits for former islanders, to all graves", wanted_by="Islanders"),
    "no_bases": SideDeal("No foreign troops on what is handed over", 0.10, "Washington"),
    "security": SideDeal("Security consultations that bind both sides", 0.05, "Beijing"),
}
"""Side deals of the advanced version."""

DEAL_FORMAT, DEAL_VERSION = "three-pillars-deal", 1
"""What the file of a deal says of itself."""


@dataclass(frozen=True)
class Deal:
    """What one group agreed in the role-play, or that it did not.

    Args:
        group: the name of the group of players.
        game: the version they played, one of `GAMES`.
        agreed: whether there was a deal.
        to_japan: those of the three smaller groups of islands that go to Japan, whole.
        etorofu: the share of Etorofu/Iturup that does, 0 to 1.
        side_deals: the side deals, of `SIDE_DEALS`.
    """

    group: str
    game: str = "basic"
    agreed: bool = True
    to_japan: tuple[str, ...] = ()
    etorofu: float = 0.0
    side_deals: tuple[str, ...] = ()

    @property
    def shares(self) -> dict[str, float]:
        """The share of each group of islands that goes to Japan."""
        return {**dict.fromkeys(self.to_japan, 1.0), "etorofu": float(self.etorofu)}

    def content(self) -> dict[str, Any]:
        """Return the deal as its file holds it."""
        return {
            "group": self.group,
            "game": self.game,
            "agreed": self.agreed,
            "to_japan": list(self.to_japan),
            "etorofu_share": self.etorofu,
            "side_deals": list(self.side_deals),
        }


def weigh_deal(deal: Deal) -> dict[str, Any]:
    """Hold a deal against the thresholds of the role sheets: one row of the class's chart.

    A side signs what its threshold allows. Side deals raise Moscow's; in the advanced version each
    of the others vetoes a deal that has what it cannot bear, or lacks what it cannot do without.

    Returns:
        ``row`` (the group), ``what`` ("deal"), ``result`` (what the thresholds say), ``counts``
        (land or sea), ``share`` (of it that goes to Japan, in per cent; None without a deal),
        ``least`` and ``most`` (thresholds, in per cent), ``land``, ``people`` and ``sea`` (shares
        in per cent), ``side_deals`` and ``vetoes`` (in words), ``note`` (drawn instead of a mark).

    Raises:
        TerritoryError: the deal does not fit the game.
    """
    _check_deal(deal.content(), "the deal")
    row = _row(deal.group, "deal", deal.game, deal.shares, deal.side_deals)
    if not deal.agreed:
        empty = dict.fromkeys(("share", "land", "people", "sea"))
        return {**row, **empty, "result": "no deal", "vetoes": "", "note": "no deal"}
    return row


RESULTS = ("in the zone", "vetoed", "only Tokyo", "only Moscow", "neither")
"""What the thresholds say of a deal: that it can be signed and kept, or who could sign it."""


def _row(
    name: str, what: str, game: str, shares: Mapping[str, float], side_deals: Sequence[str] = ()
) -> dict[str, Any]:
    rules = GAMES[game]
    moved = outcome(shares)
    share = getattr(moved, MEASURES[rules.measure])
    most = min(1.0, rules.russia_most + sum(SIDE_DEALS[key].worth for key in side_deals))
    tokyo, moscow = share >= rules.japan_least - 1e-9, share <= most + 1e-9
    vetoes = []
    if what == "deal" and rules.side_deals:
        for key, promise in SIDE_DEALS.items():
            against = promise.vetoed_by if key in side_deals else promise.wanted_by
            if against and against not in vetoes:
                vetoes.append(against)
    result = {
        (True, True): "vetoed" if vetoes else "in the zone",
        (True, False): "only Tokyo",
        (False, True): "only Moscow",
        (False, False): "neither",
    }[tokyo, moscow]

    def percent(value: float) -> float:
        return round(value * 100, 1)

    return {
        "row": name,
        "what": what,
        "result": result,
        "counts": rules.measure,
        "share": percent(share),
        "least": percent(rules.japan_least),
        "most": percent(most),
        "land": percent(moved.land),
        "people": percent(moved.people_even),
        "sea": percent(moved.sea),
        "side_deals": "; ".join(SIDE_DEALS[key].label for key in SIDE_DEALS if key in side_deals),
        "vetoes": ", ".join(vetoes),
        "note": "",
    }


def class_deals(deals: str | Path | Iterable[str | Path | Deal], game: str = "") -> pd.DataFrame:
    """Put the deals of a class beside every idea ever floated.

    Args:
        deals: a folder of deal files, or paths of files, or deals.
        game: the version played, where there is no deal to tell; "basic" by default.

    Returns:
        A row for each deal, by the share that goes to Japan and those without a deal last; then
        one for each of `ideas()`, from all to none. The columns are those of `weigh_deal()`, with
        ``place``, the order.

    Raises:
        TerritoryError: a file cannot be used, or the deals are of two versions of the game.
    """
    if isinstance(deals, str | Path):
        folder = Path(deals)
        deals = sorted(folder.glob("*.json")) if folder.is_dir() else [folder]
        if not deals:
            raise TerritoryError(f"there are no deal files in {folder.name}; put them there first.")
    held = [each if isinstance(each, Deal) else read_deal(each) for each in deals]
    games = {deal.game for deal in held}
    if len(games) > 1:
        raise TerritoryError(
            "these deals are of two versions of the game, which count different things; "
            "chart those of one version."
        )
    game = games.pop() if games else game or "basic"
    rows = [weigh_deal(deal) for deal in held]
    rows.sort(key=lambda row: -1 if row["share"] is None else row["share"], reverse=True)
    seen: dict[str, int] = {}
    for row in rows:
        name = row["row"]
        seen[name] = seen.get(name, 0) + 1
        row["row"] = name if seen[name] == 1 else f"{name} ({seen[name]})"
    for idea in ideas().iloc[::-1].to_dict("records"):
        shares = {group: idea[group] for group in GROUPS}
        rows.append(_row(f"idea: {idea['idea']}", "idea", game, shares))
    frame = pd.DataFrame(rows)
    return frame.assign(place=range(len(frame)))


ROW_HEIGHT = 26
"""Height of a row in the chart of a class's deals."""


def deals_chart(frame: pd.DataFrame) -> Any:
    """Draw the deals of a class against the zone of agreement and the ideas ever floated.

    Args:
        frame: the rows of `class_deals()`.

    Returns:
        The chart, with its title, its alt text and its sources.
    """
    title, subtitle, text = deals_words(frame)
    base = alt.Chart(frame).encode(
        alt.Y("row:N", title=None, sort=alt.EncodingSortField("place", op="min"))
    )
    shares = {
        "scale": alt.Scale(domain=[-3, 103], nice=False),
        "axis": alt.Axis(labelExpr="datum.value + '%'", values=[0, 25, 50, 75, 100]),
        "title": None,
    }
    results = alt.Scale(
        domain=list(RESULTS),
        range=[COLOURS["territory"], COLOURS["European Union"], COLOURS["Japan"], COLOURS["Russia"],
               COLOURS["Other"]],
    )  # fmt: skip
    zone = base.mark_bar(height=16, aria=False).encode(
        alt.X("least:Q", **shares),
        alt.X2("most:Q"),
        color=alt.value(COLOURS["territory"]),
        opacity=alt.condition("datum.least <= datum.most", alt.value(0.35), alt.value(0)),
    )
    marks = base.mark_point(size=120, filled=True, opacity=1).encode(
        alt.X("share:Q", **shares),
        color=alt.Color("result:N", scale=results),
        shape=alt.Shape(
            "result:N",
            scale=alt.Scale(
                domain=list(RESULTS),
                range=["circle", "diamond", "triangle-right", "triangle-left", "cross"],
            ),
        ),
        tooltip=["row", "result", alt.Tooltip("share:Q", title="share to Japan, %"), "land",
                 "people", "sea", "side_deals", "vetoes"],
    )  # fmt: skip
    words = base.mark_text(align="left", dx=12, fontStyle="italic").encode(
        x=alt.XDatum(0, **shares), text="note:N"
    )
    chart = alt.layer(zone, marks, words).properties(height=ROW_HEIGHT * len(frame) + 70)
    return figure(
        chart,
        title=alt.Title(title, subtitle=subtitle),
        alt=text,
        sources=["territory/options", "territory/areas", "territory/population",
                 "territory/sea_areas"],
    )  # fmt: skip


def deals_words(frame: pd.DataFrame) -> tuple[str, str, str]:
    """Say what the chart of a class's deals shows: its title, its subtitle and its alt text.

    Args:
        frame: the rows of `class_deals()`.
    """
    ideas_, deals = (frame[frame["what"] == what] for what in ("idea", "deal"))
    low, most = ideas_["least"].iloc[0], ideas_["most"].iloc[0]
    measure = ideas_["counts"].iloc[0]
    inside = int((ideas_["result"] == "in the zone").sum())
    if low <= most:
        zone = f"from {low:.0f} to {most:.0f}%"
        title = f"{inside} of {len(ideas_)} ideas ever floated lies in the zone of the role sheets"
    else:
        zone = f"none before side deals: {low:.0f}% at least against {most:.0f}% at most"
        title = "Without side deals the role sheets leave no zone of agreement"
    told = [
        f"{row['row']}: no deal" if pd.isna(row["share"])
        else f"{row['row']}: {row['share']:.1f}%, {row['result']}"
        for row in deals.to_dict("records")
    ]  # fmt: skip
    if told:
        inside = int((deals["result"] == "in the zone").sum())
        title = f"Deals of the class in the zone of the role sheets: {inside} of {len(deals)}"
    subtitle = (
        f"Share of the {measure} that goes to Japan. Green: the zone in which both sign, by "
        "the game's assumptions"
    )
    text = (
        f"Dot plot of {len(deals)} results of a class and {len(ideas_)} ideas ever floated by the "
        f"share of the {measure} that goes to Japan, with the zone of agreement of the role "
        f"sheets, {zone}, and who could sign each. "
        + ("; ".join(told) + "." if told else "No deal has been added yet.")
    )
    return title, subtitle, text


def read_deal(path: str | Path) -> Deal:
    """Read the file of a deal.

    Args:
        path: a file saved in the book or by `write_deal()`.

    Raises:
        TerritoryError: the file is missing, damaged, of another kind or version, or holds
            something that is no deal of this game.
    """
    content = read_file(
        path,
        format=DEAL_FORMAT,
        version=DEAL_VERSION,
        what="the file of a deal",
        error=TerritoryError,
    )
    deal = content.get("deal")
    _check_deal(deal, Path(path).name)
    return Deal(
        group=deal["group"].strip(),
        game=deal["game"],
        agreed=deal["agreed"],
        to_japan=tuple(deal["to_japan"]),
        etorofu=float(deal["etorofu_share"]),
        side_deals=tuple(deal["side_deals"]),
    )


def write_deal(path: str | Path, deal: Deal) -> Path:
    """Save a deal as the form of the built page does.

    Args:
        path: the file, or a folder, in which the file is named after the group.
        deal: what was agreed.

    Raises:
        TerritoryError: the deal does not fit the game, or the file cannot be written.
    """
    _check_deal(deal.content(), "the deal")
    path = Path(path)
    if path.suffix != ".json":
        try:
            path.mkdir(exist_ok=True)
        except OSError as reason:
            raise TerritoryError(
                f"the folder {path.name} cannot be made ({reason.strerror})."
            ) from None
        name = re.sub(r"[\W_]+", "_", deal.group.lower()).strip("_")
        path = path / f"deal_{name or 'group'}.json"
    content = {"format": DEAL_FORMAT, "version": DEAL_VERSION, "deal": deal.content()}
    return write_file(path, content, error=TerritoryError)


def _check_deal(deal: Any, name: str) -> None:
    """Say in one sentence why something is no deal; the form of the built page says the same."""

    def listed(key: str) -> list[Any]:
        if not isinstance(deal.get(key), list):
            raise TerritoryError(f"{name} holds no list of {key}.")
        return deal[key]

    if not isinstance(deal, dict):
        raise TerritoryError(f"{name} holds no deal.")
    if not isinstance(deal.get("group"), str) or not deal["group"].strip():
        raise TerritoryError(f"{name} does not name its group of players.")
    if deal.get("game") not in tuple(GAMES):
        raise TerritoryError(
            f"{name}: there is no version {deal.get('game')!r}; they are {' and '.join(GAMES)}."
        )
    if not isinstance(deal.get("agreed"), bool):
        raise TerritoryError(f"{name} does not say whether there was a deal.")
    for place in listed("to_japan"):
        if place not in GROUPS[:3]:
            raise TerritoryError(
                f"{name}: {place!r} is none of the groups {', '.join(GROUPS[:3])}."
            )
    _fraction(deal.get("etorofu_share"), f"{name}: the share of {NAMES['etorofu']}")
    for key in listed("side_deals"):
        if key not in tuple(SIDE_DEALS):
            raise TerritoryError(
                f"{name}: there is no side deal {key!r}; they are {', '.join(SIDE_DEALS)}."
            )
    if deal["side_deals"] and not GAMES[deal["game"]].side_deals:
        raise TerritoryError(
            f"{name} has side deals, and the {deal['game']} version has none; "
            "take them out, or choose the advanced version."
        )


def deal_sheet(folder: str | Path = "deals") -> DealSheet:
    """Let a group record its deal, in both lives.

    In the built book: a form that saves a file. In Jupyter: ipywidgets that save it beside the
    notebook.

    Args:
        folder: where Jupyter saves it.
    """
    return DealSheet(folder)


class DealSheet:
    """What `deal_sheet()` returns: the last expression of a cell shows it."""

    def __init__(self, folder: str | Path):
        """Take the folder; nothing is written before a deal is recorded."""
        self.folder = Path(folder)

    def block(self) -> Block:
        """Return the form of the built page."""
        at_stake = stakes()
        games = {}
        for name, rules in GAMES.items():
            games[name] = {
                "label": rules.label,
                "measure": rules.measure,
                "least": rules.japan_least,
                "most": rules.russia_most,
                "side_deals": rules.side_deals,
                "rows": class_deals([], name).drop(columns="place").to_dict("records"),
            }
        return deal_form(
            chart=deals_chart(class_deals([])),
            games=games,
            groups=[
                {
                    "id": group,
                    "name": NAMES[group],
                    **{key: float(getattr(at_stake, key)[group])
                       for key in ("land", "people", "sea")},
                }
                for group in GROUPS
            ],
            etorofu_sea=list(at_stake.etorofu_sea.items()),
            side_deals={key: vars(promise) for key, promise in SIDE_DEALS.items()},
            format=DEAL_FORMAT,
            version=DEAL_VERSION,
            row_height=ROW_HEIGHT,
        )  # fmt: skip

    def _ipython_display_(self) -> None:
        from IPython.display import display

        if in_book():
            display(self.block()._repr_mimebundle_(), raw=True)
        else:
            display(self.widgets())

    def widgets(self) -> Any:
        """Return the ipywidgets of the life in Jupyter."""
        import ipywidgets

        wide = {"style": {"description_width": "12rem"}, "layout": {"width": "min(100%, 640px)"}}
        group = ipywidgets.Text(description="Name of your group", **wide)
        game = ipywidgets.Dropdown(
            options=[(rules.label, name) for name, rules in GAMES.items()],
            description="Version played",
            **wide,
        )
        agreed = ipywidgets.Dropdown(
            options=[("choose …", None), ("a deal", True), ("no deal", False)],
            description="Result",
            **wide,
        )

        def boxes(names: Mapping[str, str]) -> dict[str, Any]:
            return {
                key: ipywidgets.Checkbox(
                    description=text, indent=False, layout={"width": "min(100%, 640px)"}
                )
                for key, text in names.items()
            }

        islands = boxes({key: f"{NAMES[key]} to Japan" for key in GROUPS[:3]})
        share = ipywidgets.FloatText(description="Etorofu/Iturup to Japan, %", **wide)
        promises = boxes({key: promise.label for key, promise in SIDE_DEALS.items()})
        save = ipywidgets.Button(description="Record the deal", layout={"width": "max-content"})
        given = ipywidgets.HTML()
        told = ipywidgets.HTML(f"Your deal is saved in the folder {self.folder}.")

        def entered() -> Deal:
            yes = agreed.value is True
            if agreed.value is None:
                raise TerritoryError("say first whether there is a deal.")
            if not 0 <= share.value <= 100:
                raise TerritoryError(
                    f"{share.value:g} lies outside 0 to 100: give the share of Etorofu/Iturup in "
                    "per cent."
                )
            return Deal(
                group=group.value.strip(),
                game=game.value,
                agreed=yes,
                to_japan=tuple(key for key, box in islands.items() if yes and box.value),
                etorofu=round(share.value / 100, 6) if yes else 0.0,
                side_deals=tuple(key for key, box in promises.items() if yes and box.value),
            )

        def tell(_change: Any) -> None:
            given.value = ""
            if agreed.value is True and 0 <= share.value <= 100:
                moved = outcome(entered().shares)
                given.value = (
                    f"To Japan: {moved.land:.1%} of the land, {moved.people_even:.1%} of the "
                    f"people of 2023 if spread evenly, {moved.sea:.1%} of the sea in the model."
                )

        def record(_button: Any) -> None:
            try:
                path = write_deal(self.folder, entered())
            except TerritoryError as error:
                told.value = f"Nothing is saved: {error}"
                return
            told.value = f"Saved as {path}."

        for widget in (agreed, share, *islands.values()):
            widget.observe(tell, names="value")
        save.on_click(record)
        words = ipywidgets.HTML("Side deals, advanced version only:")
        rows = [group, game, agreed, *islands.values(), share, words, *promises.values()]
        return ipywidgets.VBox([*rows, given, save, told])


# Who held what -----------------------------------------------------------------------------------


def held_by(year: int, control: pd.DataFrame | None = None) -> pd.DataFrame:
    """Say who held each group of islands on the last day of a year.

    Args:
        year: from 1855 on; the current year stands for the last day that the table knows.
        control: rows of ``territory/control``; the whole table by default.

    Returns:
        One row for each group: ``island_group``, ``holder``, ``basis``, ``since``, the state whose
        colour the map uses (``colour_state``), and ``claimed_by_japan``.

    Raises:
        TerritoryError: the year is no whole number, before 1855, or after the table ends.
    """
    day = f"{_checked_year(year)}-12-31"
    control = load("territory/control") if control is None else control
    now = control[(control["from_date"].astype(str) <= day)]
    now = now[now["to_date"].isna() | (now["to_date"].astype(str) > day)]
    now = now.rename(columns={"from_date": "since"})
    order = {group: i for i, group in enumerate(NAMES)}
    now = now.sort_values("island_group", key=lambda column: column.map(order))
    columns = ["island_group", "holder", "basis", "since", "colour_state", "claimed_by_japan"]
    return now[columns].reset_index(drop=True)


def _checked_year(year: Any) -> int:
    if isinstance(year, bool) or not isinstance(year, int | np.integer):
        raise TerritoryError(f"the year is {year!r}; give a whole number such as 1945.")
    if year < FIRST_YEAR:
        raise TerritoryError(
            f"in {year} there was no agreed line: the first border is of {FIRST_YEAR}; "
            f"give a year from {FIRST_YEAR} on."
        )
    if year > (last := last_year()):
        raise TerritoryError(f"the table of who held what ends in {last}; give a year up to that.")
    return int(year)


def last_year() -> int:
    """Return the year of the latest dated event, up to which the table of control was checked."""
    return int(load("territory/events")["date"].max()[:4])


def line_of(year: int, lines: pd.DataFrame | None = None) -> str:
    """Name the line between the two states' islands that was in force at the end of a year.

    Args:
        year: from 1855 on.
        lines: rows of ``territory/lines``; the whole table by default.

    Raises:
        TerritoryError: as for `held_by()`.
    """
    year = _checked_year(year)
    lines = load("territory/lines") if lines is None else lines
    return str(lines[lines["from_year"] <= year].sort_values("from_year")["line_id"].iloc[-1])


def dated(events: pd.DataFrame) -> pd.DataFrame:
    """Give each event the first and the last day on which it can have happened.

    Args:
        events: rows with ``date`` (such as "1956-08") and ``date_precision`` (day, month, year).

    Returns:
        A copy with ``first_day`` and ``last_day``: the same day, or the ends of a month or year.
    """
    out = events.copy()
    start = pd.to_datetime(
        events["date"].str.pad(7, side="right", fillchar="x")
        .str.replace("xxx", "-01", regex=False).str.pad(10, side="right", fillchar="x")
        .str.replace("xxx", "-01", regex=False)
    )  # fmt: skip
    end = start.copy()
    month, year = events["date_precision"] == "month", events["date_precision"] == "year"
    end[month] = start[month] + pd.offsets.MonthEnd(0)
    end[year] = start[year] + pd.offsets.YearEnd(0)
    return out.assign(first_day=start, last_day=end)


KINDS = {
    "Treaties, agreements, declarations": ("treaty", "agreement", "declaration"),
    "Summits and envoys": ("summit",),
    "Offers": ("offer",),
    "Statements": ("statement",),
    "One-sided acts and war": ("unilateral", "war"),
}
"""Kinds of events as a reader may choose them."""


def events_of(kind: str, events: pd.DataFrame | None = None) -> pd.DataFrame:
    """List the events of one kind from the first to the last, ready to be drawn as a list.

    Args:
        kind: one of `KINDS`.
        events: rows of ``territory/events``; the verified ones by default.

    Returns:
        ``date``, ``title``, ``side``, ``known_to``, ``first_day``, ``last_day``, both as years with
        decimals (``from_year``, ``to_year``), and ``height``: where the event stands in the list,
        from 0 (first) to 1 (last).

    Raises:
        TerritoryError: the kind is unknown.
    """
    if kind not in KINDS:
        raise TerritoryError(f"there is no kind '{kind}'; choose from {', '.join(KINDS)}.")
    events = load("territory/events", verified_only=True) if events is None else events
    rows = dated(events[events["kind"].isin(KINDS[kind])]).sort_values("first_day")
    rows = rows.rename(columns={"date_precision": "known_to"}).reset_index(drop=True)
    rows["height"] = ((rows.index + 0.5) / len(rows)).round(4)
    for day, year in (("first_day", "from_year"), ("last_day", "to_year")):
        at = rows[day].dt
        rows[year] = (at.year + (at.day_of_year - 1) / 365.25).round(2)
        rows[day] = at.strftime("%Y-%m-%d")
    days = ["first_day", "last_day", "from_year", "to_year"]
    return rows[["date", "title", "side", "known_to", *days, "height"]]


# The coast ---------------------------------------------------------------------------------------

_AXIS_KM, _FLATTENING = 6378.137, 1 / 298.257222101  # GRS80
_DEGREE_KM = 111.2


def ring_area_km2(ring: Sequence[Sequence[float]] | np.ndarray) -> float:
    """Measure the area inside a ring on the GRS80 ellipsoid.

    The ring is mapped to Lambert's cylinder, which keeps areas exactly: x is the longitude, y the
    sine of the authalic latitude; there the area is that of a plane polygon. Between neighbouring
    points of a coast, a straight line on the cylinder and the shortest line on the ellipsoid are
    metres apart.

    Args:
        ring: longitude and latitude of each corner, in degrees.
    """
    points = np.asarray(ring, dtype=float)
    e2 = _FLATTENING * (2 - _FLATTENING)
    e = math.sqrt(e2)

    def q(sine: np.ndarray) -> np.ndarray:  # Snyder 1987, equation 3-12
        return (1 - e2) * (
            sine / (1 - e2 * sine**2) - np.log((1 - e * sine) / (1 + e * sine)) / (2 * e)
        )

    x = np.radians(points[:, 0] - points[0, 0])
    y = q(np.sin(np.radians(points[:, 1])))
    twice = np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y)
    return float(abs(twice) / 2 * _AXIS_KM**2 / 2)


def clockwise(ring: np.ndarray) -> np.ndarray:
    """Return a closed ring that runs clockwise on a map with north up, as Vega draws it."""
    points = ring if np.array_equal(ring[0], ring[-1]) else np.vstack([ring, ring[:1]])
    x, y = points[:-1].T
    twice = np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y)
    return points[::-1] if twice > 0 else points


def clipped(ring: np.ndarray, normal: Sequence[float], limit: float) -> np.ndarray:
    """Cut a ring along a straight line (Sutherland and Hodgman).

    Args:
        ring: longitude and latitude of each corner.
        normal: a direction (east, north); what lies further that way stays.
        limit: where the line crosses that direction: points with ``point · normal >= limit`` stay.
    """
    points = ring[:-1] if len(ring) and np.array_equal(ring[0], ring[-1]) else ring
    if not len(points):
        return points
    depth = points @ np.asarray(normal, dtype=float) - limit
    before, depth_before = np.roll(points, 1, axis=0), np.roll(depth, 1)
    crosses = (depth >= 0) != (depth_before >= 0)
    step = np.divide(depth_before, depth_before - depth, where=crosses, out=np.zeros_like(depth))
    # Each corner may add two points: where the line is crossed on the way to it, and itself.
    pairs = np.stack([before + (points - before) * step[:, None], points], axis=1)
    return pairs.reshape(-1, 2)[np.stack([crosses, depth >= 0], axis=1).ravel()]


def simplified(ring: np.ndarray, tolerance_km: float) -> np.ndarray:
    """Drop points of a ring that lie within a tolerance of the line (Ramer, Douglas, Peucker).

    An islet keeps at least its four outermost points.
    """
    if tolerance_km <= 0 or len(ring) < 6:
        return ring
    points = ring[:-1] if np.array_equal(ring[0], ring[-1]) else ring
    plane = points * [_DEGREE_KM * math.cos(math.radians(points[:, 1].mean())), _DEGREE_KM]
    turn = np.argmin(plane[:, 0])
    points, plane = np.roll(points, -turn, axis=0), np.roll(plane, -turn, axis=0)
    keep = np.zeros(len(points), dtype=bool)
    ends = sorted({int(f(plane[:, i])) for i in (0, 1) for f in (np.argmin, np.argmax)})
    keep[ends] = True
    plane = np.vstack([plane, plane[:1]])
    waiting = list(zip(ends, [*ends[1:], len(points)], strict=True))
    while waiting:
        first, last = waiting.pop()
        if last - first < 2:
            continue
        a, along = plane[first], plane[last] - plane[first]
        offset = plane[first + 1 : last] - a
        length = float(np.hypot(*along))
        if length > 0:
            away = np.abs(along[0] * offset[:, 1] - along[1] * offset[:, 0]) / length
        else:
            away = np.hypot(offset[:, 0], offset[:, 1])
        at = int(np.argmax(away))
        if away[at] > tolerance_km:
            middle = first + 1 + at
            keep[middle] = True
            waiting += [(first, middle), (middle, last)]
    return points[keep]


@functools.cache
def coast() -> dict[str, list[np.ndarray]]:
    """Read the coast: for each group of islands, and for ``background``, its rings.

    Raises:
        TerritoryError: the file is missing or damaged.
    """
    path = data.root() / "territory" / "coast.geojson"
    found: dict[str, list[np.ndarray]] = {}
    try:
        for each in json.loads(path.read_text(encoding="utf-8"))["features"]:
            ring = np.array(each["geometry"]["coordinates"][0], dtype=float)
            found.setdefault(each["properties"]["group"], []).append(ring)
    except (OSError, ValueError, KeyError, TypeError, IndexError) as error:
        raise TerritoryError(
            "data/territory/coast.geojson is missing or damaged; restore the file with git."
        ) from error
    return found


def _long_axis(ring: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the long axis of an island, pointing north-east, and how far along it each point lies.

    The axis is a direction in degrees, to be multiplied with longitude and latitude: the first
    principal axis of the coast in a plane with equal scales.
    """
    scale = np.array([math.cos(math.radians(ring[:, 1].mean())), 1.0])
    plane = ring * scale
    _u, _s, axes = np.linalg.svd(plane - plane.mean(axis=0), full_matrices=False)
    axis = axes[0] * np.sign(axes[0] @ [1, 1]) * scale
    return axis, ring @ axis


def etorofu_strips(
    count: int = 100, tolerance_km: float = 0.0, overlap_km: float = 0.0
) -> list[np.ndarray]:
    """Cut Etorofu/Iturup into strips of equal area, straight across its long axis.

    Args:
        count: how many strips; the first is the south-western end.
        tolerance_km: how much the coast may be simplified first.
        overlap_km: how far each strip reaches into the next, so that no seam shows on a drawing.
    """
    ring = simplified(max(coast()["etorofu"], key=ring_area_km2), tolerance_km)
    axis, along = _long_axis(ring)
    total = ring_area_km2(ring)
    # The area south-west of a cut grows with the cut: find each by halving.
    cuts = [along.min()]
    for share in np.arange(1, count) / count:
        low, high = cuts[-1], along.max()
        for _ in range(24):
            middle = (low + high) / 2
            area = ring_area_km2(clipped(ring, -axis, -middle))
            low, high = (middle, high) if area < share * total else (low, middle)
        cuts.append(low)
    cuts.append(along.max())
    return [
        clipped(clipped(ring, axis, low), -axis, -high - overlap_km / _DEGREE_KM)
        for low, high in itertools.pairwise(cuts)
    ]


# Maps --------------------------------------------------------------------------------------------

HELD_BY = ("Japan", "Russia or USSR", "undivided")
"""Words of the legend; one colour stands for the Russian Empire, the USSR and the Federation."""

REGION_LABELS = {
    "sakhalin_north": (144.2, 51.3, "left"),
    "sakhalin_south": (145.0, 48.0, "left"),
    "kurils_north": (154.2, 49.9, "right"),
    "kurils_middle": (150.6, 46.9, "right"),
    "etorofu": (148.6, 44.95, "left"),
    "kunashiri": (147.4, 44.33, "left"),
    "shikotan": (147.2, 43.8, "left"),
    "habomai": (146.75, 43.28, "left"),
}
"""Where the name of a group stands on the map: longitude, latitude, and which way it runs."""


@dataclass(frozen=True)
class _Window:
    """What a map shows: its middle and its width, in degrees."""

    longitude: float
    latitude: float
    width: float
    height_px: int
    tolerance_km: float
    middle_on_phones: float = 0.5

    def projection(self) -> alt.Projection:
        """Return a Mercator projection that fills whatever width the page gives."""
        scale = 1 / math.radians(self.width)
        return alt.Projection(
            type="mercator",
            scale=alt.ExprRef(f"width * {scale:.4f}"),
            center=[self.longitude, self.latitude],
            translate=alt.ExprRef(
                f"[width / 2, height * (width > 450 ? 0.5 : {self.middle_on_phones})]"
            ),
        )


REGION = _Window(149.0, 47.15, 17.4, 560, 0.8)
CLOSE_UP = _Window(147.05, 44.45, 4.6, 540, 0.2, 0.36)


def _multipolygon(rings: Iterable[np.ndarray], tolerance_km: float) -> dict[str, Any]:
    """Return rings as one GeoJSON geometry, simplified, clockwise, with 3 decimals."""
    polygons = []
    for ring in rings:
        ring = clockwise(np.round(simplified(ring, tolerance_km), 3))
        if len(ring) > 3:
            polygons.append([ring.tolist()])
    return {"type": "MultiPolygon", "coordinates": polygons}


def _background(window: _Window) -> list[dict[str, Any]]:
    """Return the land around the islands, cut to a little more than the map shows."""
    half = window.width / 2 + 0.3
    tall = half * 0.75
    rings = []
    for ring in coast()["background"]:
        for normal, limit in (
            ((1, 0), window.longitude - half),
            ((-1, 0), -window.longitude - half),
            ((0, 1), window.latitude - tall),
            ((0, -1), -window.latitude - tall),
        ):
            ring = clipped(ring, normal, limit)
        if len(ring) > 2:
            rings.append(ring)
    return [{"type": "Feature", "geometry": _multipolygon(rings, window.tolerance_km)}]


@functools.cache
def _region_features() -> list[dict[str, Any]]:
    """Return the shapes of the region's map, with what its tooltips say."""
    facts = fact_box().set_index("island_group")
    features = []
    for group, name in NAMES.items():
        longitude, latitude, align = REGION_LABELS[group]
        fact = facts.loc[group] if group in facts.index else None
        features.append(
            {
                "group": name,
                "type": "Feature",
                "geometry": _multipolygon(coast()[group], REGION.tolerance_km),
                "longitude": longitude,
                "latitude": latitude,
                "align": align,
                "area": "" if fact is None else fact["area"],
                "people": "" if fact is None else fact["people"],
                "distance": "" if fact is None else fact["distance"],
            }
        )
    for _, corners in load("territory/lines").groupby("line_id", sort=False):
        first = corners.iloc[0]
        parts = [
            part[["longitude_deg", "latitude_deg"]].to_numpy().tolist()
            for _, part in corners.groupby("part")
        ]
        features.append(
            {
                "group": first["label"],
                "type": "Feature",
                "geometry": {"type": "MultiLineString", "coordinates": parts},
                "longitude": first["label_longitude_deg"],
                "latitude": first["label_latitude_deg"],
                "align": "left",
            }
        )
    return features


def fact_box() -> pd.DataFrame:
    """Return what a reader should know of each of the four groups, as words.

    Returns:
        One row a group: both names, names in script, area, people in 1945 and 2023, distance.
    """
    at_stake = stakes()
    islands = load("territory/islands")
    islands = islands[islands["is_group"]].set_index("island_id")
    rows = []
    for group in reversed(GROUPS):
        island = islands.loc[group]
        near = island["distance_computed_km"]
        rows.append(
            {
                "island_group": group,
                "name": NAMES[group],
                "in_script": f"{island['name_ja']} / {island['name_ru'].split(' (')[0]}",
                "area": f"{at_stake.land[group]:,.0f} km²",
                "people": f"{at_stake.people_1945[group]:,.0f} in 1945, "
                f"{at_stake.people[group]:,.0f} in 2023",
                "distance": f"{near:.1f} km to Hokkaido"
                if near < 100
                else f"{near:.0f} km to Hokkaido",
            }
        )
    return pd.DataFrame(rows)


def holders_by_year(year: int) -> pd.DataFrame:
    """Say what the region's map shows for a year: who held each group, and the line in force.

    Args:
        year: from 1855 on.

    Raises:
        TerritoryError: as for `held_by()`.
    """
    rows = []
    for row in held_by(year).itertuples():
        rows.append(
            {
                "group": NAMES[row.island_group],
                "status": "claimed by Japan" if row.claimed_by_japan else "islands",
                "held_by": "Russia or USSR" if row.colour_state == "Russia" else row.colour_state,
                "holder": row.holder,
                "since": str(row.since)[:10],
            }
        )
    lines = load("territory/lines").set_index("line_id")["label"]
    rows.append({"group": lines[line_of(year)].iloc[0], "status": "line in force"})
    return pd.DataFrame(rows)


def region_map(frame: pd.DataFrame) -> alt.LayerChart:
    """Draw the region: who held which islands, and the line in force.

    Args:
        frame: rows of `holders_by_year()`.
    """
    projection = REGION.projection()
    wide = "width > 450"
    ink = {"fill": alt.ExprRef("'currentColor'"), "fontSize": alt.ExprRef(f"{wide} ? 13 : 11")}
    land = (
        alt.Chart(alt.InlineData(values=_background(REGION)))
        .mark_geoshape(aria=False, fill=MUTED, fillOpacity=0.3, stroke=None, clip=True)
        .project(**projection.to_dict())
    )
    islands = (
        alt.Chart()
        .mark_geoshape(aria=False, strokeWidth=1, clip=True)
        .transform_filter("datum.status != 'line in force'")
        .encode(
            color=alt.Color(
                "held_by:N",
                title="Held by",
                scale=alt.Scale(
                    domain=list(HELD_BY),
                    range=[COLOURS["Japan"], COLOURS["Russia"], COLOURS["Other"]],
                ),
            ),
            tooltip=[
                alt.Tooltip("group:N", title="Group"),
                alt.Tooltip("holder:N", title="Held by"),
                alt.Tooltip("since:N", title="Since"),
                alt.Tooltip("area:N", title="Area"),
                alt.Tooltip("people:N", title="People"),
                alt.Tooltip("distance:N", title="Distance"),
            ],
        )
        .project(**projection.to_dict())
    )
    outline = (
        alt.Chart()
        .mark_geoshape(
            aria=False, filled=False, stroke="currentColor", strokeDash=[3, 2], strokeWidth=1.5
        )
        .transform_filter("datum.status == 'claimed by Japan'")
        .project(**projection.to_dict())
    )
    line = (
        alt.Chart()
        .mark_geoshape(aria=False, filled=False, stroke="currentColor", strokeWidth=2, clip=True)
        .transform_filter("datum.status == 'line in force'")
        .project(**projection.to_dict())
    )
    names = [
        alt.Chart()
        .mark_text(align=align, baseline="middle", clip=True, **ink)
        .transform_filter(f"datum.align == '{align}'")
        .transform_calculate(
            text="datum.status == 'line in force' ? datum.group : datum.group + ': ' + datum.holder"
        )
        .encode(longitude="longitude:Q", latitude="latitude:Q", text="text:N")
        .project(**projection.to_dict())
        for align in ("left", "right")
    ]
    fields = ["type", "geometry", "longitude", "latitude", "align", "area", "people",
              "distance"]  # fmt: skip
    return (
        alt.layer(land, islands, outline, line, *names, data=frame)
        .transform_lookup(
            lookup="group",
            from_=alt.LookupData(
                data=alt.InlineData(values=_region_features()), key="group", fields=fields
            ),
        )
        .properties(height=REGION.height_px)
    )


# The map on which the reader draws a line

CLOSE_LABELS = {
    "etorofu": ("147.75", "44.62"),
    "kunashiri": ("144.95", "44.62"),
    "shikotan": ("146.45", "43.97"),
    "habomai": ("width > 450 ? 146.25 : 145.15", "width > 450 ? 43.35 : 43.08"),
}
"""Where names begin on the close-up: longitude and latitude, on a phone clear of the gauges."""

STRIPS = 100


def two_lines(cut: str) -> alt.Axis:
    """Return an axis that breaks its labels in two, half of each beside the middle of its row.

    Args:
        cut: the text at which a label breaks, such as the stroke between two names.
    """
    broken = f"indexof(datum.label, '{cut}') > 0"
    return alt.Axis(
        labelExpr=f"split(datum.label, '{cut}')",
        labelOffset={"condition": {"test": broken, "value": -7}, "value": 0},
    )


TO_JAPAN, WITH_RUSSIA = "to Japan", "with Russia"


def drawn_line(kunashiri: str, shikotan: str, habomai: str, etorofu: float) -> pd.DataFrame:
    """Work out what a line drawn by the reader moves.

    Args:
        kunashiri: ``"to Japan"`` or ``"with Russia"``.
        shikotan: the same.
        habomai: the same.
        etorofu: the part of Etorofu/Iturup that goes to Japan, in per cent of its land, counted
            from the south-west.

    Returns:
        One row: what goes to Japan of each group and of land, people and sea, in per cent.

    Raises:
        TerritoryError: a word or a number is none of these.
    """
    words = {"kunashiri": kunashiri, "shikotan": shikotan, "habomai": habomai}
    for group, word in words.items():
        if word not in (TO_JAPAN, WITH_RUSSIA):
            raise TerritoryError(
                f"{NAMES[group]} is {word!r}; say '{TO_JAPAN}' or '{WITH_RUSSIA}'."
            )
    shares = {group: float(word == TO_JAPAN) for group, word in words.items()}
    found = outcome({**shares, "etorofu": etorofu / 100})
    people = (found.people_low, found.people_even)
    low, even = (f"{share:.0%}".rstrip("%") for share in people)
    return pd.DataFrame(
        [
            {
                **{group: int(share * 100) for group, share in shares.items()},
                "etorofu": etorofu,
                "land": round(found.land * 100, 1),
                "people_low": round(found.people_low * 100, 1),
                "people": round(found.people_even * 100, 1),
                "people_text": f"{even}%" if low == even else f"{low}–{even}%",
                "sea": round(found.sea * 100, 1),
            }
        ]
    )


@functools.cache
def _close_features() -> list[dict[str, Any]]:
    """Return the shapes of the close-up: three groups, and Etorofu/Iturup in a hundred strips."""
    tolerance = CLOSE_UP.tolerance_km
    features = [
        {
            "shape": group,
            "type": "Feature",
            "geometry": _multipolygon(coast()[group], tolerance),
        }
        for group in GROUPS[:3]
    ]
    for i, ring in enumerate(etorofu_strips(STRIPS, tolerance, 0.4)):
        features.append(
            {
                "shape": f"strip{i}",
                "type": "Feature",
                "geometry": _multipolygon([ring], 0),
            }
        )
    return features


def line_map(frame: pd.DataFrame) -> alt.LayerChart:
    """Draw a line through the disputed islands, with what it moves beside it.

    Args:
        frame: the row of `drawn_line()`.
    """
    projection = CLOSE_UP.projection().to_dict()
    wide = "width > 450"
    size = alt.ExprRef(f"{wide} ? 14 : 11")
    shapes = alt.LookupData(
        data=alt.InlineData(values=_close_features()), key="shape", fields=["type", "geometry"]
    )
    scale = alt.Scale(domain=[TO_JAPAN, WITH_RUSSIA], range=[COLOURS["Japan"], COLOURS["Russia"]])
    where = alt.Color("where:N", title="In this deal", scale=scale)
    land = (
        alt.Chart(alt.InlineData(values=_background(CLOSE_UP)))
        .mark_geoshape(aria=False, fill=MUTED, fillOpacity=0.3, stroke=None, clip=True)
        .project(**projection)
    )
    groups = (
        alt.Chart()
        .mark_geoshape(aria=False, stroke=None, clip=True)
        .transform_fold(list(GROUPS[:3]), as_=["shape", "share"])
        .transform_lookup(lookup="shape", from_=shapes)
        .transform_calculate(
            where="datum.share > 0 ? 'to Japan' : 'with Russia'",
            name=f"({json.dumps(NAMES)})[datum.shape]",
        )
        .encode(color=where, tooltip=[alt.Tooltip("name:N", title="Group"),
                                      alt.Tooltip("where:N", title="In this deal")])
        .project(**projection)
    )  # fmt: skip
    strips = (
        alt.Chart()
        .mark_geoshape(aria=False, stroke=None, clip=True)
        .transform_calculate(strip=f"sequence({STRIPS})")
        .transform_flatten(["strip"])
        .transform_calculate(
            shape="'strip' + datum.strip",
            where="datum.strip < datum.etorofu ? 'to Japan' : 'with Russia'",
        )
        .transform_lookup(lookup="shape", from_=shapes)
        .encode(color=where, tooltip=[alt.Tooltip("where:N", title="Etorofu/Iturup, this part")])
        .project(**projection)
    )
    names = []
    for group, (longitude, latitude) in CLOSE_LABELS.items():
        names.append(
            alt.Chart()
            .mark_text(align="left", baseline="middle", fontSize=size, clip=True)
            .transform_calculate(
                text=f"'{NAMES[group]}: ' + datum.{group} + '%'",
                longitude=longitude,
                latitude=latitude,
            )
            .encode(longitude="longitude:Q", latitude="latitude:Q", text="text:N")
            .project(**projection)
        )
    return alt.layer(land, groups, strips, *names, *_gauges(), data=frame).properties(
        height=CLOSE_UP.height_px
    )


def _gauges() -> list[alt.Chart]:
    """Draw three gauges into the open sea of the close-up: land, people and sea."""
    left, right = "width * (width > 450 ? 0.64 : 0.52)", "width * 0.98"
    row = "(height - (width > 450 ? 128 : 84) + datum.row * (width > 450 ? 44 : 29))"
    folded = (
        alt.Chart()
        .transform_fold(["land", "people", "sea"], as_=["what", "share"])
        .transform_calculate(
            row="indexof(['land', 'people', 'sea'], datum.what)",
            text="datum.what == 'people' ? 'People ' + datum.people_text : "
            "(datum.what == 'land' ? 'Land ' : 'Sea ') + format(datum.share, '.1f') + '%'",
        )
        .transform_calculate(
            left=left,
            right=right,
            half=f"({left} + {right}) / 2",
            end=f"{left} + ({right} - {left}) * datum.share / 100",
            top=row,
            bottom=f"{row} + (width > 450 ? 12 : 8)",
        )
    )

    def at(channel: type, field: str) -> Any:
        return channel(f"{field}:Q", scale=None, axis=None)

    def bar(end: str) -> dict[str, Any]:
        return {
            "x": at(alt.X, "left"),
            "x2": alt.X2(end),
            "y": at(alt.Y, "top"),
            "y2": alt.Y2("bottom"),
        }

    return [
        folded.mark_rect(fill=COLOURS["Russia"]).encode(**bar("right")),
        folded.mark_rect(fill=COLOURS["Japan"]).encode(**bar("end")),
        folded.mark_rule(stroke="currentColor", strokeWidth=1.5).encode(
            x=at(alt.X, "half"), y=at(alt.Y, "top"), y2=alt.Y2("bottom")
        ),
        folded.mark_text(
            align="left", baseline="bottom", dy=-3, fontSize=alt.ExprRef("width > 450 ? 14 : 11")
        ).encode(x=at(alt.X, "left"), y=at(alt.Y, "top"), text="text:N"),
    ]


# Judges ------------------------------------------------------------------------------------------

SOCHI = 'Sochi summit, "new approach"'
"""The title of one event."""

STEPS = ("treaty", "agreement", "declaration", "offer")
"""Kinds of events that bring a settlement nearer: something signed, declared or offered."""


def _abe() -> tuple[str, str]:
    """Read the first and the last day of Abe's later cabinets."""
    terms = load("argument/terms")
    mine = terms[(terms["person"] == "Abe Shinzo") & (terms["date_start"] >= "2012")].iloc[0]
    return str(mine["date_start"]), str(mine["date_end"])


def _events(first: str, last: str) -> pd.DataFrame:
    """Load the verified events from one day to another; those of a month or year count whole."""
    events = dated(load("territory/events", verified_only=True))
    return events[(events["first_day"] >= first) & (events["last_day"] <= last)]


def _event(title: str) -> pd.Series:
    """Find the one event with a title."""
    events = load("territory/events", verified_only=True)
    return events[events["title"] == title].iloc[0]


def _rounds() -> pd.DataFrame:
    """Load the formal rounds of the vice-ministers on a peace treaty, in order."""
    meetings = load("argument/ministerial_meetings", verified_only=True)
    rounds = meetings["running_number"].str.startswith("round").fillna(False).astype(bool)
    return meetings[rounds].sort_values("date")


def _days(first: str, last: str) -> int:
    return int((pd.Timestamp(last) - pd.Timestamp(first)).days)


def _long(day: str) -> str:
    """Write a day as a reader does: 9 January 2013."""
    at = pd.Timestamp(day)
    return f"{at.day} {at.month_name()} {at.year}"


def _month(day: str) -> str:
    """Write the month of a day, or of a date known to the month: May 2015."""
    return f"{pd.Timestamp(day):%B %Y}"


def _poll(pollster: str, year: str, answer: str) -> float:
    polls = load("territory/opinion", verified_only=True)
    mine = polls[(polls["pollster"] == pollster) & (polls["answer"] == answer)]
    return float(mine[mine["date"].str.startswith(year)]["share_pct"].iloc[0])


@judge("C17")
def wanted_to_settle() -> Judgement:
    """Was Abe convinced that the dispute must be settled? Only what he did about it shows."""
    start, end = _abe()
    both = _events(start, COMMENTARY)
    acts = both[both["kind"] == "summit"]
    later = _events(COMMENTARY, end)
    return Judgement(
        verdict="supported",
        then="supported",
        figure=f"{len(acts)} steps at the top, from {_long(acts['date'].iloc[0])}",
        evidence=(
            f"Within {_days(start, _event('Mori meets Putin as envoy')['date'])} days of taking "
            f"office he had sent an envoy with a letter, and on "
            f"{_long(_event('Abe–Putin summit, Moscow')['date'])} he signed a statement that calls "
            "the lack of a treaty abnormal. A conviction cannot be seen; what he did can."
        ),
        hindsight=(
            f"The table has {int((later['kind'] == 'summit').sum())} more summits on the islands "
            f"in his time, the last in {_event('Singapore agreement')['date'][:4]}."
        ),
        tables=["territory/events", "argument/terms"],
    )


@judge("C20")
def momentum() -> Judgement:
    """Was there momentum? Then something should have been signed, offered or at least talked on."""
    rounds = _rounds()
    before = rounds[rounds["date"] <= COMMENTARY]["date"].iloc[-1]
    after = rounds[rounds["date"] > COMMENTARY]["date"].iloc[0]
    year_ago = "2014-07-21"
    recent = _events(year_ago, COMMENTARY)
    steps = int(recent["kind"].isin(STEPS).sum())
    following = _events("2015-07-22", "2016-07-21")
    meetings = load("argument/leader_meetings", verified_only=True)
    abe = meetings[(meetings["pair"] == "JPN-RUS") & (meetings["leader"] == "Abe")]
    last = abe[abe["date"] <= COMMENTARY].sort_values("date").iloc[-1]
    return Judgement(
        verdict="contradicted",
        then="contradicted",
        figure=f"{steps or 'no'} step in a year; no round for {_days(before, COMMENTARY)} days",
        evidence=(
            f"For the year before the commentary the table has {steps or 'no'} step towards a "
            f"settlement, nothing signed, declared or offered; its {len(recent)} entry is Lavrov's "
            f"rebuke of May 2015. The last formal round lay {_days(before, COMMENTARY)} days back. "
            f"Only the leaders' wish of {_long(last['date'])} to arrange a visit speaks for the "
            "claim."
        ),
        hindsight=(
            f"The next round came {_days(before, after)} days after the last; the year after the "
            f"commentary opens with {_count(following, 'unilateral')} Russian steps on the islands "
            "and then brings Sochi, an approach and no text."
        ),
        tables=[
            "territory/events",
            "argument/ministerial_meetings",
            "argument/leader_meetings",
        ],
    )


def _count(events: pd.DataFrame, kind: str) -> int:
    return int((events["kind"] == kind).sum())


@judge("C21")
def a_priority() -> Judgement:
    """Did Abe make a return of the islands a priority? His meetings and envoys show the weight."""
    start, end = _abe()
    events = load("territory/events", verified_only=True)
    summits = events[(events["kind"] == "summit") & (events["date"] >= "2000")]
    his = summits[(summits["date"] >= start) & (summits["date"] <= end)]
    then = his[his["date"] <= COMMENTARY]
    return Judgement(
        verdict="supported",
        then="supported",
        figure=f"{len(his)} of {len(summits)} top-level entries since 2000 are his",
        evidence=(
            f"By the day of the commentary {len(then)} summits or missions of an envoy on the "
            f"islands fell into his {_days(start, COMMENTARY) / 365.25:.1f} years; no other prime "
            "minister of this century has so many in the table."
        ),
        hindsight=(
            f"By {_long(end)} it was {len(his)}; the priority was real, and no island changed "
            "hands."
        ),
        tables=["territory/events", "argument/terms"],
    )


@judge("C22")
def hinted_at_less() -> Judgement:
    """Had Abe hinted at giving up the demand for all four? Compare what was said with policy."""
    start, _end = _abe()
    options = load("territory/options", verified_only=True)
    mine = options[(options["side"] == "Japan") & (options["date"] >= start)]
    before = mine[mine["date"] <= COMMENTARY]
    official = before[before["status"] == "official_position"]
    personal = before[before["status"] == "personal_view"]
    sent = _event("Singapore agreement")
    return Judgement(
        verdict="partly",
        then="partly",
        figure=f"{len(personal)} personal views, {len(official)} official position: four",
        evidence=(
            f"From {start[:4]} to the commentary the table has {len(personal)} ideas from the "
            "Japanese side for less than all four, both Mori's own views; the "
            f"government's position of {_long(official['date'].iloc[0])} was all four."
        ),
        hindsight=(
            f"On {_long(sent['date'])} Abe took the declaration of 1956 as the basis, which names "
            f"two groups with {outcome({'habomai': 1, 'shikotan': 1}).land:.1%} of the land: a "
            "hint of less than four, from Abe himself."
        ),
        tables=["territory/options", "territory/events", "territory/areas"],
    )


@judge("C23")
def envoy() -> Judgement:
    """Did Mori go to Moscow as Abe's envoy in early 2013? The press record has the day."""
    met = _event("Mori meets Putin as envoy")
    return Judgement(
        verdict="supported",
        then="supported",
        figure=_long(met["date"]),
        evidence=(
            f"On {_long(met['date'])} Mori met Putin with a letter from Abe, "
            f"{_days(_abe()[0], met['date'])} days after Abe took office."
        ),
        tables=["territory/events", "argument/terms"],
    )  # fmt: skip


@judge("C24")
def floated_a_split() -> Judgement:
    """Did Mori float a split before leaving? He drew a line; what it divides is arithmetic."""
    drawn = _event("Mori draws a line on television")
    met = _event("Mori meets Putin as envoy")
    three = outcome({"habomai": 1, "shikotan": 1, "kunashiri": 1})
    return Judgement(
        verdict="supported",
        then="supported",
        figure=f"{_days(drawn['date'], met['date'])} days before; {three.land:.1%} of the land",
        evidence=(
            f"On {_long(drawn['date'])} he drew a line on television between Kunashiri/Kunashir "
            f"and Etorofu/Iturup: three of four groups for Japan, but {three.land:.1%} of the "
            f"land and {three.sea:.0%} of the sea, so a split, and not an even one."
        ),
        tables=["territory/events", "territory/areas", "territory/sea_areas"],
    )


@judge("C25")
def government_kept_its_distance() -> Judgement:
    """Did the government keep its distance and its claim to all four? It answered at once."""
    drawn = _event("Mori draws a line on television")
    options = load("territory/options", verified_only=True)
    official = options[(options["side"] == "Japan") & (options["status"] == "official_position")]
    answer = official["date"].iloc[0]
    return Judgement(
        verdict="supported",
        then="supported",
        figure=f"answer after {_days(drawn['date'], answer)} day",
        evidence=(
            f"On {_long(answer)}, {_days(drawn['date'], answer)} day after Mori's remark, the "
            "government denied any change and restated the claim to all four groups."
        ),
        hindsight=f"At Sochi in {_event(SOCHI)['date'][:4]} it was again called unchanged.",
        tables=["territory/events", "territory/options"],
    )


@judge("C26")
def never_one_sided() -> Judgement:
    """Would Russia never accept a one-sided handover, and did Abe know? Polls bear on the first."""
    settled = _poll("VTsIOM", "2010", "the question is settled")
    against = _poll("Levada Center", "2016", "against a transfer")
    later = _poll("Levada Center", "2018", "against a transfer")
    islanders = _poll("VTsIOM", "2019", "against a transfer")
    vote = _event("Vote on the Russian constitution")
    options = load("territory/options", verified_only=True)
    # A hint that the press reported is no offer.
    offers = options[(options["side"] == "Russia") & options["status"].str.contains("offer")]
    offered = (offers[[f"{group}_share_to_japan" for group in GROUPS]] > 0).sum(axis=1).max()
    return Judgement(
        verdict="partly",
        then="partly",
        figure=f"{settled:.0f}% in 2010: settled; {against:.0f}% in 2016: against",
        evidence=(
            f"In 2010 {settled:.0f}% of Russians asked called the question settled, and none of "
            f"the {len(offers)} Russian offers in the table goes beyond {offered} of the "
            "four groups; what Abe knew leaves no trace that a test could find."
        ),
        hindsight=(
            f"Against a transfer were {against:.0f}% in 2016, {later:.0f}% in 2018 and "
            f"{islanders:.0f}% of the islanders in 2019; with the vote of {_long(vote['date'])} a "
            "ban on giving territory away entered the constitution."
        ),
        tables=["territory/opinion", "territory/options", "territory/events"],
    )


@judge("C27")
def quiet_talks() -> Judgement:
    """Did the two sides keep up quiet talks? Formal rounds can be counted, advisers' trips too."""
    rounds = _rounds()
    before = rounds[rounds["date"] <= COMMENTARY]["date"].iloc[-1]
    after = rounds[rounds["date"] > COMMENTARY]["date"].iloc[0]
    meetings = load("argument/ministerial_meetings", verified_only=True)
    met = dated(meetings[meetings["kind"] == "security_advisers"])
    met = met[met["first_day"] > before]
    sure = int((met["last_day"] <= COMMENTARY).sum())
    perhaps = int((met["first_day"] <= COMMENTARY).sum())
    return Judgement(
        verdict="partly",
        then="partly",
        figure=f"advisers {sure} to {perhaps} times, no formal round for "
        f"{_days(before, COMMENTARY)} days",
        evidence=(
            f"Between the round of {_long(before)} and the commentary the security advisers met "
            f"{sure} or {perhaps} times (of one meeting only the month is known), on Ukraine and a "
            "visit as far as is known; formal talks on the treaty stood still all that time."
        ),
        hindsight=f"They were taken up again on {_long(after)}.",
        tables=["argument/ministerial_meetings"],
    )


@judge("C28")
def why_no_treaty() -> Judgement:
    """Is the dispute why no treaty closed the war? There is no treaty, but the war was ended."""
    ended = _event("Soviet–Japanese Joint Declaration")
    years = int(COMMENTARY[:4]) - int(ended["date"][:4])
    events = _events(str(ended["date"]), COMMENTARY)
    treaties = _count(events[events["side"] == "both"], "treaty")
    return Judgement(
        verdict="partly",
        then="partly",
        figure=f"{years} years after 1956, {treaties or 'no'} peace treaty",
        evidence=(
            f"From the declaration of {_long(ended['date'])} to the commentary the table has "
            f"{treaties or 'no'} treaties between the two: it left the peace treaty to later "
            "talks and tied the handover of two groups to it. But it also ended the state of war."
        ),
        tables=["territory/events"],
    )


@judge("C29")
def grand_bargain_in_reach() -> Judgement:
    """Was a large bargain within reach while Abe was in office? By his last day, was there one?"""
    _start, end = _abe()
    later = _events(COMMENTARY, end)
    signed = later[later["kind"].isin(["treaty", "agreement"])]
    offers = later[later["kind"] == "offer"]
    return Judgement(
        verdict="contradicted",
        then="untestable",
        figure=f"{len(signed) or 'nothing'} signed by {_long(end)}",
        evidence=(
            "On the day of the commentary the forecast was open, though no round had been held "
            f"since {_rounds()['date'].iloc[0][:4]} and no offer lay on the table. "
            f"By {_long(end)}, Abe's last day, {len(signed) or 'no'} "
            "treaties, transfers or divisions had been signed."
        ),
        hindsight=(
            f"In between came {len(offers)} offer, Putin's of a treaty first and the islands "
            "later, and the constitution of 2020."
        ),
        tables=["territory/events", "argument/terms", "argument/ministerial_meetings"],
    )


@judge("C30")
def riper_than_ever() -> Judgement:
    """Did both sides say that the time was better than ever? Read the statements of that year."""
    year_ago = "2014-07-21"
    said = _events(year_ago, COMMENTARY)
    friendly = said[said["kind"].isin([*STEPS, "summit"])]
    rebukes = said[(said["kind"] == "statement") & (said["side"] == "Russia")]
    later = _events(COMMENTARY, "2015-12-31")
    return Judgement(
        verdict="contradicted",
        then="contradicted",
        figure=f"{len(friendly) or 'no'} such word found, {len(rebukes)} rebuke in twelve months",
        evidence=(
            "In the twelve months before the commentary the table has "
            f"{len(friendly) or 'no'} summit, offer or text on the islands and {len(rebukes)} "
            f"Russian statement, of {_month(rebukes['date'].iloc[0])}, that Tokyo refuses to "
            "accept a part of the outcome of the war. No words like those claimed were found, from "
            "either side; a search may miss some."
        ),
        hindsight=(
            "Before the year was out Medvedev had announced a visit and made it "
            f"({_count(later, 'unilateral')} entries), and Tokyo had protested."
        ),
        tables=["territory/events"],
    )


@judge("C52")
def a_new_chance() -> Judgement:
    """Had a chance for a large bargain newly opened? Then positions should have moved together."""
    later = _after(COMMENTARY)
    signed = later[later["kind"].isin(["treaty", "agreement"])]
    ended = _event("Russia stops treaty talks")
    return Judgement(
        verdict="contradicted",
        then="untestable",
        figure=f"{len(signed) or 'no'} bargain; talks ended {_long(ended['date'])}",
        evidence=(
            "Whether a chance had opened could not be tested on the day; a text, an offer or a "
            "round would have spoken for it, and the year before had none."
        ),
        hindsight=(
            f"Since then {len(signed) or 'no'} bargains are in the table; Tokyo moved towards two "
            f"islands in 2018, Moscow moved away, and ended the talks on {_long(ended['date'])}."
        ),
        tables=["territory/events"],
    )


def _after(day: str) -> pd.DataFrame:
    events = dated(load("territory/events", verified_only=True))
    return events[events["first_day"] > day]
