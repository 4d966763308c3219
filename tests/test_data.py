"""The tables of the book: they fit their description, agree with each other, and fail clearly."""

import csv
import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import frictionless
import pandas as pd
import pytest

from three_pillars import DataError, describe, load, source, tables
from three_pillars import data as data_module

DATA = Path(
    os.environ.get("THREE_PILLARS_DATA") or Path(__file__).resolve().parents[1] / "data"
).resolve()
PACKAGE = json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))
RESOURCES = {resource["name"]: resource for resource in PACKAGE["resources"]}
REVIEW = r"^(bp|ei)20\d\d$"  # the yearly editions of the statistical review
CUSTOMS_TABLE = "comtrade_gcam_ff"  # every supplier by weight, 2009 to 2012


# The package --------------------------------------------------------------------------------------


def test_package_is_valid():
    report = frictionless.Package(str(DATA / "datapackage.json")).validate()
    problems = [(task.name, error.message) for task in report.tasks for error in task.errors]
    assert report.valid, [*report.errors, *problems][:5]


def test_package_is_valid_on_the_command_line():
    command = [sys.executable, "-m", "frictionless", "validate", str(DATA / "datapackage.json")]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout[-2000:] + run.stderr[-2000:]


def test_every_csv_is_in_the_package_and_every_table_in_the_folder_of_its_part():
    listed = {resource["path"] for resource in RESOURCES.values()}
    assert listed == {path.relative_to(DATA).as_posix() for path in DATA.rglob("*.csv")}
    for name, resource in RESOURCES.items():
        assert resource["path"] == f"{name}.csv"


@pytest.mark.parametrize("name", RESOURCES)
def test_table_loads_typed_and_described(name):
    frame = load(name)
    resource = describe(name)
    fields = {field["name"]: field for field in resource["schema"]["fields"]}
    assert list(frame.columns) == list(fields)
    assert len(frame) > 0
    for column, field in fields.items():
        required = field.get("constraints", {}).get("required", False)
        dtype = frame[column].dtype
        expected = {
            "number": "float64",
            "integer": "int64" if required else "Int64",
            "year": "int64" if required else "Int64",
            "boolean": "bool" if required else "boolean",
            "string": "str",
        }.get(field["type"])
        if field["type"] == "date":
            assert pd.api.types.is_datetime64_dtype(dtype), column
        else:
            assert dtype == expected, column
        assert field.get("title"), f"{column} has no title"
        assert field.get("description"), f"{column} has no description"
    for entry in ("title", "description", "sources", "licenses", "coverage", "gaps", "part"):
        assert resource.get(entry), f"{name} has no {entry}"
    assert resource["schema"]["primaryKey"]
    if "source_id" in fields and name != "sources":
        keys = [key["fields"] for key in resource["schema"]["foreignKeys"]]
        assert ["source_id"] in [[key] if isinstance(key, str) else key for key in keys]


@pytest.mark.parametrize("name", [name for name in RESOURCES if name.startswith("energy/")])
def test_numbers_name_their_unit(name):
    for field in RESOURCES[name]["schema"]["fields"]:
        if field["type"] in ("number", "integer"):
            assert field.get("unit"), field["name"]
            assert "minimum" in field["constraints"], field["name"]


def test_sources_and_tables_use_each_other():
    used = set()
    for name in RESOURCES:
        if name != "sources":
            frame = load(name)
            for column in ("source_id", "source_id_2"):
                if column in frame:
                    used |= set(frame[column].dropna())
    known = set(load("sources")["source_id"])
    assert used <= known, used - known
    assert known <= used, f"no table uses {sorted(known - used)}"


def test_what_was_recalled_is_never_verified():
    for name in RESOURCES:
        frame = load(name)
        if name != "sources" and {"source_id", "verified"} <= set(frame):
            memory = frame["source_id"].isin(["recall", "recalled"])
            if "source_id_2" in frame:
                memory |= frame["source_id_2"].isin(["recall", "recalled"])
            assert not frame.loc[memory, "verified"].any(), name


# load() and its neighbours ------------------------------------------------------------------------


def test_tables_are_listed_in_order():
    assert tables() == list(RESOURCES)
    assert tables()[0] == "sources"


def test_load_gives_a_fresh_copy():
    first = load("energy/lng_imports")
    first.loc[0, "volume_bcm"] = -1.0
    first["more"] = 1
    assert load("energy/lng_imports").loc[0, "volume_bcm"] == 73.9691
    assert "more" not in load("energy/lng_imports")


def test_describe_gives_a_fresh_copy():
    describe("energy/lng_imports")["schema"]["fields"].clear()
    assert describe("energy/lng_imports")["title"] == "LNG imports of Japan by supplier"
    assert describe("energy/lng_imports")["schema"]["fields"]


def test_verified_only_drops_what_is_not_verified():
    events = load("energy/events")
    kept = load("energy/events", verified_only=True)
    assert len(events) == 68
    assert set(events["event_id"]) - set(kept["event_id"]) == {"N02"}
    assert kept.index.tolist() == list(range(67))


def test_verified_only_needs_the_column():
    with pytest.raises(DataError, match="'sources' has no column 'verified'"):
        load("sources", verified_only=True)


def test_source_finds_one_row():
    assert source("bp2015")["publisher"] == "BP"
    with pytest.raises(DataError, match=r"no source 'bp2051'.*; the nearest names are 'bp20"):
        source("bp2051")


@pytest.mark.parametrize(
    ("wrong", "near"),
    [
        ("energy/lng_import", "'energy/lng_imports'"),
        ("lng_imports", "'energy/lng_imports'"),
        ("energy/lng_imports.csv", "'energy/lng_imports'"),
        ("trade/trade_shares", "'energy/trade_shares'"),
        ("trade", "'energy/bilateral_trade'"),
        ("qqq", "tables() lists all"),
    ],
)
def test_unknown_table_names_the_near_ones(wrong, near):
    with pytest.raises(DataError) as caught:
        load(wrong)
    assert str(caught.value).startswith(f"there is no table '{wrong}'; ")
    assert near in str(caught.value)


def test_a_table_is_checked_once(monkeypatch):
    load("energy/reactors")
    monkeypatch.setattr(data_module, "_check_rows", lambda *_: pytest.fail("checked again"))
    load("energy/reactors")


def test_frictionless_is_not_imported_before_it_is_needed():
    code = "import sys, three_pillars; print('frictionless' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"


def test_data_are_found_from_any_folder(tmp_path):
    code = "import three_pillars; print(len(three_pillars.load('energy/reactors')))"
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=tmp_path
    )
    assert run.stdout.strip() == "11"


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
    assert sorted(events["event_id"]) == [f"N{number:02d}" for number in range(1, 65)]
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
    with_column = {name for name in RESOURCES if "preferred" in load(name)}
    assert {name for name in with_column if name.startswith("energy/")} == set(KEYS)


# Claims -------------------------------------------------------------------------------------------


def test_sixty_three_claims_each_with_one_chapter():
    claims = load("argument/claims")
    assert claims["claim_id"].tolist() == [f"C{number:02d}" for number in range(1, 64)]
    assert claims["kind"].value_counts().to_dict() == {
        "fact": 31,
        "trend": 8,
        "causal": 12,
        "forecast": 12,
    }
    assert (claims["chapter"].str.split("/").str[0] == claims["part"]).all()
    assert claims["chapter"].value_counts().to_dict() == {
        "argument/thaw": 15,
        "territory/bargain": 13,
        "energy/dependence": 6,
        "energy/interdependence": 2,
        "balance/power": 2,
        "balance/hedge": 14,
        "constraint/sanctions": 10,
        "verdict/synthesis": 1,
    }
    assert claims["paragraph"].is_monotonic_increasing
    assert not claims["claim"].duplicated().any()
    assert "verdict" not in claims
    energy = claims[claims["part"] == "energy"]["claim_id"].tolist()
    assert energy == ["C18", "C31", "C32", "C33", "C34", "C35", "C36", "C46"]


# Bad input ----------------------------------------------------------------------------------------


def edit(change):
    """Damage the rows of a CSV file."""

    def damage(raw):
        rows = list(csv.reader(io.StringIO(raw.decode("utf-8"))))
        rows = change(rows) or rows
        out = io.StringIO()
        csv.writer(out, lineterminator="\n").writerows(rows)
        return out.getvalue().encode("utf-8")

    return damage


def cell(row, column, value):
    """Write a value into one cell; the header is row 1."""

    def change(rows):
        rows[row - 1][rows[0].index(column)] = value

    return edit(change)


LNG, PRICES, EVENTS = "energy/lng_imports", "energy/lng_prices", "energy/events"
DAMAGE = {
    "column missing": (
        LNG,
        edit(lambda rows: [row[:5] + row[6:] for row in rows]),
        ["row 1", "column 'volume_bcm' is missing"],
    ),
    "column too many": (
        LNG,
        edit(lambda rows: [[*row, "x"] for row in rows]),
        ["row 1", "column 'x' is not in the table's schema"],
    ),
    "columns in another order": (
        LNG,
        edit(lambda rows: [[row[1], row[0], *row[2:]] for row in rows]),
        ["row 1", "column 1 is 'period_type' where 'year' belongs"],
    ),
    "text in a number": (
        LNG,
        cell(12, "volume_bcm", "abc"),
        ["row 12", "column 'volume_bcm'", "'abc' is not a number", "correct the cell"],
    ),
    "not a number, spelt NaN": (
        LNG,
        cell(12, "volume_bcm", "NaN"),
        ["row 12", "column 'volume_bcm'", "'NaN' is not a number"],
    ),
    "not a number, where nothing bounds it": (
        "energy/trade_shares",
        cell(9, "numerator_usd_mn", "inf"),
        ["row 9", "column 'numerator_usd_mn'", "'inf' is not a number"],
    ),
    "decimal comma": (
        LNG,
        cell(12, "volume_bcm", "11,49"),
        ["row 12", "column 'volume_bcm'", "'11,49' is not a number"],
    ),
    "fraction in a whole number": (
        "energy/lng_concentration",
        cell(4, "russia_rank", "4.5"),
        ["row 4", "column 'russia_rank'", "'4.5' is not a whole number"],
    ),
    "text in a year": (
        LNG,
        cell(12, "year", "20x4"),
        ["row 12", "column 'year'", "'20x4' is not a year"],
    ),
    "no such date": (
        PRICES,
        cell(12, "month", "2000-13-01"),
        ["row 12", "column 'month'", "'2000-13-01' is not a date"],
    ),
    "not a truth value": (
        LNG,
        cell(12, "verified", "yes"),
        ["row 12", "column 'verified'", "'yes' is not true or false"],
    ),
    "above the range": (
        LNG,
        cell(40, "share_pct", "180"),
        ["row 40", "column 'share_pct'", "'180' is above the maximum 100"],
    ),
    "below the range": (
        LNG,
        cell(40, "volume_bcm", "-1"),
        ["row 40", "column 'volume_bcm'", "'-1' is below the minimum 0"],
    ),
    "year out of range": (
        LNG,
        cell(40, "year", "1913"),
        ["row 40", "column 'year'", "'1913' is below the minimum 2000"],
    ),
    "empty where a value is required": (
        LNG,
        cell(40, "exporter", ""),
        ["row 40", "column 'exporter'", "the cell is empty"],
    ),
    "not one of the allowed values": (
        LNG,
        cell(40, "row_type", "exporterr"),
        ["row 40", "column 'row_type'", "'exporterr' is not one of", "perhaps 'exporter'"],
    ),
    "not of the right form": (
        LNG,
        cell(40, "exporter_iso3", "rus"),
        ["row 40", "column 'exporter_iso3'", "'rus' does not have the form [A-Z]{3}"],
    ),
    "duplicate key": (
        LNG,
        edit(lambda rows: [*rows, rows[20]]),
        [
            "row 300",
            "columns 'year', 'period_type', 'row_type', 'exporter', 'source_id'",
            "'2011, calendar_year, exporter, Russia, fbc2012' already stands in row 21",
        ],
    ),
    "duplicate of a unique value": (
        "argument/claims",
        cell(4, "claim_id", "C01"),
        ["row 4", "column 'claim_id'", "'C01' already stands in row 2"],
    ),
    "unknown source": (
        LNG,
        cell(12, "source_id", "bp1999"),
        ["row 12", "column 'source_id'", "no source 'bp1999' in data/sources.csv"],
    ),
    "unknown second source": (
        EVENTS,
        cell(12, "source_id_2", "nobody"),
        ["row 12", "column 'source_id_2'", "no source 'nobody' in data/sources.csv"],
    ),
    "row too short": (
        LNG,
        edit(lambda rows: [*rows[:11], rows[11][:2], *rows[12:]]),
        ["row 12", "column 'exporter'", "the row ends before this cell"],
    ),
    "row too long": (
        LNG,
        edit(lambda rows: [*rows[:11], [*rows[11], "x"], *rows[12:]]),
        ["row 12", "the row has a cell too many ('x')"],
    ),
    "empty row": (
        LNG,
        lambda raw: raw.replace(b"\n2010,", b"\n\n2010,", 1),
        ["row 14", "the row is empty"],
    ),
    "open quotation mark": (
        LNG,
        lambda raw: raw.replace(b"\n2012,", b'\n"2012,', 1),
        ["row 23", "the quotation marks do not pair up"],
    ),
    "semicolons": (
        PRICES,
        lambda raw: raw.replace(b",", b";"),
        ["row 1", "semicolons stand where commas belong"],
    ),
    "broken encoding": (
        LNG,
        lambda raw: raw.replace(b"Norway", b"Norv\xe8ge", 1),
        ["row 44", "column 'exporter'", "value 'Norv\N{REPLACEMENT CHARACTER}ge'", "not UTF-8"],
    ),
    "another encoding": (
        PRICES,
        lambda raw: raw.decode().encode("utf-16"),
        ["row 1", "not UTF-8"],
    ),
    "empty file": (LNG, lambda _: b"", [" is empty"]),
    "header alone": (LNG, edit(lambda rows: rows[:1]), ["has a header and no rows"]),
    "missing file": (LNG, None, [" is missing"]),
}


@pytest.fixture
def copied(tmp_path, monkeypatch):
    """Copy the data, and make load() read the copy."""
    folder = tmp_path / "data"
    shutil.copytree(DATA, folder)
    monkeypatch.setenv("THREE_PILLARS_DATA", str(folder))
    return folder


@pytest.mark.parametrize("kind", DAMAGE)
def test_damage_is_named_with_file_row_column_and_reason(copied, kind):
    name, damage, expected = DAMAGE[kind]
    path = copied / f"{name}.csv"
    if damage is None:
        path.unlink()
    else:
        before = path.read_bytes()
        path.write_bytes(damage(before))
        assert path.read_bytes() != before
    with pytest.raises(DataError) as caught:
        load(name)
    message = str(caught.value)
    assert message.startswith(f"data/{name}.csv")
    for part in expected:
        assert part in message
    assert message.endswith("restore the file with git.")
    assert message.count(". ") == 0, "one sentence"
    assert "more problem" not in message


def test_several_faults_name_the_first_and_count_the_rest(copied):
    path = copied / f"{LNG}.csv"
    raw = path.read_bytes()
    for damage in (
        cell(30, "share_pct", "x"),
        cell(12, "volume_bcm", "abc"),
        cell(13, "verified", "maybe"),
    ):
        raw = damage(raw)
    path.write_bytes(raw)
    with pytest.raises(DataError, match=r"row 12, column 'volume_bcm'.*\(and 2 more problems in"):
        load(LNG)


def test_damaged_sources_are_named_by_the_tables_that_need_them(copied):
    path = copied / "sources.csv"
    path.write_bytes(cell(3, "source_id", "")(path.read_bytes()))
    with pytest.raises(DataError, match=r"^data/sources.csv, row 3, column 'source_id'"):
        load(LNG)


def test_a_damaged_table_does_not_stop_the_others(copied):
    path = copied / f"{LNG}.csv"
    path.write_bytes(b"")
    assert len(load("energy/reactors")) == 11


def test_a_repaired_file_is_read_again(copied):
    path = copied / f"{LNG}.csv"
    before = path.read_bytes()
    path.write_bytes(cell(12, "volume_bcm", "abc")(before))
    with pytest.raises(DataError):
        load(LNG)
    path.write_bytes(before)
    assert len(load(LNG)) == 298


@pytest.mark.parametrize(
    "save",
    [lambda raw: b"\xef\xbb\xbf" + raw, lambda raw: raw.replace(b"\n", b"\r\n")],
    ids=["byte order mark", "line ends of Windows"],
)
def test_what_a_spreadsheet_does_to_a_file_is_no_damage(copied, save):
    before = load(EVENTS)
    path = copied / f"{EVENTS}.csv"
    path.write_bytes(save(path.read_bytes()))
    pd.testing.assert_frame_equal(load(EVENTS), before)


@pytest.mark.parametrize(
    ("damage", "expected"),
    [
        (lambda raw: raw[:5000], r"^data/datapackage.json, row \d+, is not valid JSON"),
        (lambda _: b"[]", "does not list its tables under 'resources'"),
        (lambda raw: raw.replace(b'"type": "year"', b'"type": "yeer"'), "is faulty"),
        (lambda raw: raw.replace(b'"fields": [', b'"columns": ['), "lacks a path or a schema"),
        (lambda raw: raw[:90] + b"\xff" + raw[90:], "is not UTF-8"),
    ],
)
def test_damaged_package_is_one_sentence(copied, damage, expected):
    path = copied / "datapackage.json"
    path.write_bytes(damage(path.read_bytes()))
    with pytest.raises(DataError, match=expected):
        load(LNG)


def test_wrong_data_folder_is_one_sentence(monkeypatch, tmp_path):
    monkeypatch.setenv("THREE_PILLARS_DATA", str(tmp_path))
    with pytest.raises(DataError, match=r"^THREE_PILLARS_DATA points to .* no datapackage.json"):
        tables()


def test_dates_in_words_are_as_exact_as_they_are_known():
    assert data_module.in_words("2015-07-21") == "21 July 2015"
    assert data_module.in_words("2014-10") == "October 2014"
    assert data_module.in_words("1974") == "1974"
    assert data_module.in_words(pd.Timestamp("2015-08-03")) == "3 August 2015"


# What a build has checked, its kernels need not check again ---------------------------------------


def test_a_state_vouches_for_these_very_files_only(copied, monkeypatch):
    table = copied / "energy" / "reactors.csv"
    text = table.read_text("utf-8")
    monkeypatch.setenv("THREE_PILLARS_CHECKED", data_module.state())
    assert len(load("energy/reactors")) == 11
    table.write_text(text.replace(",54,", ",many,", 1), encoding="utf-8")
    with pytest.raises(DataError, match="'many' is not a whole number"):
        load("energy/reactors")
