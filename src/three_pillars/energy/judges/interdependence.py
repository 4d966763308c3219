"""Judges of the chapter energy/interdependence: how much does Russia weigh in Japan's trade?"""

from __future__ import annotations

from ...data import load
from ...ledger import Judgement, judge
from ..suppliers import RUSSIA, rank_by_year, share_by_year
from ..trade import percent_change, trade_by_year
from ..weights import trade_weight


@judge("C35")
def a_main_energy_partner() -> Judgement:
    """Did Russia soon rank among Japan's main energy partners? Rank and share, by fuel."""
    lng = load("energy/lng_imports")
    places = rank_by_year(lng).set_index("year")
    series = share_by_year(lng).set_index("year")["share"]
    crude = load("energy/crude_imports", verified_only=True)
    crude = crude[
        (crude["exporter"] == RUSSIA)
        & (crude["period_type"] == "calendar_year")
        & (crude["product"] == "crude")
        & crude["preferred"]
        & crude["share_pct"].notna()
    ].set_index("year")["share_pct"]
    last = int(series.index.max())
    return Judgement(
        verdict="partly",
        then="supported",
        figure=f"number {places['rank'][2014]} with {series[2014]:.1%} of LNG, 2014",
        evidence=(
            f"In 2014 Russia was number {places['rank'][2014]} of {places['suppliers'][2014]} "
            f"named LNG suppliers with {series[2014]:.1%}: a main partner by rank, though its "
            f"share was below that of 2013 ({series[2013]:.1%})."
        ),
        hindsight=(
            f"It was a plateau, not a rise: {series[last]:.1%} of LNG in {last}, number "
            f"{places['rank'][last]}; of crude, {crude[2015]:.1f}% in 2015 and "
            f"{crude[2024]:.1f}% in 2024."
        ),
        tables=["energy/lng_imports", "energy/crude_imports"],
    )


@judge("C46")
def better_ties_help_the_economy() -> Judgement:
    """Did Abe believe that better ties would help? Nobody can observe it; the effect one can."""
    trade = trade_by_year(load("energy/bilateral_trade"), load("energy/exchange_rates"))
    trade = trade.set_index("year")
    table = load("energy/trade_shares")
    russia = trade_weight(table, "russia_share_in_japan_trade").set_index("year")["share"]
    china = trade_weight(table, "china_share_in_japan_trade").set_index("year")["share"]
    dollars = percent_change(trade["total_usd_mn"], 2014, 2015)
    yen = percent_change(trade["total_jpy_bn"], 2014, 2015)
    return Judgement(
        verdict="untestable",
        then="untestable",
        figure=f"Russia's share of Japan's trade {russia[2012]:.1%} → {russia[2014]:.1%}, 2012–14",
        evidence=(
            "A belief leaves no trace in trade figures; they show how much there was to gain: "
            f"Russia had {russia[2012]:.1%} of Japan's goods trade in 2012 and {russia[2014]:.1%} "
            f"in 2014, China {china[2014]:.1%}."
        ),
        hindsight=(
            f"Trade fell by {-dollars:.0%} in dollars and by {-yen:.0%} in yen in 2015, with the "
            f"oil price; Russia's share was {russia[2016]:.1%} in 2016, the year of the "
            f"eight-point plan, and {russia[2019]:.1%} in 2019."
        ),
        tables=["energy/bilateral_trade", "energy/exchange_rates", "energy/trade_shares"],
    )
