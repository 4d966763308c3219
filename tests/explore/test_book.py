"""The life in the book: the same numbers as in Jupyter, and what cannot be the same is refused."""

import altair as alt
import pandas as pd
import pytest
from helpers.explorables import bar, made, product

from three_pillars import Choice, ExploreError, Range
from three_pillars.figures import to_html


def rows_in_book(spec, **at):
    """What the filter of the built page leaves of the grid."""
    (rows,) = spec["datasets"].values()
    return [
        {k: v for k, v in row.items() if not k.startswith("at_")}
        for row in rows
        if all(row[f"at_{key}"] == place for key, place in at.items())
    ]


def test_every_setting_shows_the_same_numbers_in_both_lives():
    one = made()
    spec = one.spec()
    seen = 0
    for places, values in one.settings():
        at = dict(zip(one.controls, places, strict=True))
        live = one.model(**values).to_dict("records")
        assert rows_in_book(spec, **at) == live, values
        seen += 1
    assert seen == 9 * 2


def test_the_page_filters_by_parameters_that_open_at_the_default():
    spec = made().spec()
    assert spec["transform"][0]["filter"] == (
        "datum['at_factor'] == at_factor && datum['at_size'] == at_size"
    )
    opening = {param["name"]: param["value"] for param in spec["params"]}
    assert opening == {"at_factor": 4, "at_size": 1}
    assert rows_in_book(spec, factor=4, size=1) == [{"name": "product", "value": 20.0}]


def test_an_empty_setting_is_found_even_if_the_opening_one_is_full():
    def gappy(factor, size):
        return product(factor, size).query("value < 40")

    with pytest.raises(ExploreError, match=r"no rows at factor=4.0, size='large'"):
        made(model=gappy).spec()


def test_too_large_a_grid_says_how_large_and_what_to_do():
    def wide(factor, size):
        values = [hash((factor, size, i)) for i in range(300)]
        return pd.DataFrame({"name": map(str, values), "value": values})

    with pytest.raises(ExploreError, match=r"402 settings would add \d+ kB .* larger steps"):
        made(model=wide, factor=Range("f", 0, 200, 1, 0),
             size=Choice("s", ["small", "large"], "small")).spec()  # fmt: skip


def test_a_chart_that_depends_on_its_data_beyond_encoding_is_refused():
    def titled(frame):
        return bar(frame).properties(title=f"The product is {frame['value'].max()}")

    with pytest.raises(ExploreError, match="would differ between Jupyter and the book"):
        made(chart=titled).spec()


def test_data_that_no_setting_changes_is_kept_once():
    fixed = pd.DataFrame({"mark": [10]})

    def ruled(frame):
        return alt.layer(bar(frame), alt.Chart(fixed).mark_rule().encode(x="mark:Q")).properties(
            title="The product"
        )

    spec = made(chart=ruled).spec()
    assert sorted(len(rows) for rows in spec["datasets"].values()) == [1, 18]


def test_the_page_shows_controls_with_names_and_the_opening_rows():
    page = to_html(made().spec(), "cell-1-1", base="")
    assert '<label for="cell-1-1-factor">Factor</label>' in page
    assert 'aria-valuetext="2.0 ×"' in page
    assert '<option value="1" selected>large</option>' in page
    assert "Data of this chart at this setting (1 row)" in page
