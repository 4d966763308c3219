"""Deals that Python and the page must weigh alike: the sums by hand of tests/cases/deals.json."""

import json
from dataclasses import asdict
from pathlib import Path

import pytest

from three_pillars import territory
from three_pillars.territory import GAMES, GROUPS, NAMES, SIDE_DEALS, TerritoryError

KNOWN = json.loads(Path(__file__).parents[1].joinpath("cases", "deals.json").read_text("utf-8"))
WEIGHED = {case["case"]: case for case in KNOWN["cases"] if "row" in case}
REFUSED = {case["case"]: case for case in KNOWN["cases"] if "refused" in case}
CLASSES = {case["case"]: case for case in KNOWN["classes"]}


@pytest.fixture
def read(tmp_path):
    """A function that reads a deal from a file, as a class hands it in."""

    def reading(deal, name="case.json"):
        content = {"format": KNOWN["format"], "version": KNOWN["version"], "deal": deal}
        (tmp_path / name).write_text(json.dumps(content), "utf-8")
        return territory.read_deal(tmp_path / name)

    return reading


def test_every_case_has_a_name_of_its_own_and_one_answer():
    assert len(WEIGHED) + len(REFUSED) == len(KNOWN["cases"])
    assert not WEIGHED.keys() & REFUSED.keys()
    assert next(iter(KNOWN)) == "about"


def test_the_sums_rest_on_the_numbers_of_the_book():
    board, held = KNOWN["board"], territory.stakes()
    games = {
        name: {
            "label": rules.label,
            "measure": rules.measure,
            "least": rules.japan_least,
            "most": rules.russia_most,
            "side_deals": rules.side_deals,
        }
        for name, rules in GAMES.items()
    }
    groups = [
        {"id": key, "name": NAMES[key], "land": held.land[key], "people": held.people[key],
         "sea": held.sea[key]}
        for key in GROUPS
    ]  # fmt: skip
    assert board["games"] == games
    assert board["groups"] == groups
    assert board["knots"] == [list(knot) for knot in held.etorofu_sea.items()]
    assert board["side_deals"] == {key: asdict(promise) for key, promise in SIDE_DEALS.items()}


@pytest.mark.parametrize("case", WEIGHED)
def test_a_deal_weighs_what_the_sum_by_hand_says(case, read):
    assert territory.weigh_deal(read(WEIGHED[case]["deal"])) == WEIGHED[case]["row"]


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_no_deal_is_refused_in_one_sentence(case, read):
    with pytest.raises(TerritoryError, match=r"^case\.json") as error:
        read(REFUSED[case]["deal"])
    assert REFUSED[case]["refused"] in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("case", CLASSES)
def test_rows_of_a_class_have_the_names_and_the_order_of_the_case(case, read):
    deals = [read(deal, f"{i}.json") for i, deal in enumerate(CLASSES[case]["deals"])]
    rows = territory.class_deals(deals).query("what == 'deal'")
    assert list(rows["row"]) == CLASSES[case]["rows"]
