"""The tables of energy and trade agree with each other and with what their sources print."""

import pandas as pd
import pytest

from three_pillars import load, tables

REVIEW = r"^(bp|ei)20\d\d$"  # the yearly editions of the statistical review
CUSTOMS_TABLE = "comtrade_gcam_ff"  # every supplier by weight, 2009 to 2012


# LNG ----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def lng():
    return load("energy/lng_imports")


@pytest.mark.parametrize("year", range(2013, 2025))
def test_suppliers_add_up_to_the_printed_total(lng, year):
    edition = lng[(lng["year"] == year) & lng["preferred"] & lng["source_id"].str.match(REVIEW)]
    parts = edition[edition["row_type"].isin(["exporter", "residual_group"])]
    total = edition[edition["row_type"] == "total"]
    assert len(total) == 1
    assert parts["source_id"].unique().tolist() == total["source_id"].tolist()
    assert parts["volume_bcm"].sum() == pytest.approx(total["volume_bcm"].item(), abs=0.01)
    assert parts["share_pct"].sum() == pytest.approx(100, abs=0.02)
    share = 100 * parts["volume_bcm"] / total["volume_bcm"].item()
    assert (share - parts["share_pct"]).abs().max() < 0.001


PRINTED = {2009: 64.5523, 2010: 70.0078, 2011: 78.5316, 2012: 87.3143}  # Mt
RUSSIA_BY_WEIGHT = {2009: 4.29, 2010: 8.61, 2011: 9.07, 2012: 9.51}  # per cent


@pytest.mark.parametrize("year", PRINTED)
def test_suppliers_by_customs_weight_add_up_to_the_printed_total(lng, year):
    edition = lng[(lng["year"] == year) & (lng["source_id"] == CUSTOMS_TABLE)]
    parts = edition[edition["row_type"] == "exporter"]
    assert edition["preferred"].all()
    total = edition.loc[edition["row_type"] == "total", "volume_mt"].item()
    assert total == PRINTED[year]
    assert parts["volume_mt"].sum() == pytest.approx(total, abs=0.001)
    russia = parts.set_index("exporter").loc["Russia"]
    assert russia["share_pct"] == RUSSIA_BY_WEIGHT[year]
    assert 100 * russia["volume_mt"] / total == pytest.approx(russia["share_pct"], abs=0.006)


def test_the_state_agency_agrees_with_both_counts(lng):
    """JOGMEC, April 2014: 9.8 per cent of 87.5 Mt in 2013, beside 9.79 of the review."""
    agency = lng[lng["source_id"] == "rbth_20140422"].set_index("exporter")
    assert agency.loc["Russia", "share_pct"] == 9.8
    assert 100 * 8.6 / agency.loc["Total", "volume_mt"] == pytest.approx(9.8, abs=0.05)


CUSTOMS = {2015: "jga2016", 2019: "offshore2020", 2023: "mt2024", 2024: "brecorder2025"}


@pytest.mark.parametrize("year", CUSTOMS)
def test_two_independent_sources_agree_on_the_share_of_russia(lng, year):
    russia = lng[
        (lng["year"] == year)
        & (lng["exporter"] == "Russia")
        & (lng["period_type"] == "calendar_year")
    ]
    review = russia[russia["preferred"]]
    customs = russia[russia["source_id"] == CUSTOMS[year]]
    total = lng[
        (lng["year"] == year)
        & (lng["source_id"] == CUSTOMS[year])
        & (lng["row_type"] == "total")
        & (lng["period_type"] == "calendar_year")
    ]
    by_weight = 100 * customs["volume_mt"].item() / total["volume_mt"].item()
    assert review["source_id"].str.match(REVIEW).all()
    assert customs["share_pct"].item() == pytest.approx(by_weight, abs=0.05)
    assert review["share_pct"].item() == pytest.approx(by_weight, abs=0.15)
    assert review["share_pct"].item() == pytest.approx(customs["share_pct"].item(), abs=0.15)


def test_lng_values_printed_in_the_sources(lng):
    row = lng.set_index(["year", "exporter", "source_id"])
    assert row.loc[(2014, "Russia", "bp2015"), "volume_bcm"].item() == pytest.approx(11.4913)
    total = lng[(lng["year"] == 2014) & (lng["row_type"] == "total")]["volume_bcm"].item()
    assert total == pytest.approx(120.5988)
    assert round(11.4913 / 120.5988 * 100, 2) == 9.53
    assert row.loc[(2024, "Russia", "ei2025"), "volume_bcm"].item() == pytest.approx(
        7.744, abs=5e-4
    )
    assert row.loc[(2015, "Russia", "jga2016"), "volume_mt"].item() == 7.57
    assert row.loc[(2010, "Russia", "jbpress2011"), "share_pct"].item() == 8
    assert int(row.loc[(2010, "Russia", CUSTOMS_TABLE), "share_pct"].item()) == 8, "cut off"


def test_the_outlier_of_2002_is_the_only_one(lng):
    flagged = lng[lng["outlier"]]
    assert flagged[["year", "row_type", "volume_bcm"]].to_numpy().tolist() == [
        [2002, "total_revised", 60.9316]
    ]
    assert flagged["note"].str.contains("error").all()


def test_concentration_follows_from_the_imports(lng):
    table = load("energy/lng_concentration")
    assert (table["hhi_lower"] <= table["hhi_upper"]).all()
    assert table["hhi_lower"].between(10000 / table["exporters_named"] * 0.8, 10000).all()
    for row in table[table["preferred"]].itertuples():
        unit = "volume_bcm" if row.basis == "bcm" else "volume_mt"
        edition = lng[(lng["year"] == row.year) & (lng["source_id"] == row.source_id)]
        total = edition.loc[edition["row_type"] == "total", unit].item()
        named = edition[edition["row_type"] == "exporter"].set_index("exporter")[unit]
        rest = edition.loc[edition["row_type"] == "residual_group", unit]
        shares = 100 * named / total
        lower = (shares**2).sum()
        assert row.russia_share_pct == pytest.approx(shares["Russia"], abs=0.006)
        assert row.russia_rank == named.rank(ascending=False)["Russia"]
        assert row.exporters_named == len(named)
        assert row.hhi_lower == pytest.approx(lower, abs=0.6)
        assert row.hhi_upper == pytest.approx(lower + ((100 * rest / total) ** 2).sum(), abs=0.6)
        assert row.top_exporter == shares.idxmax()
        assert row.top3_share_pct == pytest.approx(shares.nlargest(3).sum(), abs=0.006)
        middle_east = shares.reindex(["Qatar", "United Arab Emirates", "Oman", "Yemen"]).sum()
        assert row.middle_east_share_pct == pytest.approx(middle_east, abs=0.006)
    printed = table.set_index(["year", "basis"])
    assert printed.loc[(2014, "bcm"), "hhi_lower"] == 1298
    assert printed.loc[(2014, "bcm"), "russia_share_pct"] == 9.53
    by_weight = printed["hhi_upper"].xs("customs_mt", level="basis").loc[:2012]
    assert by_weight.to_dict() == {2009: 1464, 2010: 1427, 2011: 1281, 2012: 1224}


# The other energy tables --------------------------------------------------------------------------


def test_crude_rows_add_up_and_the_product_breaks_in_2015():
    crude = load("energy/crude_imports")
    crude = crude[crude["preferred"] & crude["source_id"].str.match(REVIEW)]
    for _year, rows in crude.groupby("year"):
        by_type = rows.groupby("row_type")["volume_mt"].sum()
        parts = by_type.reindex(["exporter", "region", "residual_group"]).sum()
        assert parts == pytest.approx(by_type["total"], abs=0.01)
    products = crude.groupby("year")["product"].unique().map(list)
    assert products[[2013, 2014]].tolist() == [["crude_and_products"]] * 2
    assert (products.loc[2015:].map(tuple) == ("crude",)).all()
    russia = crude[crude["exporter"] == "Russia"].set_index("year")["share_pct"]
    assert russia.index.min() == 2015
    customs = load("energy/crude_imports").query(f"source_id == '{CUSTOMS_TABLE}'")
    weight = customs[customs["row_type"] == "exporter"].set_index("exporter")["volume_mt"]
    assert weight.sum() == pytest.approx(179.6763, abs=0.002)
    assert weight.rank(ascending=False)["Russia"] == 6
    assert round(100 * weight["Russia"] / weight.sum(), 2) == 4.60
    assert russia[2015] == pytest.approx(8.459)
    assert russia[2024] == 0


def test_fuels_add_up_to_total_generation():
    mix = load("energy/electricity_mix")
    for name in ("ei_2025", "owid_latest"):
        series = mix[mix["series"] == name]
        fuels = series[series["fuel"] != "total"].groupby("year")["generation_twh"].sum()
        total = series[series["fuel"] == "total"].set_index("year")["generation_twh"]
        assert (fuels - total).abs().max() < 2
    ei = mix[mix["series"] == "ei_2025"].pivot(
        index="year", columns="fuel", values="generation_twh"
    )
    assert ei.index.tolist() == list(range(1985, 2025))
    assert ei.loc[2010, "nuclear"] == pytest.approx(292.355)
    assert ei.loc[2014, "nuclear"] == 0
    jump = 100 * ei["other_unspecified"] / ei["total"]
    assert jump[2015] == pytest.approx(0.7, abs=0.05)
    assert jump[2016] == pytest.approx(4.4, abs=0.05)


def test_series_agree_on_nuclear_power():
    mix = load("energy/electricity_mix")
    nuclear = mix[mix["fuel"] == "nuclear"].groupby("year")["generation_twh"]
    assert (nuclear.max() - nuclear.min()).max() < 0.011


def test_annual_prices_are_means_of_the_months():
    monthly = load("energy/lng_prices")
    annual = load("energy/lng_prices_annual")
    grouped = monthly.groupby([monthly["month"].dt.year, "benchmark"])["price_usd_per_mmbtu"]
    for row in annual[annual["year"] >= 2000].itertuples():
        assert row.months == grouped.size()[row.year, row.benchmark]
        mean = grouped.mean()[row.year, row.benchmark]
        assert row.price_usd_per_mmbtu == pytest.approx(mean, abs=0.001)
    japan = annual[annual["benchmark"] == "lng_japan"].set_index("year")["price_usd_per_mmbtu"]
    assert japan[2014] == pytest.approx(16.0, abs=0.05)
    assert annual.loc[annual["months"] < 12, "year"].unique().tolist() == [2026]


def test_weights_follow_from_the_gas_exports():
    matrix = load("energy/gas_exports").query("series == 'bilateral_matrix'")
    for row in load("energy/gas_weights").itertuples():
        year = matrix[matrix["year"] == row.year]
        volume = year.groupby(["mode", "destination", "destination_level"])["volume_bcm"].sum()
        lng_total = volume["lng", "Total", "total"]
        gas_total = lng_total + volume["pipeline", "Total", "total"]
        japan = volume["lng", "Japan", "country"]
        china = volume.get(("lng", "China", "country"), 0.0)
        china_all = china + volume.get(("pipeline", "China", "country"), 0.0)
        assert row.lng_total_bcm == pytest.approx(lng_total, abs=0.006)
        assert row.japan_share_of_russian_lng_pct == pytest.approx(
            100 * japan / lng_total, abs=0.06
        )
        assert row.china_share_of_russian_lng_pct == pytest.approx(
            100 * china / lng_total, abs=0.06
        )
        assert row.japan_share_of_russian_gas_pct == pytest.approx(
            100 * japan / gas_total, abs=0.06
        )
        assert row.china_share_of_russian_gas_pct == pytest.approx(
            100 * china_all / gas_total, abs=0.06
        )
    weight = load("energy/gas_weights").set_index("year")["japan_share_of_russian_lng_pct"]
    assert round(weight[2013]) == 82
    assert weight[2024] == 17.5


def test_what_japan_buys_is_what_russia_sells(lng):
    bought = lng[(lng["exporter"] == "Russia") & lng["preferred"] & (lng["year"] >= 2013)]
    sold = load("energy/gas_exports").query(
        "series == 'bilateral_matrix' and mode == 'lng' and destination == 'Japan'"
    )
    both = bought.merge(sold, on="year", suffixes=("_bought", "_sold"))
    assert len(both) == 12
    assert (both["volume_bcm_bought"] - both["volume_bcm_sold"]).abs().max() < 0.001


def test_names_and_codes_of_states_match():
    pairs = pd.concat(
        load(name)[columns].set_axis(["state", "code"], axis=1)
        for name, columns in [
            ("energy/lng_imports", ["exporter", "exporter_iso3"]),
            ("energy/crude_imports", ["exporter", "exporter_iso3"]),
            ("energy/gas_exports", ["destination", "destination_iso3"]),
        ]
    )
    pairs = pairs[pairs["state"] != "China (re-exports)"].dropna().drop_duplicates()
    assert not pairs["state"].duplicated().any()
    assert not pairs["code"].duplicated().any()
    exporters = load("energy/lng_imports").query("row_type == 'exporter'")
    assert exporters["exporter_iso3"].notna().all()


def test_events_are_in_order_and_the_contradicted_date_is_marked():
    events = load("energy/events")
    assert sorted(events["event_id"]) == [f"N{number:02d}" for number in range(1, 69)]
    assert events["date"].is_monotonic_increasing
    assert (events["date"].str[:4].astype(int) == events["year"]).all()
    length = events["date_precision"].map({"year": 4, "month": 7, "day": 10})
    assert (events["date"].str.len() == length).all()
    assert events.loc[~events["verified"], "date"].tolist() == ["1994-06-24"]


# Trade --------------------------------------------------------------------------------------------


def test_shares_follow_from_bilateral_trade():
    trade = load("energy/bilateral_trade").query("preferred and period_type == 'calendar_year'")
    value = trade.set_index(["year", "reporter_iso3", "partner_iso3", "flow"])["value_usd_mn"]
    code = {"japan": "JPN", "russia": "RUS", "china": "CHN"}
    shares = load("energy/trade_shares").query("method != 'quoted'")
    computed = 100 * shares["numerator_usd_mn"] / shares["denominator_usd_mn"]
    assert (computed - shares["share_pct"]).abs().max() < 0.006

    def totals(year, reporter, partner):
        flows = [value.get((year, reporter, partner, flow)) for flow in ("export", "import")]
        total = value.get((year, reporter, partner, "total"))
        return [*([sum(flows)] if None not in flows else []), *([] if total is None else [total])]

    for row in shares.itertuples():
        who, _, _, whose, _ = row.indicator.split("_")
        pair = (code[who], code[whose]) if row.method == "mirror" else (code[whose], code[who])
        near = [abs(row.numerator_usd_mn - total) for total in totals(row.year, *pair)]
        assert min(near) < 2, row
        near = [
            abs(row.denominator_usd_mn - total) for total in totals(row.year, code[whose], "WLD")
        ]
        assert min(near) < 2, row


def test_trade_values_printed_in_the_sources():
    trade = load("energy/bilateral_trade").query("preferred")
    pair = trade.query("reporter_iso3 == 'JPN' and partner_iso3 == 'RUS' and flow != 'total'")
    total = pair.groupby("year")["value_usd_mn"].sum()
    assert total.idxmax() == 2013
    assert total[2013] == pytest.approx(34610, abs=1)
    shares = load("energy/trade_shares").query("preferred")
    shares = shares.set_index(["indicator", "year"])["share_pct"]
    assert shares["russia_share_in_japan_trade", 2013] == 2.24
    assert shares["japan_share_in_russia_trade", 2013] == 3.95
    assert shares["china_share_in_russia_trade", 2023] == 33.81
    rates = load("energy/exchange_rates").query("preferred").set_index(["currency", "year"])
    assert rates.loc[("JPY", 2014), "units_per_usd"] == 105.7398


def test_own_statistics_come_before_the_mirror():
    shares = load("energy/trade_shares")
    methods = shares.groupby(["indicator", "year"])["method"].agg(set)
    for row in shares[shares["preferred"]].itertuples():
        offered = methods[row.indicator, row.year]
        assert row.method == min(offered, key=["own_statistics", "mirror", "quoted"].index)


KEYS = {
    "energy/lng_imports": ["year", "row_type", "exporter"],
    "energy/lng_concentration": ["year"],
    "energy/crude_imports": ["year", "row_type", "exporter"],
    "energy/indicators": ["year", "period_type", "indicator"],
    "energy/bilateral_trade": ["year", "reporter_iso3", "partner_iso3", "flow"],
    "energy/trade_shares": ["year", "indicator"],
    "energy/exchange_rates": ["year", "currency"],
}


@pytest.mark.parametrize("name", KEYS)
def test_exactly_one_preferred_row_for_each_key(name):
    frame = load(name)
    if "period_type" in frame and "period_type" not in KEYS[name]:
        # Parts of a year and fiscal years never stand for the calendar year.
        assert not frame.loc[frame["period_type"] != "calendar_year", "preferred"].any()
        frame = frame[frame["period_type"] == "calendar_year"]
    if name == "energy/lng_imports":
        # What only the press names has no place beside an edition that is complete in itself.
        edition = frame["source_id"].str.match(REVIEW) | frame["source_id"].eq(CUSTOMS_TABLE)
        complete = frame["year"].isin(frame.loc[frame["row_type"].eq("total") & edition, "year"])
        assert not frame.loc[complete & ~edition, "preferred"].any()
        frame = frame[~complete | edition]
    count = frame.groupby(KEYS[name])["preferred"].sum()
    assert (count == 1).all(), count[count != 1].to_dict()


def test_every_energy_table_with_preferred_rows_has_its_key_tested():
    with_column = {name for name in tables() if "preferred" in load(name)}
    assert {name for name in with_column if name.startswith("energy/")} == set(KEYS)
