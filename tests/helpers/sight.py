"""How readers see colours, and whether the series of a chart can be told apart.

A dichromat's sight is simulated with the matrices of Machado, Oliveira and Fernandes, "A
physiologically-based model for simulation of color vision deficiency", IEEE Transactions on
Visualization and Computer Graphics 15 (2009), 1291-1298, at severity 1, in linear RGB. Distances
are those of CIELAB (CIE 1976) under D65.
"""

import itertools
import re

import numpy as np

SIGHT = {
    "normal": np.eye(3),
    "protan": np.array([[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
                        [-0.003882, -0.048116, 1.051998]]),
    "deutan": np.array([[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
                        [-0.011820, 0.042940, 0.968881]]),
    "tritan": np.array([[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
                        [0.004733, 0.691367, 0.303900]]),
}  # fmt: skip

TOLD_APART = 15
"""A difference of 10 is plain to see side by side; across a chart it should be more."""

GREY_APART = 15
"""Points of lightness between two greys on paper."""

INK = {"currentColor": "#222832", "transparent": "#ffffff"}
"""What a colour of the place is on the light page; what shows through is the page."""

OTHER_CHANNELS = ("shape", "strokeDash", "fillOpacity", "text", "x", "y", "xOffset", "yOffset",
                  "row", "column", "facet")  # fmt: skip
"""Where a series shows itself but in its colour: its mark, its name beside it, or its place."""


def lab(colour, sight="normal"):
    """Return a colour in CIELAB as a reader sees it."""
    colour = INK.get(colour, colour)
    if through := re.fullmatch(r"rgba\((\d+),(\d+),(\d+),([\d.]+)\)", colour):
        *parts, much = map(float, through.groups())
        parts = (np.array(parts) * much + 255 * (1 - much)) / 255
    else:
        parts = np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    seen = np.clip(SIGHT[sight] @ linear, 0, 1)
    matrix = np.array(
        [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750],
         [0.0193339, 0.1191920, 0.9503041]]
    )  # fmt: skip
    ratio = matrix @ seen / [0.95047, 1, 1.08883]
    f = np.where(ratio > 0.008856, np.cbrt(ratio), 7.787 * ratio + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def distance(a, b, sight="normal"):
    """Return how far apart two colours are for a reader; "grey" is a print without colour."""
    if sight == "grey":
        return abs(lab(a)[0] - lab(b)[0])
    return float(np.linalg.norm(lab(a, sight) - lab(b, sight)))


def too_near(colours):
    """Return each pair of colours that some reader cannot tell apart: (a, b, who)."""
    return [
        (a, b, sight)
        for a, b in itertools.combinations(dict.fromkeys(colours), 2)
        for sight in (*SIGHT, "grey")
        if distance(a, b, sight) < (GREY_APART if sight == "grey" else TOLD_APART)
    ]


def drawn_views(spec, encoding=None, rows=None):
    """Yield every mark of a specification with the whole of its encoding, and its rows."""
    encoding = {**(encoding or {}), **spec.get("encoding", {})}
    rows = spec.get("data", {}).get("name", rows)
    if "mark" in spec:
        yield spec["mark"], encoding, rows
    for key in ("layer", "hconcat", "vconcat", "concat"):
        for child in spec.get(key, ()):
            yield from drawn_views(child, encoding, rows)
    if isinstance(spec.get("spec"), dict):
        facets = (
            {"facet": spec["facet"]} if "field" in spec.get("facet", {}) else spec.get("facet", {})
        )
        yield from drawn_views(spec["spec"], {**encoding, **facets}, rows)


def unclear_series(spec):
    """Say which series of a chart some reader cannot tell apart, by colour or anything else.

    A series is told apart by the distance of its colour, or by a channel that shows it too: shape,
    dash, fill, place, or its name beside it. Colours are compared on the light page.
    """
    categories = spec.get("config", {}).get("range", {}).get("category", [])
    views = list(drawn_views(spec))
    shown_too = {
        encoding[other].get("field")
        for _, encoding, _ in views
        for other in OTHER_CHANNELS
        if isinstance(encoding.get(other), dict)
    }
    found = []
    for _, encoding, rows in views:
        for channel in ("color", "fill", "stroke"):
            given = encoding.get(channel)
            if not isinstance(given, dict) or given.get("type") not in ("nominal", "ordinal"):
                continue
            field, scale = given["field"], given.get("scale") or {}
            if channel == "stroke" and encoding.get("fill", {}).get("field") == field:
                continue  # the outline of what the fill tells apart
            # The name of the line may say more than its colour: "Japan in Russia's" trade.
            lines = encoding.get("detail", {})
            names = {lines.get("field")} if isinstance(lines, dict) else set()
            if {field, *names} & shown_too or scale is None:
                continue
            values = {row.get(field) for row in spec.get("datasets", {}).get(rows, [])} - {None}
            domain = scale.get("domain") or sorted(values, key=str)
            colours = scale.get("range") or categories
            shown = dict(zip(domain, colours, strict=False))
            shown = {k: v for k, v in shown.items() if not values or k in values}
            for a, b, who in too_near(shown.values()):
                pair = [k for k, v in shown.items() if v in (a, b)]
                found.append(f"{field}: {' and '.join(map(str, pair))} ({who})")
    return list(dict.fromkeys(found))
