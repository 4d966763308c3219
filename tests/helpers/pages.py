"""The built book as files: which pages it has, and what stands in them; no browser needed.

`make test` builds the book first. THREE_PILLARS_BOOK_DIR points these tests to another copy of the
book: a folder with _toc.yml, chapters/ and, once built, _build/html.
"""

import functools
import gzip
import json
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import yaml
from helpers.deadlines import BUILD, Late

REPOSITORY = Path(__file__).resolve().parents[2]
ROOT = Path(os.environ.get("THREE_PILLARS_BOOK_DIR") or REPOSITORY).resolve()
# What a tool or a kernel of the tests starts with, as if no book were being built. Copied once:
# pytest changes the environment from test to test, and a copy made meanwhile in a thread can fail.
ENVIRONMENT = {
    **{key: value for key, value in os.environ.items() if key != "THREE_PILLARS_BOOK"},
    "JUPYTER_CONFIG_DIR": str(REPOSITORY / ".jupyter"),
    "IPYTHONDIR": str(REPOSITORY / ".jupyter" / "ipython"),
}


# How a chapter begins, for chapters that tests make up.
HEADER = """\
---
jupytext:
  text_representation:
    extension: .md
    format_name: myst
kernelspec:
  display_name: Python 3
  language: python
  name: python3
---

"""


def documents(node=None):
    """Return the pages that _toc.yml lists, in reading order, such as "chapters/energy/power"."""
    if node is None:
        node = yaml.safe_load((ROOT / "_toc.yml").read_text("utf-8"))
    if isinstance(node, list):
        return [name for child in node for name in documents(child)]
    if not isinstance(node, dict):
        return []
    own = [node[key] for key in ("root", "file") if key in node]
    lists = [child for child in node.values() if isinstance(child, list)]
    return [name.removesuffix(".md") for name in own] + documents(lists)


def source(document):
    """Return the file that a page is written in."""
    return ROOT / f"{document}.md"


def runs_code(document):
    """Whether a page is a notebook."""
    path = source(document)
    header = re.match(r"---\n.*?\n---\n", path.read_text("utf-8"), re.S) if path.is_file() else None
    return bool(header and "kernelspec:" in header[0])


DOCUMENTS = documents()
CHAPTERS = [name for name in DOCUMENTS if runs_code(name)]
# Pages that Sphinx adds; index only leads to the first page.
ADDED = ["genindex", "search"]
PAGES = [*DOCUMENTS, *ADDED]


SPEC = re.compile(
    r'<figure class="chart[^"]*"[^>]*? id="([^"]+)".*?'
    r'<script type="application/json" class="chart-spec">(.*?)</script>',
    re.S,
)
LOADED = re.compile(r'<(?:script|link)\b[^>]*?\b(?:src|href)="([^"#?]+\.(?:js|css))[^>]*>')
BESIDE = re.compile(r'tpSpecified\("([^"]+)",(.*)\);')


def specifications(book, page):
    """Return the name and the specification of each chart of a built page, wherever it lies."""
    place = book / f"{page}.html"
    beside = place.with_name(f"{place.stem}.charts.js")
    read = json.JSONDecoder().raw_decode  # the wide one comes first
    apart = dict(BESIDE.findall(beside.read_text("utf-8"))) if beside.is_file() else {}
    text = place.read_text("utf-8")
    found = SPEC.findall(text)
    assert len(found) == len(re.findall(r'<figure[^>]* class="chart\b', text))
    return [(name, read(spec or apart[name])[0]) for name, spec in found]


def first_visit(book, page):
    """Return the bytes, gzipped, of each file that a page loads before a chart is near."""
    place = book / f"{page}.html"
    text = re.sub(r"<noscript>.*?</noscript>", "", place.read_text("utf-8"), flags=re.S)
    files = {
        (place.parent / found[1]).resolve()
        for found in LOADED.finditer(text)
        if 'media="print"' not in found[0]
    }
    return {file.name: len(gzip.compress(file.read_bytes())) for file in {place, *files}}


def build(root, out=None, seconds=BUILD):
    """Build a book as `make book` does; returns the finished process, with its messages."""
    command = [Path(sys.executable).with_name("jupyter-book"), "build", ".", "-W", "--keep-going"]
    if out:
        command += ["--path-output", out]
    try:
        return subprocess.run(
            [*command, "-q"],
            cwd=root,
            env=ENVIRONMENT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        said = (error.stderr or b"").decode("utf-8", "replace")[-2000:]
        raise Late(f"{root}: the book is not built within {seconds} seconds:\n{said}") from None


def newer_than(html):
    """Return a file of the book that changed after it was built, or None."""
    built = (html / "index.html").stat().st_mtime
    files = [ROOT / "_toc.yml", ROOT / "_config.yml", *map(source, DOCUMENTS)]
    for folder in ("src", "data"):
        files += [f for f in (ROOT / folder).rglob("*.*") if f.suffix in (".py", ".js", ".css")]
        files += (ROOT / folder).rglob("*.csv")
    return next((f for f in files if f.is_file() and f.stat().st_mtime > built), None)


# Elements that end a word.
BLOCKS = frozenset(
    re.findall(
        r"\w+",
        "address article aside blockquote br button caption dd details div dl dt figcaption figure "
        "footer form h1 h2 h3 h4 h5 h6 header hr label legend li main nav ol option output p pre "
        "section summary table tbody td th thead tr ul",
    )
)


class Page(HTMLParser):
    """One page: its text, its ids, and whatever it points to."""

    def __init__(self, path):
        super().__init__(convert_charrefs=True)
        self.path = path
        self.links = []  # (tag, attribute, address)
        self.ids = []
        self.classes = set()
        self._parts = []
        self._silent = []
        self._article = 0
        self.feed(path.read_text("utf-8"))
        self.text = " ".join("".join(self._parts).split())

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if given.get("id"):
            self.ids.append(given["id"])
        if tag == "a" and given.get("name"):
            self.ids.append(given["name"])
        self.classes.update((given.get("class") or "").split())
        for name in ("href", "src", "data", "poster", "action", "xlink:href"):
            if given.get(name) and not (tag == "use" or (tag == "a" and name != "href")):
                self.links.append((tag, name, given[name]))
        for entry in (given.get("srcset") or "").split(","):
            if entry.strip():
                self.links.append((tag, "srcset", entry.split()[0]))
        if tag in ("script", "style", "svg", "template"):
            self._silent.append(tag)
        if tag == "article" and "bd-article" in (given.get("class") or ""):
            self._article = 1
        elif tag == "article" and self._article:
            self._article += 1
        if tag in BLOCKS:
            self._parts.append(" ")

    def handle_endtag(self, tag):
        if self._silent and self._silent[-1] == tag:
            self._silent.pop()
        if tag == "article" and self._article:
            self._article -= 1
        if tag in BLOCKS:
            self._parts.append(" ")

    def handle_data(self, text):
        if self._article and not self._silent:
            self._parts.append(text)


@functools.cache
def read(path):
    """Read a page once."""
    return Page(path)


def outside(address):
    """Whether an address leads away from the book."""
    return bool(re.match(r"(?i)\s*([a-z][a-z0-9+.-]*:)?//|\s*(mailto|tel|javascript):", address))


def broken_links(html, page):
    """Return what a page points to inside the book that is not there."""
    path = html / f"{page}.html"
    wrong = []
    for tag, name, address in read(path).links:
        if outside(address) or address.startswith("data:"):
            continue
        parts = urlsplit(address)
        target = path if not parts.path else (path.parent / unquote(parts.path)).resolve()
        what = f"<{tag} {name}={address!r}>"
        if html not in (target, *target.parents):
            wrong.append(f"{what} leaves the book's folder")
        elif not target.is_file():
            wrong.append(f"{what}: there is no such file")
        elif target.suffix == ".html" and parts.fragment:
            anchor = unquote(parts.fragment)
            wrong += [] if anchor in read(target).ids else [f"{what}: {target.name} has no anchor"]
    return wrong
