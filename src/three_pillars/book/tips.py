"""What a term of the glossary means, said where a page links to it.

References come with their text already, by sphinxcontrib-bibtex: both have it as a ``title``, which
a mouse shows and `tips.js` shows to the keyboard and to a finger too.
"""

from __future__ import annotations

import html
import re
from pathlib import Path

from .languages import WORDS
from .search import sections_of

GLOSSARY = "chapters/reference/glossary"
"""The page of terms."""

_LINK = re.compile(
    r'<a class="reference internal" (?:title="[^"]*" )?href="([^"]*glossary\.html)?#(term-[^"]+)"'
)


def definitions(folder: Path) -> dict[str, str]:
    """Return what each term of the built glossary means, by its anchor; none without a glossary.

    Args:
        folder: the folder of the built pages.
    """
    file = folder / f"{GLOSSARY}.html"
    if not file.is_file():
        return {}
    page = file.read_text("utf-8")
    body = page[page.find("<article") : page.find("</article>")]
    return {
        anchor: f"{title}: {_in_english(text)}"
        for anchor, title, text in sections_of(body)
        if anchor.startswith("term-")
    }


def _in_english(text: str) -> str:
    """Return the sentences without words in another script, which a tooltip cannot mark."""
    sentences = re.split(r"(?<=[.?!])\s+", text)
    return " ".join(one for one in sentences if not WORDS.search(one))


def explain_terms(page: str, meanings: dict[str, str]) -> str:
    """Return the HTML of a page whose links to terms carry their meaning.

    Args:
        page: the HTML, perhaps with the meanings of an earlier build.
        meanings: what each term means, by its anchor.
    """

    def linked(link: re.Match[str]) -> str:
        if link[2] not in meanings:
            return link[0]
        title = html.escape(meanings[link[2]])
        return f'<a class="reference internal" title="{title}" href="{link[1] or ""}#{link[2]}"'

    return _LINK.sub(linked, page)
