"""A small chart, and the figure that is made of it."""

import altair as alt
import pandas as pd

from three_pillars.figures import figure

ALT = "Bar chart of two made-up values: b is twice as high as a."


def bars(**props):
    frame = pd.DataFrame({"name": ["a", "b"], "value": [1, 2]})
    props.setdefault("title", alt.Title("B is twice A", subtitle="units, 2014"))
    return alt.Chart(frame).mark_bar().encode(x="name:N", y="value:Q").properties(**props)


def made(name=None, **props):
    return figure(bars(**props), name=name, alt=ALT, sources=["energy/lng_imports"]).to_dict()
