"""The page and the files of each piece, made from what the build has already drawn."""

from __future__ import annotations

import csv
import functools
import gzip
import html
import io
import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from .. import blocks, figures
from ..markup import environment, in_script
from .assets import piece_script, piece_style
from .code import code_of
from .info import BOOK, citation, info, picture_lines, rows_with_settings
from .linked import claim_data, dataset_data, question_data
from .picture import picture, to_png
from .pieces import Piece, document_of

HEIGHTS = {"chart": 560, "claim": 420, "question": 360}
"""The height of an iframe before its page has told its own, in pixels."""

FILES = ("chart.png", "chart.svg", "data.csv", "metadata.json", "chart.vl.json")
"""What lies beside the page of a chart."""

HEAVY = 13_000
"""Bytes of a figure, gzipped, from which its specification is fetched when the chart comes to life:
with its style and its head the page then stays below 20 kB."""

SANDBOX = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads"
"""What an iframe must allow: scripts; and that links open and files are saved."""


def piece_files(piece: Piece, chapter: str, title: str, baseurl: str) -> dict[str, bytes]:
    """Return the files of a piece by name: its page, and what lies beside it.

    Args:
        piece: the piece.
        chapter: the text of its chapter, MyST Markdown.
        title: the chapter's title.
        baseurl: the address of the book on the web; "" if it has none.
    """
    url = _url(piece, baseurl)
    if piece.kind == "chart":
        return _chart_files(piece, chapter, title, url)
    block, said = (
        ({"kind": "verdicts", "name": "claim", "claims": [piece.printed]}, piece.printed["claim"])
        if piece.kind == "claim"
        else (
            {"kind": "quiz", "name": "question", "questions": [piece.printed]},
            piece.printed["question"],
        )
    )
    name = f"{piece.name}. {said}" if piece.kind == "claim" else said
    shown = blocks.to_html(block, block["name"], piece.base).replace("1 of 1: ", "")
    if chart := piece.printed.get("chart"):
        shown = (
            f'<a href="../{chart}/index.html"><img src="../{chart}/chart.png" width="680" '
            f'alt="The chart that the question speaks of"></a>{shown}'
        )
    body = Markup(f'<h1 class="tp-unseen">{html.escape(name)}</h1>{shown}')
    about = {
        "name": piece.address,
        "title": name,
        "url": url or piece.folder,
        "in_book": piece.in_chapter,
        "content": piece.printed,
        "citation": citation(name, piece.name, url or piece.folder),
    }
    linked = claim_data(piece, url) if piece.kind == "claim" else question_data(piece, url)
    return {
        "index.html": _page(piece, name, _described(piece), title, url, body, linked),
        "metadata.json": _json(about),
        "oembed.json": _oembed(piece, name, url),
    }


def _described(piece: Piece) -> str:
    """Return the description of a claim or a question for search and social media."""
    one = piece.printed
    if piece.kind == "claim":
        return f"A claim of {BOOK}, tested with data. Verdict today: {one['verdict']}."
    return f"A question of {BOOK}. It answers at once, and says of a wrong answer what went wrong."


def _chart_files(piece: Piece, chapter: str, title: str, url: str) -> dict[str, bytes]:
    spec = piece.content
    about, lines, svg = _pictured(piece, url)
    markup = figures.to_html(piece.printed, piece.name, piece.base)
    # The one heading of this page; in a chapter it would stand in the table of contents.
    head = f'<div class="chart-title">{html.escape(about["title"])}</div>'
    markup = markup.replace(head, head.replace("div", "h1"), 1)
    # A page that others embed is light: the wide drawing serves a phone until the chart is live.
    markup = re.sub(r'(<div class="narrow">).*?</svg>', r"\1", markup, count=1, flags=re.DOTALL)
    beside = {}
    if len(gzip.compress(markup.encode())) > HEAVY:
        markup, line = figures.apart(markup, "spec.js")
        beside = {"spec.js": line.encode()}
    shared = {
        "address": piece.address,
        "title": about["title"],
        "url": url,
        "height": HEIGHTS["chart"],
        "sandbox": SANDBOX,
        "lines": lines,
        "citation": about["citation"],
        "code": code_of(chapter, piece.name) if chapter else "",
    }
    return {
        **beside,
        "index.html": _page(
            piece, about["title"], about["alt"], title, url, Markup(markup), dataset_data(about)
        ),
        "chart.svg": svg.encode(),
        "chart.png": to_png(svg),
        "data.csv": rows_as_csv(spec),
        "metadata.json": _json(about),
        "chart.vl.json": _json(spec),
        "oembed.json": _oembed(piece, about["title"], url),
        # The same for the book's own page, where from a folder only a script can be read.
        "share.js": f"tpShared({in_script(shared)});\n".encode(),
    }


def _url(piece: Piece, baseurl: str) -> str:
    return f"{baseurl.rstrip('/')}/{piece.folder}/" if baseurl else ""


def _pictured(piece: Piece, url: str) -> tuple[dict[str, Any], dict[str, Any], str]:
    about = info(piece, url or piece.folder)
    lines = picture_lines(about)
    return about, lines, picture(piece.printed, lines)


def draw_ahead(pieces: Iterable[Piece], baseurl: str) -> None:
    """Draw the pictures of charts, so that they are there when their files are written.

    The pages of a book are read side by side, and so their pictures are drawn side by side.

    Args:
        pieces: pieces of any kind.
        baseurl: the address of the book on the web; "" if it has none.
    """
    for piece in pieces:
        if piece.kind == "chart":
            to_png(_pictured(piece, _url(piece, baseurl))[2])


@functools.cache
def _templates() -> Environment:
    return environment("share")


def _page(
    piece: Piece,
    title: str,
    description: str,
    chapter: str,
    url: str,
    body: Markup,
    linked: Mapping[str, Any],
) -> bytes:
    chart = piece.kind == "chart"
    text = (
        _templates()
        .get_template("piece.html")
        .render(
            title=title,
            description=description,
            url=url,
            image=f"{url}chart.png" if url and chart else "",
            oembed=f"{url}oembed.json",
            base=piece.base,
            linked_data=in_script(linked),
            style=Markup(piece_style(piece.kind)),
            scripts=("address.js", "book.js", "table.js") if chart else (),
            script=Markup(piece_script(piece.kind)),
            body=body,
            files=FILES if chart else (),
            prefix=f"three-pillars-{piece.name}-",
            in_book=piece.in_chapter,
            chapter=chapter,
        )
    )
    return text.encode()


def moved_page(old: str, new: str, *, own_page: bool = True) -> bytes:
    """Return the page of an address that moved: it leads to the new one.

    Args:
        old: the old address, such as ``"energy/dependence/gas"``.
        new: the new one.
        own_page: whether the piece has a page of its own; a block is a place on its chapter's page.
    """
    page, _, name = new.rpartition("/")
    place = f"share/{new}/index.html" if own_page else f"{document_of(page)}.html#{name}"
    to = "../" * (old.count("/") + 2) + place
    return _templates().get_template("moved.html").render(to=to).encode()


def _oembed(piece: Piece, title: str, url: str) -> bytes:
    """Return the answer of oEmbed 1.0 for a page: the iframe that shows it."""
    height = HEIGHTS[piece.kind]
    frame = (
        f'<iframe src="{html.escape(url or f"{piece.folder}/index.html")}" '
        f'title="{html.escape(title)}" width="100%" height="{height}" '
        f'style="border:0;min-height:{height}px" sandbox="{SANDBOX}" loading="lazy"></iframe>'
    )
    return _json(
        {
            "version": "1.0",
            "type": "rich",
            "title": title,
            "provider_name": "Three Pillars",
            "author_name": "The Three Pillars authors",
            "html": frame,
            "width": 728,
            "height": height,
        }
    )


def _json(content: Any) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def rows_as_csv(spec: Mapping[str, Any]) -> bytes:
    """Return a chart's rows as CSV, an explorable's with the setting of each.

    Names come first; true and false are written as in the book's tables, and none as nothing.

    Args:
        spec: the specification.
    """
    rows = rows_with_settings(spec)
    text = io.StringIO()
    names = list(dict.fromkeys(key for row in rows for key in row))
    writer = csv.DictWriter(text, names, lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow(
            {
                key: str(value).lower() if isinstance(value, bool) else value
                for key, value in row.items()
            }
        )
    return text.getvalue().encode()


def write_changed(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files where they changed, so that a second build touches nothing.

    Args:
        folder: where to.
        files: contents by name.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        file = folder / name
        if not file.is_file() or file.read_bytes() != content:
            file.write_bytes(content)
