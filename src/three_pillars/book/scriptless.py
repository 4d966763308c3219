"""What a page says where no script runs; there it also has the style of paper (`_MENDED`)."""

from __future__ import annotations

from typing import Any

from sphinx.application import Sphinx

SAID = (
    "Scripts are switched off in this browser. All text, charts, tables and answers are here. "
    "What needs a script is not: settings of charts, filters, checks of answers, search, slides. "
    "Forecasts and records are forms for paper."
)


def for_readers_without_script(
    app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: Any
) -> None:
    """Say in one place, to readers without script, what is not there."""
    if doctree is not None:
        note = f'<noscript><p class="tp-noscript">{SAID}</p></noscript>'
        context["body"] = f"{note}\n{context['body']}"
