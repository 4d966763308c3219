"""A deal and its file."""

import json

import pytest

from three_pillars import territory
from three_pillars.territory import TerritoryError

TWO = ("habomai", "shikotan")
HELD = ("economy", "residents", "visits")


def test_deals_come_back_from_their_files(tmp_path, deal):
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
def test_a_bad_deal_is_one_sentence(change, said, tmp_path, deal):
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
