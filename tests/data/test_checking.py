"""Rows that do not fit the schema: which of several faults is named."""

import pytest
from helpers.damage import LNG, cell

from three_pillars import DataError, load


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
