"""The draft of a new table's descriptor: ``python -m three_pillars.data.drafting energy/storage``.

Frictionless guesses the types; columns that other tables have too bring their descriptions along.
What only a person can say (what a row is, whence, what is missing, from when it was public) stays
empty, and the command lists it.
"""

from __future__ import annotations

import json
import re
import sys
from itertools import combinations
from typing import Any

from ..console import bear_any_console
from .checking import quiet_frictionless
from .descriptors import describe, tables
from .errors import DataError
from .folder import root, shown
from .reading import cells

PLAIN = {"profile": "tabular-data-resource", "format": "csv", "mediatype": "text/csv"}
BY_HAND = ("title", "description", "sources", "licenses", "coverage", "gaps", "known_from")
"""What a person must write; a table without `known_from` is refused by every judge."""


def draft(name: str) -> dict[str, Any]:
    """Draft the descriptor of a table that has a file and no description yet.

    Args:
        name: the table, such as ``"energy/storage"``; its file is ``data/energy/storage.csv``.

    Returns:
        The descriptor, with everything empty that only a person can say.

    Raises:
        DataError: there is no such file, it has no rows, or the table is described already.
    """
    path = root() / f"{name}.csv"
    if name in tables():
        raise DataError(f"table '{name}' is described already; correct its entry by hand.")
    if not re.fullmatch(r"[a-z_]+/[a-z0-9_]+", name) or not path.is_file():
        raise DataError(
            f"there is no file {root().name}/{name}.csv; name the table as <part>/<table>, "
            "and put its file there first."
        )
    rows, _ = cells(path)
    if len(rows) < 2:
        raise DataError(f"{shown(path)} has no rows to describe; fill it first.")
    known = _known_fields(name.split("/")[0])
    columns = {column: [row[at] for row in rows[1:]] for at, column in enumerate(rows[0])}
    fields = [
        _field(column, values, kind, known)
        for (column, values), kind in zip(columns.items(), _types(name), strict=True)
    ]
    links = [column for column in ("source_id", "source_id_2") if column in columns]
    return {
        "name": name,
        "path": f"{name}.csv",
        "title": "",
        "description": "",
        **PLAIN,
        "encoding": "utf-8",
        "schema": {
            "fields": fields,
            "primaryKey": _key(columns, fields),
            "foreignKeys": [
                {"fields": [one], "reference": {"resource": "sources", "fields": ["source_id"]}}
                for one in links
            ],
            "missingValues": [""],
        },
        "sources": [],
        "licenses": [],
        "coverage": "",
        "gaps": [],
        "part": name.split("/")[0],
        "known_from": [],
        "complete": [],
    }


def left_to_write(resource: dict[str, Any]) -> list[str]:
    """Name what is still empty in a draft: entries, and columns without title or description."""
    empty = [entry for entry in BY_HAND if not resource.get(entry)]
    empty += ["schema.primaryKey"] if not resource["schema"]["primaryKey"] else []
    for field in resource["schema"]["fields"]:
        lacks = [entry for entry in ("title", "description") if not field.get(entry)]
        number = field["type"] in ("number", "integer")
        lacks += ["unit"] if number and not field.get("unit") else []
        empty += [f"{' and '.join(lacks)} of column '{field['name']}'"] if lacks else []
    return empty


def write(name: str) -> list[str]:
    """Put a draft into datapackage.json, after the last table of its part.

    Returns:
        What is left to write by hand.
    """
    resource = draft(name)
    path = root() / "datapackage.json"
    package = json.loads(path.read_text(encoding="utf-8"))
    own = [at for at, one in enumerate(package["resources"]) if one.get("part") == resource["part"]]
    package["resources"].insert(own[-1] + 1 if own else len(package["resources"]), resource)
    path.write_text(json.dumps(package, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return left_to_write(resource)


def _known_fields(part: str) -> dict[str, dict[str, Any]]:
    """Return the fields of all tables by name; those of the part come before all others."""
    known: dict[str, dict[str, Any]] = {}
    for name in sorted(tables(), key=lambda one: not one.startswith(f"{part}/")):
        for field in describe(name)["schema"]["fields"]:
            known.setdefault(field["name"], field)
    return known


def _types(name: str) -> list[str]:
    frictionless = quiet_frictionless()
    schema = frictionless.Schema.describe(f"{name}.csv", basepath=str(root()))
    return [field.type for field in schema.fields]


def _field(
    column: str, values: list[str], kind: str, known: dict[str, dict[str, Any]]
) -> dict[str, Any]:
    """Describe one column: type and bounds from its values, words from a column of its name."""
    twin = known.get(column, {})
    kind = twin.get("type", kind)
    kind = "string" if kind in ("any", "array", "object") else kind
    field: dict[str, Any] = {"name": column, "type": kind, "title": twin.get("title", "")}
    field["description"] = twin.get("description", "")
    field |= {
        key: twin[key] for key in ("unit", "format", "trueValues", "falseValues") if key in twin
    }
    rules: dict[str, Any] = {"required": True} if all(values) else {}
    if kind in ("number", "integer"):
        least = min((float(value) for value in values if value), default=0.0)
        rules["minimum"] = min(0, int(least // 1))
        field.setdefault("unit", _unit(column, known))
    return field | ({"constraints": rules} if rules else {})


def _unit(column: str, known: dict[str, dict[str, Any]]) -> str:
    """Take the unit of a column that ends alike: "volume_bcm" and "storage_bcm"."""
    end = column.rpartition("_")[2]
    ends = (
        one for name, one in known.items() if name.rpartition("_")[2] == end and one.get("unit")
    )
    return next(ends, {}).get("unit", "")


def _key(columns: dict[str, list[str]], fields: list[dict[str, Any]]) -> list[str]:
    """Find the fewest columns that tell all rows apart, are always filled and measure nothing."""
    measured = {field["name"] for field in fields if field["type"] in ("number", "boolean")}
    other = measured | {"source_id", "source_id_2", "note"}
    full = [name for name, values in columns.items() if all(values) and name not in other]
    for many in (1, 2, 3):
        for names in combinations(full, many):
            rows = list(zip(*(columns[name] for name in names), strict=True))
            if len(set(rows)) == len(rows):
                return list(names)
    return []


def main(arguments: list[str]) -> int:
    """Draft the table that is named, and say what is left to write."""
    bear_any_console()
    if len(arguments) != 1:
        print("Name one table: python -m three_pillars.data.drafting <part>/<table>")
        return 2
    try:
        left = write(arguments[0])
    except DataError as error:
        print(error)
        return 1
    print(f"Drafted {arguments[0]} in data/datapackage.json. Write by hand:")
    print("\n".join(f"- {one}" for one in left) or "- nothing")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
