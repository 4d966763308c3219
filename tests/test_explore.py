"""explore(): controls, limits, and that both lives show the same."""

import altair as alt
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from three_pillars import Choice, ExploreError, Range, explore
from three_pillars.figures import to_html

ALT = "Bar chart of a made-up model: the bar is as long as the product of both settings."


def product(factor, size):
    return pd.DataFrame({"name": ["product"], "value": [factor * {"small": 1, "large": 10}[size]]})


def bar(frame):
    return (
        alt.Chart(frame)
        .mark_bar()
        .encode(x=alt.X("value:Q", scale=alt.Scale(domain=[0, 40])), y="name:N")
        .properties(title="The product")
    )


def made(model=product, chart=bar, **controls):
    controls = controls or {
        "factor": Range("Factor", 0, 4, 0.5, 2, unit="×"),
        "size": Choice("Size", ["small", "large"], "large"),
    }
    return explore(model, chart, alt=ALT, sources=["energy/lng_imports"], **controls)


# Controls


def test_range_reaches_both_ends_in_even_steps():
    assert Range("Share", 0, 0.3, 0.1, 0.1).values == [0, 0.1, 0.2, 0.3]
    assert Range("Year", 2013, 2016, 1, 2014).values == [2013, 2014, 2015, 2016]
    assert Range("Year", 2013, 2016, 1, 2014).labels == ["2013", "2014", "2015", "2016"]
    assert Range("Change", -1, 0, 0.5, 0, unit="%").labels == ["−1.0%", "−0.5%", "0.0%"]


@given(st.integers(-50, 50), st.integers(1, 60), st.sampled_from([0.05, 0.1, 0.25, 1, 2.5, 10]))
def test_range_values_are_as_many_as_its_steps(low, count, step):
    control = Range("x", low, low + count * step, step, low)
    assert control.problem() is None
    assert len(control.values) == len(set(control.labels)) == count + 1
    assert control.values[-1] == pytest.approx(low + count * step)


@pytest.mark.parametrize(
    ("control", "said"),
    [
        (Range("x", 0, 1, 0, 0), "step above 0"),
        (Range("x", 1, 0, 0.1, 0), "low must be below high"),
        (Range("x", 0, 1, 0.3, 0), "do not reach 1"),
        (Range("x", 0, 1, 0.5, 0.2), "the default 0.2 is not one of its values"),
        (Range("x", 0, float("inf"), 1, 0), "finite"),
        (Range("x", "0", 1, 1, 0), "must be numbers"),
        (Choice("x", ["a"], "a"), "two or more"),
        (Choice("x", "ab", "a"), "two or more"),
        (Choice("x", ["a", "b"], "c"), "'c' is not one of its options"),
        (Choice("x", ["1", 1], 1), "two options read the same"),
        ((0, 10), "must be a Range or a Choice"),
    ],
)
def test_a_bad_control_is_named_in_one_sentence(control, said):
    with pytest.raises(ExploreError, match="control 'factor'") as error:
        made(factor=control, size=Choice("Size", ["small", "large"], "small"))
    assert said in str(error.value)
    assert "\n" not in str(error.value)


def test_no_control_at_all():
    with pytest.raises(ExploreError, match="at least one control"):
        explore(product, bar, alt=ALT, sources=["energy/lng_imports"])


@pytest.mark.parametrize(
    ("result", "said"),
    [(pd.DataFrame(), "returns no rows at factor="), ([1], "must return a DataFrame, not list")],
)
def test_a_model_without_a_result_is_named_with_its_setting(result, said):
    with pytest.raises(ExploreError, match=said):
        made(model=lambda factor, size: result)


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


# Both lives


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


def test_widgets_redraw_the_chart_and_go_back():
    one = made()
    box = one.widgets()
    slider, dropdown, reset, screen = box.children
    assert [slider.value, dropdown.value] == [2.0, "large"]
    assert slider.description == "Factor"

    def shown():
        (output,) = screen.outputs
        spec = output["data"]["application/vnd.vegalite.v5+json"]
        ((row,),) = spec["datasets"].values()
        return row["value"]

    if screen.outputs:  # outside a kernel an Output widget does not capture; see test_notebooks
        assert shown() == 20
    slider.value = 4.0
    dropdown.value = "small"
    reset.click()
    assert [slider.value, dropdown.value] == [2.0, "large"]


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
    assert "Data of this chart (1 row)" in page


def test_in_the_book_it_travels_as_a_chart_and_in_jupyter_as_widgets(monkeypatch):
    shown = []
    monkeypatch.setattr("IPython.display.display", lambda *a, **k: shown.append((a, k)))
    monkeypatch.setenv("THREE_PILLARS_BOOK", "1")
    made()._ipython_display_()
    assert "application/vnd.vegalite.v5+json" in shown[-1][0][0]
    monkeypatch.delenv("THREE_PILLARS_BOOK")
    made()._ipython_display_()
    assert type(shown[-1][0][0]).__name__ == "VBox"
