"""Chapters as plain notebooks, to run anywhere: no MyST left, the numbers in the text filled in.

Each lies beside its page, and all together, with the package and the tables, in one zip. The site's
JupyterLite shows the same. No cell is run for it.
"""

from __future__ import annotations

import html
import json
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from docutils import nodes
from sphinx.application import Sphinx

from three_pillars import share
from three_pillars.classroom import bundle, first_cell
from three_pillars.commentary import PARTS
from three_pillars.zipped import zipped

ALL = "notebooks.zip"
"""All chapters with the package and the tables, at the root of the book."""

HOW = "chapters/reference/about.html#notebooks"
"""Where the book says how a notebook is opened."""

BRANCH = "notebooks"
"""The branch on which the workflow keeps the notebooks: Colab opens files of a repository only."""

_KERNEL = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
_EVAL = re.compile(r"\{eval\}`(.+?)`", re.S)
_CITE = re.compile(r"\{cite(?::\w+)?\}`([^`]+)`")
_ROLE = re.compile(r"\{(?:doc|ref|term|numref|ja|ru)\}`([^`<]+?)(?:\s*<[^>]+>)?`")
_DOWNLOAD = re.compile(r"\{download\}`([^`<]+?)\s*<([^>]+)>`")
_LINK = re.compile(r"\[([^\]]+)\]\((?!https?:)[^)#]*(?:#[^)]*)?\)")
_BLOCK = re.compile(r"^(:::+|```+)\{([a-z][\w-]*)\} ?([^\n]*)\n(.*?)^\1[ \t]*$", re.M | re.S)


def is_offered(page: str) -> bool:
    """Whether a page of the book is a chapter of a part, which can be had as a notebook."""
    steps = page.split("/")
    return len(steps) == 3 and steps[0] == "chapters" and steps[1] in PARTS


def offer_notebook(
    app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: Any
) -> None:
    """Write a chapter's notebook beside its page, and put it into the menu of downloads."""
    if doctree is None or not is_offered(page):
        return
    path = Path(app.env.doc2path(page))
    values = [one.astext() for one in doctree.findall(nodes.inline) if "tp-value" in one["classes"]]
    sources = app.env.get_domain("cite").bibdata.data.entries
    repository = app.config.html_theme_options.get("repository_url", "")
    notebook, files = plain_notebook(path, values, sources)
    notebook["cells"].insert(0, _code(first_cell.chapter_first_cell(repository, _address(app))))
    target = Path(app.outdir) / f"{page}.ipynb"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(notebook, ensure_ascii=False, indent=1) + "\n", "utf-8")
    for file in files:
        shutil.copyfile(file, target.parent / file.name)
    base = "../" * page.count("/")
    group = next(one for one in context["header_buttons"] if one["label"] == "download-buttons")
    group["buttons"][:0] = [
        _link(f"{target.name}", ".ipynb", "Download the notebook", "notebook"),
        *(
            _link(address, "Colab", "Open the notebook in Google Colab", "colab")
            for address in [colab_address(repository, page)]
            if address
        ),
        _link(f"{base}{HOW}", "Jupyter", "How to open it in JupyterLab", "jupyter"),
    ]


def colab_address(repository: str, page: str) -> str:
    """Return where Google Colab opens a chapter; nothing if the repository is not on GitHub.

    Args:
        repository: the address of the book's public repository, from the setting
            ``repository: url:`` of ``_config.yml``; empty if there is none.
        page: the page, such as ``"chapters/energy/dependence"``.
    """
    parts = urlsplit(repository)
    if parts.hostname != "github.com" or parts.path.strip("/").count("/") != 1:
        return ""
    name = parts.path.strip("/").removesuffix(".git")
    return f"https://colab.research.google.com/github/{name}/blob/{BRANCH}/{page}.ipynb"


def plain_notebook(
    path: Path, values: list[str], sources: Mapping[str, Any]
) -> tuple[dict[str, Any], list[Path]]:
    """Return a chapter as a plain notebook without outputs, and the files that its text links to.

    Args:
        path: the chapter, a MyST notebook.
        values: the values computed in its text, in order.
        sources: the entries of the bibliography by their keys.

    Raises:
        ValueError: text and page do not hold the same number of values.
    """
    import jupytext

    chapter = jupytext.read(path)
    given = iter(values)
    files: list[Path] = []
    cells = []
    for cell in chapter.cells:
        if cell.cell_type == "markdown":
            text = _EVAL.sub(lambda found: next(given, found[0]), cell.source)
            cells.append(_markdown(_plain(text, sources, path, files)))
        else:
            cells.append(_code(cell.source, cell.metadata.get("tags", [])))
    wanted = sum(len(_EVAL.findall(c.source)) for c in chapter.cells if c.cell_type == "markdown")
    if wanted != len(values):
        raise ValueError(f"{path.name}: {wanted} values in the text, {len(values)} on the page.")
    for number, cell in enumerate(cells, 1):  # the same each time, unlike nbformat's own
        cell["id"] = f"cell-{number}"
    held = {"files": [file.name for file in files]} if files else {}
    metadata = {**_KERNEL, **({"three_pillars": held} if held else {})}
    return {"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}, files


def zip_notebooks(out: Path) -> None:
    """Write the zip of all notebooks, with the package and the tables, into the book.

    Args:
        out: the built book.
    """
    files = {f"three_pillars/{name}": text for name, text in bundle.whole_package().items()}
    files |= {f"data/{name}": content for name, content in bundle.whole_data().items()}
    for path in sorted(out.glob("chapters/*/*.ipynb")):
        if is_offered(path.relative_to(out).with_suffix("").as_posix()):
            files[path.name] = path.read_bytes()
            held = json.loads(files[path.name])["metadata"].get("three_pillars", {})
            files |= {name: (path.parent / name).read_bytes() for name in held.get("files", [])}
    content = zipped({f"three-pillars/{name}": one for name, one in files.items()})
    share.write_changed(out, {ALL: content})


def _address(app: Sphinx) -> str:
    base = (app.config.html_baseurl or "").rstrip("/")
    return f"{base}/{ALL}" if base else ""


def _link(url: str, text: str, tooltip: str, label: str) -> dict[str, str]:
    icon = {"notebook": "fas fa-code", "colab": "fas fa-cloud", "jupyter": "fas fa-circle-question"}
    return {
        "type": "link",
        "url": url,
        "text": text,
        "tooltip": tooltip,
        "icon": icon[label],
        "label": f"{label}-button",
    }


def _markdown(source: str) -> dict[str, Any]:
    return {"cell_type": "markdown", "id": "", "metadata": {}, "source": source}


def _code(source: str, tags: Any = ()) -> dict[str, Any]:
    hidden = {"jupyter": {"source_hidden": True}} if "remove-input" in tags else {}
    return {
        "cell_type": "code",
        "execution_count": None,
        "id": "first",
        "metadata": hidden,
        "outputs": [],
        "source": source,
    }


def _plain(text: str, sources: Mapping[str, Any], path: Path, files: list[Path]) -> str:
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
    text = _LINK.sub(r"*\1*", text)  # outside the book nothing knows its pages
    text = _DOWNLOAD.sub(downloaded, text)
    return _BLOCK.sub(block, text)


def _named(sources: Mapping[str, Any], key: str) -> str:
    """Return author and year of a source, with its address where it has one."""
    entry = sources.get(key)
    if entry is None:
        return key
    people = [" ".join(p.prelast_names + p.last_names) for p in entry.persons.get("author", [])]
    who = f"{people[0]} et al." if len(people) > 2 else " and ".join(people) or key
    name = f"{who}, {entry.fields.get('year', 'n.d.')}".translate(str.maketrans("", "", "{}"))
    address = entry.fields.get("url")
    return f"[{name}]({address})" if address else name
