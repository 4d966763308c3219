"""Judges of the claims that chapter ``balance/power`` weighs."""

from __future__ import annotations

from ...data import load
from ...ledger import Judgement, judge
from ...meetings import LEADERS
from ..ratios import ratio
from ._evidence import JOINT, STATEMENTS, near_japan, statements, to_commentary


@judge("C19")
def _hedge_on_both_sides() -> Judgement:
    spending = load("balance/military_spending", verified_only=True)
    base = "constant 2022 US$"
    lead = ratio(spending, "CHN", "JPN", base).set_index("year")["ratio"]
    with_russia = ratio(spending, ("JPN", "RUS"), "CHN", base).set_index("year")["ratio"]
    alone = ratio(spending, "JPN", "CHN", base).set_index("year")["ratio"]
    xi, abe = to_commentary("Xi"), to_commentary("Abe")
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
            f"{near_japan('bomber_patrol')} times near Japan by the end of 2025."
        ),
        tables=["balance/military_spending", LEADERS, JOINT],
    )


@judge("C45")
def _belief_in_a_guard() -> Judgement:
    lead = ratio(load("balance/military_spending"), price_base="current US$").set_index("year")
    said = statements("C45")
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
        tables=["balance/military_spending", STATEMENTS],
    )
