"""Pages of the built book put below each other into one page."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from .chapters import Part


@dataclass(frozen=True)
class Sheet:
    """An article as `take.js` hands it out.

    Args:
        page: the document.
        title: its title.
        html: what stands in it.
    """

    page: str
    title: str
    html: str


def compose(
    root: Path,
    sheets: Sequence[Sheet],
    *,
    title: str,
    address: str,
    parts: Sequence[Part] = (),
    numbers: Mapping[str, int] | None = None,
    lines: Sequence[str] = (),
) -> str:
    """Return the long page.

    Args:
        root: the folder of the built pages, for their styles.
        sheets: the articles, in order.
        title: the title of the PDF.
        address: what stands in the foot of every page: where the book is.
        parts: for a book with cover and contents, its parts.
        numbers: the page on which each document begins; unknown ones are left open.
        lines: what the cover says below the title.
    """
    one = not parts
    heads = "".join(
        f"@page p{number}{{@top-right{{content:{_css(sheet.title)}}}}}"
        f".tp-p{number}{{page:p{number}}}"
        for number, sheet in enumerate(sheets)
    )
    foot = f"@page{{@bottom-left{{content:{_css(address)}}}}}"
    body = "" if one else _cover(title, lines) + _contents(parts, sheets, numbers or {})
    for number, sheet in enumerate(sheets):
        apart = "" if one else " tp-sheet-of"
        body += (
            f'<section class="tp-p{number}{apart}" id="{_name(sheet.page)}">{sheet.html}</section>'
        )
    return (
        f'<!doctype html><html lang="en" data-theme="light"><head><meta charset="utf-8">'
        f"<title>{html.escape(title)}</title>{_styles(root)}"
        f"<style>{_own_style()}@media print{{{foot}{heads}}}</style></head>"
        f'<body><main class="bd-main"><div class="bd-content"><div class="bd-article-container">'
        f'<div class="bd-article">{body}</div></div></div></main></body></html>'
    )


def _name(page: str) -> str:
    return f"{page.replace('/', '-')}--"


def _css(text: str) -> str:
    """Return a text as a string of a style sheet."""
    return json.dumps(text, ensure_ascii=False).replace("<", "\\3c ")


def _own_style() -> str:
    return resources.files(__package__).joinpath("pdf.css").read_text("utf-8")


def _styles(root: Path) -> str:
    """Return the links to the styles that the built pages have, as addresses of files."""
    page = (root / "genindex.html").read_text("utf-8")
    head = re.sub(r"<noscript>.*?</noscript>", "", page.split("</head>")[0], flags=re.S)
    found = re.findall(r'<link[^>]*href="([^"?]+\.css)[^"]*"[^>]*rel="stylesheet"', head)
    found += re.findall(r'<link[^>]*rel="stylesheet"[^>]*href="([^"?]+\.css)', head)
    addresses = [(root / name).resolve().as_uri() for name in dict.fromkeys(found)]
    return "".join(f'<link rel="stylesheet" href="{one}">' for one in addresses)


def _cover(title: str, lines: Sequence[str]) -> str:
    name, _, rest = title.partition(": ")
    said = "".join(f"<p>{html.escape(line)}</p>" for line in [rest, *lines] if line)
    return f'<section class="tp-cover"><h1>{html.escape(name)}</h1>{said}</section>'


def _contents(parts: Sequence[Part], sheets: Sequence[Sheet], numbers: Mapping[str, int]) -> str:
    titles = {sheet.page: sheet.title for sheet in sheets}
    listed = []
    for part in parts:
        rows = "".join(
            f'<li><a href="#{_name(page)}"><span>{html.escape(titles[page])}</span><i></i>'
            f"<b>{numbers.get(page, '000')}</b></a></li>"
            for page in part.pages
        )
        caption = f"<p>{html.escape(part.caption)}</p>" if part.caption else ""
        listed.append(f"{caption}<ol>{rows}</ol>")
    return f'<nav class="tp-contents"><h2>Contents</h2>{"".join(listed)}</nav>'
