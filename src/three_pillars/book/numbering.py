"""Numbers of figures and tables, by which a class can speak of them: "look at figure 3"."""

from __future__ import annotations

import itertools
import re
from typing import Any

from sphinx.application import Sphinx

# What bears the name of a figure, and what bears that of a table.
_TITLES = (
    ("Figure", re.compile(r'class="chart-title"')),
    ("Table", re.compile(r"(?<=<caption>)<span(?=>)")),
)


def number_figures(
    app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: Any
) -> None:
    """Number the figures and the tables of a page, each in its order.

    The number stands in an attribute, which the style sheet shows: a title stays the same words
    here, on the page of its own and in a saved picture.
    """
    if "body" in context:
        context["body"] = numbered(context["body"])


def numbered(body: str) -> str:
    """Return the HTML of a page with the number of each figure and table."""
    for word, title in _TITLES:
        count = itertools.count(1)
        body = title.sub(
            lambda found, word=word, count=count: (
                f'{found[0]} data-number="{word} {next(count)}. "'
            ),
            body,
        )
    return body
