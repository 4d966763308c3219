"""Heads of a chart's rows are words."""

import pytest

from three_pillars.data import describe
from three_pillars.figures.heads import heads_of, name_in_words

TABLE = "energy/lng_imports"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("volume_bcm", "Volume, bcm"),
        ("share_pct", "Share, %"),
        ("people_low", "People low"),
        ("twh", "TWh"),
        ("3¼ islands", "3¼ islands"),
    ],
)
def test_a_name_in_words(name, words):
    assert name_in_words(name) == words


def test_the_chart_has_the_first_word_and_the_table_the_next():
    fields = {field["name"]: field["title"] for field in describe(TABLE)["schema"]["fields"]}
    spec = {
        "layer": [
            {"encoding": {"x": {"field": "year", "title": "Fiscal year"}}},
            {
                "encoding": {
                    "tooltip": [{"field": "own_share", "title": "Share"}, {"field": "year"}]
                }
            },
        ],
        "encoding": {"y": {"field": "own_share", "title": None}},
    }
    made = heads_of(["year", "exporter_iso3", "own_share", "left_over"], spec, [TABLE])
    assert made == {
        "year": "Fiscal year",
        "exporter_iso3": fields["exporter_iso3"],
        "own_share": "Share",
        "left_over": "Left over",
    }


def test_no_two_heads_are_alike():
    alike = [{"field": name, "title": "Share"} for name in ("a_pct", "b_pct")]
    spec = {"encoding": dict(zip("xy", alike, strict=True))}
    assert heads_of(["a_pct", "b_pct"], spec, []) == {"a_pct": "A, %", "b_pct": "B, %"}
