"""Markup from Jinja2 templates: a template lies beside the code that fills it.

Whatever is put into a template is escaped; only another template's markup, and `in_script()`, pass
as they are.
"""

from __future__ import annotations

import functools
import html
import json
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup


def render(template: str, **values: Any) -> Markup:
    """Fill a template.

    Args:
        template: the path of the template inside the package, such as ``"figures/figure.html"``.
        **values: what its names stand for.

    Returns:
        The markup, which may be put into another template.

    Raises:
        jinja2.TemplateNotFound: there is no such template.
        jinja2.UndefinedError: the template uses a name that has no value.
    """
    return Markup(_templates().get_template(template).render(values))


def in_script(value: Any) -> Markup:
    """Return a value as JSON that may stand inside a ``<script>``.

    Args:
        value: what JSON can carry.
    """
    # "<" would end the script element early inside a string such as "</script>".
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return Markup(text)


@functools.cache
def _templates() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        auto_reload=False,
        finalize=_escaped,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _escaped(value: Any) -> Markup:
    """Escape a value before Jinja does, in one thing otherwise: a quotation mark as ``&quot;``.

    Jinja writes ``&#34;``, and the book's search, which reads markup as words, would find the
    number 34 on every page with a quotation mark.
    """
    if hasattr(value, "__html__") or isinstance(value, jinja2.Undefined):
        return value
    return Markup(html.escape(str(value)))
