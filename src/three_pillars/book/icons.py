"""The theme's few icons, drawn into the pages.

The theme loads them as one and a half megabytes of script, a style sheet and three fonts before
anything is painted; and from a folder Firefox refuses the fonts. The book uses some ten of them.
"""

from __future__ import annotations

import functools
import re
from importlib import resources

from three_pillars.kept import of_this_state

_VENDOR = resources.files("pydata_sphinx_theme") / "theme/pydata_sphinx_theme/static/vendor"
_ICON = re.compile(r'(<(i|span) class="[^"]*\bfa(?:s|-solid) fa-([a-z-]+)[^>]*>)(</\2>)')
_LOADED = re.compile(
    r'<link rel="preload" as="font"[^>]*>\s*'
    r'|<link href="[^"]*/fontawesome/[^>]*>\s*'
    r'|<script src="[^"]*/fontawesome/[^>]*></script>\s*'
)


def draw_icons(page: str) -> str:
    """Return the HTML of a page with its icons as SVG, and without what it loaded for them."""
    return _ICON.sub(lambda icon: icon[1] + _drawing(icon[3]) + icon[4], _LOADED.sub("", page))


@functools.cache
def _drawing(name: str) -> str:
    """Return a solid icon of Font Awesome (CC BY 4.0) as SVG; raises LookupError if not there.

    To find ten of them takes a fifth of a second, so they are kept.
    """
    return of_this_state(f"icon {name}", ".svg", lambda: _drawn(name).encode()).decode()


def _drawn(name: str) -> str:
    shape = rf'[{{,]"?{re.escape(name)}"?:\[(\d+),(\d+),\[[^\]]*\],"\w+","([^"]*)"'
    # A name can stand for an outlined icon too; the solid ones come last.
    width, height, path = re.findall(shape, _scripts())[-1]
    return (
        f'<svg class="tp-icon" aria-hidden="true" viewBox="0 0 {width} {height}">'
        f'<path fill="currentColor" d="{path}"/></svg>'
    )


@functools.cache
def _scripts() -> str:
    (version,) = (_VENDOR / "fontawesome").iterdir()
    return (version / "js" / "all.min.js").read_text("utf-8")
