"""Both names of a group, everywhere."""

import pytest

from three_pillars import load


@pytest.mark.parametrize("table", ["territory/events", "territory/options", "territory/islands"])
def test_both_names_everywhere(table):
    rows = load(table)
    words = [column for column in ("title", "label", "description", "left_open", "note")
             if column in rows]  # fmt: skip
    for column in words:
        for text in rows[column].dropna():
            for name in ("Etorofu", "Kunashiri", "Habomai"):
                assert text.count(name) == text.count(f"{name}/"), text
