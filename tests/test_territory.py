"""The territory: areas of the coast, what a line moves, the game at two tables, and the judges."""

import json
import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from three_pillars import data, ledger, load, territory
from three_pillars.figures import sized, title_lines
from three_pillars.territory import GROUPS, TerritoryError

CHAPTER = "territory/bargain"
CLAIMS = {"C17", *(f"C{n}" for n in range(20, 31)), "C52"}

fraction = st.floats(0, 1, allow_nan=False)
shares = st.fixed_dictionaries(dict.fromkeys(GROUPS, fraction))
whole = st.fixed_dictionaries(dict.fromkeys(GROUPS, st.sampled_from([0.0, 1.0])))
percent = st.integers(0, 100)


def moved(habomai=0, shikotan=0, kunashiri=0, etorofu=0):
    """Work out an idea by the shares of the four groups."""
    return territory.outcome(
        {"habomai": habomai, "shikotan": shikotan, "kunashiri": kunashiri, "etorofu": etorofu}
    )


# The coast ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("group", ["etorofu", "kunashiri", "shikotan"])
def test_large_islands_have_their_printed_area(group):
    areas = load("territory/areas")
    printed = areas[(areas["island_id"] == group) & (areas["source_id"] == "hoppou_basics")]
    drawn = max(territory.ring_area_km2(ring) for ring in territory.coast()[group])
    assert drawn == pytest.approx(printed["area_km2"].iloc[0], rel=0.005)


@pytest.mark.parametrize("group", GROUPS)
def test_coast_gives_the_computed_area_of_the_table(group):
    areas = load("territory/areas")
    known = areas[(areas["island_id"] == group) & (areas["source_id"] == "osm_geomaps")]
    rings = [territory.ring_area_km2(ring) for ring in territory.coast()[group]]
    drawn = sum(rings) if group == "habomai" else max(rings)
    assert drawn == pytest.approx(known["area_km2"].iloc[0], rel=0.001)


def test_area_of_a_known_zone():
    """One degree by one degree at the equator on GRS80: 12,308.8 km2 (Snyder's formulas)."""
    edge = np.linspace(0, 1, 50)
    ring = [*((x, 0) for x in edge), *((1, y) for y in edge), *((x, 1) for x in edge[::-1]), (0, 1)]
    assert territory.ring_area_km2(ring) == pytest.approx(12308.8, rel=2e-4)


def test_whole_ellipsoid():
    """From pole to pole and all round: 510,065,622 km2."""
    ring = [(0, -90), (180, -90), (360, -90), (360, 90), (180, 90), (0, 90)]
    assert territory.ring_area_km2(ring) == pytest.approx(510_065_622, rel=1e-6)


def test_coast_file_is_small_credited_and_runs_clockwise():
    path = data.root() / "territory" / "coast.geojson"
    assert path.stat().st_size < 300_000
    package = json.loads(path.read_text(encoding="utf-8"))
    assert "OpenStreetMap contributors" in package["attribution"]
    assert {"group"} == {key for each in package["features"] for key in each["properties"]}
    for each in package["features"]:
        x, y = np.array(each["geometry"]["coordinates"][0]).T
        assert x[0] == x[-1]
        assert y[0] == y[-1]
        assert np.sum(x[:-1] * y[1:] - x[1:] * y[:-1]) < 0, "anticlockwise"


@pytest.mark.parametrize("damage", ["", "{", '{"features": [{}]}'])
def test_a_damaged_coast_is_one_sentence(damage, tmp_path, monkeypatch):
    (tmp_path / "territory").mkdir()
    (tmp_path / "territory" / "coast.geojson").write_text(damage)
    (tmp_path / "datapackage.json").write_text('{"resources": []}')
    monkeypatch.setenv("THREE_PILLARS_DATA", str(tmp_path))
    territory.coast.cache_clear()
    with pytest.raises(TerritoryError, match=r"coast\.geojson is missing or damaged"):
        territory.coast()
    monkeypatch.undo()
    territory.coast.cache_clear()


def test_strips_of_equal_area_make_the_island():
    strips = [territory.ring_area_km2(strip) for strip in territory.etorofu_strips(20)]
    island = max(territory.ring_area_km2(ring) for ring in territory.coast()["etorofu"])
    assert sum(strips) == pytest.approx(island, rel=1e-4)
    assert strips == pytest.approx([island / 20] * 20, rel=2e-3)


def test_first_strip_is_the_one_next_to_kunashiri():
    first, last = (
        strip.mean(axis=0) for strip in np.array(territory.etorofu_strips(4), object)[[0, 3]]
    )
    assert first[0] < last[0]
    assert first[1] < last[1]


square = st.tuples(st.floats(140, 150), st.floats(42, 50), st.floats(0.2, 2), st.floats(0.2, 2))


@given(square, st.floats(-3, 3))
def test_two_halves_make_the_whole(box, offset):
    x, y, width, height = box
    ring = np.array([(x, y), (x, y + height), (x + width, y + height), (x + width, y)])
    limit = x + offset
    parts = [territory.clipped(ring, (1, 0), limit), territory.clipped(ring, (-1, 0), -limit)]
    area = sum(territory.ring_area_km2(part) for part in parts if len(part) > 2)
    assert area == pytest.approx(territory.ring_area_km2(ring), rel=1e-6)


@pytest.mark.parametrize("tolerance", [0.2, 0.5, 1.0])
def test_simplified_coast_keeps_its_area(tolerance):
    ring = max(territory.coast()["etorofu"], key=len)
    thin = territory.simplified(ring, tolerance)
    assert len(thin) < len(ring)
    assert territory.ring_area_km2(thin) == pytest.approx(territory.ring_area_km2(ring), rel=0.02)


def test_an_islet_is_never_simplified_away():
    for ring in territory.coast()["habomai"]:
        assert len(territory.simplified(ring, 50)) >= 3


# What a line moves -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("idea", "land", "low", "even", "sea"),
    [
        ("Two islands", 6.9, 20.5, 20.5, 49.5),
        ("Three islands", 36.7, 62.4, 62.4, 57.2),
        ("Equal land", 50.0, 62.4, 70.3, 62.5),
        ("3¼ islands", 52.5, 62.4, 71.8, 62.9),
        ("3½ islands", 68.4, 62.4, 81.2, 69.7),
        ("Four islands", 100, 100, 100, 100),
        ("None", 0, 0, 0, 0),
    ],
)
def test_known_ideas(idea, land, low, even, sea):
    row = territory.ideas().set_index("idea").loc[idea]
    found = [row[name] * 100 for name in ("land", "people_low", "people_even")]
    assert found == pytest.approx([land, low, even], abs=0.06)
    # The model of the sea was run anew for this table, on the same coast: within a point.
    assert row["sea"] * 100 == pytest.approx(sea, abs=1)


def test_every_idea_agrees_with_the_table_of_outcomes():
    options = load("territory/options").set_index("option_id")
    for row in load("territory/outcomes").itertuples():
        idea = options.loc[row.option_id]
        found = moved(*(idea[f"{group}_share_to_japan"] for group in GROUPS))
        assert found.land * 100 == pytest.approx(row.land_to_japan_pct, abs=0.1), row.option_id
        assert found.people_low * 100 == pytest.approx(row.people_low_pct, abs=0.1), row.option_id
        assert found.people_even * 100 == pytest.approx(row.people_even_pct, abs=0.1), row.option_id
        assert found.people_1945 * 100 == pytest.approx(row.people_1945_pct, abs=0.1), row.option_id
        assert found.sea * 100 == pytest.approx(row.sea_to_japan_pct, abs=1), row.option_id


def test_smallest_group_had_30_5_per_cent_of_the_people_of_1945():
    assert moved(habomai=1).people_1945 == pytest.approx(0.305, abs=0.0005)
    assert moved(habomai=1).people_even == 0


def test_half_of_the_land_by_hand():
    # (5,004 / 2 - 1,490 - 251 - 95) / 3,168
    assert territory.etorofu_share_for(0.5) == pytest.approx(666 / 3168)
    assert territory.etorofu_share_for(0.5) == pytest.approx(0.210, abs=0.0005)


@given(shares)
def test_outcomes_are_shares(part):
    for value in vars(territory.outcome(part)).values():
        assert -1e-12 <= value <= 1 + 1e-12


@given(shares, st.sampled_from(GROUPS), fraction)
def test_giving_more_never_moves_less(part, group, more):
    larger = {**part, group: max(part[group], more)}
    before, after = vars(territory.outcome(part)), vars(territory.outcome(larger))
    for name, value in before.items():
        assert after[name] >= value - 1e-12


@given(shares)
def test_land_given_and_land_kept_make_the_whole(part):
    kept = territory.outcome({group: 1 - share for group, share in part.items()})
    given_ = territory.outcome(part)
    assert given_.land + kept.land == pytest.approx(1)
    assert given_.people_even + kept.people_even == pytest.approx(1)
    assert given_.people_low <= given_.people_even + 1e-12


@given(whole)
def test_whole_groups_add_up_in_everything(part):
    kept = territory.outcome({group: 1 - share for group, share in part.items()})
    for name, value in vars(territory.outcome(part)).items():
        assert value + getattr(kept, name) == pytest.approx(1)


@given(fraction, st.fixed_dictionaries(dict.fromkeys(GROUPS[:3], fraction)))
def test_the_inverse_undoes_the_outcome(share, others):
    land = territory.outcome({**others, "etorofu": share}).land
    assert territory.etorofu_share_for(land, others) == pytest.approx(share, abs=1e-9)


def test_a_group_not_named_is_not_moved():
    assert territory.outcome({}) == moved()
    assert territory.outcome({"shikotan": 1}) == moved(shikotan=1)


@pytest.mark.parametrize("share", [-0.01, 1.01, 21, math.nan, "half", None, True])
def test_a_share_outside_0_to_1_is_one_sentence(share):
    with pytest.raises(TerritoryError, match=r"share of Shikotan is .*from 0 to 1") as error:
        territory.outcome({"shikotan": share})
    assert "\n" not in str(error.value)


def test_an_unknown_group_is_one_sentence():
    with pytest.raises(TerritoryError, match=r"no group 'Etorofou'.*did you mean 'etorofu'"):
        territory.outcome({"Etorofou": 1})
    with pytest.raises(TerritoryError, match="groups are habomai, shikotan"):
        territory.outcome({"xyz": 1})


@pytest.mark.parametrize("land", [0.1, 0.3668])
def test_land_out_of_reach_is_one_sentence(land):
    with pytest.raises(TerritoryError, match=r"cannot be reached: .*between 36.7% and 100.0%"):
        territory.etorofu_share_for(land)


def test_the_inverse_wants_the_other_groups_only():
    with pytest.raises(TerritoryError, match="leave Etorofu/Iturup out"):
        territory.etorofu_share_for(0.5, {"etorofu": 1})


def test_sea_of_the_parts_of_an_island_grows_with_the_part():
    knots = territory.stakes().etorofu_sea
    assert knots.index.is_monotonic_increasing
    assert knots.is_monotonic_increasing
    assert knots.iloc[-1] == territory.stakes().sea["etorofu"]


def test_every_idea_keeps_a_source_and_a_name():
    assert "Another" not in set(territory.ideas()["idea"])
    assert territory.ideas()["count"].sum() == len(load("territory/outcomes"))


# The game ----------------------------------------------------------------------------------------


def test_official_positions_leave_no_zone():
    game = territory.two_level_game(1, 0.07)
    assert game.zone is None
    assert not game.ideas["in_zone"].any()


def test_a_zone_with_one_idea():
    game = territory.two_level_game(0.3, 0.4)
    assert game.zone == (0.3, 0.4)
    assert list(game.ideas.query("in_zone")["idea"]) == ["Three islands"]


def test_what_is_counted_decides():
    by_land = territory.two_level_game(0.4, 0.5, measure="land").ideas.set_index("idea")
    by_sea = territory.two_level_game(0.4, 0.5, measure="sea").ideas.set_index("idea")
    assert not by_land["in_zone"]["Two islands"]
    assert by_sea["in_zone"]["Two islands"]


def test_side_deals_can_open_a_zone():
    assert territory.two_level_game(0.4, 0.3).zone is None
    assert territory.two_level_game(0.4, 0.3, side_deals=0.1).zone == pytest.approx((0.4, 0.4))


@settings(deadline=None)
@given(percent, percent, percent, st.sampled_from(list(territory.MEASURES)))
def test_zone_is_where_both_accept(least, most, worth, measure):
    ideas = IDEAS
    game = territory.two_level_game(
        least / 100, most / 100, measure=measure, side_deals=worth / 100, offers=ideas
    )
    assert (game.zone is None) == (game.japan[0] > game.russia[1] + 1e-9)
    assert (
        game.ideas["in_zone"] == (game.ideas["japan_accepts"] & game.ideas["russia_accepts"])
    ).all()
    if game.zone is None:
        assert not game.ideas["in_zone"].any()
    # More to give and less to ask never loses an idea.
    wider = territory.two_level_game(
        least / 200, most / 100, measure=measure, side_deals=1, offers=ideas
    )
    assert (wider.ideas["in_zone"] >= game.ideas["in_zone"]).all()


IDEAS = territory.ideas()


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ((1.2, 0.3), "least that Japan accepts is 1.2"),
        ((0.3, -1), "most that Russia accepts is -1"),
    ],
)
def test_a_faulty_threshold_is_one_sentence(arguments, reason):
    with pytest.raises(TerritoryError, match=reason):
        territory.two_level_game(*arguments)


def test_an_unknown_measure_is_one_sentence():
    with pytest.raises(TerritoryError, match="no measure 'fish'; choose from land, people, sea"):
        territory.two_level_game(0.1, 0.2, measure="fish")


def test_the_row_that_is_drawn_says_what_the_game_says():
    row = territory.game_row("land", 30, 30, 10).iloc[0]
    assert row["zone"] == "30 to 40%, 1 of 7 ideas"
    assert row["Three islands"] == "both"
    assert row["Two islands"] == "only Russia"
    assert row["Four islands"] == "only Japan"
    assert territory.game_row("sea", 100, 10, 0).iloc[0]["zone"] == "none: 90 points apart"


# Who held what -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("year", "etorofu", "kurils_middle", "sakhalin_south", "sakhalin_north", "line"),
    [
        (1855, "Japan", "Russia", "undivided", "undivided", "line_1855"),
        (1874, "Japan", "Russia", "undivided", "undivided", "line_1855"),
        (1875, "Japan", "Japan", "Russia", "Russia", "line_1875"),
        (1905, "Japan", "Japan", "Japan", "Russia", "line_1905"),
        (1921, "Japan", "Japan", "Japan", "Japan (occupation)", "line_1905"),
        (1925, "Japan", "Japan", "Japan", "USSR", "line_1905"),
        (1944, "Japan", "Japan", "Japan", "USSR", "line_1905"),
        (1945, "USSR", "USSR", "USSR", "USSR", "line_1945"),
        (2015, "Russia", "Russia", "Russia", "Russia", "line_1945"),
    ],
)
def test_holders(year, etorofu, kurils_middle, sakhalin_south, sakhalin_north, line):
    held = territory.held_by(year).set_index("island_group")["holder"]
    assert held["etorofu"] == etorofu
    assert held["kurils_middle"] == kurils_middle
    assert held["sakhalin_south"] == sakhalin_south
    assert held["sakhalin_north"] == sakhalin_north
    assert territory.line_of(year) == line


def test_every_group_has_one_holder_in_every_year():
    for year in range(1855, territory.last_year() + 1):
        assert list(territory.held_by(year)["island_group"]) == list(territory.NAMES), year


def test_only_what_the_other_side_holds_is_marked_as_claimed():
    control = load("territory/control")
    claimed = control[control["claimed_by_japan"]]
    assert set(claimed["island_group"]) == set(GROUPS)
    assert set(claimed["colour_state"]) == {"Russia"}


@pytest.mark.parametrize("year", [1854, 1700, -5])
def test_a_year_before_1855_is_one_sentence(year):
    for ask in (territory.held_by, territory.line_of, territory.holders_by_year):
        with pytest.raises(TerritoryError, match="the first border is of 1855") as error:
            ask(year)
        assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("year", "reason"),
    [(3000, "ends in"), ("1945", "whole number"), (1945.5, "whole number"), (True, "whole number")],
)
def test_other_faulty_years(year, reason):
    with pytest.raises(TerritoryError, match=reason):
        territory.held_by(year)


# Events ------------------------------------------------------------------------------------------


def test_vague_dates_become_spans():
    rows = pd.DataFrame(
        {"date": ["1956-10-19", "1955-08", "1949"], "date_precision": ["day", "month", "year"]}
    )
    found = territory.dated(rows)
    spans = [
        (str(first)[:10], str(last)[:10])
        for first, last in zip(found["first_day"], found["last_day"], strict=True)
    ]
    assert spans == [
        ("1956-10-19", "1956-10-19"), ("1955-08-01", "1955-08-31"), ("1949-01-01", "1949-12-31"),
    ]  # fmt: skip


@pytest.mark.parametrize("table", ["territory/events", "territory/options", "territory/opinion"])
def test_a_date_is_as_long_as_it_is_known(table):
    rows = load(table)
    lengths = rows["date_precision"].map({"day": 10, "month": 7, "year": 4})
    assert (rows["date"].str.len() == lengths).all()


def test_every_event_is_of_a_kind_that_can_be_chosen():
    listed = sum(len(territory.events_of(kind)) for kind in territory.KINDS)
    assert listed == len(load("territory/events", verified_only=True))
    with pytest.raises(TerritoryError, match="no kind 'peace'; choose from Treaties"):
        territory.events_of("peace")


@pytest.mark.parametrize("table", ["territory/events", "territory/options", "territory/islands"])
def test_both_names_everywhere(table):
    rows = load(table)
    words = [column for column in ("title", "label", "description", "left_open", "note")
             if column in rows]  # fmt: skip
    for column in words:
        for text in rows[column].dropna():
            for name in ("Etorofu", "Kunashiri", "Habomai"):
                assert text.count(name) == text.count(f"{name}/"), text


# Maps --------------------------------------------------------------------------------------------


def test_a_map_says_held_by_and_credits_its_coast():
    spec = territory.region_map(territory.holders_by_year(2015)).to_dict()
    text = json.dumps(spec)
    assert "Held by" in text
    assert "belongs" not in text.lower()
    assert "OpenStreetMap contributors" in territory.CREDIT


def test_a_map_holds_its_geometry_once():
    for chart in (
        territory.region_map(territory.holders_by_year(2015)),
        territory.line_map(territory.drawn_line("to Japan", "to Japan", "to Japan", 21)),
    ):
        spec = chart.to_dict()
        drawn = [name for name, rows in spec["datasets"].items() if "geometry" in rows[0]]
        assert len(drawn) == 2, "the background, and the islands"
        assert "coordinates" not in json.dumps(spec["layer"])


def test_a_map_keeps_its_proportions_on_a_phone():
    spec = territory.region_map(territory.holders_by_year(2015)).to_dict()
    assert sized(spec, 340)["height"] < spec["height"] == sized(spec, 680)["height"]


def test_a_line_drawn_by_the_reader():
    row = territory.drawn_line("to Japan", "to Japan", "to Japan", 21).iloc[0]
    assert row["land"] == 50.0
    assert row["people_text"] == "62–70%"
    assert territory.drawn_line("with Russia", "to Japan", "to Japan", 0).iloc[0]["land"] == 6.9
    with pytest.raises(TerritoryError, match="say 'to Japan' or 'with Russia'"):
        territory.drawn_line("both", "to Japan", "to Japan", 0)


def test_facts_for_whoever_cannot_hover():
    facts = territory.fact_box().set_index("island_group")
    assert list(facts.index) == list(reversed(GROUPS))
    assert facts.loc["habomai", "people"] == "5,281 in 1945, 0 in 2023"
    assert facts.loc["etorofu", "in_script"] == "択捉島 / Итуруп"


# Tables ------------------------------------------------------------------------------------------


def test_one_preferred_area_a_group():
    areas = load("territory/areas").query("preferred")
    assert sorted(areas["island_id"]) == sorted([*GROUPS, "all_four"])


def test_people_add_up_to_the_printed_totals():
    people = load("territory/population").query("preferred")
    for (date, source), rows in people.groupby(["date", "source_id"]):
        by_place = rows.set_index("place_id")["population"]
        if {"all_four", *GROUPS} <= set(by_place.index):
            assert by_place[list(GROUPS)].sum() == by_place["all_four"], (date, source)


def test_sea_model_is_close_to_its_earlier_run():
    benchmark = load("territory/sea_benchmarks").set_index(["unit_id", "source_id"])["sea_km2"]
    assert territory.stakes().sea.sum() == pytest.approx(
        benchmark["all_four", "own_model"], rel=0.001
    )


def test_no_unverified_idea_enters_the_charts():
    assert load("territory/options", verified_only=True).shape == load("territory/options").shape


# The role-play -----------------------------------------------------------------------------------

THREE = ("habomai", "shikotan", "kunashiri")
TWO = ("habomai", "shikotan")
HELD = ("economy", "residents", "visits")


def deal(**change):
    """Make a deal that fits the game, with changes."""
    return territory.Deal(**{"group": "Group 1", "to_japan": THREE, **change})


def test_three_islands_and_a_fifth_of_the_fourth_are_half_of_the_land():
    """By hand: (95 + 251 + 1490 + 0.2101 * 3168) / 5004 = 2501.6 / 5004."""
    row = territory.weigh_deal(deal(etorofu=0.2101))
    assert (row["share"], row["land"]) == (50.0, 50.0)
    assert row["result"] == "only Tokyo"


@pytest.mark.parametrize(
    ("change", "share", "result"),
    [
        ({}, 36.7, "in the zone"),  # 1836 / 5004
        ({"to_japan": TWO}, 6.9, "only Moscow"),  # 346 / 5004
        ({"to_japan": ("kunashiri",)}, 29.8, "only Moscow"),  # 1490 / 5004, under 30
        ({"to_japan": ("kunashiri", "habomai")}, 31.7, "in the zone"),  # 1585 / 5004
        ({"etorofu": 0.06}, 40.5, "only Tokyo"),  # 2026.1 / 5004, over 40
        ({"etorofu": 1}, 100.0, "only Tokyo"),
        ({"to_japan": ()}, 0.0, "only Moscow"),
    ],
)
def test_deals_of_the_basic_version(change, share, result):
    row = territory.weigh_deal(deal(**change))
    assert (row["share"], row["result"]) == (share, result)
    assert (row["least"], row["most"], row["vetoes"]) == (30.0, 40.0, "")


@pytest.mark.parametrize(
    ("side_deals", "most", "result", "vetoes"),
    [
        # Two islands are 106225 of 214642 km2 of sea: 49.5%, over 40 and under 50.
        ((), 40.0, "only Tokyo", "Islanders"),
        (HELD, 50.0, "in the zone", ""),
        (("economy", "residents"), 50.0, "vetoed", "Islanders"),
        ((*HELD, "no_bases"), 60.0, "vetoed", "Washington"),
        ((*HELD, "security"), 55.0, "vetoed", "Beijing"),
        (("no_bases", "security"), 55.0, "vetoed", "Islanders, Washington, Beijing"),
    ],
)
def test_side_deals_pay_moscow_and_call_up_vetoes(side_deals, most, result, vetoes):
    row = territory.weigh_deal(deal(game="advanced", to_japan=TWO, side_deals=side_deals))
    assert (row["share"], row["least"], row["most"]) == (49.5, 45.0, most)
    assert (row["result"], row["vetoes"]) == (result, vetoes)


def test_no_deal_has_no_share():
    row = territory.weigh_deal(deal(agreed=False))
    assert (row["result"], row["note"], row["vetoes"]) == ("no deal", "no deal", "")
    assert [row[key] for key in ("share", "land", "people", "sea")] == [None] * 4


def test_a_class_stands_above_every_idea():
    frame = territory.class_deals(
        [deal(group="b", agreed=False), deal(group="a"), deal(group="a", to_japan=TWO)]
    )
    assert list(frame["row"][:3]) == ["a", "a (2)", "b"]
    assert list(frame["row"][3:]) == [f"idea: {name}" for name in territory.ideas()["idea"][::-1]]
    inside = frame[(frame["what"] == "idea") & (frame["result"] == "in the zone")]
    assert list(inside["row"]) == ["idea: Three islands"]
    spec = territory.deals_chart(frame).to_dict()
    assert title_lines(spec)[0] == "Deals of the class in the zone of the role sheets: 1 of 3"
    assert "a: 36.7%, in the zone; a (2): 6.9%, only Moscow; b: no deal." in (spec["description"])


def test_the_zone_of_the_basic_version_and_none_in_the_advanced():
    for name, rules in territory.GAMES.items():
        game = territory.two_level_game(rules.japan_least, rules.russia_most, measure=rules.measure)
        rows = territory.class_deals([], name)
        inside = set(game.ideas[game.ideas["in_zone"]]["idea"])
        assert set(rows[rows["result"] == "in the zone"]["row"]) == {f"idea: {i}" for i in inside}
        assert (game.zone is None) == (name == "advanced")


def test_deals_come_back_from_their_files(tmp_path):
    held = [
        deal(group="Group 1"),
        deal(group="グループ 2", game="advanced", to_japan=TWO, etorofu=0.125, side_deals=HELD),
        deal(group="../3", agreed=False, to_japan=()),
    ]
    paths = [territory.write_deal(tmp_path / "deals", each) for each in held]
    assert [path.name for path in paths] == [
        "deal_group_1.json", "deal_グループ_2.json", "deal_3.json",
    ]  # fmt: skip
    assert [territory.read_deal(path) for path in paths] == held
    with pytest.raises(TerritoryError, match="two versions of the game"):
        territory.class_deals(tmp_path / "deals")
    paths[1].unlink()
    assert list(territory.class_deals(tmp_path / "deals")["row"][:2]) == ["Group 1", "../3"]


def test_a_folder_without_deals_is_one_sentence(tmp_path):
    with pytest.raises(TerritoryError, match="no deal files in"):
        territory.class_deals(tmp_path)
    with pytest.raises(TerritoryError, match=r"no file gone\.json; save it first"):
        territory.class_deals(tmp_path / "gone.json")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"group": " "}, "does not name its group of players"),
        ({"group": 3}, "does not name its group of players"),
        ({"game": "hard"}, "there is no version 'hard'; they are basic and advanced"),
        ({"agreed": "yes"}, "does not say whether there was a deal"),
        ({"to_japan": "habomai"}, "holds no list of to_japan"),
        ({"to_japan": ["etorofu"]}, "'etorofu' is none of the groups habomai, shikotan, kunashiri"),
        ({"etorofu_share": 21}, "share of Etorofu/Iturup is 21; give a number from 0 to 1"),
        ({"etorofu_share": "21%"}, "share of Etorofu/Iturup is '21%'"),
        ({"side_deals": ["gold"]}, "there is no side deal 'gold'; they are economy"),
        ({"side_deals": ["economy"]}, "the basic version has none"),
    ],
)
def test_a_bad_deal_is_one_sentence(change, said, tmp_path):
    path = tmp_path / "bad.json"
    content = {"format": "three-pillars-deal", "version": 1}
    path.write_text(json.dumps({**content, "deal": {**deal().content(), **change}}))
    with pytest.raises(TerritoryError, match=r"^bad\.json") as error:
        territory.read_deal(path)
    assert said in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "damaged"),
        ('{"format"', "damaged"),
        ("[]", "not the file of a deal"),
        ('{"format": "three-pillars-forecasts", "version": 1}', "not the file of a deal"),
        ('{"format": "three-pillars-deal", "version": 2}', "is of version 2"),
        ('{"format": "three-pillars-deal", "version": 1}', "holds no deal"),
    ],
)
def test_a_damaged_file_is_one_sentence(text, said, tmp_path):
    path = tmp_path / "bad.json"
    path.write_text(text)
    with pytest.raises(TerritoryError, match=said):
        territory.read_deal(path)


def test_jupyter_records_a_deal_and_says_what_is_missing(tmp_path):
    sheet = territory.deal_sheet(tmp_path / "deals")
    box = sheet.widgets()
    given, save, told = box.children[-3:]
    named = {w.description: w for w in box.children if getattr(w, "description", "")}
    save.click()
    assert told.value == "Nothing is saved: say first whether there is a deal."
    named["Result"].value = True
    save.click()
    assert told.value == "Nothing is saved: the deal does not name its group of players."
    assert not (tmp_path / "deals").exists()
    named["Name of your group"].value = "Group 1"
    for group in THREE:
        named[f"{territory.NAMES[group]} to Japan"].value = True
    named["Etorofu/Iturup to Japan, %"].value = 120
    save.click()
    assert told.value.startswith("Nothing is saved: 120 lies outside 0 to 100")
    assert given.value == ""
    named["Etorofu/Iturup to Japan, %"].value = 21
    assert given.value.startswith("To Japan: 50.0% of the land, 70.3% of the people")
    save.click()
    assert told.value.startswith("Saved as ")
    assert territory.read_deal(tmp_path / "deals" / "deal_group_1.json") == deal(etorofu=0.21)


# Judges ------------------------------------------------------------------------------------------


def test_every_claim_of_the_chapter_has_its_judge():
    declared = ledger.claims().query("chapter == @CHAPTER")["claim_id"]
    assert set(declared) == CLAIMS == set(ledger.judgements(CHAPTER))


@pytest.mark.parametrize(
    ("claim", "verdict", "then", "figure"),
    [
        ("C20", "contradicted", "contradicted", "no round for 536 days"),
        ("C23", "supported", "supported", "21 February 2013"),
        ("C24", "supported", "supported", "36.7% of the land"),
        ("C25", "supported", "supported", "after 1 day"),
        ("C28", "partly", "partly", "59 years"),
        ("C29", "contradicted", "untestable", "nothing signed by 16 September 2020"),
        ("C52", "contradicted", "untestable", "21 March 2022"),
    ],
)
def test_verdicts(claim, verdict, then, figure):
    found = ledger.judgements(CHAPTER)[claim]
    assert (found.verdict, found.then) == (verdict, then)
    assert figure in found.figure


def test_evidence_of_the_day_knows_nothing_of_later_years():
    for claim, found in ledger.judgements(CHAPTER).items():
        if claim in ("C26", "C29"):  # their evidence names what decides them, and when
            continue
        assert not any(str(year) in found.evidence for year in range(2016, 2027)), claim
