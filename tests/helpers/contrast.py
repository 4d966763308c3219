"""Contrast as WCAG 2.2 counts it."""

import re


def rgb(text):
    """Red, green and blue from 0 to 1, of a colour such as #7d8794, #fff or rgb(1, 2, 3)."""
    if text.startswith("#"):
        digits = text[1:] if len(text) == 7 else "".join(d * 2 for d in text[1:])
        return tuple(int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return tuple(float(part) / 255 for part in re.findall(r"[\d.]+", text)[:3])


# Each theme's ground, and its ink for currentColor.
GROUNDS = {
    "light": (rgb("#ffffff"), rgb("#222832")),
    "dark": (rgb("#14181e"), rgb("#ced6dd")),
}


def luminance(colour):
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour]
    return sum(part * weight for part, weight in zip(parts, (0.2126, 0.7152, 0.0722), strict=True))


def contrast(one, other):
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def mixed(colour, ground, opacity):
    """A colour that lets its ground through."""
    return tuple(opacity * a + (1 - opacity) * b for a, b in zip(colour, ground, strict=True))
