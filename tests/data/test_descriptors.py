"""What there is: tables by name, their descriptions, and the near ones of a wrong name."""

import pytest
from helpers.damage import LNG

from three_pillars import DataError, describe, load


def test_describe_gives_a_fresh_copy():
    describe("energy/lng_imports")["schema"]["fields"].clear()
    assert describe("energy/lng_imports")["title"] == "LNG imports of Japan by supplier"
    assert describe("energy/lng_imports")["schema"]["fields"]


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
