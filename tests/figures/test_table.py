"""A table is read as it was meant: heads, words, numbers under each other, sources, one region."""

import html.parser
import json

import pandas as pd
import pytest

from three_pillars import FigureError, table
from three_pillars.figures import TABLE_TYPE, table_figure

ODD = pd.DataFrame(
    {
        "day": ["2013-04-29", "2015-01", "2015"],
        "bcm": [1299.25, -3, None],
        "sure": [True, False, True],
        "format": ["official_visit", "g8_sideline", "<b>&"],
        "year": [2013, 2014, 2015],
        "names": [12345, -7, 0],
    }
)
HEADS = {
    "day": "Day",
    "bcm": "Volume, bcm",
    "sure": "Sure?",
    "format": "Occasion",
    "year": "Year",
    "names": "Names",
}


class Grid(html.parser.HTMLParser):
    """Reads the tables of a page as a browser would: every cell with its tag, attributes, text."""

    def __init__(self, text):
        super().__init__()
        self.rows, self.caption, self.regions, self.inside = [], "", [], None
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        if tag == "tr":
            self.rows.append([])
        elif tag in ("th", "td"):
            self.rows[-1].append([tag, dict(attrs), ""])
        elif dict(attrs).get("role") == "region":
            self.regions.append(dict(attrs))
        self.inside = tag if tag in ("th", "td", "caption", "span") else self.inside

    def handle_endtag(self, tag):
        if tag in ("th", "td", "caption"):
            self.inside = None

    def handle_data(self, data):
        if self.inside in ("th", "td"):
            self.rows[-1][-1][2] += data
        elif self.inside:
            self.caption += data


def grid(**given):
    shown = table(ODD, **{"caption": "Odd <rows>", "columns": HEADS, **given})
    return Grid(table_figure(shown.payload, "../../"))


def texts(found):
    return [[text for _, _, text in row] for row in found.rows]


def test_values_are_in_words_and_numbers_have_one_form_a_column():
    assert texts(grid()) == [
        list(HEADS.values()),
        ["29 April 2013", "1,299.25", "yes", "official visit", "2013", "12,345"],
        ["January 2015", "−3.00", "no", "g8 sideline", "2014", "−7"],
        ["2015", "–", "yes", "<b>&", "2015", "0"],
    ]


def test_words_and_decimals_can_be_given():
    found = texts(grid(words={"g8_sideline": "beside a G8 summit"}, decimals={"bcm": 0}))
    assert [row[3] for row in found[1:]] == ["official visit", "beside a G8 summit", "<b>&"]
    assert [row[1] for row in found[1:]] == ["1,299", "−3", "–"]


def test_what_rounds_to_nothing_has_no_sign():
    frame = pd.DataFrame({"a": ["x", "y"], "b": [-0.04, 0.26]})
    shown = table(frame, caption="Small", columns={"a": "A", "b": "B"}, decimals=1)
    assert [row[1] for row in texts(Grid(table_figure(shown.payload)))[1:]] == ["0.0", "0.3"]


def test_heads_have_a_scope_and_numbers_stand_right():
    head, *rows = grid().rows
    assert [(tag, attrs["scope"]) for tag, attrs, _ in head] == [("th", "col")] * 6
    assert [(row[0][0], row[0][1]["scope"]) for row in rows] == [("th", "row")] * 3
    for row in (head, *rows):
        right = ["num" in attrs.get("class", "") for _, attrs, _ in row]
        assert right == [False, True, False, False, True, True]


def test_it_scrolls_in_a_named_region_that_keys_reach():
    found = grid()
    assert found.caption == "Odd <rows>"
    (region,) = found.regions
    assert region["tabindex"] == "0"
    assert region["aria-label"] == "Table: Odd <rows>"


def test_sources_lead_to_the_data_dictionary_in_the_book_only():
    shown = table(ODD, caption="Odd", columns={"day": "Day"}, sources=["energy/lng_imports"])
    address = '<a href="../../chapters/reference/data/energy.html#energy-lng-imports">'
    assert address in table_figure(shown.payload, "../../")
    assert "<a " not in table_figure(shown.payload)


def test_an_index_with_a_name_is_a_column_and_one_without_is_left_out():
    frame = ODD.set_index("day")
    shown = table(frame, caption="Odd", columns={"day": "Day", "names": "Names"})
    assert texts(Grid(table_figure(shown.payload)))[1] == ["29 April 2013", "12,345"]
    twice = pd.concat([ODD, ODD])
    shown = table(twice, caption="Odd", columns={"day": "Day"})
    assert len(texts(Grid(table_figure(shown.payload)))) == 7


def test_the_book_and_jupyter_get_what_they_can_show(monkeypatch):
    shown = table(ODD, caption="Odd", columns=HEADS)
    monkeypatch.delenv("THREE_PILLARS_BOOK", raising=False)
    jupyter = shown._repr_mimebundle_()
    assert set(jupyter) == {"text/html", "text/plain"}
    assert jupyter["text/html"].startswith("<style>")
    assert jupyter["text/plain"].splitlines()[0] == "Odd"
    monkeypatch.setenv("THREE_PILLARS_BOOK", "1")
    book = shown._repr_mimebundle_()
    assert "text/html" not in book
    assert json.loads(json.dumps(book[TABLE_TYPE])) == shown.payload


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"caption": " "}, "without a caption"),
        ({"columns": {"dya": "Day"}}, "there is no column 'dya'; choose from day, bcm"),
        ({"columns": {}}, "no column is chosen"),
        ({"sources": ["energy/lng_import"]}, "table 'Odd <rows>': .*energy/lng_imports"),
    ],
)
def test_a_faulty_table_says_what_is_wrong(wrong, said):
    with pytest.raises(FigureError, match=said):
        grid(**wrong)
