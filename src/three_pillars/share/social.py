"""What search engines and social media read of a page, and the files for them at the root."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from typing import Any
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from jinja2 import Environment
from markupsafe import Markup

from ..data import describe, tables
from ..markup import environment, in_script
from .linked import AUTHOR, CONTEXT, LICENCE

LONGEST = 200
"""A description has at most so many characters; search engines show no more."""


@functools.cache
def _templates() -> Environment:
    return environment("share")


def shortened(text: str) -> str:
    """Return a text as a description: one line, cut after a word.

    Args:
        text: a paragraph of the page.
    """
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rsplit(' ', 1)[0]}…"


def meta_tags(
    title: str, description: str, *, url: str = "", image: str = "", linked: Any = None
) -> Markup:
    """Return the tags of a page's head: description, Open Graph, Twitter, linked data.

    The canonical address is written by Sphinx, from the same setting.

    Args:
        title: the page's title.
        description: what the page is about.
        url: its address on the web; "" if the book has none.
        image: the address of its picture on the web; "" if there is none.
        linked: linked data of schema.org, as JSON can carry it.
    """
    text = (
        _templates()
        .get_template("meta.html")
        .render(
            title=title,
            description=description,
            url=url,
            image=image,
            linked=None if linked is None else in_script(linked),
        )
    )
    return Markup(text)


def chapter_data(title: str, description: str, url: str) -> dict[str, Any]:
    """Describe a page as a schema.org ``LearningResource``.

    Args:
        title: its title.
        description: what it is about.
        url: its address on the web; "" if the book has none.
    """
    return {
        "@context": CONTEXT,
        "@type": "LearningResource",
        "name": title,
        "description": description,
        "author": AUTHOR,
        "license": LICENCE,
        "inLanguage": "en",
        "isAccessibleForFree": True,
        **({"url": url} if url else {}),
    }


def exercise_data(title: str, part: str, minutes: int) -> dict[str, Any]:
    """Describe an exercise as a schema.org ``LearningResource``.

    Args:
        title: its title.
        part: its part.
        minutes: how long it takes.
    """
    return {
        "@context": CONTEXT,
        "@type": "LearningResource",
        "name": title,
        "about": part,
        "learningResourceType": "exercise",
        "timeRequired": f"PT{minutes}M",
        "author": AUTHOR,
        "license": LICENCE,
        "inLanguage": "en",
    }


def tables_data(baseurl: str) -> list[dict[str, Any]]:
    """Describe every table of the book as a schema.org ``Dataset``.

    Args:
        baseurl: the address of the book on the web; "" if it has none.
    """
    root = f"{baseurl.rstrip('/')}/" if baseurl else ""
    found = []
    for name in tables():
        table = describe(name)
        file = {"@type": "DataDownload", "encodingFormat": "text/csv"}
        if root:
            file["contentUrl"] = f"{root}data/{name}.csv"
        found.append(
            {
                "@context": CONTEXT,
                "@type": "Dataset",
                "name": table["title"],
                "description": table["description"],
                "identifier": name,
                "creator": AUTHOR,
                "isBasedOn": [source["title"] for source in table["sources"]],
                "license": [
                    one.get("path") or one.get("title") or one["name"]
                    for one in table.get("licenses", [])
                ],
                "temporalCoverage": table.get("coverage", ""),
                "variableMeasured": [field["name"] for field in table["schema"]["fields"]],
                "distribution": [file],
            }
        )
    return found


def site_map(urls: Iterable[str]) -> bytes:
    """Return the site map: every address of the book.

    Args:
        urls: addresses on the web.
    """
    root = Element("urlset", {"xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9"})
    for url in urls:
        SubElement(SubElement(root, "url"), "loc").text = url
    indent(root)
    return tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"


def root_files(pages: Iterable[str], baseurl: str) -> Mapping[str, bytes]:
    """Return the files for the root of the book: 404 page, robots.txt, and a site map.

    A site map holds whole addresses only, so there is none while the book has no address.

    Args:
        pages: paths of all pages from the root.
        baseurl: the address of the book on the web; "" if it has none.
    """
    root = f"{baseurl.rstrip('/')}/" if baseurl else ""
    lost = _templates().get_template("lost.html").render(root=root)
    robots = "User-agent: *\nAllow: /\n"
    files = {"404.html": lost.encode()}
    if root:
        robots += f"Sitemap: {root}sitemap.xml\n"
        files["sitemap.xml"] = site_map(f"{root}{page}" for page in pages)
    return {**files, "robots.txt": robots.encode()}
