"""Ways to damage a table's file: each takes its bytes and returns others."""

import csv
import io

LNG, PRICES, EVENTS = "energy/lng_imports", "energy/lng_prices", "energy/events"


def edit(change):
    """Damage the rows of a CSV file."""

    def damage(raw):
        rows = list(csv.reader(io.StringIO(raw.decode("utf-8"))))
        rows = change(rows) or rows
        out = io.StringIO()
        csv.writer(out, lineterminator="\n").writerows(rows)
        return out.getvalue().encode("utf-8")

    return damage


def cell(row, column, value):
    """Write a value into one cell; the header is row 1."""

    def change(rows):
        rows[row - 1][rows[0].index(column)] = value

    return edit(change)
