"""The names of a page's pieces: each has one, and no two things on a page have the same."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util import logging

from three_pillars import blocks, figures

LOGGER = logging.getLogger(__name__)


def take_names(
    env: BuildEnvironment, mime: str, content: Mapping[str, Any], where: Any, cell: int
) -> str:
    """Take note of what a figure or a block and the pieces in it are called; return its own name.

    Args:
        env: the environment of the build, which is reading the page.
        mime: the type of the output.
        content: the specification or the payload.
        where: the place in the page, for a warning.
        cell: the number of the cell; it names what has no name, after a warning.
    """
    if mime == figures.MIME_TYPE:
        found = [("a figure", figures.name_of(content))]
    else:
        found = blocks.names_in(content)
    taken = env.temp_data.setdefault("three_pillars_names", {})
    for what, name in found:
        if name is None:
            LOGGER.warning(
                "cell %s: %s has no name, which is its address: give it name='lng-share', in words",
                cell,
                what,
                location=where,
            )
        elif name in taken:
            LOGGER.warning(
                "cell %s: %s is named %r, like %s of cell %s: give it another name",
                cell,
                what,
                name,
                *taken[name],
                location=where,
            )
        else:
            taken[name] = (what, cell)
    return found[0][1] or f"cell-{cell}"


def check_anchors(app: Sphinx, doctree: nodes.document) -> None:
    """Warn of a heading or a label that has the anchor of a figure or a block on its page."""
    taken = app.env.temp_data.get("three_pillars_names", {})
    for node in doctree.findall(nodes.Element):
        for anchor in node.get("ids", ()):
            if anchor in taken:
                what, cell = taken[anchor]
                LOGGER.warning(
                    "the anchor %r of a heading or label is also the name of %s of cell %s: "
                    "change one of them",
                    anchor,
                    what,
                    cell,
                    location=node,
                )
