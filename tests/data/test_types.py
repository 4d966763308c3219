"""Cells that Frictionless lets through and that are no values here."""

import pytest
from helpers.damage import cell

DAMAGE = {
    "not a number, where nothing bounds it": (
        "energy/trade_shares",
        cell(9, "numerator_usd_mn", "inf"),
        ["row 9", "column 'numerator_usd_mn'", "'inf' is not a number"],
    ),
}


@pytest.mark.parametrize("kind", DAMAGE)
def test_damage_is_named_with_file_row_column_and_reason(said_of, kind):
    name, damage, expected = DAMAGE[kind]
    message = said_of(name, damage)
    for part in expected:
        assert part in message
