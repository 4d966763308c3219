"""The data dictionary: a page section for every table, written from `data/datapackage.json`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from three_pillars import data

_RULES = {
    "minimum": "at least {}",
    "maximum": "at most {}",
    "pattern": "of the form `{}`",
    "enum": "one of {}",
}


class DataDictionary(SphinxDirective):
    """``{data-dictionary}``: every table of the data package, or those of one part.

    The optional argument names the part, such as ``energy``.
    """

    optional_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Write the sections as MyST and let the parser of the page read them."""
        part = self.arguments[0] if self.arguments else None
        base = "../" * self.env.docname.count("/")
        text = "\n".join(
            table_text(data.describe(name), base)
            for name in data.tables()
            if part is None or name.split("/")[0] == part
        )
        return self.parse_text_to_nodes(text, allow_section_headings=True)


def table_text(table: Mapping[str, Any], base: str) -> str:
    """Return the section of one table as MyST: what it is, its columns, its limits.

    Args:
        table: the resource descriptor of the data package.
        base: the path from the page to the root of the book.
    """
    name = table["name"]
    anchor = name.replace("/", "-").replace("_", "-")
    rows = len(data.load(name))
    fields = table["schema"]["fields"]
    keys = table["schema"].get("primaryKey", [])
    keys = [keys] if isinstance(keys, str) else keys
    lines = [
        f"({anchor})=",
        f"## {table['title']}",
        "",
        table["description"],
        "",
        f"- **Load it:** `load(\"{name}\")` · <a href=\"{base}data/{name}.csv\" download>"
        f"{name}.csv</a> · {rows} rows",
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
    lines += ["", "| column | type | what it holds |", "| --- | --- | --- |"]
    lines += [f"| `{field['name']}` | {field['type']} | {_meaning(field)} |" for field in fields]
    return "\n".join([*lines, ""])


def _linked(entry: Mapping[str, str]) -> str:
    title, path = entry.get("title") or entry.get("name", ""), entry.get("path", "")
    return f"[{title}]({path})" if path.startswith("http") else title


def _meaning(field: Mapping[str, Any]) -> str:
    rules = field.get("constraints", {})
    parts = [field.get("description", "")]
    if field.get("unit"):
        parts.append(f"Unit: {field['unit']}.")
    said = []
    for rule, words in _RULES.items():
        if rule in rules:
            value = rules[rule]
            if isinstance(value, list):
                value = ", ".join(f"`{item}`" for item in value)
            said.append(words.format(value))
    if said:
        parts.append(f"({'; '.join(said)})")
    return " ".join(part for part in parts if part).replace("|", "\\|")
