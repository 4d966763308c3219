"""Checking the rows of a file against its schema: types, constraints, keys."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any

from .descriptors import descriptor, referenced
from .errors import RESTORE, DataError, more
from .explaining import explain
from .folder import root, shown


def check_rows(path: Path, name: str, rows: list[list[str]], lines: list[int]) -> None:
    """Validate a file with Frictionless: types, constraints, keys.

    Args:
        path: The file.
        name: Its table.
        rows: Its cells as text, the header first.
        lines: The line of the file on which each row begins.

    Raises:
        DataError: A row does not fit the schema, or the schema itself is faulty. The message names
            the first fault and counts the others.
    """
    try:
        frictionless = quiet_frictionless()
    except ImportError:
        return  # in the zip of an exercise, which needs no more than pandas: types still count
    needed = [name, *sorted(referenced(descriptor(name)) - {name})]
    resources = [
        # The dialect is fixed, since Frictionless would otherwise guess it from the first rows.
        {**descriptor(each), "dialect": {"csv": {"delimiter": ",", "doubleQuote": True}}}
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
            f"({error.error.note}); correct it, {RESTORE}."
        ) from error
    errors = [*report.errors, *(error for task in report.tasks for error in task.errors)]
    if not errors:
        return
    general = [error for error in errors if not hasattr(error, "row_number")]
    if general:  # the file as a whole cannot be read
        raise DataError(f"{shown(path)}: {general[0].note}; correct it, {RESTORE}.")
    errors = _distinct(errors)
    first, count = errors[0], len(errors)
    where, reason, remedy = explain(first, descriptor(name), rows, lines)
    raise DataError(
        f"{shown(path)}, row {lines[first.row_number - 1]}{where}: {reason}{more(count)}; "
        f"{remedy}, {RESTORE}."
    )


def quiet_frictionless() -> Any:
    """Import Frictionless, which takes half a second and warns: only when it is needed."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import frictionless

    return frictionless


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
