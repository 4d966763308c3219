"""Made-up tables of states and years, and the words that a model's rows hold."""

import pandas as pd


def table(**values):
    """Make a small table: one list of values a state, from the year 2000 on."""
    return pd.DataFrame(
        [
            {"iso3": state, "year": 2000 + i, "value": value}
            for state, row in values.items()
            for i, value in enumerate(row)
        ]
    )


def series(*values, first=2000):
    """Make a series with one value a year."""
    return pd.DataFrame({"year": range(first, first + len(values)), "value": values})


def words(rows):
    """Join what the rows of an explorable's model say in words."""
    return " ".join(rows.loc[rows["kind"].str.startswith("words"), "text"])
