"""Verdicts in a chart are told apart without a hue."""

import itertools

import numpy as np
from helpers.sight import GREY_APART, distance, lab

from three_pillars.ledger import VERDICTS, verdict_fill


def looks():
    """Return the fill and the dash of each verdict."""
    made = verdict_fill("word")
    fill, dash = (made[c].to_dict()["scale"] for c in ("fill", "strokeDash"))
    assert made["fill"].to_dict()["field"] == made["strokeDash"].to_dict()["field"] == "word"
    assert fill["domain"] == dash["domain"] == list(VERDICTS)
    return dict(
        zip(VERDICTS, zip(fill["range"], map(tuple, dash["range"]), strict=True), strict=True)
    )


def test_no_verdict_has_a_hue():
    for fill, _ in looks().values():
        _, a, b = lab(fill)
        assert np.hypot(a, b) < 10, fill


def test_any_two_differ_in_grey_or_in_their_outline():
    for (one, (fill, dash)), (other, (fill2, dash2)) in itertools.combinations(looks().items(), 2):
        apart = distance(fill, fill2, "grey") >= GREY_APART
        assert apart or dash != dash2, f"{one} and {other} look alike"
