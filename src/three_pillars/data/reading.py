"""A CSV file as rows of text."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from .errors import RESTORE, DataError, more
from .folder import shown


def cells(path: Path) -> tuple[list[list[str]], list[int]]:
    """Read a CSV file into rows of text.

    Args:
        path: The file.

    Returns:
        The rows, the header first, and the line of the file on which each of them begins.

    Raises:
        DataError: The file is empty, not UTF-8, or its quotation marks do not pair up.
    """
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = _column_of_bad_byte(raw, line)
        raise DataError(
            f"{shown(path)}, row {line}{column}: the text is not UTF-8 (byte "
            f"0x{raw[error.start]:02X}); save the file as UTF-8, {RESTORE}."
        ) from error
    if not text.strip():
        raise DataError(f"{shown(path)} is empty; restore the file with git.")
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows, lines, begins = [], [], 1
    try:
        for row in reader:
            rows.append(row)
            lines.append(begins)
            begins = reader.line_num + 1
    except csv.Error as error:
        raise DataError(
            f"{shown(path)}, row {begins}: the quotation marks do not pair up; "
            f"correct the row, {RESTORE}."
        ) from error
    return rows, lines


def check_header(path: Path, header: list[str], expected: list[str]) -> None:
    """Compare the first row of a file with the names in its schema.

    Args:
        path: The file, for the message.
        header: Its first row.
        expected: The names in the schema, in their order.

    Raises:
        DataError: They differ; the message names the first difference and counts the others.
    """
    for mark, word in ((";", "semicolons"), ("\t", "tabs")):
        if len(header) == 1 and mark in header[0]:
            raise DataError(
                f"{shown(path)}, row 1: {word} stand where commas belong; "
                f"save the file with commas, {RESTORE}."
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
            f"{shown(path)}, row 1: {problems[0]}{more(len(problems))}; "
            f"correct the header, {RESTORE}."
        )


def _column_of_bad_byte(raw: bytes, line: int) -> str:
    """Name the column of the cell that is not UTF-8, where the row can be read at all."""
    lines = raw.decode("utf-8", errors="replace").splitlines()
    try:
        header, cells = (next(csv.reader([lines[at]])) for at in (0, line - 1))
        at = next(i for i, cell in enumerate(cells) if "�" in cell)
        return "" if "�" in header[at] else f", column '{header[at]}', value '{cells[at]}'"
    except (IndexError, StopIteration, csv.Error):
        return ""
