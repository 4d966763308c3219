"""The charts of the built book: every series can be told apart, by whatever eye, and in grey."""

import html

import pytest
from helpers.pages import CHAPTERS, specifications
from helpers.reports import report
from helpers.sight import unclear_series

from three_pillars.commentary import STATE_COLOURS, STATES

# Charts whose series are told apart in a way that the specification does not show.
SAID_OTHERWISE = {
    "draw-the-line": "each group bears the share that goes to Japan, and the line is one cut",
    "scores-by-question": "each bar bears its word",
    "land-of-the-line": "two parts of one bar, of which the line between them is drawn",
}


@pytest.mark.parametrize("page", CHAPTERS)
def test_every_series_can_be_told_apart(book, page):
    report(
        f"{page}, {name}: {pair}; give it a shape, a dash, a name beside it or another lightness"
        for name, spec in specifications(book, page)
        if name not in SAID_OTHERWISE
        for pair in unclear_series(spec)
    )


def scales(spec):
    """Yield the domain and range of every colour scale."""
    if isinstance(spec, dict):
        for channel in ("color", "fill", "stroke"):
            scale = (
                (spec.get(channel) or {}).get("scale")
                if isinstance(spec.get(channel), dict)
                else None
            )
            if isinstance(scale, dict) and {"domain", "range"} <= set(scale):
                yield scale["domain"], scale["range"]
        for value in spec.values():
            yield from scales(value)
    elif isinstance(spec, list):
        for value in spec:
            yield from scales(value)


# Words by which a legend names a state, its leader or its record.
NAMES = {
    "Japan": ("Japan", "Abe", "Tokyo"),
    "Russia": ("Russia", "USSR", "Moscow"),
    "China": ("China", "Xi", "record"),
    "United States": ("United States", "US"),
}


def wrong_owners(spec):
    """Yield each entry of a legend that has the colour of a state without naming it."""
    owners = {STATE_COLOURS[state].lower(): state for state in STATES.values()}
    for domain, colours in scales({k: v for k, v in spec.items() if k != "datasets"}):
        # Full and hollow points of one state: the alt text says whose they are.
        said = spec.get("description", "") if "transparent" in colours else ""
        for value, colour in zip(domain, colours, strict=False):
            owner = owners.get(str(colour).lower())
            if owner and not any(word in f"{value} {said}" for word in NAMES[owner]):
                yield f"{value!r} has the colour of {owner}"


@pytest.mark.parametrize("page", CHAPTERS)
def test_the_colour_of_a_state_means_that_state(book, page):
    """Japan, Russia, China and the United States lend their hue to nothing but themselves."""
    report(
        f"{page}, {name}: {wrong}"
        for name, spec in specifications(book, page)
        for wrong in wrong_owners(spec)
    )


def test_a_borrowed_hue_is_found():
    def spec(value, said=""):
        scale = {"domain": [value, "other"], "range": [STATE_COLOURS["Russia"], "transparent"]}
        return {"description": said, "encoding": {"color": {"field": "x", "scale": scale}}}

    assert list(wrong_owners(spec("sure"))) == ["'sure' has the colour of Russia"]
    assert list(wrong_owners(spec("sure", "Russia's share"))) == []
    assert list(wrong_owners(spec("Russia"))) == []


def legends(spec):
    """Yield the field and the entries of every legend that a specification asks for."""
    if isinstance(spec, dict):
        for channel in ("color", "shape"):
            one = spec.get(channel)
            if not isinstance(one, dict) or one.get("type") != "nominal" or "field" not in one:
                continue
            domain = (one.get("scale") or {}).get("domain")
            if isinstance(domain, list) and one.get("legend", one) is not None:
                yield one["field"], domain
        for value in spec.values():
            yield from legends(value)
    elif isinstance(spec, list):
        for value in spec:
            yield from legends(value)


def lost_legends(book, page):
    """Name the charts of a page whose drawing lacks an entry of a legend.

    Vega-Lite joins the legends of one domain; one channel without a legend takes all away.
    """
    text = (book / f"{page}.html").read_text("utf-8")
    for name, spec in specifications(book, page):
        figure = text[text.index(f'id="{name}"') :]
        drawn = html.unescape(figure[: figure.index("</svg>")])
        spec = {key: value for key, value in spec.items() if key != "datasets"}
        for field, entries in legends(spec):
            missing = [entry for entry in entries if f">{entry}<" not in drawn]
            if missing:
                yield f"{page}, {name}: the legend of {field} lacks {missing}"


@pytest.mark.parametrize("page", CHAPTERS)
def test_every_legend_is_drawn(book, page):
    report(lost_legends(book, page))
