"""Specifications as they are drawn on a page."""

from helpers.charts import ALT, bars

from three_pillars import figures
from three_pillars.figures import figure, sized


def test_views_side_by_side_are_stacked_on_a_phone():
    chart = (bars(title="Left") | bars(title="Right")).properties(title="Two views")
    spec = figure(chart, alt=ALT, sources=["energy/lng_imports"]).to_dict()
    assert "hconcat" in sized(spec, figures.WIDE)
    narrow = sized(spec, figures.NARROW)
    assert "hconcat" not in narrow
    assert all(view["width"] < figures.NARROW for view in narrow["vconcat"])
