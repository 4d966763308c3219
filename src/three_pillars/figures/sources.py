"""The tables that a figure rests on, as its caption names them."""

from __future__ import annotations

from collections.abc import Sequence

from ..data import describe
from ..words import curly

DICTIONARY = "chapters/reference/data"
"""The page from which the data dictionary starts; the tables of a part have a page below it."""


def table_anchor(name: str) -> str:
    """Return the anchor of a table in the data dictionary: "energy-lng-imports"."""
    return name.replace("/", "-").replace("_", "-")


def dictionary_place(name: str) -> str:
    """Return where the data dictionary describes a table, from the root of the book.

    Args:
        name: the table, such as ``"energy/lng_imports"``.
    """
    part, _, table = name.rpartition("/")
    page = f"{DICTIONARY}/{part}" if part and table else DICTIONARY
    return f"{page}.html#{table_anchor(name)}"


def sources_of(tables: Sequence[str]) -> list[dict[str, str]]:
    """Return name, title, place in the data dictionary and publishers of each table.

    Args:
        tables: their names, such as ``["energy/lng_imports"]``.
    """
    sources = []
    for name in tables:
        table = describe(name)
        sources.append(
            {
                "name": name,
                "title": curly(table.get("title", name)),
                "place": dictionary_place(name),
                "publishers": curly("; ".join(source["title"] for source in table["sources"])),
            }
        )
    return sources
