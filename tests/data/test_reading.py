"""Files that cannot be read, or whose header is another."""

import pandas as pd
import pytest
from helpers.damage import EVENTS, LNG, PRICES, edit

from three_pillars import load

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
    "open quotation mark": (
        LNG,
        lambda raw: raw.replace(b"\n2012,", b'\n"2012,', 1),
        ["row 71", "the quotation marks do not pair up"],
    ),
    "semicolons": (
        PRICES,
        lambda raw: raw.replace(b",", b";"),
        ["row 1", "semicolons stand where commas belong"],
    ),
    "broken encoding": (
        LNG,
        lambda raw: raw.replace(b"Norway", b"Norv\xe8ge", 1),
        ["row 69", "column 'exporter'", "value 'Norv\N{REPLACEMENT CHARACTER}ge'", "not UTF-8"],
    ),
    "another encoding": (
        PRICES,
        lambda raw: raw.decode().encode("utf-16"),
        ["row 1", "not UTF-8"],
    ),
    "empty file": (LNG, lambda _: b"", [" is empty"]),
}


@pytest.mark.parametrize("kind", DAMAGE)
def test_damage_is_named_with_file_row_column_and_reason(said_of, kind):
    name, damage, expected = DAMAGE[kind]
    message = said_of(name, damage)
    for part in expected:
        assert part in message


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
