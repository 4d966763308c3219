"""A state's goods trade with another one by year, in dollars and in yen."""

from __future__ import annotations

import pandas as pd

from ._checked import columns, known, with_data
from .errors import MeasureError


def usd_mn_to_jpy_bn(value_usd_mn: float, yen_per_usd: float) -> float:
    """Convert million dollars to billion yen.

    Args:
        value_usd_mn: An amount in million dollars.
        yen_per_usd: The mean rate of the year.

    Returns:
        The amount in billion yen.

    Raises:
        MeasureError: The rate is not above 0.
    """
    if not yen_per_usd > 0:
        raise MeasureError(
            f"a rate of {yen_per_usd:g} yen a dollar cannot be; take it from exchange rates."
        )
    return value_usd_mn * yen_per_usd / 1000


def trade_by_year(
    bilateral: pd.DataFrame,
    rates: pd.DataFrame,
    reporter: str = "JPN",
    partner: str = "RUS",
) -> pd.DataFrame:
    """Add up a state's goods trade with another one, in dollars and in yen.

    Yen are dollars times the mean market rate of the year, so both columns tell one story in two
    currencies.

    Args:
        bilateral: The table ``energy/bilateral_trade``.
        rates: The table ``energy/exchange_rates``.
        reporter: Whose statistics, ISO 3166 alpha-3.
        partner: With whom, ISO 3166 alpha-3; ``"WLD"`` for all.

    Returns:
        One row a calendar year that has both flows: ``year``, ``export_usd_mn``,
        ``import_usd_mn``, ``total_usd_mn``, ``total_jpy_bn`` and ``verified``.

    Raises:
        MeasureError: The pair is not in the table, or a rate is missing.
    """
    columns(
        bilateral,
        (
            "year",
            "period_type",
            "reporter_iso3",
            "partner_iso3",
            "flow",
            "value_usd_mn",
            "preferred",
            "verified",
        ),
        "bilateral trade",
    )
    known(reporter, bilateral["reporter_iso3"], "reporter")
    own = bilateral[bilateral["reporter_iso3"] == reporter]
    known(partner, own["partner_iso3"], f"partner of {reporter}")
    rows = own[
        (own["partner_iso3"] == partner)
        & own["preferred"]
        & (own["period_type"] == "calendar_year")
        & own["flow"].isin(["export", "import"])
        & own["value_usd_mn"].notna()
    ]
    flows = rows.pivot(index="year", columns="flow", values="value_usd_mn")
    flows = flows.reindex(columns=["export", "import"]).dropna()
    table = pd.DataFrame(
        {
            "year": flows.index.astype(int),
            "export_usd_mn": flows["export"].to_numpy(float),
            "import_usd_mn": flows["import"].to_numpy(float),
        }
    )
    table["total_usd_mn"] = table["export_usd_mn"] + table["import_usd_mn"]
    yen = rates[(rates["currency"] == "JPY") & rates["preferred"]].set_index("year")[
        "units_per_usd"
    ]
    for year in table["year"]:
        with_data(int(year), yen.index, "a preferred rate of the yen")
    table["total_jpy_bn"] = [
        usd_mn_to_jpy_bn(value, float(yen[year]))
        for year, value in zip(table["year"], table["total_usd_mn"], strict=True)
    ]
    table["verified"] = rows.groupby("year")["verified"].all().reindex(table["year"]).to_numpy(bool)
    return table


def percent_change(series: pd.Series, start: int, end: int) -> float:
    """Compare two years of a series.

    Args:
        series: Amounts above 0, indexed by year.
        start: The first year.
        end: The last year.

    Returns:
        The change as a fraction of the first value: -0.39 for a fall by 39 per cent.

    Raises:
        MeasureError: A year is missing, or the first value is not above 0.
    """
    for year in (start, end):
        with_data(year, series.index, series.name or "the series")
    first, last = float(series[start]), float(series[end])
    if not first > 0:
        raise MeasureError(
            f"the value of {start} is {first:g}; a change in per cent needs a start above 0."
        )
    return last / first - 1
