"""A chapter as a plain notebook: no MyST left, the numbers in its text filled in.

JupyterLite shows plain Markdown. The numbers are taken from the built page, so no cell is run.
"""

from __future__ import annotations

import functools
import html
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from .chapters import read_chapter
from .errors import SiteError

KERNEL = {
    "kernelspec": {"display_name": "Python", "language": "python", "name": "python"},
    "language_info": {"name": "python"},
}
"""What a notebook says of its kernel so that JupyterLite finds it."""

_EVAL = re.compile(r"\{eval\}`(.+?)`", re.S)
_CITE = re.compile(r"\{cite(?::\w+)?\}`([^`]+)`")
_ROLE = re.compile(r"\{(?:doc|ref|term|numref)\}`([^`<]+?)(?:\s*<[^>]+>)?`")
_DOWNLOAD = re.compile(r"\{download\}`([^`<]+?)\s*<([^>]+)>`")
_LINK = re.compile(r"\[([^\]]+)\]\((?!https?:)[^)#]*(?:#[^)]*)?\)")
_BLOCK = re.compile(r"^(:::+|```+)\{([a-z][\w-]*)\} ?(.*)\n(.*?)^\1\s*$", re.M | re.S)


def plain_notebook(path: Path, page: Path, sources: Path) -> tuple[Any, list[Path]]:
    """Return a chapter as a plain notebook, and the files that its text links to.

    Args:
        path: the chapter, a MyST notebook.
        page: its built page, where the numbers are taken from.
        sources: the file of the sources that it cites.

    Raises:
        SiteError: page and chapter do not hold the same number of values.
    """
    import nbformat

    notebook = read_chapter(path)
    values = iter(page_values(page))
    files: list[Path] = []
    try:
        for cell in notebook.cells:
            if cell.cell_type == "markdown":
                text = _EVAL.sub(lambda _: next(values), cell.source)
                cell.source = _plain(text, sources, path, files)
            elif set(cell.metadata.get("tags", [])) & {"hide-input", "remove-input"}:
                cell.metadata["jupyter"] = {"source_hidden": "remove-input" in cell.metadata.tags}
    except (StopIteration, RuntimeError):
        raise SiteError(f"{page} is older than {path.name}: run make book.") from None
    notebook.metadata = nbformat.from_dict(dict(KERNEL))
    for number, cell in enumerate(notebook.cells, 1):  # the same each time, unlike nbformat's own
        cell["id"] = f"cell-{number}"
    return notebook, files


def page_values(page: Path) -> list[str]:
    """Return the computed values in the text of a built page, in order."""
    reader = _Values()
    reader.feed(page.read_text("utf-8"))
    return reader.found


class _Values(HTMLParser):
    """Collects the text of every ``<span class="tp-value">`` in the article."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.articles = 0  # a card of a verdict is an article too, inside the page's
        self.depth = 0

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        names = (dict(attributes).get("class") or "").split()
        if tag == "article" and (self.articles or "bd-article" in names):
            self.articles += 1
        elif self.depth and tag == "span":
            self.depth += 1
        elif self.articles and "tp-value" in names:
            self.depth = 1
            self.found.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == "article" and self.articles:
            self.articles -= 1
        elif self.depth and tag == "span":
            self.depth -= 1

    def handle_data(self, text: str) -> None:
        if self.depth:
            self.found[-1] += text


def _plain(text: str, sources: Path, path: Path, files: list[Path]) -> str:
    """Return Markdown without MyST."""

    def cited(match: re.Match[str]) -> str:
        return "[" + "; ".join(_named(sources, key.strip()) for key in match[1].split(",")) + "]"

    def downloaded(match: re.Match[str]) -> str:
        files.append((path.parent / match[2]).resolve())
        return f"[{match[1]}]({files[-1].name})"

    def block(match: re.Match[str]) -> str:
        kind, title = match[2], match[3].strip()
        body = re.sub(r"^:\w+:.*\n", "", match[4], flags=re.M).strip()
        if kind == "dropdown":
            shown = html.escape(title)
            return f"<details><summary>{shown}</summary>\n\n{body}\n\n</details>"
        lines = [f"**{title or kind.capitalize()}**", "", *body.split("\n")]
        return "\n".join(f"> {line}".rstrip() for line in lines)

    text = _CITE.sub(cited, text)
    text = _ROLE.sub(r"*\1*", text)
    text = _LINK.sub(r"*\1*", text)  # JupyterLite knows nothing of the book's pages
    text = _DOWNLOAD.sub(downloaded, text)
    return _BLOCK.sub(block, text)


def _named(sources: Path, key: str) -> str:
    """Return author and year of a source, with its address where it has one."""
    entry = _bibliography(sources).entries.get(key)
    if entry is None:
        return key
    people = [" ".join(p.prelast_names + p.last_names) for p in entry.persons.get("author", [])]
    who = f"{people[0]} et al." if len(people) > 2 else " and ".join(people) or key
    name = f"{who}, {entry.fields.get('year', 'n.d.')}".translate(str.maketrans("", "", "{}"))
    address = entry.fields.get("url")
    return f"[{name}]({address})" if address else name


@functools.cache
def _bibliography(sources: Path) -> Any:
    from pybtex.database import parse_file

    return parse_file(str(sources), bib_format="bibtex")


def copy_beside(files: list[Path], folder: Path) -> None:
    """Copy the files that a notebook links to into its folder."""
    for file in files:
        shutil.copyfile(file, folder / file.name)
