"""Dates of a chart: read and drawn in UTC, whatever the time zone of machine and reader."""

import os
import subprocess
import sys

import altair as alt
import pandas as pd
import pytest
from helpers.charts import ALT
from helpers.zones import local_times

from three_pillars.figures import figure, to_svg

DAYS = pd.DataFrame({"day": pd.to_datetime(["2014-01-01", "2015-07-21"]), "value": [1, 2]})


def drawn(chart):
    return figure(chart, title="A finding", alt=ALT, sources=["energy/lng_imports"]).to_dict()


def dated():
    text = pd.DataFrame({"day": ["2015-07-21"]})
    limits = alt.Scale(domain=[{"year": 2013}, "2016-01-01"])
    ticks = alt.Axis(values=[{"year": 2014}, {"year": 2015}], format="%-d %b %Y")
    line = alt.Chart(DAYS).mark_line(point=True)
    return line.encode(
        alt.X("day:T", scale=limits, axis=ticks), y="value", tooltip=["day:T", "value"]
    ) + alt.Chart(text).mark_rule().encode(x="day:T")


def test_every_date_is_in_utc():
    spec = drawn(dated())
    assert local_times(spec) == []
    line, rule = spec["layer"]
    assert line["encoding"]["x"]["scale"] == {
        "type": "utc",
        "domain": [{"year": 2013, "utc": True}, "2016-01-01"],
    }
    assert line["encoding"]["tooltip"][0]["timeUnit"] == "utcyearmonthdate"
    assert line["encoding"]["tooltip"][0]["title"] == "day"
    assert rule["encoding"]["x"]["scale"] == {"type": "utc"}
    rows = spec["datasets"][line["data"]["name"]]
    assert [row["day"] for row in rows] == [
        "2014-01-01T00:00:00+00:00",
        "2015-07-21T00:00:00+00:00",
    ]


def test_the_chart_that_was_given_stays_as_it_is():
    chart = alt.Chart(DAYS).mark_point().encode(x="day", y="value")
    before = chart.to_dict()
    assert local_times(drawn(chart)) == []
    assert chart.to_dict() == before
    assert DAYS["day"].dt.tz is None


def test_a_bar_is_named_by_its_days():
    spans = pd.DataFrame({"of": ["a"], "first": DAYS["day"][:1], "last": DAYS["day"][1:].values})
    bar = alt.Chart(spans).mark_bar().encode(x="first:T", x2="last:T", y="of:N")
    assert local_times(bar.to_dict())
    spec = drawn(bar)
    assert local_times(spec) == []
    assert 'aria-label="a, 1 Jan 2014 to 21 Jul 2015"' in to_svg(spec, 680)


@pytest.mark.parametrize("key", ["hconcat", "vconcat", "facet"])
def test_views_of_every_kind(key):
    point = alt.Chart(DAYS).mark_point().encode(alt.X("yearmonth(day):T"), y="value:Q")
    chart = {
        "hconcat": lambda: point | point,
        "vconcat": lambda: point & point,
        "facet": lambda: point.facet("value:O"),
    }[key]()
    spec = drawn(chart)
    assert local_times(spec) == []
    assert "utcyearmonth" in str(spec)


def test_local_times_are_found():
    """What the test of the whole book rests on."""
    assert len(local_times(dated().to_dict())) == 7
    filtered = alt.Chart(DAYS).mark_point().encode(y="value").transform_filter("year(datum.day)>1")
    assert len(local_times(filtered.to_dict())) == 2


def test_the_drawing_is_the_same_in_every_zone(tmp_path):
    code = (
        "from figures.test_utc import dated, drawn\n"
        "from three_pillars.figures import to_svg\n"
        "print(to_svg(drawn(dated()), 680))"
    )
    made = []
    for zone in ("America/Los_Angeles", "Pacific/Kiritimati"):
        path = os.pathsep.join(["tests", "src"])
        env = {**os.environ, "TZ": zone, "PYTHONPATH": path}
        done = subprocess.run(
            [sys.executable, "-c", code],
            env=env, capture_output=True, text=True, timeout=120, check=True,
        )  # fmt: skip
        made.append(done.stdout)
    assert made[0] == made[1]
    assert "1 Jan 2014" in made[0]
