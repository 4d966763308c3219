"""The life in Jupyter: widgets."""

from helpers.explorables import made


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

    assert shown() == 20
    # Outside a kernel an Output widget captures nothing more; see test_notebooks.
    slider.value = 4.0
    dropdown.value = "small"
    reset.click()
    assert [slider.value, dropdown.value] == [2.0, "large"]
