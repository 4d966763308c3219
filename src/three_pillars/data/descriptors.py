"""The descriptors of the tables in datapackage.json."""

from __future__ import annotations

import copy
import difflib
import json
from typing import Any

import pandas as pd

from ..words import quoted
from .errors import RESTORE, DataError
from .folder import root, shown, stamp

_packages: dict[tuple, dict[str, Any]] = {}
_dates: dict[tuple, str] = {}


def tables() -> list[str]:
    """Name every table of the book, in the order of the data package.

    Raises:
        DataError: datapackage.json is missing or damaged.
    """
    return list(_resources())


def describe(name: str) -> dict[str, Any]:
    """Describe a table: title, description, schema, sources, licences, coverage, gaps.

    Args:
        name: The table, such as ``"energy/lng_imports"``.

    Returns:
        A copy of the table's descriptor in ``data/datapackage.json``.

    Raises:
        DataError: The table is unknown, or its description is damaged.
    """
    return copy.deepcopy(descriptor(name))


def descriptor(name: str) -> dict[str, Any]:
    """Get the descriptor of one table itself, which nobody may change.

    Args:
        name: The table, such as ``"energy/lng_imports"``.

    Raises:
        DataError: The table is unknown, or its description is damaged.
    """
    resources = _resources()
    if name not in resources:
        raise DataError(
            f"there is no table '{name}'{near_names(str(name), list(resources), 'tables()')}."
        )
    one = resources[name]
    fields = one.get("schema", {}).get("fields", [])
    if "path" not in one or not fields or not all({"name", "type"} <= set(f) for f in fields):
        raise DataError(
            f"the description of '{name}' in {root().name}/datapackage.json lacks a path or a "
            f"schema whose fields have a name and a type; correct it, {RESTORE}."
        )
    return one


def referenced(resource: dict[str, Any]) -> set[str]:
    """Name the tables that a table's foreign keys point to.

    Args:
        resource: The table's descriptor.
    """
    keys = resource["schema"].get("foreignKeys", [])
    return {key["reference"]["resource"] for key in keys} - {""}


def near_names(name: str, known: list[str], otherwise: str) -> str:
    """Name the known names that resemble a wrong one, or say where all of them are listed.

    Unlike `words.nearest`, it knows that a name may have a folder before it: "lng_imports" and
    "trade/lng_imports" both find "energy/lng_imports".

    Args:
        name: The wrong name.
        known: All names that there are.
        otherwise: What lists them all, such as ``"tables()"``.

    Returns:
        The end of a sentence, from its semicolon on.
    """
    close = difflib.get_close_matches(name, known, n=3, cutoff=0.6)
    word = name.rpartition("/")[2]
    if not close and len(word) > 2:  # perhaps only a part of the name, or another folder
        close = [full for full in known if word in full][:3]
    if not close:
        by_last = {full.rpartition("/")[2]: full for full in known}
        close = [by_last[last] for last in difflib.get_close_matches(word, list(by_last))]
    if not close:
        return f"; {otherwise} lists all {len(known)}"
    return f"; the nearest {'names are' if len(close) > 1 else 'name is'} {quoted(close)}"


def today() -> pd.Timestamp:
    """Return the date up to which the tables were brought, ``today`` in the data package.

    Verdicts of today are those of this day; the clock of the reader's machine plays no part.

    Raises:
        DataError: datapackage.json is missing or damaged, or names no such date.
    """
    _resources()
    text = _dates[stamp(root() / "datapackage.json")]
    try:
        return pd.Timestamp(text).normalize()
    except (ValueError, TypeError):
        raise DataError(
            f"{shown(root() / 'datapackage.json')} names no date under 'today'; "
            f"write one such as 2026-11-28, {RESTORE}."
        ) from None


def _resources() -> dict[str, dict[str, Any]]:
    """Read the descriptors of all tables, by name."""
    path = root() / "datapackage.json"
    key = stamp(path)
    if key not in _packages:
        try:
            package = json.loads(path.read_text(encoding="utf-8"))
            _packages[key] = {resource["name"]: resource for resource in package["resources"]}
            _dates[key] = package.get("today", "none")
        except UnicodeDecodeError as error:
            raise DataError(
                f"{shown(path)} is not UTF-8 text; save it as UTF-8, {RESTORE}."
            ) from error
        except json.JSONDecodeError as error:
            raise DataError(
                f"{shown(path)}, row {error.lineno}, is not valid JSON ({error.msg}); "
                f"correct it, {RESTORE}."
            ) from error
        except (KeyError, TypeError) as error:
            raise DataError(
                f"{shown(path)} does not list its tables under 'resources', each with a 'name'; "
                f"correct it, {RESTORE}."
            ) from error
    return _packages[key]
