"""Colours: seen on both themes, and told apart by every reader."""

import itertools

import numpy as np
import pytest

from three_pillars import figures
from three_pillars.commentary import STATE_COLOURS
from three_pillars.figures import FigureError


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    return float(linear @ [0.2126, 0.7152, 0.0722])


def contrast(a: str, b: str) -> float:
    low, high = sorted((luminance(a), luminance(b)))
    return (high + 0.05) / (low + 0.05)


def test_contrast_of_known_pairs():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)  # WCAG's own example


@pytest.mark.parametrize("ground", ["#ffffff", "#14181e"])
@pytest.mark.parametrize("name", [*figures.COLOURS, "muted"])
def test_colours_stand_out_on_both_themes(name, ground):
    colour = figures.COLOURS.get(name, figures.MUTED)
    assert contrast(colour, ground) >= 3, f"{name} {colour} on {ground}"


# Machado, Oliveira and Fernandes (2009), severity 1: what a dichromat sees, in linear RGB.
SIGHT = {
    "normal": np.eye(3),
    "protan": np.array([[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
                        [-0.003882, -0.048116, 1.051998]]),
    "deutan": np.array([[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
                        [-0.011820, 0.042940, 0.968881]]),
    "tritan": np.array([[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
                        [0.004733, 0.691367, 0.303900]]),
}  # fmt: skip


def lab(colour: str, sight: str) -> np.ndarray:
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


@pytest.mark.parametrize("sight", SIGHT)
def test_state_colours_stay_apart_for_colour_blind_readers(sight):
    # A difference of 10 is plain to see; the pairs here keep 15 or more.
    for a, b in itertools.combinations(STATE_COLOURS, 2):
        gap = np.linalg.norm(lab(STATE_COLOURS[a], sight) - lab(STATE_COLOURS[b], sight))
        assert gap >= 15, f"{a} and {b} look alike ({sight}, {gap:.1f})"


def test_state_scale_refuses_a_name_without_a_colour():
    with pytest.raises(FigureError, match="Atlantis"):
        figures.state_scale(["Japan", "Atlantis"])
