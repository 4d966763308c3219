"""What a page says and loads where no script runs."""

from __future__ import annotations

from typing import Any

from sphinx.application import Sphinx

SAID = (
    "Scripts are switched off in this browser. All text, charts, tables and answers are here. "
    "What needs a script is not: settings of charts, answers that are checked, search and slides. "
    "Forecasts and records are forms for paper."
)


def for_readers_without_script(
    app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: Any
) -> None:
    """Load the style of paper, where nothing can be pressed, and say so in one place."""
    style = context["pathto"]("_static/paper.css", 1)
    tag = f'<noscript><link rel="stylesheet" href="{style}"></noscript>'
    context["metatags"] = f"{context.get('metatags', '')}\n{tag}"
    if doctree is not None:
        note = f'<noscript><p class="tp-noscript">{SAID}</p></noscript>'
        context["body"] = f"{note}\n{context['body']}"
