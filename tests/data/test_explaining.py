"""Rows that do not fit the schema: each kind of fault in words."""

import pytest
from helpers.damage import EVENTS, LNG, PRICES, cell, edit

DAMAGE = {
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
            "row 372",
            "columns 'year', 'period_type', 'row_type', 'exporter', 'source_id'",
            "'2009, calendar_year, exporter, Russia, comtrade_gcam_ff' already stands in row 21",
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
        ["row 28", "the row is empty"],
    ),
}


@pytest.mark.parametrize("kind", DAMAGE)
def test_damage_is_named_with_file_row_column_and_reason(said_of, kind):
    name, damage, expected = DAMAGE[kind]
    message = said_of(name, damage)
    for part in expected:
        assert part in message
