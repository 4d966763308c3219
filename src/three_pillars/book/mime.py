"""Turn charts and blocks into HTML while the book is built."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

import vl_convert
from docutils import nodes
from sphinx.util import logging

from three_pillars import blocks, figures, share
from three_pillars.words import curly

from .names import take_names
from .sharing import addressed, store

LOGGER = logging.getLogger(__name__)

TEACHES_FRAMES: dict[str, str] = {}
"""Pages that may show a bare DataFrame, since they teach the DataFrame itself, each with what it
teaches; none does so far."""

_BARE = re.compile(r'altair-viz-|class="dataframe"')


class VegaLiteRenderer:
    """Renders Vega-Lite specifications and blocks; MyST-NB finds it by its entry point."""

    mime_priority_overrides = (
        ("*", blocks.MIME_TYPE, 1),
        ("*", figures.MIME_TYPE, 2),
        ("*", figures.TABLE_TYPE, 1),
    )

    @staticmethod
    def handle_mime(renderer: Any, data: Any, inline: bool) -> list[nodes.Element] | None:
        """Return the HTML of a chart, a table or a block; None for every other output.

        A chart that did not pass through `figure()`, or a frame that did not through `table()`,
        gives a warning that names page and cell; the book is built with warnings as errors.
        """
        known = (figures.MIME_TYPE, figures.TABLE_TYPE, blocks.MIME_TYPE, "text/html")
        if inline or data.mime_type not in known:
            return None
        bare = data.mime_type == "text/html" and _BARE.search(data.string)
        if data.mime_type == "text/html" and not bare:
            return None
        env = renderer.renderer.sphinx_env
        docname = env.docname
        base = "../" * docname.count("/")
        cell = (data.cell_index or 0) + 1
        if bare and bare[0] == 'class="dataframe"':
            if docname in TEACHES_FRAMES:
                return None
            LOGGER.warning(
                "cell %s: a bare DataFrame: show it through "
                "table(frame, caption=…, columns={…}, sources=[…])",
                cell,
                location=(docname, data.line),
            )
            return []
        if bare:
            # Altair shows charts so where the package is not imported: with scripts of a CDN.
            title = re.search(r'"title": "([^"]+)"', data.string)
            LOGGER.warning(
                "cell %s: chart %r has no alt text and no sources: show it through "
                "figure(chart, alt=…, sources=[…])",
                cell,
                title[1] if title else "(no title)",
                location=(docname, data.line),
            )
            return []
        if data.mime_type == figures.TABLE_TYPE:
            held = data.content if isinstance(data.content, Mapping) else json.loads(data.string)
            markup = figures.table_figure(figures.in_print(held), base)
            return [nodes.raw("", markup, format="html", classes=["tp-output"])]
        made = data.content if isinstance(data.content, Mapping) else json.loads(data.string)
        # Prose has the apostrophes of print, by Sphinx; what code writes has those of code.
        content = curly(made)
        where = (docname, data.line)
        uid = take_names(env, data.mime_type, content, where, cell)
        try:
            make = figures.to_html if data.mime_type == figures.MIME_TYPE else blocks.to_html
            markup = make(addressed(docname, content), uid, base)
        except ValueError as error:
            LOGGER.warning("cell %s: %s", cell, error, location=where)
            return []
        pieces = list(share.pieces_of(docname, data.mime_type, made))
        share.draw_ahead(pieces, renderer.renderer.sphinx_env.config.html_baseurl)
        share.keep_pieces(store(env), docname, pieces)
        return [nodes.raw("", markup, format="html", classes=["tp-output"])]


def write_bundle(path: Path) -> None:
    """Write the one script that draws live charts: Vega, Vega-Lite and vega-embed.

    A bundle of the same versions is left as it is, since making it takes over a second.
    """
    stamp = f"// vl-convert {version('vl-convert-python')}, Vega-Lite {figures.VL_VERSION}"
    if path.exists():
        with path.open(encoding="utf-8") as file:
            if file.readline().strip() == stamp:
                return
    code = vl_convert.javascript_bundle(vl_version=figures.VL_VERSION)
    # Vega-Lite 5.20 stamps what it compiles as Vega 5; the Vega 6 beside it draws the same, and
    # would warn of the number in the reader's console for every chart.
    code = code.replace("schema/vega/v5.json", "schema/vega/v6.json")
    path.parent.mkdir(parents=True, exist_ok=True)
    # The bundle declares one-letter constants, so it runs inside a function of its own.
    path.write_text(f"{stamp}\n(function () {{\n{code}\n}})();\n", encoding="utf-8")
