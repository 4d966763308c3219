"""A small explorable: a product of a number and a size."""

import altair as alt
import pandas as pd

from three_pillars import Choice, Range, explore

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


def made(model=product, chart=bar, answers=(), **controls):
    controls = controls or {
        "factor": Range("Factor", 0, 4, 0.5, 2, unit="×"),
        "size": Choice("Size", ["small", "large"], "large"),
    }
    return explore(
        model, chart, alt=ALT, sources=["energy/lng_imports"], answers=answers, **controls
    )
