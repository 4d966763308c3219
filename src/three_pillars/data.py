"""Tables of the book: find them, check them, read them.

Every table is a CSV file under ``data/``, described in ``data/datapackage.json``. ``load()`` checks
a file against that description before it returns a single number, and says in one sentence what is
wrong with it: which file, which row, which column, which value, and why.
"""

from __future__ import annotations

import calendar
import contextlib
import contextvars
import copy
import csv
import difflib
import functools
import hashlib
import io
import json
import os
import re
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd

__all__ = [
    "DataError",
    "describe",
    "in_words",
    "load",
    "only_verified",
    "root",
    "source",
    "state",
    "tables",
]

_RESTORE = "or restore the file with git"
_packages: dict[tuple, dict[str, Any]] = {}
_frames: dict[tuple, pd.DataFrame] = {}
_verified_only = contextvars.ContextVar("verified_only", default=False)


class DataError(ValueError):
    """A table is missing or damaged; the message says where and why in one sentence."""


def load(name: str, verified_only: bool = False) -> pd.DataFrame:
    """Read a table by its name, checked and typed.

    Args:
        name: The table, such as ``"energy/lng_imports"`` or ``"sources"``; see ``tables()``.
        verified_only: Keep only rows whose ``verified`` is true.

    Returns:
        A fresh copy with one column for each field of the table's schema: integers, floats,
        booleans, dates and strings. An empty cell is a missing value.

    Raises:
        DataError: The table is unknown, missing or damaged.
    """
    frame = _checked(name)
    if verified_only and "verified" not in frame.columns:
        raise DataError(f"table '{name}' has no column 'verified'; load it without verified_only.")
    if "verified" in frame.columns and (verified_only or _verified_only.get()):
        frame = frame[frame["verified"]].reset_index(drop=True)
    return frame.copy()


@contextlib.contextmanager
def only_verified() -> Iterator[None]:
    """Let every `load()` inside return verified rows only; a table without that column stays whole.

    What was kept of tables before it holds all rows: whoever caches must start afresh.
    """
    token = _verified_only.set(True)
    try:
        yield
    finally:
        _verified_only.reset(token)


def tables() -> list[str]:
    """Name every table of the book, in the order of the data package."""
    return list(_resources())


def describe(name: str) -> dict[str, Any]:
    """Describe a table: title, description, schema, sources, licences, coverage, gaps.

    Args:
        name: The table, such as ``"energy/lng_imports"``.

    Returns:
        A copy of the table's descriptor in ``data/datapackage.json``.
    """
    return copy.deepcopy(_resource(name))


def source(source_id: str) -> pd.Series:
    """Look up one source.

    Args:
        source_id: The identifier used in a table's ``source_id`` column.

    Returns:
        The row of ``sources`` with that identifier.
    """
    frame = _checked("sources")
    match = frame[frame["source_id"] == source_id]
    if match.empty:
        near = _near(str(source_id), frame["source_id"].tolist(), "load('sources')")
        raise DataError(f"there is no source '{source_id}' in {root().name}/sources.csv{near}.")
    return match.iloc[0].copy()


def in_words(date: Any) -> str:
    """Return a date as prose has it: "21 July 2015", "July 2015" or "2015".

    Args:
        date: An ISO date as exact as it is known ("2015-07-21", "2015-07", "2015"), or a timestamp.
    """
    text = date if isinstance(date, str) else f"{pd.Timestamp(date):%Y-%m-%d}"
    year, *rest = text.split("-")
    if not rest:
        return year
    month = calendar.month_name[int(rest[0])]
    day = f"{int(rest[1])} " if len(rest) > 1 else ""
    return f"{day}{month} {year}"


# Where the data lies -----------------------------------------------------------------------------


def root() -> Path:
    """Find the folder that holds datapackage.json."""
    return _root(os.environ.get("THREE_PILLARS_DATA", ""), os.getcwd())


# A model that an explorable calls a thousand times asks a thousand times where the data lies.
@functools.lru_cache(maxsize=8)
def _root(chosen: str, here: str) -> Path:
    if chosen:
        folder = Path(chosen).expanduser().resolve()
        if not (folder / "datapackage.json").is_file():
            raise DataError(
                f"THREE_PILLARS_DATA points to '{chosen}', which holds no datapackage.json; "
                "point it to the book's data folder, or unset it."
            )
        return folder
    for start in (Path(__file__).resolve().parent, Path(here)):
        for folder in (start, *start.parents):
            if (folder / "data" / "datapackage.json").is_file():
                return folder / "data"
    raise DataError(
        "the folder data/ with datapackage.json was not found; work inside a copy of the book's "
        "repository, or set THREE_PILLARS_DATA to its data folder."
    )


def state() -> str:
    """Identify the state of all tables without reading them.

    Whoever has just loaded them all may put this into THREE_PILLARS_CHECKED for its children, so
    that a dozen kernels need not check the same files again. It holds for these very files only.
    """
    files = [root() / "datapackage.json", *sorted(root().rglob("*.csv"))]
    return hashlib.sha256(repr([_stamp(file) for file in files]).encode()).hexdigest()


def _stamp(path: Path) -> tuple[str, int, int]:
    """Identify the state of a file: path, time of change, size."""
    state = path.stat()
    return (str(path), state.st_mtime_ns, state.st_size)


def _resources() -> dict[str, dict[str, Any]]:
    """Read the descriptors of all tables, by name."""
    path = root() / "datapackage.json"
    key = _stamp(path)
    if key not in _packages:
        try:
            package = json.loads(path.read_text(encoding="utf-8"))
            _packages[key] = {resource["name"]: resource for resource in package["resources"]}
        except UnicodeDecodeError as error:
            raise DataError(
                f"{_shown(path)} is not UTF-8 text; save it as UTF-8, {_RESTORE}."
            ) from error
        except json.JSONDecodeError as error:
            raise DataError(
                f"{_shown(path)}, row {error.lineno}, is not valid JSON ({error.msg}); "
                f"correct it, {_RESTORE}."
            ) from error
        except (KeyError, TypeError) as error:
            raise DataError(
                f"{_shown(path)} does not list its tables under 'resources', each with a 'name'; "
                f"correct it, {_RESTORE}."
            ) from error
    return _packages[key]


def _resource(name: str) -> dict[str, Any]:
    """Get the descriptor of one table."""
    resources = _resources()
    if name not in resources:
        raise DataError(
            f"there is no table '{name}'{_near(str(name), list(resources), 'tables()')}."
        )
    resource = resources[name]
    fields = resource.get("schema", {}).get("fields", [])
    if "path" not in resource or not fields or not all({"name", "type"} <= set(f) for f in fields):
        raise DataError(
            f"the description of '{name}' in {root().name}/datapackage.json lacks a path or a "
            f"schema whose fields have a name and a type; correct it, {_RESTORE}."
        )
    return resource


def _near(name: str, known: list[str], otherwise: str) -> str:
    """Name the known names that resemble a wrong one, or say where all of them are listed."""
    close = difflib.get_close_matches(name, known, n=3, cutoff=0.6)
    word = name.rpartition("/")[2]
    if not close and len(word) > 2:  # perhaps only a part of the name, or another folder
        close = [full for full in known if word in full][:3]
    if not close:
        by_last = {full.rpartition("/")[2]: full for full in known}
        close = [by_last[near] for near in difflib.get_close_matches(word, list(by_last))]
    if not close:
        return f"; {otherwise} lists all {len(known)}"
    return f"; the nearest {'names are' if len(close) > 1 else 'name is'} {_quoted(close)}"


def _shown(path: Path) -> str:
    """Write a path as the reader knows it, from the data folder on."""
    base = root()
    return f"{base.name}/{path.relative_to(base).as_posix()}"


# Checking and reading ----------------------------------------------------------------------------


def _checked(name: str, waiting: tuple[str, ...] = ()) -> pd.DataFrame:
    """Check a table once for each state of its files, and keep the typed result."""
    base, resource = root(), _resource(name)
    path = base / resource["path"]
    needed = sorted(_referenced(resource) - {name, *waiting})
    if not path.is_file():
        raise DataError(f"{_shown(path)} is missing; restore the file with git.")
    # A foreign key is only as good as the table that it points to: check that one first.
    for other in needed:
        _checked(other, (*waiting, name))
    key = (
        _stamp(path),
        _stamp(base / "datapackage.json"),
        *(_stamp(base / _resource(other)["path"]) for other in needed),
    )
    if key not in _frames:
        rows, lines = _cells(path)
        fields = resource["schema"]["fields"]
        _check_header(path, rows[0], [field["name"] for field in fields])
        if len(rows) == 1:
            raise DataError(f"{_shown(path)} has a header and no rows; restore the file with git.")
        if os.environ.get("THREE_PILLARS_CHECKED") != state():
            _check_rows(path, name, rows, lines)
        _frames[key] = _typed(path, rows, lines, fields)
    return _frames[key]


def _referenced(resource: dict[str, Any]) -> set[str]:
    """Name the tables that a table's foreign keys point to."""
    keys = resource["schema"].get("foreignKeys", [])
    return {key["reference"]["resource"] for key in keys} - {""}


def _cells(path: Path) -> tuple[list[list[str]], list[int]]:
    """Read a CSV file into rows of text, with the line of the file on which each row begins."""
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = _column_of_bad_byte(raw, line)
        raise DataError(
            f"{_shown(path)}, row {line}{column}: the text is not UTF-8 (byte "
            f"0x{raw[error.start]:02X}); save the file as UTF-8, {_RESTORE}."
        ) from error
    if not text.strip():
        raise DataError(f"{_shown(path)} is empty; restore the file with git.")
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows, lines, begins = [], [], 1
    try:
        for row in reader:
            rows.append(row)
            lines.append(begins)
            begins = reader.line_num + 1
    except csv.Error as error:
        raise DataError(
            f"{_shown(path)}, row {begins}: the quotation marks do not pair up; "
            f"correct the row, {_RESTORE}."
        ) from error
    return rows, lines


def _column_of_bad_byte(raw: bytes, line: int) -> str:
    """Name the column of the cell that is not UTF-8, where the row can be read at all."""
    lines = raw.decode("utf-8", errors="replace").splitlines()
    try:
        header, cells = (next(csv.reader([lines[at]])) for at in (0, line - 1))
        at = next(i for i, cell in enumerate(cells) if "�" in cell)
        return "" if "�" in header[at] else f", column '{header[at]}', value '{cells[at]}'"
    except (IndexError, StopIteration, csv.Error):
        return ""


def _check_header(path: Path, header: list[str], expected: list[str]) -> None:
    """Compare the first row of a file with the names in its schema."""
    for mark, word in ((";", "semicolons"), ("\t", "tabs")):
        if len(header) == 1 and mark in header[0]:
            raise DataError(
                f"{_shown(path)}, row 1: {word} stand where commas belong; "
                f"save the file with commas, {_RESTORE}."
            )
    problems = [f"column '{name}' is missing" for name in expected if name not in header]
    problems += [
        f"column '{name}' is not in the table's schema" if name else "a column has no name"
        for name in header
        if name not in expected
    ]
    problems += [
        f"column '{name}' occurs {header.count(name)} times"
        for name in expected
        if header.count(name) > 1
    ]
    if not problems and header != expected:
        at = next(i for i, name in enumerate(expected) if header[i] != name)
        problems = [f"column {at + 1} is '{header[at]}' where '{expected[at]}' belongs"]
    if problems:
        raise DataError(
            f"{_shown(path)}, row 1: {problems[0]}{_more(len(problems))}; "
            f"correct the header, {_RESTORE}."
        )


def _check_rows(path: Path, name: str, rows: list[list[str]], lines: list[int]) -> None:
    """Validate a file with Frictionless: types, constraints, keys."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            import frictionless  # takes half a second: only when a file must be checked
        except ImportError:
            return  # in the zip of an exercise, which needs no more than pandas: types still count

    needed = [name, *sorted(_referenced(_resource(name)) - {name})]
    resources = [
        # The dialect is fixed, since Frictionless would otherwise guess it from the first rows.
        {**_resource(each), "dialect": {"csv": {"delimiter": ",", "doubleQuote": True}}}
        for each in needed
    ]
    try:
        package = frictionless.Package.from_descriptor(
            {"name": "tables", "resources": resources}, basepath=str(root())
        )
        report = package.get_resource(name).validate()
    except frictionless.FrictionlessException as error:
        raise DataError(
            f"the description of '{name}' in {root().name}/datapackage.json is faulty "
            f"({error.error.note}); correct it, {_RESTORE}."
        ) from error
    errors = [*report.errors, *(error for task in report.tasks for error in task.errors)]
    if not errors:
        return
    general = [error for error in errors if not hasattr(error, "row_number")]
    if general:  # the file as a whole cannot be read
        raise DataError(f"{_shown(path)}: {general[0].note}; correct it, {_RESTORE}.")
    errors = _distinct(errors)
    first, count = errors[0], len(errors)
    where, reason, remedy = _explain(first, _resource(name), rows, lines)
    raise DataError(
        f"{_shown(path)}, row {lines[first.row_number - 1]}{where}: {reason}{_more(count)}; "
        f"{remedy}, {_RESTORE}."
    )


def _distinct(errors: list[Any]) -> list[Any]:
    """Keep one error for each fault, in the order of the rows."""
    errors = sorted(errors, key=lambda error: error.row_number)
    # In an empty row or one of the wrong length all other errors follow from that one.
    whole = {"missing-cell", "extra-cell", "blank-row"}
    uneven = {error.row_number for error in errors if error.type in whole}
    # A value that must be unique is often the key as well.
    twins = {error.row_number for error in errors if error.type == "unique-error"}
    faults: dict[tuple, Any] = {}
    for error in errors:
        if error.row_number in uneven:
            if error.type in whole:
                faults.setdefault((error.row_number,), error)
        elif error.type != "primary-key" or error.row_number not in twins:
            place = getattr(error, "field_name", "") or getattr(error, "field_names", [""])[0]
            faults.setdefault((error.row_number, place), error)
    return list(faults.values())


def _explain(
    error: Any, resource: dict[str, Any], rows: list[list[str]], lines: list[int]
) -> tuple[str, str, str]:
    """Turn an error of Frictionless into place, reason and remedy."""
    schema = resource["schema"]
    names = [field["name"] for field in schema["fields"]]
    cells = dict(zip(names, rows[error.row_number - 1], strict=False))
    if error.type == "blank-row":
        return "", "the row is empty", "delete the row"
    if error.type == "primary-key":
        key = schema["primaryKey"]
        key = [key] if isinstance(key, str) else key
        value = ", ".join(cells.get(name, "") for name in key)
        if "None" in error.note:
            reason = f"the key '{value}' is empty"
        else:
            twin = lines[int(error.note.rsplit(" ", 1)[1]) - 1]
            reason = f"the key '{value}' already stands in row {twin}"
        return f", column{'s' * (len(key) > 1)} {_quoted(key)}", reason, "delete or correct one row"
    if error.type == "foreign-key":
        value = ", ".join(cells.get(name, "") for name in error.field_names)
        target = error.reference_name
        kind = "source" if target == "sources" else "entry"
        return (
            f", column {_quoted(error.field_names)}",
            f"there is no {kind} '{value}' in {root().name}/{_resource(target)['path']}",
            f"correct the cell, add the {kind}",
        )
    where = f", column '{error.field_name}'"
    if error.type == "missing-cell":
        return where, "the row ends before this cell", "complete the row"
    if error.type == "extra-cell":
        value = rows[error.row_number - 1][len(names)]
        return "", f"the row has a cell too many ('{value}')", "shorten the row"
    field = next(field for field in schema["fields"] if field["name"] == error.field_name)
    value = cells.get(field["name"], "")
    return where, _reason(error, field, value, lines), "correct the cell"


def _reason(error: Any, field: dict[str, Any], value: str, lines: list[int]) -> str:
    """Say why one cell cannot stand."""
    odd = field["type"] == "number" and not re.fullmatch(r"\s*[-+]?[\d.]+([eE][-+]?\d+)?\s*", value)
    if error.type == "type-error" or (odd and value):
        return f"'{value}' is not {_KINDS.get(field['type'], 'a ' + field['type'])}"
    if error.type == "unique-error":
        return f"'{value}' already stands in row {lines[int(error.note.rsplit(' ', 1)[1]) - 1]}"
    rules = field.get("constraints", {})
    rule = next((rule for rule in rules if f'"{rule}"' in error.note), "")
    bound = rules.get(rule)
    if rule == "required":
        return "the cell is empty, and a value is required"
    if rule == "enum":
        allowed = [str(item) for item in bound]
        near = difflib.get_close_matches(value, allowed, n=1)
        hint = f", perhaps '{near[0]}'" if near else f", which are {_quoted(allowed)}"
        return f"'{value}' is not one of the allowed values{hint}"
    if rule == "pattern":
        return f"'{value}' does not have the form {bound}"
    words = {
        "minimum": "is below the minimum",
        "maximum": "is above the maximum",
        "minLength": "is shorter than the minimum length",
        "maxLength": "is longer than the maximum length",
    }
    return f"'{value}' {words[rule]} {bound}" if rule in words else f"'{value}': {error.note}"


_KINDS = {
    "number": "a number",
    "integer": "a whole number",
    "year": "a year",
    "boolean": "true or false",
    "date": "a date such as 2015-07-21",
}


def _quoted(names: list[str]) -> str:
    return ", ".join(f"'{name}'" for name in names)


def _more(count: int) -> str:
    if count < 2:
        return ""
    return f" (and {count - 1} more problem{'s' * (count > 2)} in this file)"


def _typed(
    path: Path, rows: list[list[str]], lines: list[int], fields: list[dict[str, Any]]
) -> pd.DataFrame:
    """Give each column the type of its schema."""
    text = pd.DataFrame(rows[1:], columns=rows[0], dtype="str")
    columns = {}
    for field in fields:
        cells = text[field["name"]].where(text[field["name"]] != "")
        try:
            columns[field["name"]] = _convert(cells, field)
        except (ValueError, TypeError, OverflowError) as error:
            # Frictionless accepts a few spellings, such as "NaN", that are no values here.
            at = next(i for i in range(len(cells)) if not _converts(cells.iloc[[i]], field))
            raise DataError(
                f"{_shown(path)}, row {lines[at + 1]}, column '{field['name']}': "
                f"'{cells.iloc[at]}' is not {_KINDS.get(field['type'], 'a ' + field['type'])}; "
                f"correct the cell, {_RESTORE}."
            ) from error
    return pd.DataFrame(columns)


def _converts(cells: pd.Series, field: dict[str, Any]) -> bool:
    try:
        _convert(cells, field)
    except (ValueError, TypeError, OverflowError):
        return False
    return True


def _convert(cells: pd.Series, field: dict[str, Any]) -> pd.Series:
    """Convert one column of text."""
    required = field.get("constraints", {}).get("required", False)
    kind = field["type"]
    if kind in ("integer", "year"):
        return pd.to_numeric(cells).astype("int64" if required else "Int64")
    if kind == "number":
        numbers = pd.to_numeric(cells).astype("float64")
        if (numbers.isna() & cells.notna()).any() or numbers.abs().eq(float("inf")).any():
            raise ValueError("not a finite number")
        return numbers
    if kind == "boolean":
        true = field.get("trueValues", ["true", "True", "TRUE", "1"])
        flags = cells.isin(true).astype("boolean").where(cells.notna())
        return flags.astype("bool") if required else flags
    if kind == "date":
        return pd.to_datetime(cells, format="%Y-%m-%d")
    return cells
