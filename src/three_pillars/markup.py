"""Markup from Jinja2 templates; a template lies in the folder of the code that fills it.

Whatever is put into a template is escaped; only another template's markup, and `in_script()`, pass
as they are. A template may be laid out in lines, and no line break or indentation reaches the page:
beside a tag or braces it vanishes, elsewhere it becomes one space, as in JSX. So a space between
two elements is one that was written.
"""

from __future__ import annotations

import html
import json
import re
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Undefined
from jinja2.ext import Extension
from markupsafe import Markup

# What stands in braces is left alone; a break in the text goes with the indentation around it.
_BREAK = re.compile(r"(\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\})|[ \t]*\n\s*", re.DOTALL)


def environment(folder: str) -> Environment:
    """Return an environment that finds, checks and keeps the templates of a folder.

    A name that a template uses and that was not given is an error.

    Args:
        folder: the folder inside the package, such as ``"figures"``.
    """
    return Environment(
        loader=PackageLoader("three_pillars", folder),
        autoescape=True,
        finalize=_escaped,
        undefined=StrictUndefined,
        extensions=[_Joined],
    )


def in_script(value: Any) -> Markup:
    """Return a value as JSON that may stand inside a ``<script>``.

    Args:
        value: what JSON can carry.
    """
    # "<" would end the script element early inside a string such as "</script>".
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return Markup(text)


def _escaped(value: Any) -> Any:
    """Escape a value before Jinja does, in one thing otherwise: a quotation mark as ``&quot;``.

    Jinja writes ``&#34;``, and the book's search, which reads markup as words, would find the
    number 34 on every page with a quotation mark.
    """
    if isinstance(value, Undefined) or hasattr(value, "__html__"):
        return value
    return Markup(html.escape(str(value)))


class _Joined(Extension):
    """Joins the lines of a template; messages about it still give the right line."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """Return the template without its line breaks."""

        def join(found: re.Match[str]) -> str:
            if found[1]:
                return found[1]
            before, after = source[: found.start()][-1:], source[found.end() :][:1]
            space = "" if before in ("", ">", "}") or after in ("", "<", "{") else " "
            # A comment is nothing on the page, and keeps the count of lines.
            return space + "{#" + "\n" * found[0].count("\n") + "#}"

        return _BREAK.sub(join, source)
