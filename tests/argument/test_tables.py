"""A damaged table of the part names its own fault."""

import csv
import shutil

import pytest

from three_pillars import data
from three_pillars.data import load


@pytest.mark.parametrize(
    ("table", "column", "name"),
    [
        ("argument/claims", "source_id", "claims.csv"),
        ("argument/leader_meetings", "date_precision", "leader_meetings.csv"),
    ],
)
def test_a_claim_without_a_source_or_an_event_without_precision_is_named(
    table, column, name, tmp_path, monkeypatch
):
    shutil.copytree(data.root(), tmp_path / "data")
    path = tmp_path / "data" / f"{table}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    rows[4][column] = ""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    monkeypatch.setenv("THREE_PILLARS_DATA", str(tmp_path / "data"))
    with pytest.raises(
        data.DataError, match=rf"{name}, row 6, column '{column}': the cell is empty"
    ):
        load(table)
