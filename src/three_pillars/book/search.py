"""What the book's search looks through: each section, chart, claim and term, as a page has it.

Sphinx's own index holds whole pages, leaves out numbers and claims, and needs a server for a line
of each page. This one is a single script, which only the search page loads; `search.js` reads it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_VOID = _names("area base br col embed hr img input link meta source track wbr")
_INLINE = _names(
    "a abbr b bdi cite code dfn em i kbd mark q s samp small span strong sub sup time u var"
)
_SILENT = _names("button noscript option output script style svg template textarea")
# Folded code, rows of charts, marks beside headings: not what a reader looks for.
_SILENT_CLASSES = _names(
    "above-input chart-data chart-share headerlink tp-answer tp-feedback tp-solution tp-unseen"
)
_TITLES = _names("h1 h2 h3 h4 h5 h6")
_TITLE_CLASSES = _names("chart-title tp-id tp-what")


class Sections(HTMLParser):
    """Takes a page apart: `found` holds the anchor, the title and the lines of each section.

    Charts, claims and terms are sections of their own. Words of neighbouring elements are never
    glued: every element that is more than a piece of a line begins a new one.
    """

    def __init__(self, body: str):
        """Read the markup of a page's text."""
        super().__init__(convert_charrefs=True)
        self.found: list[dict[str, Any]] = []
        self._open: list[dict[str, Any]] = []  # elements: their tag, and the section they begin
        self._term: dict[str, Any] | None = None
        self.feed(body)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element, and with some a section."""
        given = {key: value or "" for key, value in attrs}
        classes = set(given.get("class", "").split())
        # A block sets its pieces apart by style alone; a computed value is part of a sentence.
        own = any(name.startswith("tp-") for name in classes - {"tp-value"})
        if tag not in _INLINE or own:
            self._line()
        if tag in _VOID:
            return
        above = self._open[-1] if self._open else {"silent": False, "title": False}
        element = {
            "tag": tag,
            "silent": above["silent"] or tag in _SILENT or bool(classes & _SILENT_CLASSES),
            "title": above["title"] or tag in _TITLES or bool(classes & _TITLE_CLASSES),
            "section": None,
            "line": tag not in _INLINE or own,
        }
        self._open.append(element)
        anchor = given.get("data-claim") or given.get("id", "")
        if tag == "dt" and anchor:
            element["title"] = True
            element["section"] = self._term = self._begin(anchor)
        elif tag == "dd" and self._term:
            element["section"] = self._term
        elif anchor and (
            (tag in ("section", "figure") and "tp-block" not in classes)
            or "data-claim" in given
            or "citation" in classes
        ):
            element["section"] = self._begin(anchor)
        elif "tp-claim" in classes:  # a claim in its chapter: its card goes on after the heading
            self._open[-2]["section"] = self._begin(anchor)

    def handle_endtag(self, tag: str) -> None:
        """Close an element, and what was left open in it."""
        if not any(element["tag"] == tag for element in self._open):
            return
        while (element := self._open.pop())["tag"] != tag:
            pass
        if element["line"]:
            self._line()

    def handle_data(self, data: str) -> None:
        """Add words to the innermost section, to its title or to its text."""
        if not self._open or self._open[-1]["silent"]:
            return
        section = self._section()
        if section is not None:
            of = "title" if self._open[-1]["title"] and not section["text"].strip() else "text"
            section[of] += data.replace("\n", " ")

    def _begin(self, anchor: str) -> dict[str, Any]:
        self.found.append({"anchor": anchor, "title": "", "text": ""})
        return self.found[-1]

    def _section(self) -> dict[str, Any] | None:
        return next((e["section"] for e in reversed(self._open) if e["section"]), None)

    def _line(self) -> None:
        section = self._section()
        if section is not None and self._open and not self._open[-1]["silent"]:
            section["title"] += " "
            section["text"] += "\n"


def sections_of(body: str) -> list[list[str]]:
    """Return anchor, title and text of each section of a page; the text in lines.

    Args:
        body: the markup of the page's text.
    """
    made = []
    for section in Sections(body).found:
        lines = (" ".join(line.split()) for line in section["text"].split("\n"))
        text = "\n".join(line for line in lines if line)
        made.append([section["anchor"], " ".join(section["title"].split()), text])
    return [one for one in made if one[1] or one[2]]


def keep_words(app: Sphinx, page: str, template: str, context: dict, doctree: Any) -> None:
    """Keep the sections of a page that is written, for the end of the build."""
    if doctree is not None:
        file = _file(app.env, page)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(sections_of(context["body"])), encoding="utf-8")


def write_words(app: Sphinx) -> None:
    """Write what is to be searched, in the order of the book, as a script."""
    held = []
    for page in dict.fromkeys(_in_order(app.env, app.config.root_doc)):
        file = _file(app.env, page)
        if file.is_file():
            held.append([page, json.loads(file.read_text("utf-8"))])
    text = json.dumps(held, ensure_ascii=False, separators=(",", ":"))
    target = Path(app.outdir) / "_static" / "search-text.js"
    target.write_text(f"window.tpSearchText={text};\n", encoding="utf-8")


def _in_order(env: BuildEnvironment, page: str) -> Iterator[str]:
    yield page
    for below in env.toctree_includes.get(page, []):
        yield from _in_order(env, below)


def _file(env: BuildEnvironment, page: str) -> Path:
    return Path(env.doctreedir) / "search" / f"{re.sub('[^a-z0-9-]', '_', page)}.json"
