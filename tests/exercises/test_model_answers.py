"""Figures that a master types, in a task or a model answer: true by the tables, or named here."""

import pytest

from three_pillars import argument, balance, constraint, energy, load, territory, verdict
from three_pillars.classroom import editions


def frozen():
    own = constraint.frozen(load("constraint/measures"), "2014-12-31")
    return own["persons"] + own["entities"] == 82


def higher_in_yen():
    trade = constraint.trade(load("energy/bilateral_trade"), load("energy/exchange_rates"))
    yen = trade.set_index("year").total_jpy_trn
    return yen[2014] > yen[2013]


def fell_by_nine():
    votes = balance.alignment(load("balance/un_voting"), "JPN", "RUS")
    moved = balance.before_after(votes, (2007, 2012), (2013, 2018)).difference
    return round(100 * moved) == -9


def half_of_the_land():
    cut = territory.etorofu_share_for(0.5)
    return territory.outcome(dict.fromkeys(territory.GROUPS[:3], 1) | {"etorofu": cut})


def to_japan():
    weights = load("energy/gas_weights").set_index("year")
    return 0.75 < (weights.japan_lng_bcm / weights.lng_total_bcm)[2014] < 0.85


def from_russia():
    return energy.share_by_year(load("energy/lng_imports")).set_index("year").share[2014] < 0.1


def grew(first, last):
    lng = load("energy/gas_weights").set_index("year").lng_total_bcm
    return lng[last] / lng[first]


def areas_miss_one():
    land = load("territory/areas").query("preferred").set_index("island_id").area_km2
    return abs(land["all_four"] - land[list(territory.GROUPS)].sum()) == 1


def time_in_office():
    met = argument.presidents(argument.pair(load("argument/leader_meetings"), "JPN-RUS"))
    terms = argument.per_year_in_office(met, load("argument/terms"), "2019-12-31")
    return round(terms[terms.leader.eq("Abe")].iloc[-1].years, 2) == 7.01


FIGURES = [
    ("argument", "as 7.01 years", time_in_office),
    ("territory", "miss the printed whole by 1 km²", areas_miss_one),
    ("territory", "about seven in ten of the people of 2023",
     lambda: 0.65 < half_of_the_land().people_even < 0.75),
    ("territory", "over three fifths of the sea", lambda: 0.6 < half_of_the_land().sea < 0.67),
    ("energy", "about four fifths of Russia's LNG exports", to_japan),
    ("energy", "under a tenth of", from_russia),
    ("energy", "three times as much LNG in 2024 as in 2013", lambda: 2.7 < grew(2013, 2024) < 3.3),
    ("energy", "From 2017 to 2024 Russia's LNG exports almost tripled",
     lambda: 2.6 < grew(2017, 2024) < 3),
    ("balance", "fell by about nine points", fell_by_nine),
    ("constraint", "the assets of 82 persons and entities", frozen),
    ("constraint", "was still higher than in 2013", higher_in_yen),
    ("verdict", "wording says 67.5%", lambda: verdict.words()["likely"] == 0.675),
    ("verdict", "under a tenth of Japan's LNG in 2014", from_russia),
]  # fmt: skip


@pytest.mark.parametrize(("part", "words", "true"), FIGURES, ids=[f[1] for f in FIGURES])
def test_a_typed_figure_is_that_of_the_tables(part, words, true):
    text = " ".join((editions.MASTERS / f"{part}.md").read_text("utf-8").split())
    assert words in text, "the sentence has changed: change its case here"
    assert true(), f"exercises/{part}.md says {words!r}; the tables do not"
