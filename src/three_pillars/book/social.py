"""The hook of `share.social`: tags for each page's head, and the files at the root."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from three_pillars import share
from three_pillars.classroom import editions
from three_pillars.figures import DICTIONARY

from .sharing import store

EXERCISES_PAGE = "chapters/teaching/exercises"
"""The page that lists the exercises."""


def describe_page(
    app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: Any
) -> None:
    """Add description, picture and linked data to the head of a page of the book."""
    if doctree is None:
        return
    baseurl = app.config.html_baseurl
    root = f"{baseurl.rstrip('/')}/" if baseurl else ""
    title = app.env.titles[page].astext()
    description = share.shortened(_first_words(doctree) or title)
    url = f"{root}{page}.html" if root else ""
    charts = [p for p in share.kept_pieces(store(app.env), [page]) if p.kind == "chart"]
    image = f"{root}{charts[0].folder}/chart.png" if root and charts else ""
    linked: Any = share.chapter_data(title, description, url)
    if page == DICTIONARY:
        linked = [linked, *share.tables_data(baseurl)]
    elif page == EXERCISES_PAGE:
        linked = [linked, *_exercises_data()]
    tags = share.meta_tags(title, description, url=url, image=image, linked=linked)
    context["metatags"] = f"{context.get('metatags', '')}\n{tags}"


def _exercises_data() -> list[dict[str, Any]]:
    masters = [editions.MASTERS / f"{part}.md" for part in editions.PARTS]
    held = [editions.read_master(master) for master in masters if master.is_file()]
    return [share.exercise_data(one.title, one.part, one.minutes) for one in held]


def _first_words(doctree: nodes.document) -> str:
    """Return the first paragraph of a page that is a sentence or two, not a list of outcomes."""
    for paragraph in doctree.findall(nodes.paragraph):
        text = re.sub(r"\s*\[[^\]]*\]", "", paragraph.astext())  # without citations
        if len(text) >= 80 and "·" not in text:
            return text
    return ""


def write_root_files(app: Sphinx) -> None:
    """Write the 404 page, robots.txt and, where the book has an address, the site map."""
    out = Path(app.outdir)
    pages = [f"{name}.html" for name in sorted(app.env.found_docs)]
    pages += sorted(
        f"{path.parent.relative_to(out).as_posix()}/"
        for path in (out / "share").rglob("index.html")
        if b'http-equiv="refresh"' not in path.read_bytes()
    )
    share.write_changed(out, share.root_files(pages, app.config.html_baseurl))
