"""The data dictionary: written from `data/datapackage.json`, a page a part, and a list of all."""

from __future__ import annotations

import html
from collections.abc import Mapping
from typing import Any

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from three_pillars import data
from three_pillars.commentary import PARTS
from three_pillars.figures import DICTIONARY, dictionary_place, table_anchor
from three_pillars.words import counted, curly

_RULES = {
    "minimum": "at least {}",
    "maximum": "at most {}",
    "pattern": "of the form `{}`",
    "enum": "one of {}",
}


class DataDictionary(SphinxDirective):
    """``{data-dictionary} energy``: every table of a part, or the one table of that name."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Write the sections as MyST and let the parser of the page read them."""
        part = self.arguments[0]
        base = "../" * self.env.docname.count("/")
        names = [name for name in data.tables() if name.split("/")[0] == part]
        if not names:
            raise self.error(f"there are no tables of {part!r}; the parts are {', '.join(PARTS)}.")
        text = "\n".join(table_text(data.describe(name), base) for name in names)
        return self.parse_text_to_nodes(text, allow_section_headings=True)


class DataIndex(SphinxDirective):
    """``{data-index}``: all tables by part, each with a link to its description.

    Every entry has the anchor that the description itself has on its page, so an address from the
    time when all stood on one page still leads on.
    """

    def run(self) -> list[nodes.Node]:
        """Return a list of parts, each with the list of its tables."""
        base = "../" * self.env.docname.count("/")
        parts = nodes.bullet_list()
        for part in PARTS:
            link = f"{base}{DICTIONARY}/{part}.html"
            names = [name for name in data.tables() if name.split("/")[0] == part]
            entry = nodes.list_item("", _link(part.capitalize(), link))
            tables = nodes.bullet_list()
            for name in names:
                one = nodes.list_item(
                    "", _link(data.describe(name)["title"], base + dictionary_place(name))
                )
                one["ids"] = [table_anchor(name)]
                said = f" ({name.split('/')[1]}, {counted(len(data.load(name)), 'row')})"
                one[0].append(nodes.Text(said))
                tables.append(one)
            entry.append(tables)
            parts.append(entry)
        return [parts]


def _link(text: str, address: str) -> nodes.paragraph:
    return nodes.paragraph("", "", nodes.reference("", text, refuri=address, internal=True))


def table_text(table: Mapping[str, Any], base: str) -> str:
    """Return the section of one table as MyST: what it is, its columns, its limits.

    Args:
        table: the resource descriptor of the data package.
        base: the path from the page to the root of the book.
    """
    name = table["name"]
    rows = len(data.load(name))
    fields = table["schema"]["fields"]
    keys = table["schema"].get("primaryKey", [])
    keys = [keys] if isinstance(keys, str) else keys
    lines = [
        f"({table_anchor(name)})=",
        f"## {table['title']}",
        "",
        table["description"],
        "",
        f"- **Load it:** `load(\"{name}\")` · <a href=\"{base}data/{name}.csv\" download>"
        f"{name}.csv</a> · {counted(rows, 'row')}",
    ]  # fmt: skip
    if keys:
        lines.append(f"- **One row for each:** {', '.join(f'`{key}`' for key in keys)}")
    if table.get("coverage"):
        lines.append(f"- **Coverage:** {table['coverage']}")
    lines.append(f"- **Sources:** {'; '.join(_linked(source) for source in table['sources'])}")
    lines.append(f"- **Licence:** {'; '.join(_linked(entry) for entry in table['licenses'])}")
    gaps = table.get("gaps") or []
    if gaps:
        lines += ["- **Known gaps and traps:**", *(f"  - {gap}" for gap in gaps)]
    # A name of code is not cut, so the table may be wider than a phone, and scrolls.
    title = html.escape(curly(table["title"]))
    region = f'tabindex="0" role="region" aria-label="Columns of {title}"'
    lines += ["", f'<div class="tp-columns" {region}>', ""]
    lines += ["| column | type | what it holds |", "| --- | --- | --- |"]
    lines += [f"| `{field['name']}` | {field['type']} | {_meaning(field)} |" for field in fields]
    return "\n".join([*lines, "", "</div>", ""])


def _linked(entry: Mapping[str, str]) -> str:
    title, path = entry.get("title") or entry.get("name", ""), entry.get("path", "")
    return f"[{title}]({path})" if path.startswith("http") else title


def _meaning(field: Mapping[str, Any]) -> str:
    rules = field.get("constraints", {})
    # A description may come without its full stop.
    told = [field.get("description", "")]
    if field.get("unit"):
        told.append(f"Unit: {field['unit']}")
    parts = [text if text.endswith((".", "?")) else f"{text}." for text in told if text]
    said = []
    for rule, words in _RULES.items():
        if rule in rules:
            value = rules[rule]
            if isinstance(value, list):
                value = ", ".join(f"`{item}`" for item in value)
            number = isinstance(value, int) and value >= 10_000
            said.append(words.format(f"{value:,}" if number else value))
    if said:
        one = "; ".join(said)
        parts.append(f"{one[0].upper()}{one[1:]}.")
    return " ".join(part for part in parts if part).replace("|", "\\|")
