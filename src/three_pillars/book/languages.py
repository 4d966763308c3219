"""The language of Japanese and Russian words, said in the page, so that a voice reads them as such.

Words in kana, kanji and Cyrillic letters are found by their script, wherever they come from: prose,
tables, charts. Transliterations look like English; authors mark them, {ja}`yontō ikkatsu henkan`.
"""

from __future__ import annotations

import re
from typing import Any

from docutils import nodes

_KANA_KANJI = r"\u3005\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_SCRIPTS = {
    "ja": rf"[0-9]*[{_KANA_KANJI}][{_KANA_KANJI}0-9]*",
    "ru": r"[\u0400-\u04ff]+(?:[\s,–-]+[\u0400-\u04ff]+)*",
}
WORDS = re.compile("|".join(f"(?P<{lang}>{shape})" for lang, shape in _SCRIPTS.items()))
"""Words in one of these scripts; the group that matched is their language."""

_TOKENS = re.compile(
    r"(<(script|style|title|textarea|option|svg)\b.*?</\2>|<!--.*?-->|<[^>]*>)", re.DOTALL
)


def mark_languages(page: str) -> str:
    """Return the HTML of a page, its words in Japanese and Russian script marked with ``lang``.

    What is marked already stays as it is, so a page can be marked again.
    """
    if not WORDS.search(page):
        return page
    made, place, marked = [], 0, False
    for tag in _TOKENS.finditer(page):
        text = page[place : tag.start()]
        made.append(text if marked else WORDS.sub(_span, text))
        made.append(tag[0])
        place, marked = tag.end(), tag[2] is None and " lang=" in tag[0]
    return "".join([*made, page[place:]])


def _span(words: re.Match[str]) -> str:
    return f'<span lang="{words.lastgroup}">{words[0]}</span>'


def transliterated(language: str) -> Any:
    """Return the role for words of a language in Latin letters: ``{ja}`hikiwake```.

    Args:
        language: its code, such as ``"ja"``.
    """

    def role(name: str, raw: str, text: str, *_: Any, **__: Any) -> tuple[list, list]:
        return [Transliteration(raw, text, lang=f"{language}-Latn")], []

    return role


class Transliteration(nodes.inline):
    """Words of another language in Latin letters."""


def enter_words(writer: Any, node: Transliteration) -> None:
    """Open the element of a transliteration."""
    writer.body.append(f'<i lang="{node["lang"]}">')


def leave_words(writer: Any, node: Transliteration) -> None:
    """Close it."""
    writer.body.append("</i>")
