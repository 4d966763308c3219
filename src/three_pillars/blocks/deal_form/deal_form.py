"""The record of a deal: a group saves what it agreed, a class puts its files into one chart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from ...figures import to_html as figure_html
from ..core import Block, BlockError, Kind, chart_uid, declare

WORDS = {
    "goes": "Goes to Japan",
    "share": "Share of Etorofu/Iturup that goes to Japan, from its south-western end",
    "side_deals": "Side deals, advanced version only",
    "total": "To Japan: {land}% of the land, {people}% of the people of 2023 if spread evenly, "
    "{sea}% of the sea in the model.",
    "first": "only Tokyo",
    "second": "only Moscow",
    "title": "Deals of the class in the zone of the role sheets: {inside} of {groups}",
    "subtitle": "Share of the {measure} that goes to Japan. Shaded: the zone in which both sign, "
    "by the game's assumptions",
    "text": "Dot plot of {deals} results of a class and {ideas} divisions that were floated by the "
    "share of the {measure} that goes to Japan, with the zone of agreement of the role sheets, "
    "{zone}, and who could sign each. {told}.",
    "zone": "from {least} to {most}%",
    "no_zone": "none before side deals: {least}% at least against {most}% at most",
}
"""What is said of the game itself; a script fills in what stands in braces."""


def deal_form(
    *,
    games: Mapping[str, Mapping[str, Any]],
    groups: Sequence[Mapping[str, Any]],
    etorofu_sea: Sequence[Sequence[float]],
    side_deals: Mapping[str, Mapping[str, Any]],
    format: str,
    version: int,
    words: Mapping[str, str] | None = None,
) -> Block:
    """Let a group record its deal as a file; no threshold and no worth goes into the page.

    Args:
        games: for each version of the game ``label`` and ``side_deals``, whether it has any.
        groups: for each group of islands ``id``, ``name``, ``land``, ``people`` and ``sea``; the
            last is the one that may be cut.
        etorofu_sea: the sea of the part of the last group that is cut off, by its share.
        side_deals: for each its ``label``.
        format: what a file says of its kind.
        version: what it says of its version.
        words: what the form says of this game, see `WORDS`.

    Raises:
        BlockError: one of the words is missing.
    """
    return Block(
        "deal_form",
        shows="form",
        games=_only(games, ("label", "side_deals")),
        side_deals=_only(side_deals, ("label",)),
        **_shared("deal_form", groups, etorofu_sea, format, version, words),
    )


def deals_form(
    *,
    chart: Any,
    games: Mapping[str, Mapping[str, Any]],
    groups: Sequence[Mapping[str, Any]],
    etorofu_sea: Sequence[Sequence[float]],
    side_deals: Mapping[str, Mapping[str, Any]],
    format: str,
    version: int,
    row_height: int,
    words: Mapping[str, str] | None = None,
) -> Block:
    """Let a class put its files into one chart, which gives the thresholds away.

    Args:
        chart: the chart of the ideas alone, made by `figure()`; the files of a class are added.
        games: as for `deal_form()`, and ``measure``, ``least``, ``most`` and ``rows``, the chart's
            rows of the ideas.
        groups: as for `deal_form()`.
        etorofu_sea: as for `deal_form()`.
        side_deals: for each ``label``, ``worth``, ``vetoed_by`` and ``wanted_by``.
        format: as for `deal_form()`.
        version: as for `deal_form()`.
        row_height: height of a row of the chart.
        words: what the chart says of this game, see `WORDS`.

    Raises:
        BlockError: one of the words is missing.
    """
    return Block(
        "deal_form",
        name="class-deals",
        shows="class",
        spec=chart.to_dict(),
        games={name: dict(game) for name, game in games.items()},
        side_deals={name: dict(deal) for name, deal in side_deals.items()},
        row_height=row_height,
        **_shared("deals_form", groups, etorofu_sea, format, version, words),
    )


def _only(table: Mapping[str, Mapping[str, Any]], kept: Sequence[str]) -> dict[str, Any]:
    return {name: {key: row[key] for key in kept} for name, row in table.items()}


def _shared(
    name: str,
    groups: Sequence[Mapping[str, Any]],
    etorofu_sea: Sequence[Sequence[float]],
    format: str,
    version: int,
    words: Mapping[str, str] | None,
) -> dict[str, Any]:
    words = WORDS if words is None else words
    if missing := [one for one in WORDS if not words.get(one)]:
        raise BlockError(f"{name}(): say words[{missing[0]!r}] too.")
    return {
        "groups": [dict(group) for group in groups],
        "knots": [list(knot) for knot in etorofu_sea],
        "format": format,
        "version": version,
        "words": dict(words),
    }


def _view(block: Mapping[str, Any], uid: str, base: str | None) -> dict[str, Any]:
    return {
        # What the script needs; the chart brings its own specification.
        "held": {key: value for key, value in block.items() if key not in ("kind", "spec")},
        "chart": Markup(figure_html(block["spec"], chart_uid(block, uid, base), base))
        if "spec" in block
        else "",
    }


declare(Kind("deal_form", _view, needs=("figure", "numbers", "storage", "files")))
